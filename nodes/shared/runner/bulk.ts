import type { ColtClient } from '../client/client';
import { derivedTrackingId } from '../client/trackingId';
import type { BulkRule, CallOperation } from '../operation/types';
import { BulkCall } from '../placing/placeBulk';
import type { Row, RowResult } from '../placing/placeBulk';
import { journal } from './journal';
import type { Settled } from './settled';

/** Splits rows into requests of at most the chosen size, in order. */
export function chunk<T>(rows: readonly T[], size: number): T[][] {
	return Array.from({ length: Math.ceil(rows.length / size) }, (_, index) =>
		rows.slice(index * size, (index + 1) * size),
	);
}

/** What would be sent, for Preview Only: which request and row each item would be. */
export function preview(chunks: ReadonlyArray<readonly Row[]>): Array<[itemIndex: number, settled: Settled]> {
	return chunks.flatMap((part, order) =>
		part.map(({ itemIndex, prepared }, row): [number, Settled] => [
			itemIndex,
			{
				items: [
					{
						preview: true,
						bulkOrder: order + 1,
						bulkOrders: chunks.length,
						bulkRow: row + 1,
						rowsInOrder: part.length,
						...prepared.call.request.echo,
					},
				],
			},
		]),
	);
}

/**
 * Sends one bulk request. Rows that an earlier try of the same execution placed are given back and left out.
 * @returns what became of each row, by input item; never rejects
 */
export async function performBulk(
	client: ColtClient,
	operation: CallOperation,
	rule: BulkRule,
	rows: readonly Row[],
): Promise<RowResult[]> {
	const open = rows.filter(({ prepared }) => journal.recall(prepared.identity) === undefined);
	const [only] = open;
	const trackingId = open.length === 1 && only !== undefined ? only.prepared.call.trackingId : ownOrDerived(open);
	return await new BulkCall(client, operation, rule, trackingId).run(rows);
}

/** A tracking id of the user's own that all rows share, else one made of the rows' identities. */
function ownOrDerived(rows: readonly Row[]): string {
	const ids = new Set(rows.map(({ prepared }) => prepared.call.trackingId));
	const [only] = ids;
	return ids.size === 1 && only !== undefined ? only : derivedTrackingId(rows.map(({ prepared }) => prepared.identity));
}
