import type { SeenOrder } from '../../shared/orderEvents/order';
import { keyOf } from './state';
import type { TrackerState } from './state';

/** More are not kept: their details are read once more. */
const MOST = 500;

const nameOf = ({ id, changed = 0 }: SeenOrder): string => keyOf(id) + changed.toString(36);

/**
 * The orders that a poll has looked at as they are, though they changed after the moment up to which it knows everything:
 * about 17 bytes each, and rarely more than those of a second.
 */
export function lookedAtOf(orders: readonly SeenOrder[], newest: number | undefined): Pick<TrackerState, 'lookedAt'> {
	const names = orders.filter(({ changed }) => (changed ?? Number.NEGATIVE_INFINITY) > (newest ?? Number.POSITIVE_INFINITY)).map(nameOf);
	return names.length === 0 || names.length > MOST ? {} : { lookedAt: names.join(',') };
}

/** Whether there is room for all orders that changed after a moment. */
export const canNote = (orders: readonly SeenOrder[], newest = Number.NEGATIVE_INFINITY): boolean =>
	orders.filter(({ changed = Number.NEGATIVE_INFINITY }) => changed > newest).length <= MOST;

/** Whether the poll before has looked at an order as it is now. */
export function wasLookedAt({ lookedAt = '' }: Pick<TrackerState, 'lookedAt'>): (order: SeenOrder) => boolean {
	const names = new Set(lookedAt.split(','));
	return (order) => names.has(nameOf(order));
}
