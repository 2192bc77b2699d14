import { withHistories, without, worthDetails } from '../../../nodes/ColtWholesaleSip/trigger/details';
import { keyOf } from '../../../nodes/ColtWholesaleSip/trigger/state';
import type { TrackerState } from '../../../nodes/ColtWholesaleSip/trigger/state';
import { wholeView } from '../../../nodes/ColtWholesaleSip/trigger/compare';
import type { OrderEvent, View } from '../../../nodes/ColtWholesaleSip/trigger/compare';
import type { SeenOrder } from '../../../nodes/shared/orders/record';

const order = (id: string, more: Partial<SeenOrder> = {}): SeenOrder => ({
	id,
	index: 0,
	isFinal: false,
	status: 'A',
	changed: 10,
	...more,
});
const event = (orderId: string, kind: OrderEvent['event']): OrderEvent => ({
	eventId: orderId,
	event: kind,
	orderId,
	previousStatus: null,
	status: 'A',
	order: order(orderId),
});
const stateOf = (more: Partial<TrackerState>, ...ids: string[]): TrackerState => ({
	newest: 5,
	orders: new Map(ids.map((id) => [keyOf(id), { status: 'A', changes: 0 }])),
	...more,
});

describe('details are worth a call', () => {
	const worth = (
		state: TrackerState | undefined,
		orders: SeenOrder[],
		...events: OrderEvent[]
	): [string[], string[]] => {
		const { told, quiet } = worthDetails(state, wholeView(orders), events);
		return [[...told], [...quiet]];
	};
	const { status: _status, ...nameless } = order('1');
	const { changed: _changed, ...undated } = order('1');
	test.each<[string, Parameters<typeof worth>, [string[], string[]]]>([
		[
			'of new orders and changed ones',
			[stateOf({}, '2'), [order('1'), order('2')], event('1', 'newOrder'), event('2', 'statusChanged')],
			[['1', '2'], []],
		],
		['of those changed without a difference', [stateOf({}, '1'), [order('1')]], [[], ['1']]],
		[
			'of those whose description changed, which may have gone and come back',
			[stateOf({}, '1'), [order('1')], event('1', 'descriptionChanged')],
			[[], ['1']],
		],
		[
			'of those whose description changed that are not remembered: they may show up late',
			[stateOf({}), [order('1')], event('1', 'descriptionChanged')],
			[['1'], []],
		],
		['not of those that did not change since', [stateOf({}, '1'), [order('1', { changed: 5 })]], [[], []]],
		['not of those that are not remembered', [stateOf({}), [order('1')]], [[], []]],
		['not without a date', [stateOf({}, '1'), [undated]], [[], []]],
		['not where no change is known', [{ orders: stateOf({}, '1').orders }, [order('1')]], [[], []]],
		[
			'not of those whose history is told',
			[stateOf({}), [order('1', { history: [] })], event('1', 'newOrder')],
			[[], []],
		],
		['not of those without status', [stateOf({}, '1'), [nameless], event('1', 'statusChanged')], [[], []]],
		['not at the very first reading', [undefined, [order('1')], event('1', 'newOrder')], [[], []]],
		[
			'of what is told while that goes on',
			[
				stateOf({ unfinished: { offset: 1, startedAt: 0, isBaseline: true } }, '1'),
				[order('1')],
				event('1', 'newOrder'),
			],
			[['1'], []],
		],
		[
			'while a later reading goes on',
			[
				stateOf({ unfinished: { offset: 1, startedAt: 0, isBaseline: false } }, '1'),
				[order('1')],
				event('1', 'newOrder'),
			],
			[['1'], []],
		],
	])('%s', (_, given, expected) => expect(worth(...given)).toEqual(expected));
});

test('the history that details tell comes to its order; other details change nothing', () => {
	const view = { ...wholeView([order('1'), order('2'), order('3'), order('4')]), memory: { known: 4 } };
	const details = new Map<string, unknown>([
		['1', { statusHistory: [{ status: 'A', at: '2026-03-01T00:00:00Z' }] }],
		['2', { id: '2' }],
		['3', null],
		['4', 'text'],
	]);
	expect(withHistories(view, details)).toEqual({
		...view,
		orders: [
			order('1', { history: [{ status: 'A', at: Date.parse('2026-03-01T00:00:00Z') }] }),
			order('2'),
			order('3'),
			order('4'),
		],
	});
});

describe('a view without some orders', () => {
	const view: View = {
		orders: [order('1'), order('2')],
		isComplete: true,
		memory: { known: 9, sweep: 8, unfinished: { offset: 7, isBaseline: false } as never, wholeUntil: 6 },
	};
	test('is the view itself without any', () => expect(without(view, new Set(), stateOf({}))).toBe(view));
	test('counts as not read, and remembers where the poll before was', () => {
		const before = { known: 1, sweep: 2, unfinished: { offset: 3, isBaseline: false } as never };
		expect(without(view, new Set(['1']), stateOf(before))).toStrictEqual({
			orders: [order('2')],
			isComplete: false,
			memory: { wholeUntil: 6, ...before },
		});
	});
	test.each<[string, Partial<View>, SeenOrder[], number | undefined]>([
		[
			'just before the first of them',
			{ newest: { newest: 9, canary: 'later' } },
			[order('1', { changed: 3 }), order('4', { changed: 4 }), order('2', { changed: 5 }), order('3', { changed: 9 })],
			4,
		],
		[
			'nowhere, where nothing came before',
			{ newest: { newest: 9, canary: 'later' } },
			[order('2', { changed: 3 }), order('1', { changed: 3 }), order('3', { changed: 9 })],
			undefined,
		],
		[
			'nowhere, where one of them has no date',
			{ newest: { newest: 9, canary: 'later' } },
			[order('1', { changed: 3 }), order('2', { changed: undefined }), order('3', { changed: 9 })],
			undefined,
		],
		[
			'nowhere, where the reading itself did not get on',
			{},
			[order('1', { changed: 3 }), order('2', { changed: 5 })],
			undefined,
		],
	])('is read up to %s', (_, more, orders, newest) => {
		const left = without({ ...view, ...more, orders }, new Set(['2', '3']), stateOf({}));
		expect(left.newest).toEqual(newest === undefined ? undefined : { newest, canary: keyOf('4') });
	});
	test.each([undefined, stateOf({})])('remembers nothing where the poll before did not: %#', (state) => {
		expect(without(view, new Set(['2']), state)).toStrictEqual({
			orders: [order('1')],
			isComplete: false,
			memory: { wholeUntil: 6 },
		});
	});
});
