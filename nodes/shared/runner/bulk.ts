import type { IDataObject } from 'n8n-workflow';

import type { ColtClient } from '../client/client';
import { derivedTrackingId } from '../client/trackingId';
import { toProblem } from '../errors/present';
import type { Problem } from '../errors/problem';
import type { BulkRow, BulkRule, CallOperation } from '../operation/types';
import { journal } from './journal';
import type { Prepared } from './prepare';
import type { Settled } from './settled';

/** A row of a bulk: the input item it comes from, and what it asks for. */
export interface Row {
	itemIndex: number;
	prepared: Prepared;
}

/** Splits rows into requests of at most the chosen size, in order. */
export function chunk<T>(rows: readonly T[], size: number): T[][] {
	return Array.from({ length: Math.ceil(rows.length / size) }, (_, index) => rows.slice(index * size, (index + 1) * size));
}

/** What would be sent, for Preview Only: which request and row each item would be. */
export function preview(rows: readonly Row[], size: number): Array<[itemIndex: number, settled: Settled]> {
	const chunks = chunk(rows, size);
	return chunks.flatMap((part, order) =>
		part.map(({ itemIndex, prepared }, row): [number, Settled] => [
			itemIndex,
			{ items: [{ preview: true, bulkOrder: order + 1, bulkOrders: chunks.length, bulkRow: row + 1, rowsInOrder: part.length, ...prepared.call.request.echo }] },
		]),
	);
}

function rowProblem(error: NonNullable<BulkRow['error']>, row: number, trackingId: string): Problem {
	const said = [error.reason, error.message].filter((text) => text !== undefined && text !== '').join(': ');
	return {
		kind: 'api',
		message: `Colt refused row ${row} of the bulk order${said === '' ? '' : `: ${said}`}`,
		remedy: 'Correct this item and send it again; rows that were not refused are ordered.',
		outcome: 'refused',
		...(error.code !== undefined && { code: error.code }),
		...(error.reason !== undefined && { reason: error.reason }),
		...(error.message !== undefined && { vendorMessage: error.message }),
		trackingId,
	};
}

/**
 * Sends one bulk request. Rows that an earlier try of the same execution placed are given back and left out.
 * @returns what became of each row, by input item; never rejects
 */
export async function performBulk(client: ColtClient, { wire }: CallOperation, rule: BulkRule, rows: readonly Row[]): Promise<Array<[itemIndex: number, settled: Settled]>> {
	const known = rows.map(({ itemIndex, prepared }): [number, IDataObject[] | undefined] => [itemIndex, journal.recall(prepared.identity)]);
	const before = known.flatMap(([itemIndex, items]): Array<[number, Settled]> => (items === undefined ? [] : [[itemIndex, { items }]]));
	const open = rows.filter((_, index) => known[index]?.[1] === undefined);
	const [first] = open;
	if (first === undefined) return before;
	const trackingId = open.length === 1 ? first.prepared.call.trackingId : ownOrDerived(open);
	try {
		const answer = await client.call({
			operation: wire,
			request: rule.join(open.map(({ prepared }) => prepared.call.request.body ?? {})),
			trackingId,
			...(first.prepared.call.extraQuery !== undefined && { extraQuery: first.prepared.call.extraQuery }),
			rowPatches: open.map(({ prepared }) => prepared.call.bodyPatch),
		});
		const results = rule.split(answer.decoded, open.length);
		return [...before, ...open.map(({ itemIndex, prepared }, index): [number, Settled] => {
			const { fields, error } = results[index] as BulkRow;
			if (error !== undefined) return [itemIndex, { problem: rowProblem(error, index + 1, trackingId) }];
			const items = [{ ...fields, ...prepared.call.request.echo, trackingId }];
			journal.remember(prepared.identity, items);
			return [itemIndex, { items }];
		})];
	} catch (error) {
		const cause = toProblem(error);
		const span = `items ${first.itemIndex} to ${String(open.at(-1)?.itemIndex)}`;
		const problem: Problem = { ...cause, message: `${cause.message} (bulk order of ${open.length} rows, ${span})` };
		return [...before, ...open.map(({ itemIndex }): [number, Settled] => [itemIndex, { problem }])];
	}
}

/** A tracking id of the user's own that all rows share, else one made of the rows' identities. */
function ownOrDerived(rows: readonly Row[]): string {
	const ids = new Set(rows.map(({ prepared }) => prepared.call.trackingId));
	const [only] = ids;
	return ids.size === 1 && only !== undefined ? only : derivedTrackingId(rows.map(({ prepared }) => prepared.identity));
}
