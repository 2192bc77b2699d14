import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { startReshaped } from './reshaped';
import type { Reshaped, Shape } from './reshaped';

type Json = Record<string, unknown>;

const DAY = 86_400_000;
const renamed = (from: string, to: string, how = (value: unknown): unknown => value) =>
	function record({ [from]: value, ...order }: Json): Json {
		return { ...order, [to]: how(value) };
	};
const pascal = (value: unknown): unknown => {
	if (Array.isArray(value)) return value.map(pascal);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([name, part]) => [name[0]?.toUpperCase() + name.slice(1), pascal(part)]),
	);
};
/** The same dates in another writing, those of the history too. */
const dated = (write: (date: string) => unknown) =>
	function record(order: Json): Json {
		return Object.fromEntries(
			Object.entries(order).map(([name, value]) => [name, /Date|Update$/.test(name) ? write(value as string) : value]),
		);
	};

describe('order lists of other shapes, through n8n-core', () => {
	let colt: Reshaped;
	beforeEach(async () => {
		colt = await startReshaped();
	});
	afterEach(async () => await colt.close());

	const type = 'coltWholesaleSipTrigger';
	const poll = async (state: IDataObject, parameters: IDataObject = {}, mode: 'trigger' | 'manual' = 'trigger') =>
		await colt.engine.poll({ type, parameters, state, mode });
	const place = (order: IDataObject = {}): string =>
		colt.simulator.control.seed({ orders: [{ type: 'activation', country: 'GB', ...order }] }).orders[0]?.id ?? '';
	const change = (id: string, status: string): void => {
		colt.simulator.control.advance(1000);
		colt.simulator.control.changeOrder(id, { status });
	};
	const told = (items: INodeExecutionData[] | null): unknown[] =>
		(items ?? []).map(({ json }) => [json.event, json.previousStatus, json.status, json.orderType]);

	test.each<[string, Shape]>([
		['the status as transactionStatus', { record: renamed('orderStatus', 'transactionStatus') }],
		['the status as state', { record: renamed('orderStatus', 'state') }],
		['the status as an object', { record: renamed('orderStatus', 'orderStatus', (value) => ({ value })) }],
		['the status as a named object', { record: renamed('orderStatus', 'status', (name) => ({ id: 7, name })) }],
		['names in capitals', { record: (order) => pascal(order) }],
		['dates in seconds', { record: dated((date) => Date.parse(date) / 1000) }],
		['dates of .NET', { record: dated((date) => `/Date(${Date.parse(date)})/`) }],
		[
			'order types as 002 names them',
			{ record: renamed('orderType', 'orderType', (name) => `Number ${String(name)}`) },
		],
		['a wrapped list', { list: (orderList) => ({ orderList, totalCount: orderList.length }) }],
	])('%s: each change comes once', async (_, shape) => {
		colt.become(shape);
		const state: IDataObject = {};
		const id = place();
		expect(await poll(state)).toBeNull();
		change(id, 'Completed');
		expect(told(await poll(state))).toEqual([['statusChanged', 'In progress', 'Completed', 'activation']]);
		expect(await poll(state)).toBeNull();
	});

	const unreadable: Array<[string, Shape, RegExp]> = [
		['a status of another name', { record: renamed('orderStatus', 'phase') }, /no status .*phase/],
		['an ID of another name', { record: renamed('id', 'orderNumber') }, /orderNumber/],
		[
			'a status that is no text',
			{ record: renamed('orderStatus', 'orderStatus', () => ({ text: 'x' })) },
			/orderStatus/,
		],
	];

	test.each(unreadable)('%s is an error at activation, and takes no baseline', async (_, shape, names) => {
		colt.become(shape);
		const state: IDataObject = {};
		const id = place();
		await expect(poll(state)).rejects.toThrow(names);
		expect(state).toEqual({});
		// Once the name is corrected, the account is not new.
		colt.become({});
		expect(await poll(state)).toBeNull();
		change(id, 'Completed');
		expect(told(await poll(state))).toHaveLength(1);
	});

	test.each(unreadable)('%s is an error of a later poll too, which loses nothing', async (_, shape, names) => {
		const state: IDataObject = {};
		const [id] = [place(), place(), place()];
		await poll(state);
		const kept = structuredClone(state);
		change(id, 'Completed');
		colt.become(shape);
		await expect(colt.engine.activate({ type, state })()).rejects.toThrow(names);
		expect(state).toEqual(kept);
		colt.become({});
		expect(told(await poll(state))).toEqual([['statusChanged', 'In progress', 'Completed', 'activation']]);
	});

	test('the same in an account of many orders, where only what changed is asked for', async () => {
		colt.simulator.control.addAccount({ orders: 600, open: 20 });
		const state: IDataObject = {};
		await poll(state);
		colt.simulator.control.advance(1000);
		const changes = colt.simulator.control.changeOpen(5);
		colt.become({ record: renamed('orderStatus', 'phase') });
		await expect(colt.engine.activate({ type, state })()).rejects.toThrow(/cannot be read: 60\d of 60\d/);
		colt.become({});
		expect(await poll(state)).toHaveLength(changes.length);
	});

	test('a few odd orders are left out; those of the first poll get their status without a word', async () => {
		const odd = place({ status: 'In progress' });
		place();
		place();
		colt.become({ record: (order) => (order.id === odd ? { ...order, orderStatus: undefined } : order) });
		const state: IDataObject = {};
		expect(await poll(state)).toBeNull();
		colt.become({});
		expect(await poll(state)).toBeNull();
		change(odd, 'Completed');
		expect(told(await poll(state))).toEqual([['statusChanged', 'In progress', 'Completed', 'activation']]);
	});

	test('a state of the version before with orders without a status does not report the account as new', async () => {
		const ids = [place(), place()];
		const state: IDataObject = {};
		await poll(state);
		const { orders } = state.orders as { orders: Record<string, unknown> };
		const keys = Object.keys(orders);
		const before: IDataObject = {
			orders: { version: 3, moments: {}, statuses: [''], orders: keys.map((key) => `${key}!0`).join() },
		};
		expect(await poll(before)).toBeNull();
		change(ids[0] ?? '', 'Completed');
		expect(told(await poll(before))).toEqual([['statusChanged', 'In progress', 'Completed', 'activation']]);
	});

	test('a change whose date Colt does not move is seen within a day', async () => {
		colt.simulator.control.addAccount({ orders: 600, open: 6 });
		const state: IDataObject = {};
		await poll(state);
		const forgetful = (order: Json): Json => ({ ...order, lastUpdate: order.creationDate });
		const [change1] = colt.simulator.control.changeOpen(1);
		// The simulator's filter knows the true date, so what it finds is filtered as an API would that forgot it.
		colt.become({
			record: (order) => (order.id === change1?.orderId ? forgetful(order) : order),
			list: (records) =>
				records.length > 50 ? records : records.filter((one) => (one as Json).id !== change1?.orderId),
		});
		expect(await poll(state)).toBeNull();
		colt.simulator.control.advance(DAY + 1000);
		expect(told(await poll(state))).toHaveLength(1);
	});
});

describe('the test step', () => {
	let colt: Reshaped;
	beforeEach(async () => {
		colt = await startReshaped();
	});
	afterEach(async () => await colt.close());
	const fetchTestEvent = async (parameters: IDataObject): Promise<IDataObject | undefined> =>
		(await colt.engine.poll({ type: 'coltWholesaleSipTrigger', parameters, state: {}, mode: 'manual' }))?.[0]?.json;

	test('prefers an order that fits the filters, under a chosen event', async () => {
		const { control } = colt.simulator;
		const [port] = control.seed({ orders: [{ type: 'portIn', country: 'FR', status: 'Delayed' }] }).orders;
		control.advance(60_000);
		control.addAccount({ orders: 350, open: 0 });
		const item = await fetchTestEvent({
			events: ['statusChanged'],
			filters: { orderTypes: ['portIn'], statuses: ['Delayed'] },
		});
		expect(item).toMatchObject({ orderId: port?.id, event: 'statusChanged', status: 'Delayed' });
		expect(item).not.toHaveProperty('testEventNote');
	});

	test('says so when none fits', async () => {
		colt.simulator.control.seed({ orders: [{ type: 'activation', country: 'GB' }] });
		const item = await fetchTestEvent({ events: ['statusChanged'], filters: { statuses: ['Expired'] } });
		expect(item).toMatchObject({
			event: 'statusChanged',
			status: 'In progress',
			testEventNote: expect.stringContaining('matches the filters') as string,
		});
	});

	test('of a list that cannot be read is an error', async () => {
		colt.simulator.control.seed({ orders: [{ type: 'activation', country: 'GB' }] });
		colt.become({ record: renamed('orderStatus', 'phase') });
		await expect(fetchTestEvent({})).rejects.toThrow(/phase/);
	});
});

describe('Order: Wait for Status', () => {
	test('says at once that a status cannot be read', async () => {
		const colt = await startReshaped({ record: renamed('orderStatus', 'phase') });
		try {
			const [order] = colt.simulator.control.seed({ orders: [{ type: 'activation', country: 'GB' }] }).orders;
			const { error } = await colt.engine.run({
				parameters: {
					resource: 'order',
					operation: 'waitForStatus',
					orderId: { __rl: true, mode: 'id', value: order?.id },
					waitMinutes: 10,
				},
			});
			expect(error?.message).toMatch(/no status that this node can read/);
			expect(colt.simulator.control.calls({ operation: 'getOrder' })).toHaveLength(1);
		} finally {
			await colt.close();
		}
	});
});
