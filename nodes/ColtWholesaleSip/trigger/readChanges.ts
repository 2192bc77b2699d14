import { isFinal, sameStatus } from '../../shared/lifecycle/orderStatus';
import { readOrders } from '../../shared/orders/record';
import type { SeenOrder } from '../../shared/orders/record';
import { gather } from './gather';
import type { Ending, Source, Gathered } from './gather';
import { DAY_MS, newestOf, SETTLING_MS } from './settled';
import { keyOf } from './state';
import type { Newest, Remembered, TrackerState, Unfinished } from './state';
import { isNewOrder } from './compare';
import type { View } from './compare';

/** What changed so long before the newest change is read again: changes show up late, and while a poll is reading. */
export const OVERLAP_MS = 15 * 60_000;
/** An API may take a date for the beginning of its day; what is older than that was not asked for. */
const COARSE_MS = 2 * DAY_MS;
/** After so long the API is asked again for what it did not do. */
const AGAIN_MS = DAY_MS;
/**
 * The whole list is looked through at least so often, page by page or at once: an order may show up late by `SETTLING_MS`
 * less this, and where the list tells no total nothing else tells of it.
 */
const LOOK_THROUGH_MS = DAY_MS;
/** A change so long after the time that Colt's answers tell is of another clock. */
const OTHER_CLOCK_MS = 5 * 60_000;
/** So many statuses are asked for one by one. */
const MOST_STATUSES = 25;
/** A reading that goes on in the next poll steps back so far: records may have gone from the list. */
const STEP_BACK = 20;

interface Reading {
	source: Source;
	state: TrackerState;
	into: Gathered;
	now: (this: void) => number;
	memory: View['memory'];
}

/** Whether a poll must find this order in the list. */
const isOpen = ({ status, finishedAt, missingSince }: Remembered): boolean =>
	finishedAt === undefined && missingSince === undefined && status !== '' && !isFinal(status);

const openOf = ({ orders }: TrackerState): Array<[string, Remembered]> =>
	[...orders].filter(([, entry]) => isOpen(entry));

const statusesOf = (state: TrackerState): string[] =>
	[...new Set(openOf(state).map(([, { status }]) => status))].toSorted();

/** Whether the whole list is not longer than all that a narrow reading asks for; one not counted counts as empty. */
function isSmall(state: TrackerState, pageSize: number): boolean {
	const narrow = 3 + Math.ceil(openOf(state).length / pageSize) + statusesOf(state).length;
	return Math.ceil((state.known ?? 0) / pageSize) <= narrow;
}

/** Whether the list must be, or may as well be, read whole: nothing is known of it, or not what filters need. */
export function wantsWhole(state: TrackerState, pageSize: number, now: number): boolean {
	const { unfinished, newest, canary, wholeUntil = 0, lookedThrough = now } = state;
	if (unfinished !== undefined) return unfinished.from === undefined;
	return (
		newest === undefined ||
		canary === undefined ||
		wholeUntil > now ||
		now - lookedThrough > LOOK_THROUGH_MS ||
		isSmall(state, pageSize)
	);
}

/**
 * How many orders of the list count as known. Fewer than its total says: a page that shifted has hidden one, and the next
 * poll looks again; the same difference a second time is the API's way to count.
 */
function countOf(
	into: Gathered,
	from: number,
	total: number | undefined,
	state: TrackerState | undefined,
): Pick<TrackerState, 'known' | 'shortBy'> {
	const found =
		from === 0
			? into.orders().length
			: readOrders(into.records.slice(from).map(({ decoded }) => decoded)).orders.length;
	const shortBy = Math.max(0, (total ?? found) - found);
	return { known: shortBy === state?.shortBy ? found + shortBy : found, shortBy };
}

/** A reading that has not ended: where it stands, and what it has seen. */
function goOn(
	orders: readonly SeenOrder[],
	begun: Unfinished | undefined,
	at: Pick<Unfinished, 'from' | 'offset' | 'isBaseline'>,
	now: number,
): Unfinished {
	const startedAt = begun?.startedAt ?? now;
	const newest = laterOf(begun?.newest, newestOf(orders, startedAt));
	return { ...at, startedAt, ...(newest !== undefined && { newest }) };
}

const laterOf = (one: Newest | undefined, other: Newest | undefined): Newest | undefined =>
	one !== undefined && other !== undefined ? (one.newest > other.newest ? one : other) : (one ?? other);

/**
 * Up to where a reading that has come to its end knows everything: an order on a page already read may have changed, and
 * come back, before one on a later page did. Where the changes are of the future, they have another clock than the answers.
 */
function readUp(
	{ source, into, now }: Pick<Reading, 'source' | 'into' | 'now'>,
	begun: Unfinished | undefined,
): Newest | undefined {
	const orders = into.orders();
	if (begun !== undefined) return laterOf(begun.newest, newestOf(orders, begun.startedAt));
	const newest = newestOf(orders);
	return newest === undefined || newest.newest > now() + OTHER_CLOCK_MS ? newest : newestOf(orders, source.begun?.());
}

/** Reads the whole list, or goes on with it. */
async function readWhole(
	{ source, into, now }: Pick<Reading, 'source' | 'into' | 'now'>,
	state: TrackerState | undefined,
	memory: View['memory'],
	begun?: Unfinished,
): Promise<View> {
	const before = into.records.length;
	const startedAt = now();
	const { how, offset, total } = await gather(source, into, {}, Math.max(0, (begun?.offset ?? 0) - STEP_BACK));
	const orders = into.orders();
	if (how === 'late') {
		const isBaseline = state === undefined || begun?.isBaseline === true;
		const unfinished = goOn(
			orders,
			begun,
			{ offset, isBaseline },
			isBaseline ? now() : (source.begun?.() ?? startedAt),
		);
		// What the first reading has seen is settled as soon as it has; otherwise the end has to be waited for.
		return {
			orders,
			isComplete: false,
			...(isBaseline && unfinished.newest !== undefined && { newest: unfinished.newest }),
			memory: { ...memory, unfinished },
		};
	}
	const count = into.records.length - before;
	if (begun === undefined && count < (total ?? 0))
		source.warn(`Colt's list ended after ${count} of ${total} orders; the others cannot be seen`);
	const counted = begun === undefined ? countOf(into, before, total, state) : { known: total ?? offset };
	const newest = readUp({ source, into, now }, begun);
	const lookedThrough = begun?.startedAt ?? startedAt;
	return {
		orders,
		isComplete: begun === undefined,
		...(newest !== undefined && { newest }),
		memory: { ...memory, ...counted, lookedThrough },
	};
}

/** From when on changes are to be read. */
const beginOf = ({ newest, readSince }: TrackerState, now: number): number =>
	Math.min(newest ?? now, readSince ?? Number.POSITIVE_INFINITY);

/** The changed orders; undefined when the API cannot be asked for them. */
async function readChanged({ source, state, into, now, memory }: Reading, window: number): Promise<Ending | undefined> {
	const begun = state.unfinished;
	const from = begun?.from ?? beginOf(state, now()) - window;
	const query = { changedFrom: new Date(from).toISOString() };
	const read = async (): Promise<Ending> =>
		await gather(
			source,
			into,
			query,
			Math.max(0, (begun?.offset ?? 0) - STEP_BACK),
			({ changed }) => (changed ?? Number.NEGATIVE_INFINITY) >= from - COARSE_MS,
		);
	const isTrue = ({ how }: Ending): boolean =>
		begun !== undefined || how !== 'read' || into.orders().some(({ id }) => keyOf(id) === state.canary);
	let ending = await read();
	// An order that changes while it is read can jump from a page not read yet to one already read.
	if (!isTrue(ending)) ending = await read();
	if (!isTrue(ending)) ending.how = 'wrong';
	if (ending.how === 'read' || ending.how === 'late') return ending;
	const what = ending.how === 'refused' ? 'refused' : 'not what was asked for';
	source.warn(
		`Colt's list of orders changed since a moment is ${what}; the whole list is read at each poll, and the narrow one tried again in a day`,
	);
	memory.wholeUntil = now() + AGAIN_MS;
	return undefined;
}

/** The open orders, by each status that remembered ones have. @returns whether all of them must have been seen */
async function readOpen({ source, state, into, now, memory }: Reading): Promise<boolean> {
	const statuses = statusesOf(state);
	const { sweep = 0, noStatusUntil = 0 } = state;
	if (noStatusUntil > now() || statuses.length > MOST_STATUSES) return false;
	const first = Math.floor(sweep / source.pageSize) % statuses.length;
	for (const status of [...statuses.slice(first), ...statuses.slice(0, first)]) {
		const { how } = await gather(source, into, { status }, 0, (order) => sameStatus(order.status ?? '', status));
		if (how === 'late') return false;
		if (how === 'read') continue;
		source.warn(
			`Colt's list of orders in a status is ${how === 'refused' ? 'refused' : 'not what was asked for'}; open orders are watched by their date of change alone, and this is tried again in a day`,
		);
		memory.noStatusUntil = now() + AGAIN_MS;
		return false;
	}
	return true;
}

/** A part of the whole list, another at each poll: what neither date nor status would tell is found in time. */
async function readSweep({ source, state, into, now, memory }: Reading): Promise<number | undefined> {
	const { sweep = 0, noStatusUntil = 0 } = state;
	const since = sweep === 0 ? now() : state.lookingSince;
	const most = noStatusUntil > now() ? 1 + Math.ceil(openOf(state).length / source.pageSize) : 1;
	let total: number | undefined;
	let offset = sweep;
	let pages = 0;
	for await (const page of source.pages({}, sweep)) {
		into.add(page.records);
		total = page.total ?? total;
		offset = page.isLast ? 0 : offset + page.records.length;
		pages += 1;
		if (page.isLast || pages === most || source.isLate()) break;
	}
	memory.sweep = offset;
	if (since !== undefined)
		Object.assign(
			memory,
			offset === 0 ? { lookedThrough: Math.max(since, state.lookedThrough ?? since) } : { lookingSince: since },
		);
	return total;
}

/** Whether a remembered open order has not been seen. */
const lacksOpen = ({ state, into }: Reading): boolean => {
	const seen = new Set(into.orders().map(({ id }) => keyOf(id)));
	return openOf(state).some(([key]) => !seen.has(key));
};

/** What changed, what is open, and a little of the rest; undefined when only the whole list can tell. */
async function readNarrow(reading: Reading): Promise<View | undefined> {
	const { state, into, memory } = reading;
	const { known = 0, unfinished } = state;
	const total = await readSweep(reading);
	const fresh = (): number => into.orders().filter((order) => isNewOrder(order, state)).length;
	const accounted = (): boolean => total === undefined || known + fresh() >= total;
	const counted = (): number => Math.min(known, total ?? known) + fresh();
	for (const window of [OVERLAP_MS, SETTLING_MS]) {
		const changed = await readChanged(reading, window);
		if (changed === undefined) return undefined;
		if (changed.how === 'late') {
			const from = unfinished?.from ?? beginOf(state, reading.now()) - window;
			memory.unfinished = goOn(
				into.orders(),
				unfinished,
				{ from, offset: changed.offset, isBaseline: false },
				reading.source.begun?.() ?? reading.now(),
			);
			memory.known = counted();
			return { orders: into.orders(), isComplete: false, memory };
		}
		if (accounted() || unfinished !== undefined) break;
	}
	const isSure = await readOpen(reading);
	if (isSure && lacksOpen(reading)) await readChanged(reading, OVERLAP_MS);
	if (unfinished === undefined && (!accounted() || (isSure && lacksOpen(reading)))) return undefined;
	memory.known = counted();
	if (total !== undefined) memory.lookedThrough = reading.now();
	const seen = readUp(reading, unfinished);
	return { orders: into.orders(), isComplete: false, ...(seen !== undefined && { newest: seen }), memory };
}

/**
 * What a poll has to look at: the orders that changed or are open, so that its cost does not grow with the history, each
 * answer held against what is known; the whole list where that is not enough, not possible, or no longer.
 * @param state undefined at the very first poll
 * @throws ColtError of the client; nothing has happened then
 */
export async function readView(
	source: Source,
	into: Gathered,
	state: TrackerState | undefined,
	now: (this: void) => number,
): Promise<View> {
	if (state === undefined || wantsWhole(state, source.pageSize, now()))
		return await readWhole({ source, into, now }, state, {}, state?.unfinished);
	const reading: Reading = { source, state, into, now, memory: {} };
	return (await readNarrow(reading)) ?? (await readWhole(reading, state, reading.memory));
}
