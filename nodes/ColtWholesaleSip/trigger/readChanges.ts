import { isNewOrder } from './compareOrders';
import { CollectedOrders, isUnreadable, readList, refuseUnreadable, warnOfUnreadable } from './collectOrders';
import type { ListReading, OrderList, Snapshot } from './collectOrders';
import { DAY_MS, newestOf } from './retention';
import type { Newest, ReadingState, TriggerState, Unfinished } from './state';

/** Changes are read again from this long before the newest one: they may appear late, and while a poll is reading. */
export const OVERLAP_MS = 15 * 60_000;
/** An API may take a date for the beginning of its day; what is older than that was not asked for. */
const COARSE_MS = 2 * DAY_MS;
/** After this time the filter that did not work is tried again. */
const AGAIN_MS = DAY_MS;
/** How often the whole list is read, to find changes without a new date. */
const WHOLE_LIST_MS = DAY_MS;
/**
 * A list of up to this many pages is read whole at each poll: that takes no more requests than reading recent changes.
 */
const FEW_PAGES = 2;
/** A reading that continues in the next poll goes back this far: records may have been removed from the list. */
const STEP_BACK = 20;
/** Earlier dates are not sent, because APIs refuse them. */
const EARLIEST_MS = Date.UTC(2000, 0);

/** What this poll must deliver again: the orders to find, and where their changes begin. */
export interface Wanted {
	keys: ReadonlySet<string>;
	since: number;
}

const NOTHING: Wanted = { keys: new Set(), since: Number.POSITIVE_INFINITY };

const laterOf = (one: Newest | undefined, other: Newest | undefined): Newest | undefined => {
	if (one === undefined || other === undefined) return one ?? other;
	return one.newest > other.newest ? one : other;
};

/** Of a reading over several polls, an order on a page already read may have changed before one on a later page did. */
const newestIn = (collected: CollectedOrders, begun: Unfinished | undefined): Newest | undefined =>
	begun === undefined ? newestOf(collected.all()) : laterOf(begun.newest, newestOf(collected.all(), begun.startedAt));

/** An unfinished reading: its position, and what it has seen. */
function toBeContinued(
	{ offset, startedAt }: ListReading,
	collected: CollectedOrders,
	begun: Unfinished | undefined,
): Unfinished {
	const since = begun?.startedAt ?? startedAt;
	const newest = laterOf(begun?.newest, newestOf(collected.all(), since));
	return { offset, startedAt: since, ...(newest !== undefined && { newest }) };
}

const offsetOf = (begun: Unfinished | undefined): number => Math.max(0, (begun?.offset ?? 0) - STEP_BACK);

/** Whether the list can be asked for what changed: it has dates, did not ignore them lately, and is long enough. */
function canReadRecent({ newest, canary, reading }: TriggerState, { pageSize, now }: OrderList): boolean {
	const { known = 0, noFilterUntil = 0, recent } = reading;
	if (newest === undefined || canary === undefined || noFilterUntil > now()) return false;
	return recent !== undefined || known > FEW_PAGES * pageSize;
}

/** What came of reading the recent changes: whether they are all, or something says that they are not. */
interface Recent {
	reading: ReadingState;
	newest?: Newest;
	outcome: 'trusted' | 'inDoubt' | 'outOfTime';
}

/** Reads the orders changed since a moment. The answer must contain the order that changed last. */
async function readChangedSince(
	list: OrderList,
	collected: CollectedOrders,
	state: TriggerState,
	from: number,
): Promise<ListReading> {
	const { recent } = state.reading;
	const query = { changedFrom: new Date(from).toISOString() };
	const isRecent = ({ changed = Number.NEGATIVE_INFINITY }: { changed?: number }): boolean =>
		changed >= from - COARSE_MS;
	const read = async (): Promise<ListReading> => await readList(list, collected, query, offsetOf(recent), isRecent);
	const hasCanary = (): boolean => recent !== undefined || collected.has(state.canary ?? '');
	let result = await read();
	// An order that changes while it is read can jump from a page not read yet to one already read.
	if (result.ended === 'complete' && !hasCanary()) result = await read();
	return result.ended === 'complete' && !hasCanary() ? { ...result, ended: 'filterIgnored' } : result;
}

/** Reads what changed since the last poll, and checks it against the list's total and the orders that must be in it. */
async function readRecent(
	list: OrderList,
	collected: CollectedOrders,
	state: TriggerState,
	wanted: Wanted,
): Promise<Recent> {
	const { known = 0, recent: begun, noFilterUntil: _over, ...reading } = state.reading;
	const total = await list.total();
	const earliest = Math.min(state.newest ?? list.now(), wanted.since) - OVERLAP_MS;
	const from = begun?.from ?? Math.max(EARLIEST_MS, earliest);
	const result = await readChangedSince(list, collected, state, from);
	const fresh = collected.all().filter((order) => isNewOrder(order, state)).length;
	const counted = { ...reading, known: Math.min(known, total ?? known) + fresh };
	if (result.ended === 'outOfTime') {
		const recent = { from, ...toBeContinued(result, collected, begun) };
		return { reading: { ...counted, recent }, outcome: 'outOfTime' };
	}
	if (result.ended !== 'complete') {
		const what = result.ended === 'filterRejected' ? 'refused' : 'not what was asked for';
		list.warn(
			`Colt's list filtered by date of change is ${what}. The trigger reads the whole list at each poll and ` +
				'tries the filter again in a day',
		);
		return { reading: { ...reading, known, noFilterUntil: list.now() + AGAIN_MS }, outcome: 'inDoubt' };
	}
	warnOfUnreadable(list, result);
	const isCounted = total === undefined || known + fresh >= total;
	const isWhole = [...wanted.keys].every((key) => collected.has(key));
	// What is missing from a reading over several polls may be in a part read before.
	const isTrusted = begun !== undefined || (isCounted && isWhole && !isUnreadable(result));
	const newest = newestIn(collected, begun);
	return {
		reading: isTrusted ? counted : { ...reading, known },
		...(newest !== undefined && { newest }),
		outcome: isTrusted ? 'trusted' : 'inDoubt',
	};
}

/**
 * How many orders of the list count as known. Fewer than its total says: a page that shifted has hidden one, and the
 * next poll looks again; the same difference a second time is the API's way to count.
 */
function countOf(
	found: number,
	total: number | undefined,
	before: ReadingState,
): Pick<ReadingState, 'known' | 'shortBy'> {
	const shortBy = Math.max(0, (total ?? found) - found);
	return { known: shortBy === before.shortBy ? found + shortBy : found, shortBy };
}

/**
 * Reads the whole list, or continues an unfinished reading.
 * @param before the reading state so far, with what the recent changes have added
 * @throws ColtError when most of it cannot be read
 */
async function readWhole(
	list: OrderList,
	collected: CollectedOrders,
	state: TriggerState | undefined,
	{ whole: begun, ...before }: ReadingState,
	recent: Recent | undefined,
): Promise<Snapshot> {
	const result = await readList(list, collected, {}, offsetOf(begun));
	refuseUnreadable(result);
	warnOfUnreadable(list, result);
	const { total, count, keys, startedAt } = result;
	const orders = collected.all();
	if (result.ended === 'outOfTime') {
		const isBaseline = begun?.isBaseline ?? state === undefined;
		const whole = { ...toBeContinued(result, collected, begun), isBaseline };
		// What the first reading has seen counts at once, as nothing before it can have been missed.
		const newest = isBaseline ? whole.newest : recent?.newest;
		return { orders, isComplete: false, ...(newest !== undefined && { newest }), reading: { ...before, whole } };
	}
	if (begun === undefined && count < (total ?? 0))
		list.warn(`Colt's list ended after ${count} of ${total} orders; the others cannot be seen`);
	const counted = begun === undefined ? countOf(keys.size, total, before) : { known: total ?? result.offset };
	const newest = laterOf(recent?.newest, newestIn(collected, begun));
	return {
		orders,
		isComplete: begun === undefined,
		...(newest !== undefined && { newest }),
		reading: { ...before, ...counted, wholeReadAt: begun?.startedAt ?? startedAt },
	};
}

/**
 * Reads what changed since the last poll, so that the cost does not grow with the history of the account; and the
 * whole list where that is not enough: at first, when an answer is in doubt, and once a day, over several polls where
 * it is long.
 * @param state undefined at the very first poll
 * @param wanted what must be seen again
 * @throws ColtError of the client, or when the list cannot be read; nothing is changed then
 */
export async function readChanges(
	list: OrderList,
	state: TriggerState | undefined,
	wanted: Wanted = NOTHING,
): Promise<Snapshot> {
	const collected = new CollectedOrders();
	if (state === undefined || state.reading.whole?.isBaseline === true)
		return await readWhole(list, collected, state, state?.reading ?? {}, undefined);
	const recent = canReadRecent(state, list) ? await readRecent(list, collected, state, wanted) : undefined;
	const reading = recent?.reading ?? state.reading;
	const isWholeDue = reading.whole !== undefined || list.now() - (reading.wholeReadAt ?? 0) > WHOLE_LIST_MS;
	const needsWhole = recent === undefined || recent.outcome === 'inDoubt';
	if (needsWhole || (isWholeDue && recent.outcome !== 'outOfTime'))
		return await readWhole(list, collected, state, reading, recent);
	const { newest } = recent;
	return { orders: collected.all(), isComplete: false, ...(newest !== undefined && { newest }), reading };
}
