import type { IDataObject } from 'n8n-workflow';

import { freeNumber, startSimulated } from './startSimulated';
import type { Simulated } from './startSimulated';

const END_CUSTOMER = {
	mappingMode: 'defineBelow',
	value: {
		endCustomerName: 'Example Bakery Ltd',
		houseNumber: '20',
		streetName: 'Great Eastern Street',
		city: 'London',
		postalCode: 'EC2A 3EH',
	},
};

/**
 * What the items of each version of the nodes look like: stored workflows of version 1 must get what they always got.
 */
describe('the output of the nodes', () => {
	let simulated: Simulated;
	beforeEach(async () => {
		simulated = await startSimulated();
	});
	afterEach(async () => {
		await simulated.simulator.close();
	});

	const run = async (typeVersion: 1 | 2, parameters: IDataObject, type = 'coltWholesaleSip') => {
		const { json, error } = await simulated.engine.run({ type, parameters, node: { typeVersion } });
		expect(error).toBeUndefined();
		return json;
	};
	const fieldsOf = (items: IDataObject[]): string[] => Object.keys(items[0] ?? {});
	const reserve = (start: string): IDataObject => ({
		resource: 'number',
		operation: 'reserve',
		numberRangeStart: start,
	});
	const get = (orderId: unknown): IDataObject => ({
		resource: 'order',
		operation: 'get',
		orderId: { __rl: true, mode: 'id', value: orderId as string },
	});
	const wait = (orderId: unknown): IDataObject => ({ ...get(orderId), operation: 'waitForStatus', waitMinutes: 1 });
	const finish = (): void => simulated.simulator.control.advance(60_000);

	test('version 1: an order has its ID, what was ordered, and what Colt sent', async () => {
		const start = freeNumber(simulated.simulator);
		const [item] = await run(1, reserve(start));
		expect(item).toEqual({
			orderId: expect.any(String) as string,
			numberRangeStart: start,
			numberRangeEnd: start,
			country: 'GB',
			trackingId: expect.any(String) as string,
			raw: { order: { id: item?.orderId } },
		});
	});

	test('version 1: an order that is read has its ranges as a list, nested values, and what Colt sent', async () => {
		const start = freeNumber(simulated.simulator);
		const [{ orderId } = {}] = await run(1, reserve(start));
		finish();
		const items = await run(1, wait(orderId));
		expect(items).toMatchObject([
			{
				orderId,
				numberRanges: [{ start, end: start }],
				statusHistory: [{ status: 'In progress' }, { status: 'Completed' }],
				raw: { id: orderId, orderStatus: 'Completed' },
				reached: true,
				outcome: 'reached',
			},
		]);
		expect(fieldsOf(items).slice(-4)).toEqual(['trackingId', 'raw', 'reached', 'outcome']);
		expect(fieldsOf(items)).not.toContain('numberRangeStart');
	});

	test('version 1: a number has its end customer as an object, and what Colt sent', async () => {
		const start = freeNumber(simulated.simulator);
		await run(1, { resource: 'number', operation: 'activate', numberRangeStart: start, endCustomer: END_CUSTOMER });
		finish();
		const number = { resource: 'number', operation: 'get', numberRangeStart: start };
		expect(await run(1, number)).toMatchObject([
			{
				endCustomer: { name: 'Example Bakery Ltd', address: { city: 'London' } },
				trackingId: expect.any(String) as string,
				raw: {},
			},
		]);
	});

	test('version 2: an order has first what it came to, and keeps its tracking ID', async () => {
		const start = freeNumber(simulated.simulator);
		const items = await run(2, reserve(start));
		expect(items).toEqual([
			{
				outcome: 'placed',
				orderId: expect.any(String) as string,
				numberRangeStart: start,
				numberRangeEnd: start,
				country: 'GB',
				trackingId: expect.any(String) as string,
			},
		]);
		expect(fieldsOf(items).slice(0, 2)).toEqual(['outcome', 'orderId']);
	});

	test('version 2: an order that was waited for is flat, and starts with what it came to', async () => {
		const start = freeNumber(simulated.simulator);
		const [{ orderId } = {}] = await run(2, reserve(start));
		finish();
		const items = await run(2, wait(orderId));
		expect(fieldsOf(items).slice(0, 7)).toEqual([
			'outcome',
			'reached',
			'orderId',
			'status',
			'orderType',
			'numberRangeStart',
			'numberRangeEnd',
		]);
		expect(items).toMatchObject([{ outcome: 'reached', numberRangeStart: start, numberRangeEnd: start }]);
		expect(Object.values(items[0] ?? {}).filter((value) => typeof value === 'object')).toEqual([]);
	});

	test('version 2: what was read of a number is mapped by name to an update of its end customer', async () => {
		const start = freeNumber(simulated.simulator);
		await run(2, { resource: 'number', operation: 'activate', numberRangeStart: start, endCustomer: END_CUSTOMER });
		finish();
		const items = await run(2, { resource: 'number', operation: 'get', numberRangeStart: start });
		expect(items).toMatchObject([END_CUSTOMER.value]);
		const update = {
			resource: 'number',
			operation: 'updateEndCustomer',
			numberRangeStart: '={{ $json.numberRangeStart }}',
			endCustomer: { mappingMode: 'autoMapInputData', value: null },
		};
		const { error } = await simulated.engine.run({ parameters: update, items });
		expect(error).toBeUndefined();
		const [call] = simulated.simulator.control.calls({ operation: 'updateCustomer' });
		expect(call?.body).toMatchObject({
			relatedParty: { endCustomerDetails: { endCustomerName: 'Example Bakery Ltd', address: { city: 'London' } } },
		});
	});

	test('version 2 with Simplify off: everything, with what Colt sent at the end', async () => {
		const start = freeNumber(simulated.simulator);
		const [{ orderId } = {}] = await run(2, reserve(start));
		finish();
		const items = await run(2, { ...wait(orderId), simplify: false });
		expect(items).toMatchObject([{ numberRanges: [{ start, end: start }], raw: { orderStatus: 'Completed' } }]);
		expect(fieldsOf(items)[0]).toBe('outcome');
		expect(fieldsOf(items).slice(-2)).toEqual(['trackingId', 'raw']);
	});

	test.each(['maybe', '={{ "" }}'])(
		'Simplify that is neither true nor false (%s) is refused before anything is sent',
		async (simplify) => {
			const parameters = { ...reserve(freeNumber(simulated.simulator)), simplify };
			const { error } = await simulated.engine.run({ parameters });
			expect(error?.message).toMatch(/^Simplify .* Nothing was sent\.$/);
			expect(simulated.simulator.control.books()).toEqual([]);
		},
	);

	test('Simplify takes the words of an expression, item by item', async () => {
		const numbers = [freeNumber(simulated.simulator, 'GB'), freeNumber(simulated.simulator, 'BE')];
		const { json } = await simulated.engine.run({
			parameters: { ...reserve('={{ $json.number }}'), simplify: '={{ $json.flat }}' },
			items: [
				{ number: numbers[0], flat: 'no' },
				{ number: numbers[1], flat: 'yes' },
			],
		});
		expect(json.map((item) => 'raw' in item)).toEqual([true, false]);
	});

	test('an item that failed keeps every detail in both versions', async () => {
		const told = await Promise.all(
			([1, 2] as const).map(
				async (typeVersion) =>
					await simulated.engine.run({
						parameters: reserve('+442089999999'),
						node: { typeVersion, onError: 'continueRegularOutput' },
					}),
			),
		);
		for (const { json } of told)
			expect(json).toMatchObject([
				{
					error: expect.any(String) as string,
					outcome: 'refused',
					trackingId: expect.any(String) as string,
					code: '002',
				},
			]);
	});

	const changed = async (
		typeVersion: 1 | 2,
		parameters: IDataObject = {},
		options: IDataObject = {},
	): Promise<IDataObject> => {
		const { control } = simulated.simulator;
		const trigger = { type: 'coltWholesaleSipTrigger', state: {}, node: { typeVersion } };
		const ranges = [{ start: '+442081324758', end: '+442081324759' }];
		const [order] = control.seed({ orders: [{ type: 'activation', country: 'GB', ranges }] }).orders;
		await simulated.engine.poll({ ...trigger, parameters });
		control.advance(1000);
		control.changeOrder(order?.id ?? '', { status: 'Completed' });
		const details = typeVersion === 1 ? { addDetails: true } : { options: { addDetails: true, ...options } };
		const items = await simulated.engine.poll({ ...trigger, parameters: { ...parameters, ...details } });
		return items?.[0]?.json ?? {};
	};

	test('version 1 of the trigger has ranges and details as they were, and what Colt sent', async () => {
		const item = await changed(1);
		expect(Object.keys(item).slice(0, 3)).toEqual(['eventId', 'event', 'orderId']);
		expect(item).toMatchObject({
			numberRanges: [{ start: '+442081324758', end: '+442081324759' }],
			raw: { orderStatus: 'Completed' },
			details: { orderId: item.orderId, statusHistory: [{ status: 'In progress' }, { status: 'Completed' }] },
		});
	});

	test('version 2 of the trigger is flat, with the lists of the details that were asked for', async () => {
		const item = await changed(2);
		expect(Object.keys(item).slice(0, 3)).toEqual(['event', 'orderId', 'status']);
		expect(item).toMatchObject({
			numberRangeStart: '+442081324758',
			numberRangeEnd: '+442081324759',
			statusHistory: [{ status: 'In progress' }, { status: 'Completed' }],
		});
		for (const name of ['raw', 'details', 'numberRanges']) expect(item).not.toHaveProperty(name);
	});

	test('version 2 of the trigger is whole with Simplify off, and flat in one item for all', async () => {
		expect(await changed(2, { simplify: false })).toMatchObject({ raw: {}, details: {}, numberRanges: [{}] });
		const { changes } = await changed(2, {}, { oneItem: true });
		expect(changes).toMatchObject([{ event: 'statusChanged', numberRangeStart: '+442081324758' }]);
		expect((changes as IDataObject[])[0]).not.toHaveProperty('raw');
	});

	test('Colt Inbound has both versions too', async () => {
		const search = { resource: 'number', operation: 'searchFree', country: 'GB', returnAll: false, limit: 1 };
		expect(fieldsOf(await run(1, search, 'coltInbound'))).toEqual(expect.arrayContaining(['trackingId', 'raw']));
		const fields = fieldsOf(await run(2, search, 'coltInbound'));
		expect(fields).toContain('numberRangeStart');
		expect(fields).not.toContain('raw');
		expect(fields).not.toContain('trackingId');
	});
});
