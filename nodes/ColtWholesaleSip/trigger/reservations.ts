import type { Problem } from '../../shared/errors/problem';
import { sameStatus } from '../../shared/lifecycle/orderStatus';
import type { SeenOrder } from '../../shared/orders/record';
import { gather } from './gather';
import type { Source, Gathered } from './gather';
import { DAY_MS } from './settled';
import type { TrackerState } from './state';
import { eventIdOf } from './compare';
import type { OrderEvent, View } from './compare';

/** A reservation lasts 90 calendar days (000, 004). */
const RESERVED_MS = 90 * DAY_MS;
/** Days are what counts: more often nothing is looked at. */
const PACE_MS = 3_600_000;
/** An API may take a moment for its day. */
const COARSE_MS = 2 * DAY_MS;

/** Orders made from one moment on, until just before another. */
export interface Span {
	from: number;
	to: number;
}

/** Reservations made in this span come within the lead time of their end now; undefined when it is too early to look again. */
export function dueSpan(
	{ reservations }: Pick<TrackerState, 'reservations'>,
	now: number,
	leadMs: number,
): Span | undefined {
	const to = now - RESERVED_MS + leadMs;
	const from = reservations ?? now - RESERVED_MS;
	return to - from < (reservations === undefined ? 0 : PACE_MS) ? undefined : { from, to };
}

/** Whether an order is a reservation of that time that was made; one whose type Colt does not tell is none. */
export const isDue = ({ type, status = '', created }: SeenOrder, { from, to }: Span): boolean =>
	type === 'reservation' && sameStatus(status, 'Completed') && created !== undefined && created >= from && created < to;

/**
 * The reservations of a span: from what was read anyway, if that is the whole list, else asked for; from the whole list if
 * the API does not do what it is asked for. `into` takes the records.
 * @returns undefined when the time has run out
 */
export async function readReservations(
	source: Source,
	into: Gathered,
	view: View,
	span: Span,
): Promise<SeenOrder[] | undefined> {
	if (view.isComplete) return view.orders.filter((order) => isDue(order, span));
	const { from, to } = span;
	const query = {
		type: 'reservation',
		createdFrom: new Date(from).toISOString(),
		createdTo: new Date(to).toISOString(),
	};
	const fits = ({ type, created }: SeenOrder): boolean =>
		type === 'reservation' && created !== undefined && created >= from - COARSE_MS && created <= to + COARSE_MS;
	let { how } = await gather(source, into, query, 0, fits);
	if (how === 'wrong' || how === 'refused') {
		source.warn("Colt's list of reservations made in a time is not what was asked for; the whole list is read instead");
		how = (await gather(source, into, {})).how;
	}
	return how === 'late' ? undefined : into.orders().filter((order) => isDue(order, span));
}

/** One number or range of a reservation that is still reserved. */
export interface StillReserved {
	start: string;
	end: string;
	reservedUntil?: string;
}

/**
 * The event of a reservation that is about to end.
 * @param numbers those still reserved, or why they are not known
 */
export function expiringEvent(
	order: SeenOrder & { status: string },
	numbers: readonly StillReserved[] | Problem,
): OrderEvent {
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
