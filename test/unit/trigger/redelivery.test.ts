import { compare } from '../../../nodes/ColtWholesaleSip/trigger/compareOrders';
import type { OrderEvent } from '../../../nodes/ColtWholesaleSip/trigger/events';
import {
	nextDelivery,
	redeliver,
	redeliveryOf,
	toDelivered,
	wantedFor,
} from '../../../nodes/ColtWholesaleSip/trigger/redelivery';
import type { DeliveredEvent, LastDelivery } from '../../../nodes/ColtWholesaleSip/trigger/redelivery';
import { keyOf } from '../../../nodes/ColtWholesaleSip/trigger/state';
import { DAY, HOUR, NOW, ordersOf, seen, stateOf, wholeOf } from './snapshots';

const at = (minute: number): string => new Date(NOW + minute * 60_000).toISOString();
const listed = (id: string, status: string | undefined, minute = 0, more: object = {}): object => ({
	id,
	type: 'activation',
	status,
	createdAt: at(-60),
	changedAt: at(minute),
	...more,
});
const records = [
	listed('1', 'Completed', 5),
	listed('2', 'In progress', 7, { description: 'New' }),
	listed('3', 'In progress'),
	listed('4', 'In progress', 6),
];
/** What a poll delivered. */
let events: OrderEvent[];
beforeEach(() => {
	const before = compare(
		undefined,
		wholeOf(...ordersOf(listed('1', 'In progress'), listed('2', 'In progress'), listed('3', 'In progress'))),
		NOW,
	).next;
	({ events } = compare(before, wholeOf(...ordersOf(...records)), NOW));
});
const NOTHING = stateOf({});
const again = (delivered: readonly DeliveredEvent[], ...list: object[]) =>
	redeliver(delivered, ordersOf(...list), NOTHING);

describe('events that are delivered again', () => {
	test('are the same while nothing has changed since', () => {
		expect(events.map(({ orderId, event }) => [orderId, event])).toEqual([
			['1', 'statusChanged'],
			['4', 'newOrder'],
			['2', 'descriptionChanged'],
		]);
		const stored = JSON.parse(JSON.stringify(toDelivered(events))) as DeliveredEvent[];
		expect(again(stored, ...records)).toEqual({ events, pending: [] });
	});

	test('have their own status and date when the order has gone on', () => {
		const delivered = toDelivered(events.filter(({ orderId }) => orderId === '4'));
		const [event] = again(delivered, listed('4', 'Completed', 30, { description: 'Later', country: 'GB' })).events;
		expect(event).toMatchObject({
			eventId: delivered[0]?.eventId,
			event: 'newOrder',
			previousStatus: null,
			status: 'In progress',
			restored: true,
		});
		expect(event?.order).toMatchObject({
			id: '4',
			status: 'In progress',
			isFinal: false,
			changed: Date.parse(at(6)),
			country: 'GB',
		});
		expect(event?.order).not.toHaveProperty('description');
	});

	test('have the date they had when only that has changed', () => {
		const [event] = again(toDelivered(events.slice(0, 1)), listed('1', 'completed', 30)).events;
		expect(event?.order.changed).toBe(Date.parse(at(5)));
		expect(event).not.toHaveProperty('restored');
	});

	test('of a status that came twice have each its own date, and the first is restored', () => {
		const history = [
			{ status: 'In progress', at: at(1) },
			{ status: 'Delayed', at: at(2) },
			{ status: 'In progress', at: at(3) },
			{ status: 'Delayed', at: at(4) },
		];
		const twice = seen('1', 'Delayed', {
			changed: NOW + 240_000,
			description: 'as it is now',
			history: history.map((step) => ({ status: step.status, at: Date.parse(step.at) })),
		});
		const delivered = compare(stateOf({ 1: { position: 0 } }), wholeOf(twice), NOW + DAY).events;
		const { events: retold } = redeliver(toDelivered(delivered), [twice], NOTHING);
		const facts = (list: typeof retold): unknown[] =>
			list.map(({ status, restored, order }) => [status, restored, order.changed, order.description]);
		expect(facts(retold)).toEqual([
			['Delayed', true, NOW + 120_000, undefined],
			['In progress', true, NOW + 180_000, undefined],
			['Delayed', undefined, NOW + 240_000, 'as it is now'],
		]);
		expect(facts(retold)).toEqual(facts(delivered));
	});

	test('wait for an order that was not seen, or has no status just now', () => {
		const delivered = toDelivered(events);
		expect(again(delivered, listed('1', undefined), listed('2', 'In progress'))).toMatchObject({
			events: [{ orderId: '2' }],
			pending: delivered.slice(0, 2),
		});
	});

	test('without a date are delivered with that of the list, or without one', () => {
		const { changed: _changed, ...undated } = toDelivered(events)[0] ?? ({} as DeliveredEvent);
		expect(again([undated], listed('1', 'Completed', 9)).events[0]?.order.changed).toBe(Date.parse(at(9)));
		expect(again([undated], listed('1', 'Failed with error', 9)).events[0]?.order).not.toHaveProperty('changed');
	});

	test('have what their items had besides, and know since when the order is in its status', () => {
		const [first] = events as [OrderEvent];
		const expiring = { ...first, event: 'reservationExpiring' as const, more: { stillReserved: [] } };
		const [event] = redeliver(toDelivered([expiring]), ordersOf(...records), stateOf({ 1: { statusSince: 7 } })).events;
		expect(event).toMatchObject({ event: 'reservationExpiring', more: { stillReserved: [] } });
		expect(event?.order.statusSince).toBe(7);
		expect(event).not.toHaveProperty('key');
	});
});

test('what is remembered of an event is what it takes, and no more', () => {
	const [event] = events as [OrderEvent];
	const { changed: _changed, ...undated } = event.order;
	const { eventId, previousStatus, status } = event;
	expect(toDelivered([{ ...event, order: undated }])).toStrictEqual([
		{ key: keyOf('1'), eventId, event: 'statusChanged', previousStatus, status },
	]);
});

describe('after a start of n8n', () => {
	const one = (eventId: string): DeliveredEvent => ({
		key: keyOf(eventId),
		eventId,
		event: 'statusChanged',
		previousStatus: 'In progress',
		status: 'Delayed',
	});
	const last: LastDelivery = { at: NOW - HOUR, since: NOW - DAY, events: [one('a'), one('b')] };
	const waiting: LastDelivery = { ...last, pending: { at: NOW - HOUR, events: [one('c')] } };
	const ids = (...given: Parameters<typeof redeliveryOf>): string[] =>
		redeliveryOf(...given).map((event) => event.eventId);

	test.each<[string, Parameters<typeof redeliveryOf>, string[]]>([
		['nothing, if nothing was', [undefined, true, NOW], []],
		['what was handed over last', [last, true, NOW], ['a', 'b']],
		['not by a later poll of the process', [last, false, NOW], []],
		['not after an hour', [last, true, NOW + 1], []],
		['what is pending first', [waiting, true, NOW], ['c', 'a', 'b']],
		['only what is pending by a later poll', [waiting, false, NOW], ['c']],
		['not what is pending for more than an hour', [{ ...waiting, at: NOW }, true, NOW + 1], ['a', 'b']],
	])('is delivered again: %s', (_, given, expected) => expect(ids(...given)).toEqual(expected));

	test('the list must show the orders of it, from where that poll began on', () => {
		expect(wantedFor(last.events, last)).toEqual({ keys: new Set([keyOf('a'), keyOf('b')]), since: NOW - DAY });
		expect(wantedFor([], last)).toEqual({ keys: new Set(), since: Infinity });
		expect(wantedFor(last.events, undefined).since).toBe(Infinity);
	});

	test('what is handed over is remembered, and what is still pending since it was handed over first', () => {
		const delivered = toDelivered(events);
		expect(nextDelivery(undefined, events, [], 5, NOW)).toEqual({ at: NOW, since: 5, events: delivered });
		expect(nextDelivery(last, events, [one('a')], 5, NOW)).toEqual({
			at: NOW,
			since: 5,
			events: delivered,
			pending: { at: last.at, events: [one('a')] },
		});
		expect(nextDelivery({ ...waiting, at: NOW }, [], [one('c')], 5, NOW)).toEqual({
			at: NOW,
			since: 5,
			events: [],
			pending: { at: NOW - HOUR, events: [one('c')] },
		});
		expect(nextDelivery(undefined, [], [one('c')], 5, NOW)?.pending?.at).toBe(NOW);
		expect(nextDelivery(last, events.slice(0, 1), [one('a')], 5, NOW)?.events).toHaveLength(1);
		expect(nextDelivery(last, [], [], 5, NOW)).toBeUndefined();
	});
});
