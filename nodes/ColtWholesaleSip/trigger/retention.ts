import type { SeenOrder } from '../../shared/orders/record';
import type { ListedOrder } from './collectOrders';
import type { Newest, Remembered, TriggerState } from './state';

export const DAY_MS = 86_400_000;

/**
 * How long a finished order is remembered after its last change; an order may show up in Colt's list as late as that.
 */
export const SETTLING_MS = 7 * DAY_MS;

/** How many days an order that is not in the list any more is remembered: a page that shifted may have hidden it. */
const MISSING_DAYS = 90;

/**
 * At most this many finished orders are remembered, or half as many as are open, beside those of the last two polls.
 */
export const MOST_FINISHED = 500;

/** When a finished order was last changed; undefined for one that is open, or whose dates Colt does not give. */
export const finishedAt = ({ isFinal: finished, created, changed }: SeenOrder): number | undefined =>
	finished && created !== undefined && changed !== undefined ? Math.max(created, changed) : undefined;

/**
 * Whether an order needs no memory: finished, and its last change well before the newest one. An order without dates
 * is never settled.
 */
export function isSettled(order: SeenOrder, horizon: number | undefined): boolean {
	const moment = finishedAt(order);
	return horizon !== undefined && moment !== undefined && moment < horizon;
}

/** The moments of a state; milliseconds since the epoch. */
export type Moments = Pick<TriggerState, 'horizon' | 'newest' | 'canary'>;

const latest = (...moments: Array<number | undefined>): number | undefined => {
	const known = moments.filter((moment) => moment !== undefined);
	return known.length === 0 ? undefined : Math.max(...known);
};

/** The order changed last, of those with a date, and not after a moment. */
export function newestOf(orders: readonly ListedOrder[], until = Number.POSITIVE_INFINITY): Newest | undefined {
	let newest: ListedOrder | undefined;
	for (const order of orders) {
		const { changed } = order;
		if (changed !== undefined && changed <= until && changed > (newest?.changed ?? Number.NEGATIVE_INFINITY))
			newest = order;
	}
	return newest?.changed === undefined ? undefined : { newest: newest.changed, canary: newest.key };
}

/**
 * The next horizon: `SETTLING_MS` before the newest change of the poll before, so that an order which a shifted page
 * hid in this one is still new in the next. The newest change counts at most as now: neither clock alone, nor an
 * order of the far future, can move the horizon too far. Neither moment goes back.
 * @param before undefined at the very first poll, where nothing can have been missed
 * @param seen the newest change that everything was read up to
 */
export function nextMoments(before: Moments | undefined, seen: Newest | undefined, now: number): Moments {
	const isNewer = seen !== undefined && seen.newest >= (before?.newest ?? Number.NEGATIVE_INFINITY);
	const canary = isNewer ? seen.canary : before?.canary;
	const newest = latest(before?.newest, seen === undefined ? undefined : Math.min(seen.newest, now));
	const base = before === undefined ? newest : before.newest;
	const horizon = latest(before?.horizon, base === undefined ? undefined : base - SETTLING_MS);
	return {
		...(newest !== undefined && { newest }),
		...(horizon !== undefined && { horizon }),
		...(canary !== undefined && { canary }),
	};
}

/**
 * The horizon that leaves no more finished orders than may be remembered.
 * @param newestBefore what changed after this moment stays in any case, for the same reason as above
 */
export function boundedHorizon(
	entries: Iterable<Remembered>,
	horizon: number | undefined,
	newestBefore: number | undefined,
): number | undefined {
	const moments: number[] = [];
	let others = 0;
	for (const entry of entries) {
		if (entry.finishedAt === undefined) others += 1;
		else moments.push(entry.finishedAt);
	}
	const most = Math.max(MOST_FINISHED, Math.floor(others / 2));
	const dropped = moments.toSorted((one, other) => other - one)[most];
	return dropped === undefined || newestBefore === undefined
		? horizon
		: latest(horizon, Math.min(dropped, newestBefore) + 1);
}

/** What to remember of an order that is not in the list; undefined when it has been missing for long enough. */
export function keepMissing(entry: Remembered, now: number): Remembered | undefined {
	const today = Math.floor(now / DAY_MS);
	const missingSince = entry.missingSince ?? today;
	return today - missingSince > MISSING_DAYS ? undefined : { ...entry, missingSince };
}
