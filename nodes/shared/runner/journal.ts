import type { IDataObject } from 'n8n-workflow';

import type { Sought } from '../placing/wanted';

/** Entries remembered; the oldest go first. An entry holds one answer. */
const LARGEST = 20_000;

/** An order that was sent and of which nobody could tell what became. */
export interface LeftOpen {
	/** When it was first sent, by this machine's clock. */
	since: number;
	/** What it would be recognised by. */
	sought?: Sought;
}

const placed = new Map<string, IDataObject[]>();
const open = new Map<string, LeftOpen>();
const identities = new Map<string, string>();

function put<T>(map: Map<string, T>, key: string, value: T): void {
	map.set(key, value);
	if (map.size > LARGEST) map.delete(map.keys().next().value as string);
}

/**
 * What this process has sent, by the identity of the item that asked for it. n8n's Retry On Fail runs a node again with all
 * its items: what an earlier try placed is given back, not placed again (n8n #14423, #12096), and what it left open is
 * looked for before anything is sent.
 */
export const journal = {
	/** The identity that the item at a place of an execution had in its first try: an expression such as `$now` gives each try another request. */
	identityAt(place: string, identity: string): string {
		const first = identities.get(place);
		if (first === undefined) put(identities, place, identity);
		return first ?? identity;
	},
	recall: (identity: string): IDataObject[] | undefined =>
		placed.get(identity)?.map((item) => ({ ...item, alreadyPlaced: true })),
	remember(identity: string, items: IDataObject[]): void {
		put(placed, identity, items);
		open.delete(identity);
	},
	/** The item's order, if it was sent and nobody could tell what became of it. */
	leftOpen: (identity: string): LeftOpen | undefined => open.get(identity),
	leaveOpen(identity: string, since: number, sought?: Sought): void {
		const before = open.get(identity);
		const first = before?.sought ?? sought;
		put(open, identity, {
			since: Math.min(since, before?.since ?? since),
			...(first !== undefined && { sought: first }),
		});
	},
	/** Nothing is there of what was left open. */
	settle: (identity: string): void => void open.delete(identity),
};
