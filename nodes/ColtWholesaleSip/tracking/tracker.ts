import { createHash } from 'node:crypto';

/** An order as a poll saw it, in the contract's logical names. */
export interface SeenOrder {
	id?: string;
	parentId?: string;
	type?: string;
	status?: string;
	country?: string;
	changedAt?: string;
}

/** What the trigger remembers between polls: the last status of each order, by order id. */
export interface TrackerState {
	version: 1;
	statuses: Record<string, string>;
}

/** One change of one order. */
export interface OrderEvent {
	/** The same change always has the same id, also when it is delivered again. */
	eventId: string;
	event: 'newOrder' | 'statusChanged';
	orderId: string;
	/** Null for an order that was not there before. */
	previousStatus: string | null;
	status: string;
	/** Where the order stands in the list handed in. */
	index: number;
}

const eventIdOf = (parts: readonly unknown[]): string =>
	createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);

/** Colt writes the same status with capitals in one table and without in another (colt-api section 7). */
const sameStatus = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/**
 * The trigger's brain: compares the orders seen now with what is remembered. Pure.
 * @param state undefined on the very first poll, which only takes the baseline
 * @param orders the whole order list; an order without id or status is left out and stays as it was
 * @returns the events in the order of the list, and the state to remember once they are handed over
 */
export function track(
	state: TrackerState | undefined,
	orders: readonly SeenOrder[],
): { events: OrderEvent[]; next: TrackerState } {
	const statuses: Record<string, string> = { ...state?.statuses };
	const events: OrderEvent[] = [];
	orders.forEach(({ id, status, changedAt }, index) => {
		if (id === undefined || id === '' || status === undefined || status === '') return;
		const previous = statuses[id];
		statuses[id] = status;
		if (state === undefined || (previous !== undefined && sameStatus(previous, status))) return;
		events.push({
			eventId: eventIdOf([id, previous ?? null, status, changedAt ?? null]),
			event: previous === undefined ? 'newOrder' : 'statusChanged',
			orderId: id,
			previousStatus: previous ?? null,
			status,
			index,
		});
	});
	return { events, next: { version: 1, statuses } };
}
