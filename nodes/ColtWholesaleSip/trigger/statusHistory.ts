import { sameStatus } from '../../shared/lifecycle/orderStatus';
import type { SeenOrder, StatusStep } from '../../shared/orders/record';
import { rememberedStatus } from './state';
import type { Remembered } from './state';

/** The history up to the status that the list showed: the details are read later, and may be ahead of it. */
export function historyUpTo({ history = [], status = '' }: SeenOrder): StatusStep[] | undefined {
	const end = history.findLastIndex((step) => sameStatus(step.status, status));
	return end < 0 ? undefined : history.slice(0, end + 1);
}

/**
 * Where the remembered status stands in the history: where it was found, else the last of this name that is not younger than what
 * was last seen, else the last of this name. Undefined when it is not there.
 */
function placeOf(
	history: readonly StatusStep[],
	{ status, position }: Remembered,
	newest: number | undefined,
): number | undefined {
	const isIt = (index: number): boolean => history[index] !== undefined && sameStatus(history[index].status, status);
	if (position !== undefined && isIt(position)) return position;
	const byTime =
		newest === undefined
			? -1
			: history.findLastIndex(({ at }, index) => at !== undefined && at <= newest && isIt(index));
	if (byTime >= 0) return byTime;
	const last = history.findLastIndex((_, index) => isIt(index));
	return last < 0 ? undefined : last;
}

/**
 * The statuses an order has had since it was last seen, the present one included, each with a moment that is not before
 * that of the one before. Without a history that tells them it is the present one alone; empty when it is still the same.
 * @param before undefined for an order never seen: its whole history
 * @param newest the newest change seen before, Colt's clock
 */
export function stepsSince(
	order: SeenOrder & { status: string },
	before: Remembered | undefined,
	newest: number | undefined,
): StatusStep[] {
	const isSame = before !== undefined && sameStatus(before.status, rememberedStatus(order.status));
	const present: StatusStep[] = isSame
		? []
		: [{ status: order.status, ...(order.changed !== undefined && { at: order.changed }) }];
	const history = historyUpTo(order);
	const place =
		history === undefined || before === undefined || before.status === '' ? -1 : placeOf(history, before, newest);
	if (history === undefined || place === undefined) return present;
	let latest = Number.NEGATIVE_INFINITY;
	return history.slice(place + 1).map(({ status, at = order.changed }) => {
		latest = Math.max(latest, at ?? latest);
		return { status, ...(Number.isFinite(latest) && { at: latest }) };
	});
}
