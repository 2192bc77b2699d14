import { readHistory } from '../../shared/orderEvents/order';
import type { SeenOrder } from '../../shared/orderEvents/order';
import { keyOf } from './state';
import type { TrackerState } from './state';
import type { OrderEvent, View } from './tracker';

/**
 * The orders whose history of statuses may tell of one that no poll has seen: those that are new, those
 * whose status changed, and those changed since the poll before without a difference to be seen.
 */
export function worthDetails(state: TrackerState | undefined, { orders }: View, events: readonly OrderEvent[]): SeenOrder[] {
	if (state === undefined || state.unfinished?.isBaseline === true) return [];
	const { newest = Number.POSITIVE_INFINITY } = state;
	const told = new Set(events.filter(({ event }) => event === 'statusChanged' || event === 'newOrder').map(({ orderId }) => orderId));
	return orders.filter((order) => {
		if (order.history !== undefined || order.status === undefined) return false;
		return told.has(order.id) || ((order.changed ?? newest) > newest && state.orders.has(keyOf(order.id)));
	});
}

/** A view whose orders have the history that their details tell. */
export function withHistories(view: View, details: ReadonlyMap<string, unknown>): View {
	const orders = view.orders.map((order): SeenOrder => {
		const found = details.get(order.id);
		const history = typeof found === 'object' && found !== null ? readHistory((found as Record<string, unknown>).statusHistory) : undefined;
		return history === undefined ? order : { ...order, history };
	});
	return { ...view, orders };
}

/** A view without some orders: they count as not seen, and the next poll looks at them. */
export function without(view: View, ids: ReadonlySet<string>, state: TrackerState | undefined): View {
	if (ids.size === 0) return view;
	const memory = { ...view.memory };
	delete memory.known;
	return { ...view, orders: view.orders.filter(({ id }) => !ids.has(id)), isComplete: false, isReadUp: false, memory: { ...memory, ...(state?.known !== undefined && { known: state.known }) } };
}
