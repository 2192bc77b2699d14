import type { IDataObject } from 'n8n-workflow';

import { startSimulator } from '../../simulator/server';
import { OPERATIONS } from '../faults/operationCases';
import { startEngine } from './harness';
import { OTHER_TONGUE } from './otherTongue';
import { credentialFor } from './startSimulated';

/** What an output says besides ids, times and Colt's own names. */
const essence = ({
	status,
	numberRangeStart,
	numberRangeEnd,
	orderType,
	outcome,
	portable,
	count,
	orderId,
}: IDataObject): IDataObject => ({
	status,
	numberRangeStart,
	numberRangeEnd,
	orderType,
	outcome,
	portable,
	count,
	order: typeof orderId,
});

/**
 * One run of every operation against a simulator, each with what it needs; and what the simulator has in its books
 * then.
 */
async function playAll(spoken: string | undefined, corrections: string) {
	const simulator = await startSimulator({ clock: 'stepped', ...(spoken !== undefined && { corrections: spoken }) });
	const { control, inboundControl } = simulator;
	const engine = await startEngine({ coltOAuth2Api: credentialFor(simulator, { corrections }) });
	const played: Array<{ name: string; effect: string; error: string; items: IDataObject[] }> = [];
	for (const [position, operation] of OPERATIONS.entries()) {
		const { name, type, effect, parameters, binary } = operation;
		const item = operation.stage(simulator, position);
		const { error, json } = await engine.run({ type, parameters, items: [item], ...(binary && { binary }) });
		played.push({ name, effect, error: error?.message ?? '', items: json.map(essence) });
	}
	const books = [...control.books(), ...inboundControl.books()]
		.filter(({ trackingId }) => trackingId !== null)
		.map(({ type, status, country, ranges }) => ({ type, status, country, ranges }));
	const numbers = control.numbers({}).map(({ start, status }) => `${start} ${status}`);
	const violations = control.violations();
	const unknown = control.calls({}).flatMap((call) => call.unknown ?? []);
	await simulator.close();
	return { played, books, numbers, violations, unknown };
}

it(
	'every operation of both nodes does the same at a simulator of ' + 'another tongue, and leaves the same books',
	async () => {
		const own = await playAll(undefined, '');
		const other = await playAll(OTHER_TONGUE, OTHER_TONGUE);
		expect(own.played.filter(({ error }) => error !== '')).toEqual([]);
		expect(other.played).toEqual(own.played);
		expect(other.books).toEqual(own.books);
		expect(other.numbers).toEqual(own.numbers);
		expect([...own.violations, ...other.violations]).toEqual([]);
		// What every request holds by the corrections is a name that the contract does not know.
		expect(other.unknown).toEqual([...own.unknown, 'body.channel']);
	},
);

it('without the corrections that simulator takes no order of a corrected operation', async () => {
	const { played, books } = await playAll(OTHER_TONGUE, '');
	const placing = /^(?:number: (?:reserve|return|activate|updateEndCustomer|reactivate)|porting: portIn)$/;
	for (const { name, error } of played)
		if (placing.test(name)) expect(`${name}: ${error}`).toContain('No order was placed');
	expect(books.filter(({ type }) => /^(?:reservation|return|reactivation)$/.test(type))).toEqual([]);
});
