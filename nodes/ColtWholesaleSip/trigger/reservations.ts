import type { Problem } from '../../shared/errors/problem';
import { sameStatus } from '../../shared/lifecycle/orderStatus';
import type { SeenOrder } from '../../shared/orders/record';
import { eventIdOf, hasStatus } from './events';
import type { OrderEvent, WithStatus } from './events';
import { CollectedOrders, readList } from './collectOrders';
import type { ListedOrder, OrderList, Snapshot } from './collectOrders';
import { DAY_MS } from './retention';
import type { TriggerState } from './state';

/** A reservation lasts 90 calendar days (000, 004). */
const RESERVED_MS = 90 * DAY_MS;
/** Reservations are checked no more often than this. */
const INTERVAL_MS = 3_600_000;
/** An API may use only the day of a moment. */
const COARSE_MS = 2 * DAY_MS;

/** Orders made from one moment on, until just before another. */
export interface Span {
	from: number;
	to: number;
}

/**
 * Reservations made in this span come within the lead time of their end now; undefined when it is too early to look
 * again.
 */
export function dueSpan({ reservationsUntil }: Partial<TriggerState>, now: number, leadMs: number): Span | undefined {
	const to = now - RESERVED_MS + leadMs;
	if (reservationsUntil !== undefined && to - reservationsUntil < INTERVAL_MS) return undefined;
	return { from: reservationsUntil ?? now - RESERVED_MS, to };
}

/** Whether an order is a successful reservation made in that span; an order without a type is not. */
export const isDue = ({ type, status = '', created }: SeenOrder, { from, to }: Span): boolean =>
	type === 'reservation' && sameStatus(status, 'Completed') && created !== undefined && created >= from && created < to;

/**
 * The reservations of a span: from what was read anyway, if that is the whole list, else asked for; from the whole
 * list if the API does not do what it is asked for.
 * @returns undefined when the time has run out
 */
export async function readReservations(
	list: OrderList,
	snapshot: Pick<Snapshot, 'orders' | 'isComplete'>,
	span: Span,
): Promise<WithStatus[] | undefined> {
	const dueIn = (orders: readonly ListedOrder[]): WithStatus[] =>
		orders.filter(hasStatus).filter((order) => isDue(order, span));
	if (snapshot.isComplete) return dueIn(snapshot.orders);
	const { from, to } = span;
	const query = {
		type: 'reservation',
		createdFrom: new Date(from).toISOString(),
		createdTo: new Date(to).toISOString(),
	};
	const isAsked = ({ type, created }: SeenOrder): boolean =>
		type === 'reservation' && created !== undefined && created >= from - COARSE_MS && created <= to + COARSE_MS;
	const collected = new CollectedOrders();
	let { ended } = await readList(list, collected, query, 0, isAsked);
	if (ended === 'filterIgnored' || ended === 'filterRejected') {
		list.warn("Colt's list filtered by creation date contains other orders. The whole list is read instead");
		({ ended } = await readList(list, collected, {}));
	}
	return ended === 'outOfTime' ? undefined : dueIn(collected.all());
}

/** One number or range of a reservation that is still reserved. */
export interface ReservedRange {
	start: string;
	end: string;
	reservedUntil?: string;
}

/**
 * The event of a reservation that is about to end.
 * @param numbers those still reserved, or why they are not known
 */
export function expiringEvent(order: WithStatus, numbers: readonly ReservedRange[] | Problem): OrderEvent {
	const { id, status } = order;
	const more =
		'message' in numbers
			? { stillReserved: null, stillReservedError: numbers.message }
			: { stillReserved: [...numbers] };
	return {
		eventId: eventIdOf([id, 'reservationExpiring']),
		event: 'reservationExpiring',
		orderId: id,
		previousStatus: status,
		status,
		order,
		more,
	};
}
