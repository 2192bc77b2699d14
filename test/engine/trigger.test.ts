import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { startSimulated } from './startSimulated';
import type { Simulated } from './startSimulated';

const HOUR = 3_600_000;

describe('the order trigger through n8n-core against the simulator', () => {
	let simulated: Simulated;
	beforeEach(async () => {
		simulated = await startSimulated();
	});
	afterEach(async () => {
		expect(simulated.simulator.control.violations()).toEqual([]);
		await simulated.simulator.close();
	});

	const poll = async (
		state: IDataObject,
		parameters: IDataObject = {},
		mode: 'trigger' | 'manual' = 'trigger',
	): Promise<INodeExecutionData[] | null> =>
		await simulated.engine.poll({ type: 'coltWholesaleSipTrigger', parameters, state, mode });
	const place = (order: IDataObject = {}): string =>
		simulated.simulator.control.seed({ orders: [{ type: 'activation', country: 'GB', ...order }] }).orders[0]?.id ?? '';
	const change = (id: string, to: { status?: string; description?: string }): void => {
		simulated.simulator.control.advance(1000);
		simulated.simulator.control.changeOrder(id, to);
	};
	const told = (items: INodeExecutionData[] | null): unknown[] =>
		(items ?? []).map(({ json }) => [json.event, json.previousStatus, json.status]);

	test('the first poll takes note; then each change comes once, with what it means', async () => {
		const state: IDataObject = {};
		const id = place();
		expect(await poll(state)).toBeNull();
		expect(await poll(state)).toBeNull();
		change(id, { status: 'Completed' });
		const items = await poll(state);
		expect(items?.[0]?.json).toMatchObject({
			eventId: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
			event: 'statusChanged',
			orderId: id,
			orderType: 'activation',
			country: 'GB',
			previousStatus: 'In progress',
			status: 'Completed',
			normalisedStatus: 'Completed',
			group: 'succeeded',
			isFinal: true,
			nextStep: null,
			deadline: null,
			seenAt: expect.any(String) as string,
		});
		expect(items?.[0]?.json).not.toHaveProperty('raw');
		expect(await poll(state)).toBeNull();
	});

	test('after failed polls everything is delivered, in order of change', async () => {
		const state: IDataObject = {};
		const [first, second] = [place(), place()];
		await poll(state);
		const before = structuredClone(state);
		change(second, { status: 'Failed with error' });
		change(first, { status: 'Completed' });
		simulated.simulator.control.addFault({ operation: 'listOrders', status: 403, code: '001' });
		await expect(poll(state)).rejects.toThrow();
		expect(state).toEqual(before);
		expect((await poll(state))?.map(({ json }) => json.orderId)).toEqual([second, first]);
	});

	test('a finished port-out that opens again is a change', async () => {
		const state: IDataObject = {};
		const id = place({ type: 'portOut', status: 'Completed' });
		await poll(state);
		change(id, { status: 'Confirmed' });
		expect(told(await poll(state))).toEqual([['statusChanged', 'Completed', 'Confirmed']]);
	});

	test('the test step shows a real order and remembers nothing', async () => {
		const state: IDataObject = {};
		const id = place();
		expect((await poll(state, {}, 'manual'))?.map(({ json }) => json.orderId)).toEqual([id]);
		expect(state).toEqual({});
	});

	test('the test step shows the order changed last, though it stands at the end of a long list', async () => {
		simulated.simulator.control.addAccount({ orders: 350, open: 0 });
		simulated.simulator.control.advance(60_000);
		const id = place();
		simulated.simulator.control.clearCalls();
		expect((await poll({}, {}, 'manual'))?.map(({ json }) => json.orderId)).toEqual([id]);
		expect(simulated.simulator.control.calls({ operation: 'listOrders' }).length).toBeLessThanOrEqual(2);
	});

	test('a time that is none is refused before anything is sent', async () => {
		await expect(poll({}, { events: ['deadlineNear'], deadlineHours: 'soon' })).rejects.toThrow(/Deadline Lead Time/);
		expect(simulated.simulator.control.calls()).toEqual([]);
	});

	test.each([
		{ version: 4 },
		{ version: 3 },
		{ version: 2, statuses: [], orders: { a: '0' }, horizon: null, newest: null },
		'text',
	])('a saved state that cannot be read is refused and left alone: %j', async (orders) => {
		const state: IDataObject = { orders };
		place();
		await expect(poll(state)).rejects.toThrow(/saved state/);
		expect(state).toEqual({ orders });
	});

	test('the state of the version before is read', async () => {
		const id = place({ status: 'Completed' });
		expect(told(await poll({ orders: { version: 1, statuses: { [id]: 'In progress' } } }))).toEqual([
			['statusChanged', 'In progress', 'Completed'],
		]);
	});

	test(
		'a workflow that goes over from the sandbox to production starts anew; the same orders at another address ' +
			'are known',
		async () => {
			const state: IDataObject = {};
			place();
			await poll(state);
			// A simulator of the same seed gives its orders the same ids.
			const [production, sameAccount] = [await startSimulated({ seed: 2 }), await startSimulated()];
			const pollOf = async ({ engine }: Simulated, own: IDataObject): Promise<unknown[]> =>
				told(await engine.poll({ type: 'coltWholesaleSipTrigger', parameters: {}, state: own }));
			try {
				const [first] = production.simulator.control.seed({
					orders: [
						{ type: 'activation', country: 'GB' },
						{ type: 'activation', country: 'GB' },
					],
				}).orders;
				const own = structuredClone(state);
				expect(await pollOf(production, own)).toEqual([]);
				production.simulator.control.advance(1000);
				production.simulator.control.changeOrder(first?.id ?? '', { status: 'Completed' });
				expect(await pollOf(production, own)).toEqual([['statusChanged', 'In progress', 'Completed']]);
				sameAccount.simulator.control.seed({
					orders: [
						{ type: 'activation', country: 'GB', status: 'Completed' },
						{ type: 'activation', country: 'GB' },
					],
				});
				expect(await pollOf(sameAccount, structuredClone(state))).toEqual(
					expect.arrayContaining([
						['statusChanged', 'In progress', 'Completed'],
						['newOrder', null, 'In progress'],
					]),
				);
			} finally {
				await Promise.all([production, sameAccount].map(async ({ simulator }) => await simulator.close()));
			}
		},
	);

	test('a filter that lets nothing through loses nothing for the next one', async () => {
		const state: IDataObject = {};
		const id = place();
		await poll(state);
		change(id, { description: 'Waiting' });
		change(place({ country: 'FR' }), { status: 'Odd status' });
		expect(await poll(structuredClone(state), { filters: { countries: ['DE'] } })).toBeNull();
		expect(told(await poll(structuredClone(state), { filters: { groups: ['unknown'] } }))).toEqual([
			['statusChanged', 'In progress', 'Odd status'],
		]);
		expect(told(await poll(structuredClone(state), { events: ['descriptionChanged'] }))).toEqual([
			['descriptionChanged', 'In progress', 'In progress'],
		]);
		expect(
			(await poll(state, { events: ['descriptionChanged', 'newOrder'], options: { oneItem: true } }))?.[0]?.json,
		).toMatchObject({ count: 2 });
	});

	test('a decided port update has its own event', async () => {
		const state: IDataObject = {};
		const id = place({ type: 'portUpdate', parentId: place({ type: 'portIn', status: 'Delayed' }) });
		await poll(state);
		change(id, { status: 'Accepted' });
		expect(told(await poll(structuredClone(state)))).toEqual([['statusChanged', 'In progress', 'Accepted']]);
		expect(told(await poll(state, { events: ['childOrderDecided', 'statusChanged'] }))).toEqual([
			['childOrderDecided', 'In progress', 'Accepted'],
		]);
	});

	test('the first poll can tell of open orders, with the deadline', async () => {
		place({ status: 'Completed' });
		place({ type: 'portIn', status: 'Customer feedback awaited' });
		const items = await poll({}, { startWith: 'open' });
		expect(told(items)).toEqual([['currentStatus', null, 'Customer feedback awaited']]);
		const { changedAt, deadline, deadlineNote } = items?.[0]?.json ?? {};
		expect(Date.parse(deadline as string) - Date.parse(changedAt as string)).toBe(72 * HOUR);
		expect(deadlineNote).toContain('72 hours');
	});
});
