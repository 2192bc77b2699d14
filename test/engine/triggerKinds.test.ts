import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { freeNumber, startSimulated } from './startSimulated';
import type { Simulated } from './startSimulated';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

describe('what the order trigger tells, through n8n-core against the simulator', () => {
	let simulated: Simulated;
	beforeEach(async () => {
		simulated = await startSimulated();
	});
	afterEach(async () => {
		expect(simulated.simulator.control.violations()).toEqual([]);
		await simulated.simulator.close();
	});

	const type = 'coltWholesaleSipTrigger';
	const poll = async (state: IDataObject, parameters: IDataObject = {}): Promise<INodeExecutionData[]> =>
		(await simulated.engine.poll({ type, parameters, state })) ?? [];
	const place = (order: IDataObject = {}): string =>
		simulated.simulator.control.seed({ orders: [{ type: 'activation', country: 'GB', ...order }] }).orders[0]?.id ?? '';
	const change = (id: string, to: { status?: string; description?: string }): void => {
		simulated.simulator.control.advance(1000);
		simulated.simulator.control.changeOrder(id, to);
	};
	const told = (items: INodeExecutionData[]): unknown[] =>
		items.map(({ json }) => [json.event, json.previousStatus, json.status]);

	test('every status between two polls is told, with the ids it would have had one by one', async () => {
		const { control } = simulated.simulator;
		const id = place({ type: 'portIn', status: 'Validation In Progress' });
		const state: IDataObject = {};
		await poll(state);
		const oneByOne = structuredClone(state);
		const way = ['Submitted to operator', 'Firm order commitment', 'Delayed', 'Firm order commitment'];
		const ids: unknown[] = [];
		for (const status of way) {
			change(id, { status });
			ids.push(...(await poll(oneByOne)).map(({ json }) => json.eventId));
		}
		const items = await poll(state);
		expect(items.map(({ json }) => json.status)).toEqual(way);
		expect(items.map(({ json }) => json.previousStatus)).toEqual(['Validation In Progress', ...way.slice(0, -1)]);
		expect(items.map(({ json }) => json.eventId)).toEqual(ids);
		expect(items.map(({ json }) => json.restored ?? false)).toEqual([true, true, true, false]);
		const dates = items.map(({ json }) => Date.parse(json.changedAt as string));
		expect(dates).toEqual(dates.toSorted((one, other) => one - other));
		expect(new Set(dates).size).toBe(4);
		control.clearCalls();
		expect(await poll(state)).toEqual([]);
	});

	test(
		'an order made and finished between two polls is told from its beginning; a status that came and went is not ' +
			'told',
		async () => {
			const state: IDataObject = {};
			const there = place({ type: 'portIn', status: 'Firm order commitment' });
			await poll(state);
			change(there, { status: 'Delayed' });
			await poll(state);
			change(there, { status: 'Firm order commitment' });
			change(there, { status: 'Delayed' });
			change(place(), { status: 'Completed' });
			expect(told(await poll(state))).toEqual([
				['newOrder', null, 'In progress'],
				['statusChanged', 'In progress', 'Completed'],
			]);
		},
	);

	test('without a history, or without details, the change is told all the same', async () => {
		const { control } = simulated.simulator;
		const state: IDataObject = {};
		const id = place();
		await poll(state);
		control.change({ withoutHistory: true });
		change(id, { status: 'Odd' });
		change(id, { status: 'Completed' });
		expect(told(await poll(structuredClone(state)))).toEqual([['statusChanged', 'In progress', 'Completed']]);
		control.addFault({ operation: 'getOrder', status: 404, code: '001' });
		const items = await poll(state, { options: { addDetails: true } });
		expect(told(items)).toEqual([['statusChanged', 'In progress', 'Completed']]);
		expect(items[0]?.json.detailsError).toEqual(expect.any(String));
	});

	test('an order can bring its details', async () => {
		const state: IDataObject = {};
		const id = place();
		await poll(state);
		change(id, { status: 'Completed' });
		expect((await poll(state, { options: { addDetails: true } }))[0]?.json).toMatchObject({
			orderId: id,
			statusHistory: [{ status: 'In progress' }, { status: 'Completed' }],
		});
	});

	test('a deadline is told once, before it ends and also after an outage', async () => {
		const state: IDataObject = {};
		const parameters = { events: ['deadlineNear'], deadlineHours: 24 };
		const id = place({ type: 'portIn', status: 'Customer feedback awaited' });
		await poll(state, parameters);
		simulated.simulator.control.advance(47 * HOUR);
		expect(await poll(state, parameters)).toEqual([]);
		const before = structuredClone(state);
		simulated.simulator.control.advance(2 * HOUR);
		const [item, ...others] = await poll(state, parameters);
		expect(others).toEqual([]);
		expect(item?.json).toMatchObject({
			event: 'deadlineNear',
			orderId: id,
			status: 'Customer feedback awaited',
			deadlineTimeZone: 'Europe/London',
		});
		expect(await poll(state, parameters)).toEqual([]);
		simulated.simulator.control.advance(22 * HOUR);
		expect((await poll(before, parameters)).map(({ json }) => json.eventId)).toEqual([item?.json.eventId]);
		expect(await poll(state, { ...parameters, deadlineHours: 48 })).toEqual([]);
	});

	test.each([false, true])(
		'a deadline does not move when the order is touched (no history: %s)',
		async (withoutHistory) => {
			simulated.simulator.control.change({ withoutHistory });
			const state: IDataObject = {};
			const parameters = { events: ['deadlineNear', 'descriptionChanged'], deadlineHours: 24 };
			const id = place({ type: 'portIn', status: 'Customer feedback awaited' });
			await poll(state, parameters);
			simulated.simulator.control.advance(47 * HOUR);
			change(id, { description: 'A note' });
			const [note] = await poll(state, parameters);
			simulated.simulator.control.advance(2 * HOUR);
			const [near] = await poll(state, parameters);
			expect([note?.json.event, near?.json.event]).toEqual(['descriptionChanged', 'deadlineNear']);
			for (const item of [note, near])
				expect(Date.parse(item?.json.deadline as string) - Date.parse(item?.json.createdAt as string)).toBe(72 * HOUR);
		},
	);

	test('a reservation is told before it ends, if a number of it is still reserved, and once', async () => {
		const { control } = simulated.simulator;
		const state: IDataObject = {};
		const parameters = { events: ['reservationExpiring'], expiryDays: 7 };
		const numbers = [freeNumber(simulated.simulator), freeNumber(simulated.simulator, 'FR')];
		for (const number of numbers) {
			await simulated.engine.run({
				parameters: {
					resource: 'number',
					operation: 'reserve',
					country: number.startsWith('+44') ? 'GB' : 'FR',
					numberRangeStart: number,
					numberRangeEnd: number,
				},
			});
		}
		control.advance(10_000);
		await poll(state, parameters);
		expect(control.numbers({ status: 'Reserved' })).toHaveLength(2);
		await simulated.engine.run({
			parameters: {
				resource: 'number',
				operation: 'return',
				country: 'FR',
				numberRangeStart: numbers[1],
				numberRangeEnd: numbers[1],
			},
		});
		control.advance(60 * DAY);
		expect(await poll(state, parameters)).toEqual([]);
		control.advance(25 * DAY);
		const items = await poll(state, parameters);
		expect(items.map(({ json }) => [json.event, json.stillReserved])).toEqual([
			['reservationExpiring', [{ start: numbers[0], end: numbers[0], reservedUntil: expect.any(String) as string }]],
		]);
		control.advance(DAY);
		expect(await poll(state, parameters)).toEqual([]);
	});

	test('a reservation whose numbers cannot be looked up is told without them, and holds up nothing else', async () => {
		const { control } = simulated.simulator;
		const state: IDataObject = {};
		const parameters = { events: ['reservationExpiring', 'statusChanged'] };
		const number = freeNumber(simulated.simulator);
		await simulated.engine.run({
			parameters: {
				resource: 'number',
				operation: 'reserve',
				country: 'GB',
				numberRangeStart: number,
				numberRangeEnd: number,
			},
		});
		const id = place();
		await poll(state, parameters);
		control.advance(85 * DAY);
		change(id, { status: 'Failed with error' });
		control.addFault({ operation: 'searchInventory', status: 400, code: '002' });
		const items = await poll(state, parameters);
		expect(items.map(({ json }) => json.event).toSorted()).toEqual([
			'reservationExpiring',
			'statusChanged',
			'statusChanged',
		]);
		expect(items.find(({ json }) => json.event === 'reservationExpiring')?.json).toMatchObject({
			stillReserved: null,
			stillReservedError: expect.any(String) as string,
		});
		expect(await poll(state, parameters)).toEqual([]);
	});

	test('changes can be chosen by the status before', async () => {
		const state: IDataObject = {};
		const [late, other] = [
			place({ type: 'portIn', status: 'Delayed' }),
			place({ type: 'portIn', status: 'Validation In Progress' }),
		];
		await poll(state);
		for (const id of [late, other]) change(id, { status: 'Firm order commitment' });
		place();
		for (const filters of [
			{ previousGroups: ['delayed'] },
			{ previousStatuses: ['delayed'], groups: ['in progress'] },
		]) {
			expect(told(await poll(structuredClone(state), { filters }))).toEqual([
				['statusChanged', 'Delayed', 'Firm order commitment'],
			]);
		}
		expect(await poll(state, { filters: { previousGroups: ['delayed'], groups: ['failed'] } })).toEqual([]);
	});
});

describe('when polls fail', () => {
	let simulated: Simulated;
	beforeEach(async () => {
		simulated = await startSimulated();
	});
	afterEach(async () => {
		await simulated.simulator.close();
	});

	test('a long outage is reported once and not at each poll; after it everything comes in order', async () => {
		const { control } = simulated.simulator;
		const state: IDataObject = {};
		const [first, second] = control
			.seed({
				orders: [
					{ type: 'activation', country: 'GB' },
					{ type: 'activation', country: 'GB' },
				],
			})
			.orders.map(({ id }) => id);
		const poll = simulated.engine.activate({ type: 'coltWholesaleSipTrigger', state });
		await poll();
		control.addFault({ operation: 'listOrders', status: 403, code: '001', count: 4 });
		await expect(poll()).rejects.toThrow(/not authorised|suspended/i);
		control.advance(1000);
		control.changeOrder(second ?? '', { status: 'Completed' });
		const kept = JSON.stringify(state);
		expect([await poll(), await poll()]).toEqual([null, null]);
		expect(JSON.stringify(state)).toBe(kept);
		control.advance(1000);
		control.changeOrder(first ?? '', { status: 'Failed with error' });
		// The workflow is activated anew: its first poll must not hide that it cannot work.
		await expect(simulated.engine.activate({ type: 'coltWholesaleSipTrigger', state })()).rejects.toThrow();
		expect((await poll())?.map(({ json }) => json.orderId)).toEqual([second, first]);
	});

	test('two polls at once are one', async () => {
		const { control } = simulated.simulator;
		const state: IDataObject = {};
		const poll = simulated.engine.activate({ type: 'coltWholesaleSipTrigger', state });
		await poll();
		control.seed({ orders: [{ type: 'activation', country: 'GB' }] });
		const results = await Promise.all([poll(), poll(), poll()]);
		expect(results.filter((items) => items !== null)).toHaveLength(1);
	});

	test('two polls at once are one, also where n8n gives each its own context and state', async () => {
		const { control } = simulated.simulator;
		const state: IDataObject = {};
		await simulated.engine.activate({ type: 'coltWholesaleSipTrigger', state })();
		control.seed({ orders: [{ type: 'activation', country: 'GB' }] });
		const activate = () =>
			simulated.engine.activate({ type: 'coltWholesaleSipTrigger', state: structuredClone(state) });
		const results = await Promise.all([activate()(), activate()(), activate()()]);
		expect(results.filter((items) => items !== null)).toHaveLength(1);
	});
});
