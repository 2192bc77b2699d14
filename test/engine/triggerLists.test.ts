import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { Settings } from '../../simulator/settings';
import { startSimulated } from './startSimulated';
import type { Simulated } from './startSimulated';

const DAY = 86_400_000;

describe('lists that are otherwise than inferred', () => {
	let simulated: Simulated;
	beforeEach(async () => {
		simulated = await startSimulated();
	});
	afterEach(async () => {
		await simulated.simulator.close();
	});

	const type = 'coltWholesaleSipTrigger';
	const poll = async (state: IDataObject): Promise<INodeExecutionData[]> =>
		(await simulated.engine.poll({ type, state })) ?? [];
	const told = (items: readonly INodeExecutionData[]): string[] =>
		items.map(({ json }) => `${json.orderId as string} ${json.status as string}`).toSorted();

	test.each<[string, Partial<Settings>]>([
		['as inferred', {}],
		['no filter is looked at', { ignoredFilters: ['changedFrom', 'status'] }],
		['no filter is taken', { refusedFilters: ['changedFrom', 'status'] }],
		['the date is not looked at', { ignoredFilters: ['changedFrom'] }],
		['the status is not taken', { refusedFilters: ['status'] }],
		['no total', { hideTotal: true }],
		['small pages', { maxPageSize: 30 }],
		['small pages without total', { maxPageSize: 30, hideTotal: true }],
		['no dates', { withoutDates: true }],
		['no history', { withoutHistory: true }],
		[
			'nothing of all that',
			{
				ignoredFilters: ['changedFrom', 'status'],
				hideTotal: true,
				withoutDates: true,
				withoutHistory: true,
				maxPageSize: 70,
			},
		],
	])('%s: each change comes once', async (_, settings) => {
		const { control } = simulated.simulator;
		control.change(settings);
		// Few open orders, so that the rest of the list is longer than what a narrow reading asks for.
		control.addAccount({ orders: 1_200, open: 6 });
		const state: IDataObject = {};
		expect(await poll(state)).toEqual([]);
		for (let round = 0; round < 2; round += 1) {
			control.advance(60_000);
			const changes = control.changeOpen(4);
			expect(told(await poll(state))).toEqual(changes.map(({ orderId, status }) => `${orderId} ${status}`).toSorted());
			expect(await poll(state)).toEqual([]);
		}
	});

	test.each([DAY, 6 * DAY])(
		'an order that appears %d ms late, and has ended by then, comes from its beginning',
		async (lateMs) => {
			const { control } = simulated.simulator;
			control.addAccount({ orders: 1_200, open: 6 });
			const state: IDataObject = {};
			await poll(state);
			control.change({ lateMs });
			const id = control.seed({ orders: [{ type: 'activation', country: 'GB' }] }).orders[0]?.id ?? '';
			control.advance(1_000);
			control.changeOrder(id, { status: 'Completed' });
			const changes = control.changeOpen(4);
			const items = await poll(state);
			control.advance(lateMs);
			items.push(...(await poll(state)));
			const expected = [
				...changes.map(({ orderId, status }) => `${orderId} ${status}`),
				`${id} In progress`,
				`${id} Completed`,
			];
			expect(told(items)).toEqual(expected.toSorted());
			expect(await poll(state)).toEqual([]);
		},
	);

	test('a poll whose time runs out hands over what it has; the next ones go on, and nothing comes twice', async () => {
		const { control } = simulated.simulator;
		control.addAccount({ orders: 1_200, open: 60 });
		const state: IDataObject = {};
		await poll(state);
		control.change({ refusedFilters: ['changedFrom'] });
		control.advance(60_000);
		const changes = control.changeOpen(30);
		const items: INodeExecutionData[] = [];
		let polls = 0;
		for (; polls < 40 && items.length < 30; polls += 1) {
			items.push(...((await simulated.engine.activate({ type, state, budgetMs: 0 })()) ?? []));
		}
		expect(polls).toBeGreaterThan(3);
		expect(told(items)).toEqual(changes.map(({ orderId, status }) => `${orderId} ${status}`).toSorted());
		for (let more = 0; more < 15; more += 1)
			expect(await simulated.engine.activate({ type, state, budgetMs: 0 })()).toBeNull();
	});
});
