import { sameStatus } from '../../shared/lifecycle/orderStatus';
import type { SeenOrder } from '../../shared/orders/record';
import { historyUpTo } from './statusHistory';
import type { Remembered } from './state';
import type { OrderEvent } from './compare';

/** The status whose deadline counts from its own beginning (colt-api section 7). */
const isTimed = ({ type, status = '' }: SeenOrder): boolean =>
	(type === 'portIn' || type === 'portOut') && sameStatus(status, 'Customer feedback awaited');

/**
 * Since when an order is in a status whose deadline counts from then, milliseconds since the epoch: Colt touches the order's
 * date for a note or another description too, which moves no deadline. At first sight, without a history, the order's last
 * change is the nearest that is known. Undefined for every other status.
 * @param told what has happened to it since it was last seen
 */
export function sinceOf(
	order: SeenOrder,
	past: Remembered | undefined,
	told: readonly OrderEvent[],
): number | undefined {
	if (!isTimed(order)) return undefined;
	const hasMoved = told.some(({ event }) => event !== 'descriptionChanged');
	return historyUpTo(order)?.at(-1)?.at ?? (hasMoved ? undefined : past?.since) ?? order.changed;
}

/** An order that knows since when it is in its status. */
export const withSince = <T extends SeenOrder>(order: T, since: number | undefined): T =>
	since === undefined ? order : { ...order, statusSince: since };
