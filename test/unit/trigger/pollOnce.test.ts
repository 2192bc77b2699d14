import { keyOf } from '../../../nodes/ColtWholesaleSip/trigger/state';
import type { PollSettings } from '../../../nodes/ColtWholesaleSip/trigger/pollOnce';
import { history, known, listed, PAST, play } from './play';
import type { World } from './play';
import { brief, DAY, HOUR, memoryOf, NOW, SETTINGS } from './snapshots';

describe('details are read', () => {
	const quiet = [listed('1', 'In progress', NOW - 2 * DAY), listed('2', 'In progress', NOW - 2 * DAY)];

	test('of no order when nothing changed', async () => {
		const state = known();
		const { events, next, snapshot, asked, saved } = await play(quiet, state);
		expect([events, asked]).toEqual([[], []]);
		expect(next).toEqual({ ...state, horizon: NOW - 8 * DAY, reading: { known: 2, shortBy: 0, wholeReadAt: NOW } });
		expect(snapshot.orders.map(({ id }) => id)).toEqual(['1', '2']);
		expect(saved).not.toHaveProperty('lastDelivery');
	});

	test('of none for the history at the first poll', async () => {
		const { events, next, asked } = await play(quiet, undefined, { settings: { times: { start: 'open' } } });
		expect(asked).toEqual([]);
		expect(brief(events)).toEqual([
			['1', 'currentStatus', null, 'In progress'],
			['2', 'currentStatus', null, 'In progress'],
		]);
		expect([...next.orders.keys()]).toEqual(['1', '2'].map(keyOf));
	});

	test('of new orders and changed ones, by date of change, those without a date first', async () => {
		const undated = { id: '4', status: 'In progress' };
		const { asked } = await play(
			[listed('1', 'In progress'), listed('2', 'Completed'), listed('3', 'In progress', NOW - 3 * HOUR), undated],
			known(),
		);
		expect(asked).toEqual([['4', '3', '2']]);
	});

	test('not of one whose description alone has changed, nor of one whose list has its history', async () => {
		const { events, asked } = await play(
			[
				listed('1', 'In progress', NOW - HOUR, { description: 'new' }),
				listed('2', 'Completed', NOW - HOUR, history(...PAST)),
			],
			known(),
		);
		expect(asked).toEqual([]);
		expect(brief(events)).toEqual([
			['2', 'statusChanged', 'In progress', 'Delayed'],
			['1', 'descriptionChanged', 'In progress', 'In progress'],
			['2', 'statusChanged', 'Delayed', 'Completed'],
		]);
	});
});

describe('the history in the details', () => {
	test('restores the statuses between two polls', async () => {
		const { events, next, snapshot, details } = await play(
			[listed('1', 'Completed'), listed('2', 'In progress', NOW - 2 * DAY)],
			known(),
			{ found: { 1: history(...PAST) } },
		);
		expect(brief(events)).toEqual([
			['1', 'statusChanged', 'In progress', 'Delayed'],
			['1', 'statusChanged', 'Delayed', 'Completed'],
		]);
		expect(next.orders).toEqual(
			memoryOf({ 1: { status: 'Completed', changes: 2, position: 2, finishedAt: NOW - HOUR }, 2: {} }),
		);
		expect(next).not.toHaveProperty('noHistoryUntil');
		expect(snapshot.orders[0]?.history).toHaveLength(3);
		expect([snapshot.isComplete, details.size]).toEqual([true, 0]);
	});

	test('is not looked for where the list shows the same status: what came and went back is not delivered', async () => {
		const { events, asked } = await play(
			[listed('1', 'In progress'), listed('2', 'In progress', NOW - 2 * DAY)],
			known(),
			{ found: { 1: history(['In progress', 1], ['Delayed', 2], ['In progress', 3]) } },
		);
		expect([events, asked]).toEqual([[], []]);
	});

	test('where details have none, none are read for it for a day', async () => {
		const list = [listed('1', 'Completed'), listed('2', 'In progress', NOW - 2 * DAY)];
		const { next } = await play(list, known(), { found: { 1: {} } });
		expect(next.noHistoryUntil).toBe(NOW + DAY);
		const later = await play([listed('1', 'Completed'), listed('2', 'Completed')], next);
		expect([later.asked, later.next.noHistoryUntil]).toEqual([[], NOW + DAY]);
		expect(brief(later.events)).toEqual([['2', 'statusChanged', 'In progress', 'Completed']]);
		expect((await play(list, known({ noHistoryUntil: NOW + 1 }))).asked).toEqual([]);
		expect((await play(list, known({ noHistoryUntil: NOW }))).asked).toEqual([['1']]);
	});

	test.each<[string, World, boolean]>([
		['one has some', { found: { 1: {}, 2: history(...PAST) } }, false],
		['none could be read', { found: {} }, false],
		['one has none that was wanted for its item alone', { found: { 3: {} }, settings: { addDetails: true } }, false],
	])('details have none: not if %s', async (_, world, isSo) => {
		const list = [
			listed('1', 'Completed'),
			listed('2', 'Completed'),
			listed('3', 'In progress', NOW - HOUR, { description: 'new' }),
		];
		const { next } = await play(list, known({}, { 1: {}, 2: {}, 3: {} }), {
			...world,
			settings: {
				...SETTINGS,
				filters: { ...SETTINGS.filters, kinds: ['statusChanged', 'descriptionChanged'] },
				...world.settings,
			},
		});
		expect(next.noHistoryUntil !== undefined).toBe(isSo);
	});
});

describe('an order whose details are still to come', () => {
	const list = [listed('1', 'Completed'), listed('2', 'In progress', NOW - 2 * DAY), listed('3', 'In progress')];

	test.each<[string, World]>([
		['for lack of time', { late: ['1'] }],
		['for a failure', { failed: { 1: 'down' }, retried: ['1'] }],
	])('%s counts as not seen, and what it would bring comes with the next poll', async (_, world) => {
		const state = known();
		const { events, next, snapshot } = await play(list, state, {
			...world,
			found: { 3: history(['In progress', NOW - HOUR]) },
		});
		expect(brief(events)).toEqual([['3', 'newOrder', null, 'In progress']]);
		expect(next.orders.get(keyOf('1'))).toEqual(state.orders.get(keyOf('1')));
		expect([snapshot.isComplete, snapshot.orders.map(({ id }) => id), next.reading.known]).toEqual([
			false,
			['2', '3'],
			2,
		]);
		expect(brief((await play(list, next)).events)).toEqual([['1', 'statusChanged', 'In progress', 'Completed']]);
	});

	test('is delivered without them when it was tried often enough', async () => {
		const { events, counted, details } = await play(list, known(), {
			failed: { 1: 'down' },
			late: ['3'],
			settings: { addDetails: true },
		});
		expect(brief(events)).toEqual([['1', 'statusChanged', 'In progress', 'Completed']]);
		expect(counted).toEqual([['details', ['1'], ['3']]]);
		expect([...details]).toEqual([['1', 'down']]);
	});
});

describe('with Add Order Details', () => {
	const kinds = ['newOrder', 'statusChanged', 'descriptionChanged'];
	const settings = (filters: object = {}): Partial<PollSettings> => ({
		addDetails: true,
		filters: { ...SETTINGS.filters, kinds, ...filters },
	});
	const list = [
		listed('1', 'In progress', NOW - HOUR, { description: 'new' }),
		listed('2', 'Completed'),
		listed('3', 'In progress'),
	];

	test('the details read for the history are those of the items, each order once', async () => {
		const found = { 1: { a: 1 }, 2: { b: 2 }, 3: history(['In progress', NOW - HOUR]) };
		const { asked, details } = await play(list, known(), { found, settings: settings() });
		expect(asked).toEqual([['1', '2', '3']]);
		expect([...details.keys()].toSorted()).toEqual(['1', '2', '3']);
		expect(details.get('1')).toEqual({ decoded: { a: 1 }, raw: { id: '1' } });
	});

	test('without a history in sight those that the filters let through are read', async () => {
		const state = known({ noHistoryUntil: NOW + 1 });
		const found = { 1: {}, 2: {}, 3: {} };
		const askedBy = async (filters: object): Promise<string[][]> =>
			(await play(list, state, { settings: settings(filters), found })).asked;
		expect(await askedBy({ statuses: ['Completed'] })).toEqual([['2']]);
		expect(await askedBy({ previousStatuses: ['In progress'] })).toEqual([['1', '2']]);
		expect((await play(list, state)).asked).toEqual([]);
	});

	test('what is delivered without a change has them too, or why not', async () => {
		const open = settings();
		const { asked, details } = await play(list, undefined, {
			settings: { ...open, times: { start: 'open' } },
			found: { 1: {} },
			late: ['3'],
		});
		expect(asked).toEqual([['1', '3']]);
		expect([...details]).toEqual([
			['3', 'The poll had no time left to read the details'],
			['1', { decoded: {}, raw: { id: '1' } }],
		]);
		const failed = await play(list, undefined, {
			settings: { ...open, times: { start: 'open' } },
			failed: { 3: 'down' },
		});
		expect([...failed.details]).toEqual([['3', 'down']]);
	});
});

test('what the first poll is to deliver is counted from Colt’s clock', async () => {
	const { events } = await play(
		[listed('1', 'Completed', NOW - HOUR), listed('2', 'Completed', NOW - 3 * HOUR)],
		undefined,
		{
			settings: { times: { start: { lastMs: 2 * HOUR } } },
		},
	);
	expect(brief(events)).toEqual([['1', 'currentStatus', null, 'Completed']]);
});
