import { allCells, playAll } from './matrix';
import type { Played } from './matrix';
import { OPERATIONS } from './operationCases';
import { countsText, matrixText } from './printMatrix';
import { speedUpWaits } from './speedUpWaits';
import { buildUnsafe, removeUnsafe } from './unsafe';

const BENCHES = 16;
const FASTER = 20;
const changing = OPERATIONS.filter(({ effect }) => effect !== 'read');

describe('a client that sends everything again', () => {
	let played: Played[] = [];
	let folder = '';

	beforeAll(async () => {
		folder = buildUnsafe();
		const undo = speedUpWaits(FASTER);
		const cells = allCells().filter(
			({ operation, column, lasting }) =>
				operation.effect !== 'read' &&
				operation.struck === undefined &&
				column.meaning === 'unclear' &&
				lasting === 'once' &&
				column.fault.phase === 'after',
		);
		played = await playAll(cells, BENCHES, folder);
		undo();
	}, 1_800_000);

	afterAll(() => {
		removeUnsafe(folder);
		process.stdout.write(`\nthe unsafe client\n${matrixText(played, 'once')}\n${countsText(played)}\n`);
	});

	it.each(changing.map(({ name }) => name))('is found out on %s', (name) => {
		const row = played.filter(({ operation }) => operation.name === name);
		const harmed = row.filter(({ verdict }) => verdict.mark === '✗');
		expect(harmed.length).toBeGreaterThan(row.length / 2);
	});

	it('places orders twice, and the books show it', () => {
		const doubled = new Set(
			played.filter(({ observed }) => observed.carriedOut > 1).map(({ operation }) => operation.name),
		);
		// What is locked or cancelled cannot be so again: there the harm is a refusal told for what was done.
		expect(changing.map(({ name }) => name).filter((name) => !doubled.has(name))).toEqual([
			'freeNumberSupply: lock',
			'inbound number: cancelReservation',
		]);
	});
});
