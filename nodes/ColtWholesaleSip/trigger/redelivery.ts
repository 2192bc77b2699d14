import { unreadable } from './savedState';
import type { TrackerState } from './state';
import { packTold, unpackTold } from './told';
import type { Told } from './told';

/**
 * What the last poll handed over. n8n 2.41 stores a trigger's state before the execution with its items, in two steps: if
 * it dies between them, the items are lost and the state says that they were told. So the first poll of a process tells
 * them again, under the ids they had. Only for an hour: n8n that died is started again by then, and a restart on another
 * day is to repeat nothing.
 */
export interface HandedOver {
	/** When, milliseconds since the epoch, n8n's clock. */
	at: number;
	/** Where that poll began to read. */
	from: Readings;
	told: string;
	/** What a poll was to tell again and has not found in the list yet. */
	left: string;
	statuses: string[];
	/** Keys of the orders whose deadline it told to be near. */
	warned: string[];
}

/** Where the readings of a poll begin. */
type Readings = Pick<
	TrackerState,
	'readSince' | 'newest' | 'sweep' | 'lookingSince' | 'lookedThrough' | 'unfinished' | 'reservations'
>;

const MAY_BE_LOST_MS = 3_600_000;

/** What a poll hands over, or is still to tell again, as n8n keeps it; undefined for nothing. */
export function handOver(
	before: TrackerState | undefined,
	{ told, left, warned }: { told: readonly Told[]; left: readonly Told[]; warned: string[] },
	at: number,
): HandedOver | undefined {
	if (told.length + left.length + warned.length === 0) return undefined;
	const { newest, sweep, lookingSince, lookedThrough, unfinished, reservations, readSince } = before ?? {};
	const from = Object.fromEntries(
		Object.entries({ newest, sweep, lookingSince, lookedThrough, unfinished, reservations, readSince }).filter(
			([, value]) => value !== undefined,
		),
	) as Readings;
	const statuses: string[] = [];
	return { at, from, told: packTold(told, statuses), left: packTold(left, statuses), statuses, warned };
}

/** Reads from where the poll before began, but knows what it knew in the end: its orders are seen, and told of, once more. */
function readAgain(
	{
		newest,
		sweep: _sweep,
		lookingSince: _since,
		lookedThrough: _through,
		unfinished: _unfinished,
		reservations: _reservations,
		...lasting
	}: TrackerState,
	{ from, warned }: HandedOver,
): TrackerState {
	const { newest: before, readSince = before, ...readings } = from;
	const orders = new Map(lasting.orders);
	for (const key of warned) {
		const { warned: _warned, ...entry } = orders.get(key) ?? {};
		if ('status' in entry) orders.set(key, entry);
	}
	return {
		...lasting,
		...(newest !== undefined && { newest }),
		...readings,
		...(readSince !== undefined && { readSince }),
		orders,
	};
}

/** A state, and what is to be told again from it. */
export interface Again {
	state: TrackerState;
	left: Told[];
	/** When it was handed over. */
	at?: number;
}

/**
 * What a poll is to tell again.
 * @param kept what `handOver` gave, as n8n has kept it
 * @param isFirst whether it is the first poll of this process: of the others only what is left
 * @throws ColtError when it cannot be read
 */
export function toTellAgain(after: TrackerState, kept: unknown, isFirst: boolean, now: number): Again {
	if (kept === undefined || kept === null) return { state: after, left: [] };
	const handedOver = kept as HandedOver;
	const { at, from, statuses, warned } = handedOver;
	const [told, left] = [unpackTold(handedOver.told, statuses), unpackTold(handedOver.left, statuses)];
	if (
		typeof at !== 'number' ||
		typeof from !== 'object' ||
		!Array.isArray(warned) ||
		told === undefined ||
		left === undefined
	)
		throw unreadable('hand-over');
	if (now - at > MAY_BE_LOST_MS) return { state: after, left: [] };
	return isFirst ? { state: readAgain(after, handedOver), left: [...left, ...told], at } : { state: after, left, at };
}
