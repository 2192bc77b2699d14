import type { SeenOrder } from '../../shared/orderEvents/order';
import type { Remembered, TrackerState } from './state';

export const DAY_MS = 86_400_000;

/** How long a finished order is remembered after its last change; an order may show up in Colt's list as late as that. */
export const SETTLING_MS = 7 * DAY_MS;

/** How many days an order that is not in the list any more is remembered: a page that shifted may have hidden it. */
const MISSING_DAYS = 90;

/**
 * Whether an order needs no memory: finished, and its last change well before the newest one. An order whose dates Colt
 * does not tell is never settled.
 */
export function isSettled({ isFinal: finished, created, changed }: SeenOrder, horizon: number | undefined): boolean {
	return horizon !== undefined && finished && created !== undefined && changed !== undefined && Math.max(created, changed) < horizon;
}

/** The moments of a state; milliseconds since the epoch. */
export type Moments = Pick<TrackerState, 'horizon' | 'newest'>;

const latest = (...moments: Array<number | undefined>): number | undefined => {
	const known = moments.filter((moment) => moment !== undefined);
	return known.length === 0 ? undefined : Math.max(...known);
};

/**
 * The next horizon: `SETTLING_MS` before the newest change of the poll before, so that an order which a shifted page hid
 * in this one is still new in the next. The newest change counts at most as now: neither clock alone, nor an order of
 * the far future, can move the horizon too far. Neither moment goes back.
 * @param before undefined at the very first poll, where nothing can have been missed
 */
export function nextMoments(before: Moments | undefined, orders: readonly SeenOrder[], now: number): Moments {
	const seen = orders.reduce<number | undefined>((newest, { changed }) => latest(newest, changed), undefined);
	const newest = latest(before?.newest, seen === undefined ? undefined : Math.min(seen, now));
	const base = before === undefined ? newest : before.newest;
	const horizon = latest(before?.horizon, base === undefined ? undefined : base - SETTLING_MS);
	return { ...(newest !== undefined && { newest }), ...(horizon !== undefined && { horizon }) };
}

/** What to remember of an order that is not in the list; undefined when it has been missing for long enough. */
export function whileMissing(entry: Remembered, now: number): Remembered | undefined {
	const today = Math.floor(now / DAY_MS);
	const missingSince = entry.missingSince ?? today;
	return today - missingSince > MISSING_DAYS ? undefined : { ...entry, missingSince };
}
