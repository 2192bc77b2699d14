import { dueSpan, expiringEvent, isDue, readReservations } from '../../../nodes/ColtWholesaleSip/trigger/reservations';
import type { OrderList, Snapshot } from '../../../nodes/ColtWholesaleSip/trigger/collectOrders';
import { ColtError } from '../../../nodes/shared/errors/problem';
import type { SeenOrder } from '../../../nodes/shared/orders/record';
import { ordersOf, seen, wholeOf } from './snapshots';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOW = Date.parse('2026-06-01T00:00:00Z');
const LEAD = 7 * DAY;
const END = NOW - 90 * DAY + LEAD;

test.each<[string, number | undefined, ReturnType<typeof dueSpan>]>([
	['from today on, the first time', undefined, { from: NOW - 90 * DAY, to: END }],
	['from where the last look ended', END - 5 * DAY, { from: END - 5 * DAY, to: END }],
	['again after an hour', END - HOUR, { from: END - HOUR, to: END }],
	['not again before', END - HOUR + 1, undefined],
	['not with a shorter lead time than before', END + DAY, undefined],
])('reservations are looked for %s', (_, reservations, expected) => {
	expect(dueSpan({ ...(reservations !== undefined && { reservationsUntil: reservations }) }, NOW, LEAD)).toEqual(
		expected,
	);
});

test('without a lead time the first look is at an empty span', () =>
	expect(dueSpan({}, NOW, 0)).toEqual({ from: NOW - 90 * DAY, to: NOW - 90 * DAY }));

const order = (more: Partial<SeenOrder>): SeenOrder => ({
	id: '1',
	isFinal: true,
	type: 'reservation',
	status: 'Completed',
	created: 10,
	...more,
});
test.each<[Partial<SeenOrder>, boolean]>([
	[{}, true],
	[{ created: 20 }, false],
	[{ created: 19 }, true],
	[{ created: 9 }, false],
	[{ status: 'completed ' }, true],
	[{ status: 'Failed with error' }, false],
	[{ type: 'activation' }, false],
])('a reservation with %j is due: %s', (more, expected) =>
	expect(isDue(order(more), { from: 10, to: 20 })).toBe(expected),
);
test.each(['created', 'type', 'status'] as const)('an order whose %s Colt does not tell is not', (name) => {
	const { [name]: _left, ...rest } = order({});
	expect(isDue(rest, { from: 10, to: 20 })).toBe(false);
});

describe('the reservations of a span', () => {
	const span = { from: NOW - 10 * DAY, to: NOW };
	const record = (id: string, days: number, more: object = {}): object => ({
		id,
		type: 'reservation',
		status: 'Completed',
		createdAt: new Date(NOW - days * DAY).toISOString(),
		changedAt: new Date(NOW).toISOString(),
		...more,
	});
	const partly: Snapshot = { orders: [], isComplete: false, reading: {} };
	const warned: string[] = [];
	const asked: unknown[] = [];
	beforeEach(() => {
		warned.length = 0;
		asked.length = 0;
	});
	/** Answers a question with a filter by `filtered`, one without by `whole`. */
	const source = (
		filtered: readonly object[] | ColtError,
		whole: readonly object[] = [],
		isLate = false,
	): OrderList => ({
		pageSize: 100,
		total: async () => await Promise.resolve(undefined),
		now: () => NOW,
		isLate: () => isLate,
		warn: (message) => warned.push(message),
		async *pages(query) {
			asked.push(query);
			const found = Object.keys(query).length > 0 ? filtered : whole;
			if (found instanceof ColtError) throw found;
			yield await Promise.resolve({
				records: found.map((decoded) => ({ decoded, raw: {} })),
				total: undefined,
				isLast: !isLate,
			});
		},
	});
	const ids = async (from: OrderList, snapshot = partly): Promise<string[] | undefined> =>
		(await readReservations(from, snapshot, span))?.map(({ id }) => id);

	test('come from the whole list, where it was read', async () => {
		const orders = ordersOf(record('1', 5), record('2', 11), record('3', 5, { status: null }));
		expect(await ids(source([]), wholeOf(...orders))).toEqual(['1']);
		expect(asked).toEqual([]);
	});

	test('are asked for, a coarse API is believed', async () => {
		expect(await ids(source([record('1', 5), record('2', 11.9), record('3', -1.9)]))).toEqual(['1']);
		expect(asked).toEqual([
			{
				type: 'reservation',
				createdFrom: new Date(span.from).toISOString(),
				createdTo: new Date(span.to).toISOString(),
			},
		]);
		expect(await ids(source([record('1', 12), record('2', -2)]))).toEqual([]);
		expect(warned).toEqual([]);
	});

	test.each<[string, readonly object[] | ColtError]>([
		['gives an older one', [record('9', 12.1)]],
		['gives a younger one', [record('9', -2.1)]],
		['gives another order', [record('9', 5, { type: 'return' })]],
		['gives one without a date', [record('9', 5, { createdAt: null })]],
		['refuses', new ColtError({ kind: 'api', message: 'no', outcome: 'refused', remedy: '', httpStatus: 400 })],
	])('come from the whole list, with a warning, when the API %s', async (_, answer) => {
		expect(await ids(source(answer, [record('1', 5)]))).toEqual(expect.arrayContaining(['1']));
		expect(asked).toHaveLength(2);
		expect(asked[1]).toEqual({});
		expect(warned).toEqual([expect.stringContaining('whole list')]);
	});

	test('are still to come when the time is over', async () => {
		expect(await ids(source([record('1', 5)], [], true))).toBeUndefined();
		expect(await ids(source([record('1', 50)], [record('1', 5)], true))).toBeUndefined();
	});
});

test('the event has an id by the order alone, and the numbers', () => {
	const numbers = [{ start: '+441', end: '+442' }];
	const event = expiringEvent(seen('1', 'Completed'), numbers);
	expect(event).toMatchObject({
		event: 'reservationExpiring',
		orderId: '1',
		previousStatus: 'Completed',
		status: 'Completed',
		more: { stillReserved: numbers },
	});
	const unknown = expiringEvent(seen('1', 'Completed'), {
		kind: 'api',
		message: 'No such number',
		remedy: '',
		outcome: 'refused',
	});
	expect(unknown).toEqual({ ...event, more: { stillReserved: null, stillReservedError: 'No such number' } });
	expect(expiringEvent(seen('1', 'Completed', { changed: 5 }), []).eventId).toBe(event.eventId);
	expect(expiringEvent(seen('2', 'Completed'), []).eventId).not.toBe(event.eventId);
});
