import { sameStatus } from '../../shared/lifecycle/orderStatus';
import { withEarlierStatus, hasStatus } from './events';
import type { ListedOrder } from './collectOrders';
import type { Wanted } from './readChanges';
import type { SelectedEvent } from './eventFilters';
import type { TriggerState } from './state';
import { withStatusSince } from './statusHistory';

/** What is needed to deliver an event again. */
export interface DeliveredEvent {
	/** `keyOf` the order's id. */
	key: string;
	eventId: string;
	event: SelectedEvent['event'];
	previousStatus: string | null;
	status: string;
	/** When the order had changed last, milliseconds since the epoch. */
	changed?: number;
	restored?: true;
	more?: Record<string, unknown>;
}

/** Events, and when they were delivered: milliseconds since the epoch, n8n's clock. */
export interface Delivery {
	at: number;
	events: DeliveredEvent[];
}

/**
 * What the last poll delivered. n8n 2.41 stores a trigger's state before the execution with its items, in two
 * steps: if it dies between them, the items are lost and the state says that they were delivered. So the first poll
 * of a process delivers them again, under the same ids. Only for an hour: by then n8n is usually running again, and a
 * restart on another day repeats nothing.
 */
export interface LastDelivery extends Delivery {
	/** The newest change that was known before: the changes of these events come after it. */
	since: number;
	/** Events that a poll was to deliver again and whose orders it has not found in the list yet. */
	pending?: Delivery;
}

export const MAY_BE_LOST_MS = 3_600_000;

/** Events as they are remembered until n8n has certainly stored them. */
export const toDelivered = (events: readonly SelectedEvent[]): DeliveredEvent[] =>
	events.map(({ eventId, event, previousStatus, status, restored, more, order: { key, changed } }) => ({
		key,
		eventId,
		event,
		previousStatus,
		status,
		...(changed !== undefined && { changed }),
		...(restored !== undefined && { restored }),
		...(more !== undefined && { more }),
	}));

/**
 * What a poll is to deliver again.
 * @param isFirstPoll whether no poll of this process has saved its state yet: later ones deliver only what is pending
 */
export function redeliveryOf(last: LastDelivery | undefined, isFirstPoll: boolean, now: number): DeliveredEvent[] {
	const lately = (delivery: Delivery | undefined): DeliveredEvent[] =>
		delivery === undefined || now - delivery.at > MAY_BE_LOST_MS ? [] : delivery.events;
	return [...lately(last?.pending), ...lately(isFirstPoll ? last : undefined)];
}

/** What the list must contain for that. */
export const wantedFor = (events: readonly DeliveredEvent[], last: LastDelivery | undefined): Wanted => ({
	keys: new Set(events.map(({ key }) => key)),
	since: events.length === 0 || last === undefined ? Number.POSITIVE_INFINITY : last.since,
});

function again(
	{ key: _key, changed, ...event }: DeliveredEvent,
	order: ListedOrder & { status: string },
): SelectedEvent {
	const isPast = event.restored === true || !sameStatus(order.status, event.status);
	const then = isPast ? withEarlierStatus(order, { status: event.status }) : order;
	return {
		...event,
		orderId: order.id,
		order: { ...then, ...(changed !== undefined && { changed }) },
		...(isPast && { restored: true as const }),
	};
}

/**
 * Delivers events again, with their orders as they were then as far as that is known.
 * @param state after this poll
 * @returns the events, and those whose orders were not seen
 */
export function redeliver(
	events: readonly DeliveredEvent[],
	seen: readonly ListedOrder[],
	{ orders: remembered }: Pick<TriggerState, 'orders'>,
): { events: SelectedEvent[]; pending: DeliveredEvent[] } {
	const orders = new Map(
		seen
			.filter(hasStatus)
			.map((order) => [order.key, withStatusSince(order, remembered.get(order.key)?.statusSince)] as const),
	);
	const found = events.flatMap((event): SelectedEvent[] => {
		const order = orders.get(event.key);
		return order === undefined ? [] : [again(event, order)];
	});
	return { events: found, pending: events.filter(({ key }) => !orders.has(key)) };
}

/**
 * What to remember of a delivery; undefined for nothing. A poll that delivers nothing shows that what was delivered
 * before has long been stored.
 * @param last what the previous poll delivered
 * @param since from when on the changes of these events are to be read
 */
export function nextDelivery(
	last: LastDelivery | undefined,
	events: readonly SelectedEvent[],
	pending: DeliveredEvent[],
	since: number,
	now: number,
): LastDelivery | undefined {
	if (events.length + pending.length === 0) return undefined;
	const waiting = pending.length > 0 && { pending: { at: last?.pending?.at ?? last?.at ?? now, events: pending } };
	return { at: now, since, events: toDelivered(events), ...waiting };
}
