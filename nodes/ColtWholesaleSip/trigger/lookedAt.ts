import type { SeenOrder } from '../../shared/orders/record';
import { keyOf, KEY_LENGTH } from './state';
import type { TrackerState } from './state';

/** More are not kept: their details are read once more. */
const MOST = 500;

const nameOf = ({ id, changed = 0 }: SeenOrder): string => keyOf(id) + changed.toString(36);

/**
 * The orders that a poll has looked at as they are, though they changed after the moment up to which it knows everything:
 * about 17 bytes each, and rarely more than those of a second.
 */
export function lookedAtOf(orders: readonly SeenOrder[], newest: number | undefined): Pick<TrackerState, 'lookedAt'> {
	const names = orders
		.filter(({ changed }) => changed !== undefined && changed > (newest ?? Number.NEGATIVE_INFINITY))
		.map(nameOf);
	return names.length === 0 || names.length > MOST ? {} : { lookedAt: names.join(',') };
}

/** Whether there is room for all orders that changed after a moment. */
export const canNote = (orders: readonly SeenOrder[], newest = Number.NEGATIVE_INFINITY): boolean =>
	orders.filter(({ changed = Number.NEGATIVE_INFINITY }) => changed > newest).length <= MOST;

/** The changes of orders, as the poll before has looked at them: milliseconds since the epoch by `keyOf` the order's id. */
export const lookedAtIn = ({ lookedAt = '' }: Pick<TrackerState, 'lookedAt'>): ReadonlyMap<string, number> =>
	new Map(lookedAt.split(',').map((name) => [name.slice(0, KEY_LENGTH), Number.parseInt(name.slice(KEY_LENGTH), 36)]));

/** Whether the poll before has looked at an order as it is now. */
export function wasLookedAt(state: Pick<TrackerState, 'lookedAt'>): (order: SeenOrder) => boolean {
	const changes = lookedAtIn(state);
	return ({ id, changed }) => changed !== undefined && changes.get(keyOf(id)) === changed;
}
