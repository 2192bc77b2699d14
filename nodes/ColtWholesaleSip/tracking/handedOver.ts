import { readState, toKept, unreadable } from './kept';
import type { KeptState } from './kept';
import type { Remembered, TrackerState } from './state';

/**
 * The way back to the state before a poll that told something. n8n 2.41 stores a trigger's state before the execution
 * with its items, in two steps: if it dies between them, the items are lost and the state says that they were told. So the
 * first poll of a process goes back and tells them again; their event ids follow from the state, and are the same. Only for
 * an hour: n8n that died is started again by then, and a restart on another day is to repeat nothing.
 */
export interface WayBack {
	/** When it was handed over, milliseconds since the epoch, n8n's clock. */
	at: number;
	/** The state before, of its orders only those that have changed since. */
	before: KeptState;
	/** Keys of the orders that were not remembered before. */
	added: string[];
}

const MAY_BE_LOST_MS = 3_600_000;

/** Entries that were read and those that were made have their fields in another order. */
const textOf = (entry: Remembered | undefined): string => JSON.stringify(Object.entries(entry ?? {}).toSorted(([one], [other]) => (one < other ? -1 : 1)));

const isSame = (one: Remembered, other: Remembered | undefined): boolean => textOf(one) === textOf(other);

/** How to come from one state back to the one before; as large as what changed between them. */
export function wayBack(before: TrackerState, after: TrackerState, at: number): WayBack {
	const changed = [...before.orders].filter(([key, entry]) => !isSame(entry, after.orders.get(key)));
	return { at, before: toKept({ ...before, orders: new Map(changed) }), added: [...after.orders.keys()].filter((key) => !before.orders.has(key)) };
}

/**
 * Goes back.
 * @param back what `wayBack` gave, as n8n has kept it; undefined when the last poll told nothing
 * @throws ColtError when it cannot be read
 */
export function goBack(after: TrackerState, back: unknown, now: number): TrackerState {
	if (back === undefined || back === null) return after;
	const { at = now, before, added } = back as Partial<WayBack>;
	if (now - at > MAY_BE_LOST_MS) return after;
	const state = readState(before);
	if (state === undefined || !Array.isArray(added)) throw unreadable('way back');
	const orders = new Map(after.orders);
	for (const key of added) orders.delete(key);
	for (const [key, entry] of state.orders) orders.set(key, entry);
	return { ...state, orders };
}
