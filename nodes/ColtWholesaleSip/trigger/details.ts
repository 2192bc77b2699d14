import { readHistory } from '../../shared/orders/record';
import type { SeenOrder } from '../../shared/orders/record';
import { wasLookedAt } from './lookedAt';
import { newestOf } from './settled';
import { keyOf } from './state';
import type { Newest, TrackerState } from './state';
import type { OrderEvent, View } from './compare';

/** Ids of orders whose history of statuses may tell of one that no poll has seen. */
export interface Worth {
	/** Those that are new, or whose status changed, or that are not remembered. */
	told: ReadonlySet<string>;
	/** Those changed since the poll before without a difference to be seen: they may have gone somewhere and come back. */
	quiet: ReadonlySet<string>;
}

/** The orders whose details are worth a call; none at the very first reading. */
export function worthDetails(state: TrackerState | undefined, { orders }: View, events: readonly OrderEvent[]): Worth {
	const { newest = Number.POSITIVE_INFINITY } = state ?? {};
	const asked =
		state === undefined ? [] : orders.filter(({ history, status }) => history === undefined && status !== undefined);
	// An order that is taken for a settled one may be one that shows up late.
	const isToldOf = ({ event, orderId }: OrderEvent): boolean =>
		event === 'statusChanged' ||
		event === 'newOrder' ||
		(event === 'descriptionChanged' && state?.orders.has(keyOf(orderId)) === false);
	const changed = new Set(events.filter(isToldOf).map(({ orderId }) => orderId));
	const isKnown = wasLookedAt(state ?? {});
	const quiet = asked.filter(
		(order) =>
			!changed.has(order.id) &&
			(order.changed ?? newest) > newest &&
			state?.orders.has(keyOf(order.id)) &&
			!isKnown(order),
	);
	return {
		told: new Set(asked.filter(({ id }) => changed.has(id)).map(({ id }) => id)),
		quiet: new Set(quiet.map(({ id }) => id)),
	};
}

/** A view whose orders have the history that their details tell. */
export function withHistories(view: View, details: ReadonlyMap<string, unknown>): View {
	const orders = view.orders.map((order): SeenOrder => {
		const found = details.get(order.id);
		const history =
			typeof found === 'object' && found !== null
				? readHistory((found as Record<string, unknown>).statusHistory)
				: undefined;
		return history === undefined ? order : { ...order, history };
	});
	return { ...view, orders };
}

/** The newest change before all of some orders. */
function newestBefore(orders: readonly SeenOrder[], ids: ReadonlySet<string>): Newest | undefined {
	const first = Math.min(
		...orders.filter(({ id }) => ids.has(id)).map(({ changed = Number.NEGATIVE_INFINITY }) => changed),
	);
	return newestOf(orders.filter(({ changed }) => changed !== undefined && changed < first));
}

/**
 * A view without some orders: they count as not seen, and the next poll reads again what this one has, from the first of
 * them on.
 */
export function without(view: View, ids: ReadonlySet<string>, state: TrackerState | undefined): View {
	if (ids.size === 0) return view;
	const {
		known: _known,
		sweep: _sweep,
		unfinished: _unfinished,
		lookedThrough: _through,
		lookingSince: _since,
		...lasting
	} = view.memory;
	const { known, sweep, unfinished } = state ?? {};
	const memory = {
		...lasting,
		...(known !== undefined && { known }),
		...(sweep !== undefined && { sweep }),
		...(unfinished !== undefined && { unfinished }),
	};
	const newest = view.newest === undefined ? undefined : newestBefore(view.orders, ids);
	return {
		orders: view.orders.filter(({ id }) => !ids.has(id)),
		isComplete: false,
		...(newest !== undefined && { newest }),
		memory,
	};
}
