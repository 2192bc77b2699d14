import { resources as inboundResources } from '../../nodes/ColtInbound/registry';
import { resources as sipResources } from '../../nodes/ColtWholesaleSip/registry';
import { allCells, brokenLine, playAll } from './matrix';
import type { Played } from './matrix';
import { OPERATIONS, ROWS } from './operationCases';
import { LEGEND, columnsText, countsText, matrixText } from './printMatrix';
import { speedUpWaits } from './speedUpWaits';

const BENCHES = 24;
const FASTER = 20;

describe('every operation of both APIs under every fault', () => {
	let played: Played[] = [];

	beforeAll(async () => {
		const undo = speedUpWaits(FASTER);
		played = await playAll(allCells(), BENCHES);
		undo();
	}, 1_800_000);

	afterAll(() => {
		process.stdout.write(
			`\n${matrixText(played, 'once')}\n\n${matrixText(played, 'always')}\n\n` +
				`${LEGEND}\n${columnsText()}\n\n${countsText(played)}\n`,
		);
	});

	it('has every operation of the menus', () => {
		const names = (resources: typeof sipResources, prefix: string) =>
			resources.flatMap(({ value, operations }) =>
				operations
					.filter((operation) => 'wire' in operation)
					.map((operation) => `${prefix}${value}: ${operation.value}`),
			);
		expect(OPERATIONS.map(({ name }) => name).toSorted()).toEqual(
			[...names(sipResources, ''), ...names(inboundResources, 'inbound ')].toSorted(),
		);
	});

	it.each(ROWS.map(({ name }) => name))('%s keeps what is promised', (name) => {
		const row = played.filter(({ operation }) => operation.name === name);
		expect(row.length).toBeGreaterThan(0);
		expect(row.filter(({ verdict }) => verdict.mark === '✗').map(brokenLine)).toEqual([]);
	});
});
