import { nearDeadlines, watchDeadlines } from '../../../nodes/ColtWholesaleSip/trigger/nearDeadlines';
import { keyOf } from '../../../nodes/ColtWholesaleSip/trigger/state';
import type { TriggerState } from '../../../nodes/ColtWholesaleSip/trigger/state';
import { ordersOf } from './snapshots';

const HOUR = 3_600_000;
const CHANGED = Date.parse('2026-03-18T12:00:00Z');
/** 72 hours after a port-in began to wait for the customer (colt-api section 7). */
const DEADLINE = CHANGED + 72 * HOUR;

const waiting = (id: string, more: object = {}): object => ({
	id,
	type: 'portIn',
	country: 'GB',
	status: 'Customer feedback awaited',
	createdAt: '2026-03-01T00:00:00Z',
	changedAt: new Date(CHANGED).toISOString(),
	...more,
});
const stateOf = (...ids: string[]): TriggerState => ({
	reading: {},
	orders: new Map(ids.map((id) => [keyOf(id), { status: 'Customer feedback awaited', changes: 0 }])),
});

function told(
	state: TriggerState,
	records: readonly object[],
	now: number,
	isWanted = (_order: { id: string }): boolean => true,
) {
	return nearDeadlines(state, ordersOf(...records), now, { leadMs: 24 * HOUR, isWanted });
}

test('a deadline is told once, from the lead time on', () => {
	const state = stateOf('1');
	expect(told(state, [waiting('1')], DEADLINE - 24 * HOUR - 1)).toEqual({ events: [], next: state });
	const { events, next } = told(state, [waiting('1')], DEADLINE - 24 * HOUR);
	expect(events).toMatchObject([
		{
			event: 'deadlineNear',
			orderId: '1',
			previousStatus: 'Customer feedback awaited',
			status: 'Customer feedback awaited',
		},
	]);
	expect(events[0]).not.toHaveProperty('at');
	expect(next.orders.get(keyOf('1'))).toMatchObject({
		status: 'Customer feedback awaited',
		changes: 0,
		warned: expect.any(String) as string,
	});
	expect(told(next, [waiting('1')], DEADLINE).events).toEqual([]);
	expect(told(state, [waiting('1')], DEADLINE + HOUR).events).toEqual(events);
	expect(state).toEqual(stateOf('1'));
});

test('another deadline of the same order is told again, under another id', () => {
	const first = told(stateOf('1'), [waiting('1')], DEADLINE);
	const later = new Date(CHANGED + HOUR).toISOString();
	const second = told(first.next, [waiting('1', { changedAt: later })], DEADLINE);
	expect(second.events).toHaveLength(1);
	expect(second.events[0]?.eventId).not.toBe(first.events[0]?.eventId);
});

test('the nearest comes first', () => {
	const earlier = new Date(CHANGED - HOUR).toISOString();
	const { events } = told(
		stateOf('1', '2', '3'),
		[waiting('1'), waiting('2', { changedAt: earlier }), waiting('3')],
		DEADLINE,
	);
	expect(events.map(({ orderId }) => orderId)).toEqual(['2', '1', '3']);
});

test.each<[string, TriggerState, object]>([
	['is not remembered', stateOf(), waiting('1')],
	['is finished', stateOf('1'), waiting('1', { status: 'Completed' })],
	['has no status', stateOf('1'), waiting('1', { status: null })],
	['has no deadline', stateOf('1'), waiting('1', { status: 'Delayed' })],
])('nothing is told of an order that %s', (_, state, record) => {
	expect(told(state, [record], DEADLINE + 90 * 24 * HOUR)).toEqual({ events: [], next: state });
});

test('an order that is not wanted is left out and stays untold; the others go on', () => {
	const { events, next } = told(stateOf('1', '2'), [waiting('1'), waiting('2')], DEADLINE, ({ id }) => id === '2');
	expect(events.map(({ orderId }) => orderId)).toEqual(['2']);
	expect(next.orders.get(keyOf('1'))).not.toHaveProperty('warned');
});

describe('deadlines are watched', () => {
	const isWanted = (): boolean => true;
	const watch = (state: TriggerState | undefined, next: TriggerState, now: number, asked = true) =>
		watchDeadlines(state, next, ordersOf(waiting('1')), now, asked ? { leadMs: 24 * HOUR, isWanted } : undefined);
	const state = stateOf('1');
	const { orders } = state;

	test('from the first poll on, which tells none', () => {
		expect(watch(undefined, { reading: {}, orders }, DEADLINE - 1)).toStrictEqual({
			events: [],
			next: { reading: {}, orders, deadlinesSince: DEADLINE - 1 },
		});
	});
	test('or from the poll in which they are asked for', () => {
		const { events, next } = watch(state, state, DEADLINE);
		expect([events.length, next.deadlinesSince]).toEqual([1, DEADLINE]);
	});
	test('not those that had ended by then', () => {
		expect(watch(state, state, DEADLINE + 1)).toStrictEqual({
			events: [],
			next: { reading: {}, orders: new Map(orders), deadlinesSince: DEADLINE + 1 },
		});
	});
	test('those that ended since, as in an outage', () => {
		const { events, next } = watch(state, { ...state, deadlinesSince: DEADLINE - 1 }, DEADLINE + 90 * 24 * HOUR);
		expect([events.length, next.deadlinesSince]).toEqual([1, DEADLINE - 1]);
	});
	test('no more when nobody asks', () => {
		expect(watch(state, { ...state, deadlinesSince: 5 }, DEADLINE, false)).toStrictEqual({
			events: [],
			next: state,
		});
	});
});
