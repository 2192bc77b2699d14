import { nextStepOf } from '../../shared/orders/nextStep';
import type { SeenOrder } from '../../shared/orders/record';
import { withSince } from './since';
import { fingerprint, keyOf } from './state';
import type { Remembered, TrackerState } from './state';
import { eventIdOf } from './compare';
import type { OrderEvent } from './compare';

/** Which deadlines are told, and how long before. */
export interface Watch {
	leadMs: number;
	isWanted: (order: SeenOrder) => boolean;
	/** Deadlines that ended before are not told. */
	since?: number;
}

/**
 * Tells each deadline of an open order once, from `leadMs` before it on; also one that has passed meanwhile. What was told
 * is remembered by the deadline itself: another deadline of the same order is told again.
 * @param next the state after this poll's changes
 */
export function nearDeadlines(
	next: TrackerState,
	seen: readonly SeenOrder[],
	now: number,
	{ leadMs, isWanted, since = Number.NEGATIVE_INFINITY }: Watch,
): { events: OrderEvent[]; next: TrackerState } {
	const orders = new Map<string, Remembered>(next.orders);
	const events: Array<OrderEvent & { at: number }> = [];
	for (const found of seen) {
		const key = keyOf(found.id);
		const entry = orders.get(key);
		const order = withSince(found, entry?.since);
		const { deadline } = nextStepOf(order);
		const { status } = order;
		if (entry === undefined || status === undefined || order.isFinal || deadline === null || !isWanted(order)) continue;
		const at = Date.parse(deadline);
		const warned = fingerprint(String(at));
		if (at < since || at - leadMs > now || entry.warned === warned) continue;
		orders.set(key, { ...entry, warned });
		events.push({
			eventId: eventIdOf([order.id, 'deadlineNear', at]),
			event: 'deadlineNear',
			orderId: order.id,
			previousStatus: status,
			status,
			order,
			at,
		});
	}
	const told = events.toSorted((one, other) => one.at - other.at).map(({ at: _at, ...event }): OrderEvent => event);
	return { events: told, next: { ...next, orders } };
}

/**
 * Watches deadlines from the poll on in which they are first asked for: what had ended by then is no news. The very first
 * poll of a trigger tells none.
 * @param state the state before this poll
 * @param watch undefined when nobody asks for deadlines
 */
export function watchDeadlines(
	state: TrackerState | undefined,
	next: TrackerState,
	seen: readonly SeenOrder[],
	now: number,
	watch: Watch | undefined,
): { events: OrderEvent[]; next: TrackerState } {
	const { deadlinesSince: since = now, ...others } = next;
	if (watch === undefined) return { events: [], next: others };
	const watched: TrackerState = { ...others, deadlinesSince: since };
	return state === undefined ? { events: [], next: watched } : nearDeadlines(watched, seen, now, { ...watch, since });
}
