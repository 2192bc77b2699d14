import { sameStatus } from '../../shared/lifecycle/orderStatus';
import { readHistory } from '../../shared/orders/record';
import type { SeenOrder, StatusStep } from '../../shared/orders/record';
import type { ListRecord } from '../../shared/client/pages';
import type { ListedOrder, Snapshot } from './collectOrders';
import { newestOf } from './retention';
import { rememberedStatus } from './state';
import type { Newest, Remembered, TriggerState } from './state';

/** The history up to the status that the list showed: the details are read later, and may be ahead of it. */
export function historyUpTo({ history = [], status = '' }: SeenOrder): StatusStep[] | undefined {
	const end = history.findLastIndex((step) => sameStatus(step.status, status));
	return end < 0 ? undefined : history.slice(0, end + 1);
}

/**
 * The index of the remembered status in the history: where it was found before, else the last of this name that is
 * not later than what was seen, else the last of this name. Undefined when it is not there.
 */
function indexOfLastSeen(
	history: readonly StatusStep[],
	{ status, position }: Remembered,
	newest: number | undefined,
): number | undefined {
	const isIt = (step: StatusStep | undefined): boolean => step !== undefined && sameStatus(step.status, status);
	if (position !== undefined && isIt(history[position])) return position;
	const wasSeen = ({ at }: StatusStep): boolean => at !== undefined && newest !== undefined && at <= newest;
	const byTime = history.findLastIndex((step) => wasSeen(step) && isIt(step));
	if (byTime >= 0) return byTime;
	const last = history.findLastIndex(isIt);
	return last < 0 ? undefined : last;
}

/**
 * The statuses an order has had since it was last seen, the present one included, each with a moment that is not before
 * that of the one before. Without a history that has them it is the present one alone; empty when it is still the same.
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
	if (history === undefined) return present;
	const isUnseen = before === undefined || before.status === '';
	const index = isUnseen ? -1 : indexOfLastSeen(history, before, newest);
	if (index === undefined) return present;
	let latest = Number.NEGATIVE_INFINITY;
	return history.slice(index + 1).map(({ status, at = order.changed }) => {
		latest = Math.max(latest, at ?? latest);
		return { status, ...(Number.isFinite(latest) && { at: latest }) };
	});
}

/** The status whose deadline counts from its own beginning (000, 001). */
const isTimed = ({ type, status = '' }: SeenOrder): boolean =>
	(type === 'portIn' || type === 'portOut') && sameStatus(status, 'Customer feedback awaited');

/**
 * Since when an order is in a status whose deadline counts from then, milliseconds since the epoch: Colt also touches
 * the order's date for a note or another description, which moves no deadline. At first sight, without a history, the
 * order's last change is the nearest that is known. Undefined for every other status.
 * @param hasMoved whether its status has changed since it was last seen
 */
export function statusSinceOf(order: SeenOrder, past: Remembered | undefined, hasMoved: boolean): number | undefined {
	if (!isTimed(order)) return undefined;
	return historyUpTo(order)?.at(-1)?.at ?? (hasMoved ? undefined : past?.statusSince) ?? order.changed;
}

/** An order that knows since when it is in its status. */
export const withStatusSince = <T extends SeenOrder>(order: T, statusSince: number | undefined): T =>
	statusSince === undefined ? order : { ...order, statusSince };

const historyIn = ({ decoded }: ListRecord): StatusStep[] | undefined =>
	typeof decoded === 'object' && decoded !== null
		? readHistory((decoded as Record<string, unknown>).statusHistory)
		: undefined;

/** A snapshot whose orders have the history of their details, by order id. */
export function withHistories(snapshot: Snapshot, details: ReadonlyMap<string, ListRecord>): Snapshot {
	const orders = snapshot.orders.map((order): ListedOrder => {
		const found = details.get(order.id);
		const history = found === undefined ? undefined : historyIn(found);
		return history === undefined ? order : { ...order, history };
	});
	return { ...snapshot, orders };
}

/** Whether details were read, and none of them has a history: then details are not worth reading for it. */
export function lackHistory(details: ReadonlyMap<string, ListRecord>): boolean {
	return details.size > 0 && [...details.values()].every((record) => historyIn(record) === undefined);
}

/** The newest change before all of some orders. */
function newestBefore(orders: readonly ListedOrder[], ids: ReadonlySet<string>): Newest | undefined {
	const missing = orders.filter(({ id }) => ids.has(id));
	const first = Math.min(...missing.map(({ changed = Number.NEGATIVE_INFINITY }) => changed));
	return newestOf(orders.filter(({ changed }) => changed !== undefined && changed < first));
}

/**
 * A snapshot without some orders: they count as not seen, and the next poll reads again what this one has, from the
 * first of them on.
 */
export function withoutOrders(
	{ newest: read, ...snapshot }: Snapshot,
	ids: ReadonlySet<string>,
	state: TriggerState | undefined,
): Snapshot {
	if (ids.size === 0) return { ...snapshot, ...(read !== undefined && { newest: read }) };
	const { noFilterUntil } = snapshot.reading;
	const newest = read === undefined ? undefined : newestBefore(snapshot.orders, ids);
	return {
		orders: snapshot.orders.filter(({ id }) => !ids.has(id)),
		isComplete: false,
		...(newest !== undefined && { newest }),
		reading: { ...state?.reading, ...(noFilterUntil !== undefined && { noFilterUntil }) },
	};
}
