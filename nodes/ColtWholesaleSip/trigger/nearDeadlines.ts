import { nextStepOf } from '../../shared/orders/nextStep';
import { eventIdOf } from './events';
import type { OrderEvent } from './events';
import type { ListedOrder } from './collectOrders';
import { fingerprint } from './state';
import type { Remembered, TriggerState } from './state';
import { withStatusSince } from './statusHistory';

/** Which deadlines are delivered, and how long before. */
export interface Watch {
	leadMs: number;
	isWanted: (order: ListedOrder) => boolean;
}

/**
 * Each deadline of an open order once, from `leadMs` before it on; also one that has passed meanwhile. What was
 * delivered is remembered by the deadline itself: another deadline of the same order is delivered again.
 * @param next the state after this poll's changes
 * @param since deadlines that ended before are left out
 */
export function nearDeadlines(
	next: TriggerState,
	seen: readonly ListedOrder[],
	now: number,
	{ leadMs, isWanted }: Watch,
	since = Number.NEGATIVE_INFINITY,
): { events: OrderEvent[]; next: TriggerState } {
	const orders = new Map<string, Remembered>(next.orders);
	const events: Array<OrderEvent & { at: number }> = [];
	for (const found of seen) {
		const entry = orders.get(found.key);
		const order = withStatusSince(found, entry?.statusSince);
		const { status } = order;
		if (entry === undefined || status === undefined || order.isFinal || !isWanted(order)) continue;
		const { deadline } = nextStepOf(order);
		if (deadline === null) continue;
		const at = Date.parse(deadline);
		const warned = fingerprint(String(at));
		if (at < since || at - leadMs > now || entry.warned === warned) continue;
		orders.set(found.key, { ...entry, warned });
		const eventId = eventIdOf([order.id, 'deadlineNear', at]);
		events.push({ eventId, event: 'deadlineNear', orderId: order.id, previousStatus: status, status, order, at });
	}
	const sorted = events.toSorted((one, other) => one.at - other.at).map(({ at: _at, ...event }): OrderEvent => event);
	return { events: sorted, next: { ...next, orders } };
}

/**
 * Watches deadlines from the first poll that is asked to. Deadlines that had ended by then are not delivered. The very
 * first poll of a trigger delivers none.
 * @param state the state before this poll
 * @param watch undefined if deadlines are not selected
 */
export function watchDeadlines(
	state: TriggerState | undefined,
	next: TriggerState,
	seen: readonly ListedOrder[],
	now: number,
	watch: Watch | undefined,
): { events: OrderEvent[]; next: TriggerState } {
	const { deadlinesSince: since = now, ...others } = next;
	if (watch === undefined) return { events: [], next: others };
	const watched: TriggerState = { ...others, deadlinesSince: since };
	return state === undefined ? { events: [], next: watched } : nearDeadlines(watched, seen, now, watch, since);
}
