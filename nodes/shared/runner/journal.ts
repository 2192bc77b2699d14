import type { IDataObject } from 'n8n-workflow';

/** Entries remembered; the oldest go first. An entry holds one answer. */
const LARGEST = 20_000;

const placed = new Map<string, IDataObject[]>();
const open = new Map<string, number>();

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
	recall: (identity: string): IDataObject[] | undefined =>
		placed.get(identity)?.map((item) => ({ ...item, alreadyPlaced: true })),
	remember(identity: string, items: IDataObject[]): void {
		put(placed, identity, items);
		open.delete(identity);
	},
	/** When the item's order was first sent, if nobody could tell what became of it. */
	openSince: (identity: string): number | undefined => open.get(identity),
	leaveOpen: (identity: string, since: number): void => put(open, identity, Math.min(since, open.get(identity) ?? since)),
	/** Nothing is there of what was left open. */
	settle: (identity: string): void => void open.delete(identity),
};
