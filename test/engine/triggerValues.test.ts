import type { IDataObject } from 'n8n-workflow';

import { startSimulated } from './startSimulated';
import type { Simulated } from './startSimulated';

const TYPE = 'coltWholesaleSipTrigger';

describe("the order trigger's settings from expressions", () => {
	let simulated: Simulated;
	beforeEach(async () => {
		simulated = await startSimulated();
	});
	afterEach(async () => await simulated.simulator.close());

	const place = (country: 'GB' | 'FR'): string =>
		simulated.simulator.control.seed({ orders: [{ type: 'activation', country }] }).orders[0]?.id ?? '';
	const poll = async (parameters: IDataObject, state: IDataObject) =>
		await simulated.engine.poll({ type: TYPE, parameters, state });

	test.each<[IDataObject, string]>([
		[{ filters: { customerReference: '={{ $json.nope }}' } }, 'Filters cannot be read:'],
		[{ filters: { customerReference: '={{ null }}' } }, 'Customer Reference'],
		[{ filters: { customerReference: '' } }, 'Customer Reference'],
		[{ filters: { countries: '={{ undefined }}' } }, 'Countries'],
		[{ filters: { countries: '={{ "Atlantis" }}' } }, 'Countries'],
		[{ filters: { statuses: '={{ ["Done somehow"] }}' } }, 'Statuses'],
		[{ filters: { customerReference: 'undefined' } }, 'Customer Reference'],
		[{ options: { addDetails: '={{ "maybe" }}' } }, 'Add Order Details'],
		[{ options: { oneItem: '={{ 3 }}' } }, 'One Item per Poll'],
		[{ startWith: '={{ "yesterday" }}' }, 'Start With'],
		[{ events: '={{ "newOrders" }}' }, 'Trigger On'],
	])('%j is refused by field, and the state stays', async (parameters, field) => {
		place('GB');
		const state: IDataObject = {};
		await expect(poll(parameters, state)).rejects.toThrow(new RegExp(`^${field} `));
		expect(state).toEqual({});
		expect(simulated.simulator.control.calls()).toEqual([]);
	});

	test('words and names are read: one item with details, of one country', async () => {
		const parameters = {
			events: '={{ "New Order, statusChanged" }}',
			startWith: '={{ "open orders" }}',
			filters: { countries: '={{ "United Kingdom" }}' },
			simplify: '={{ "no" }}',
			options: { oneItem: '={{ "yes" }}', addDetails: '={{ 1 }}' },
		};
		const british = place('GB');
		place('FR');
		const items = await poll(parameters, {});
		expect(items).toHaveLength(1);
		expect(items?.[0]?.json).toMatchObject({
			count: 1,
			changes: [{ orderId: british, details: { orderId: british } }],
		});
	});
});
