import type { IDataObject } from 'n8n-workflow';

/** Orders remembered; the oldest go first. An entry holds one answer. */
const LARGEST = 20_000;

const placed = new Map<string, IDataObject[]>();

/**
 * Orders this process has placed, by the identity of the item that asked for them. n8n's Retry On Fail runs a node
 * again with all its items: what an earlier try placed is given back, not placed again (n8n #14423, #12096).
 */
export const journal = {
	recall: (identity: string): IDataObject[] | undefined =>
		placed.get(identity)?.map((item) => ({ ...item, alreadyPlaced: true })),
	remember(identity: string, items: IDataObject[]): void {
		placed.set(identity, items);
		if (placed.size > LARGEST) placed.delete(placed.keys().next().value as string);
	},
};
