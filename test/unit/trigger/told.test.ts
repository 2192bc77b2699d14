import { packTold, tellAgain, toldOf, unpackTold } from '../../../nodes/ColtWholesaleSip/trigger/told';
import type { Told } from '../../../nodes/ColtWholesaleSip/trigger/told';
import { keyOf } from '../../../nodes/ColtWholesaleSip/trigger/state';
import { track, wholeView } from '../../../nodes/ColtWholesaleSip/trigger/compare';
import type { OrderEvent } from '../../../nodes/ColtWholesaleSip/trigger/compare';
import { readOrders } from '../../../nodes/shared/orders/record';

const NOW = Date.parse('2026-03-20T12:00:00Z');
const at = (minute: number): string => new Date(NOW + minute * 60_000).toISOString();
const listed = (id: string, status: string | undefined, minute = 0, more: object = {}): object => ({
	id,
	type: 'activation',
	status,
	createdAt: at(-60),
	changedAt: at(minute),
	...more,
});
const ordersOf = (...records: object[]) => readOrders(records).orders;

const records = [
	listed('1', 'Completed', 5),
	listed('2', 'In progress', 7, { description: 'New' }),
	listed('3', 'In progress'),
	listed('4', 'In progress', 6),
];
/** What a poll told. */
let events: OrderEvent[];
beforeEach(() => {
	const before = track(
		undefined,
		wholeView(ordersOf(listed('1', 'In progress'), listed('2', 'In progress'), listed('3', 'In progress'))),
		NOW,
	).next;
	({ events } = track(before, wholeView(ordersOf(...records)), NOW));
});

const throughStore = (told: readonly Told[]): Told[] | undefined => {
	const statuses: string[] = [];
	return unpackTold(packTold(told, statuses), JSON.parse(JSON.stringify(statuses)) as unknown[]);
};

describe('events that are told again', () => {
	test('are the same while nothing has changed since', () => {
		expect(events.map(({ orderId, event }) => [orderId, event])).toEqual([
			['1', 'statusChanged'],
			['4', 'newOrder'],
			['2', 'descriptionChanged'],
		]);
		expect(tellAgain(throughStore(toldOf(events)) ?? [], ordersOf(...records))).toEqual({ events, left: [] });
	});

	test('have their own status and date when the order has gone on', () => {
		const told = toldOf(events.filter(({ orderId }) => orderId === '4'));
		const [again] = tellAgain(
			told,
			ordersOf(listed('4', 'Completed', 30, { description: 'Later', country: 'GB' })),
		).events;
		expect(again).toMatchObject({
			eventId: told[0]?.eventId,
			event: 'newOrder',
			previousStatus: null,
			status: 'In progress',
			restored: true,
		});
		expect(again?.order).toMatchObject({
			id: '4',
			status: 'In progress',
			isFinal: false,
			changed: Date.parse(at(6)),
			country: 'GB',
		});
		expect(again?.order).not.toHaveProperty('description');
	});

	test('have the date they had when only that has changed', () => {
		const [again] = tellAgain(toldOf(events.slice(0, 1)), ordersOf(listed('1', 'completed', 30))).events;
		expect(again?.order.changed).toBe(Date.parse(at(5)));
		expect(again).not.toHaveProperty('restored');
	});

	test('wait for an order that was not seen, or has no status just now', () => {
		const told = toldOf(events);
		expect(tellAgain(told, ordersOf(listed('1', undefined), listed('2', 'In progress')))).toMatchObject({
			events: [{ orderId: '2' }],
			left: told.slice(0, 2),
		});
	});

	test('without a date are told without one', () => {
		const { changed: _changed, ...undated } = toldOf(events)[0] ?? ({} as Told);
		expect(tellAgain([undated], ordersOf(listed('1', 'Completed', 9))).events[0]?.order.changed).toBe(
			Date.parse(at(9)),
		);
		expect(tellAgain([undated], ordersOf(listed('1', 'Failed with error', 9))).events[0]?.order).not.toHaveProperty(
			'changed',
		);
	});

	test('are changes: what is told of deadlines and reservations follows from the orders', () => {
		const [event] = events as [OrderEvent];
		expect(
			toldOf([
				{ ...event, event: 'deadlineNear' },
				{ ...event, event: 'reservationExpiring' },
				{ ...event, event: 'currentStatus' },
			]).map((told) => told.event),
		).toEqual(['currentStatus']);
	});
});

describe('what n8n keeps of them', () => {
	const told: Told = {
		key: keyOf('1'),
		eventId: '0123456789abcdef'.repeat(2),
		event: 'statusChanged',
		previousStatus: 'In, progress',
		status: 'Done. "really"',
		changed: NOW,
	};

	test.each<[string, Partial<Told>]>([
		['any status', {}],
		['no status before', { previousStatus: null, event: 'newOrder' }],
		['the same status twice', { previousStatus: 'Done. "really"', event: 'descriptionChanged' }],
		['a date before 1970', { changed: -5 }],
		['the current status', { event: 'currentStatus' }],
	])('is read as it was: %s', (_, more) => {
		expect(throughStore([{ ...told, ...more }, told])).toEqual([{ ...told, ...more }, told]);
	});

	test('is read as it was: no date', () => {
		const { changed: _changed, ...undated } = told;
		expect(throughStore([undated])).toEqual([undated]);
		expect(throughStore([])).toEqual([]);
	});

	test('is small: each status once, and about 45 bytes an event', () => {
		const statuses: string[] = [];
		const packed = packTold(
			Array.from({ length: 1000 }, () => told),
			statuses,
		);
		expect([statuses.length, packed.length <= 46_000]).toEqual([2, true]);
	});

	test.each<[string, (packed: string) => unknown, unknown]>([
		['nothing', () => undefined, []],
		['no text', () => 7, []],
		['no statuses', () => '', undefined],
		['another text', () => 'x', ['a']],
		['none of its statuses', (packed) => packed, []],
		['not both statuses', (packed) => packed, ['Done. "really"']],
		['a status that is no text', (packed) => packed, ['Done. "really"', 7]],
		['only its second status a text', (packed) => packed, [7, 'In, progress']],
		['an event of no kind', (packed) => packed.replace(/^(.{8})s/, '$1z'), ['Done. "really"', 'In, progress']],
	])('is refused when it cannot be read: %s', (_, change, statuses) => {
		expect(unpackTold(change(packTold([told], [])), statuses as unknown[])).toBeUndefined();
	});
});
