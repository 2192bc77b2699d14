import type { ListedOrder } from '../../../nodes/ColtWholesaleSip/trigger/collectOrders';
import { fingerprint, keyOf } from '../../../nodes/ColtWholesaleSip/trigger/state';
import { compare, isNewOrder } from '../../../nodes/ColtWholesaleSip/trigger/compareOrders';
import { brief, NOW, partOf, seen, stateOf, unnamed, wholeOf } from './snapshots';

const horizon = NOW - 1_000_000;
const [old, late] = [horizon - 1, horizon + 1];
const none = stateOf({}, { horizon, newest: NOW - 5 });

/** What a poll tells of an order that is not remembered, and whether it is taken for one that was not there before. */
const isTold = (order: ListedOrder, state = none): [unknown[], boolean] => [
	compare(state, partOf(order), NOW).events.map(({ event, previousStatus }) => [event, previousStatus]),
	isNewOrder(order, state),
];
const NEW = [['newOrder', null]];

describe('an order that is not remembered', () => {
	test.each<[string, ListedOrder, unknown[], boolean]>([
		[
			'has settled, if it finished before the horizon',
			seen('1', 'Completed', { created: old, changed: old }),
			[],
			false,
		],
		['is new, if it finished since', seen('1', 'Completed', { created: late, changed: late }), NEW, true],
		[
			'is new, if it finished and was made at the horizon itself',
			seen('1', 'Completed', { created: horizon, changed: horizon }),
			NEW,
			true,
		],
		['is new, if it is open, however old', seen('1', 'In progress', { created: old - 9, changed: old }), NEW, true],
		['is new, if it finished and does not say when it was made', seen('1', 'Completed', { changed: late }), NEW, true],
		[
			'has another description, if it finished before and changed since',
			seen('1', 'Completed', { created: old, changed: late }),
			[['descriptionChanged', 'Completed']],
			false,
		],
		[
			'has opened again, if it is a port-out that changed since',
			seen('1', 'Confirmed', { type: 'portOut', created: old, changed: late }),
			[['statusChanged', 'Completed']],
			false,
		],
		[
			'is a new port-out, if it has never changed',
			seen('1', 'Confirmed', { type: 'portOut', created: old, changed: old }),
			NEW,
			true,
		],
		[
			'is a new port-in, though it changed since',
			seen('1', 'Delayed', { type: 'portIn', created: old, changed: late }),
			NEW,
			true,
		],
		['is counted without a status, if it may be new', unnamed('1', { created: horizon }), [], true],
		['is counted without status and date', unnamed('1'), [], true],
		['is not counted without a status, if it was made before the horizon', unnamed('1', { created: old }), [], false],
	])('%s', (_, order, events, isNew) => expect(isTold(order)).toEqual([events, isNew]));

	test.each<[string, ListedOrder]>([
		['a finished one', seen('1', 'Completed', { created: old, changed: old })],
		['one that changed again', seen('1', 'Confirmed', { type: 'portOut', created: old, changed: late })],
	])('is new where there is no horizon: %s', (_, order) => expect(isTold(order, stateOf({}))).toEqual([NEW, true]));

	test('one without a status is new once it has one, unless it was made before the horizon', () => {
		const without = [unnamed('old', { created: old }), unnamed('at', { created: horizon }), unnamed('undated')];
		const { events, next } = compare(none, partOf(...without), NOW);
		expect(events).toEqual([]);
		expect([...next.orders]).toStrictEqual(
			['at', 'undated'].map((id) => [keyOf(id), { status: '', description: '', changes: 0, isUnannounced: true }]),
		);
		expect([...compare(stateOf({}), partOf(...without), NOW).next.orders.keys()]).toEqual(
			['old', 'at', 'undated'].map(keyOf),
		);
		expect(brief(compare(next, partOf(seen('at', 'In progress', { created: horizon })), NOW).events)).toEqual([
			['at', 'newOrder', null, 'In progress'],
		]);
	});
});

test('an order that is remembered is told, though the date of its last change is before the horizon', () => {
	const order = seen('1', 'Completed', { created: old - 9, changed: old });
	const { events, next } = compare(stateOf({ 1: {} }, { horizon }), wholeOf(order), NOW);
	expect(brief(events)).toEqual([['1', 'statusChanged', 'In progress', 'Completed']]);
	expect(next.orders.size).toBe(0);
});

test('an order that is remembered is not new', () => {
	expect(isNewOrder(seen('1', 'Delayed'), stateOf({ 1: {} }))).toBe(false);
	expect(isNewOrder(unnamed('1'), stateOf({ 1: { status: '' } }))).toBe(false);
	expect(isNewOrder(seen('2', 'Delayed'), stateOf({ 1: {} }))).toBe(true);
});

describe('the history of an order made before the horizon', () => {
	const opened = seen('1', 'Completed', { type: 'portOut', created: old - 9, changed: late });
	test.each<[string, ListedOrder['history'], boolean]>([
		[
			'it finished before',
			[
				{ status: 'Confirmed', at: old - 9 },
				{ status: 'Completed', at: old },
			],
			false,
		],
		[
			'it finished at the horizon',
			[
				{ status: 'Confirmed', at: old - 9 },
				{ status: 'Completed', at: horizon },
			],
			true,
		],
		[
			'it finished since',
			[
				{ status: 'Confirmed', at: old - 9 },
				{ status: 'Completed', at: late },
			],
			true,
		],
		['it does not say when it finished', [{ status: 'Confirmed', at: old - 9 }, { status: 'Completed' }], false],
		[
			'it finished before and again since',
			[
				{ status: 'Confirmed', at: old - 9 },
				{ status: 'Completed', at: old },
				{ status: 'Confirmed', at: late - 1 },
				{ status: 'Completed', at: late },
			],
			false,
		],
	])('tells whether the order is late: %s', (_, history, isLate) => {
		const order: ListedOrder = { ...opened, ...(history !== undefined && { history }) };
		expect(isNewOrder(order, none)).toBe(isLate);
		expect(compare(none, partOf(order), NOW).events[0]?.event === 'newOrder').toBe(isLate);
	});
});

describe('a settled order that comes back is remembered', () => {
	test('as opened again, its numbers going on from the horizon', () => {
		const { next } = compare(
			none,
			partOf(seen('1', 'Confirmed', { type: 'portOut', created: old, changed: late })),
			NOW,
		);
		expect(next.orders.get(keyOf('1'))).toStrictEqual({
			status: 'Confirmed',
			description: '',
			changes: horizon + 1,
			descriptions: horizon,
		});
	});

	test('as described anew', () => {
		const order = seen('1', 'Completed', { created: old, changed: NOW - 5, description: 'new' });
		expect(compare(none, partOf(order), NOW).next.orders.get(keyOf('1'))).toStrictEqual({
			status: 'Completed',
			description: fingerprint('new'),
			changes: horizon,
			descriptions: horizon + 1,
			finishedAt: NOW - 5,
		});
	});
});
