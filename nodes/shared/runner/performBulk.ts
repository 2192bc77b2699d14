import type { IDataObject } from 'n8n-workflow';

import type { ColtClient } from '../client/client';
import { derivedTrackingId } from '../client/trackingId';
import { faultProblem } from '../errors/faults';
import { toProblem } from '../errors/present';
import { ColtError } from '../errors/problem';
import type { Problem } from '../errors/problem';
import { refusedNames } from '../refusals/namesInPayload';
import type { BulkRow, BulkRule, CallOperation } from '../operation/types';
import { orderMemory } from '../placing/orderMemory';
import { placeOrders } from '../placing/placeOrders';
import type { OrderRow as Row, RowAnswer, RowResult, Shipment } from '../placing/shipment';
import { ProcessSuspended } from '../placing/suspension';
import { formatItems } from './itemNumbers';
import type { ItemResult } from './itemResult';

/** Splits rows into requests of at most the chosen size, in order. */
export function chunk<T>(rows: readonly T[], size: number): T[][] {
	return Array.from({ length: Math.ceil(rows.length / size) }, (_, index) =>
		rows.slice(index * size, (index + 1) * size),
	);
}

/** What would be sent, for Preview Only: which request and row each item would be. */
export function preview(chunks: ReadonlyArray<readonly Row[]>): Array<[itemIndex: number, settled: ItemResult]> {
	return chunks.flatMap((part, order) =>
		part.map(({ itemIndex, prepared }, row): [number, ItemResult] => [
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

function rowProblem(error: NonNullable<BulkRow['error']>, row: number, trackingId: string): Problem {
	const said = [error.reason, error.message].filter((text) => text !== undefined && text !== '').join(': ');
	const names = refusedNames(said, error);
	return {
		kind: 'api',
		message: `Colt refused row ${row} of the bulk order${said === '' ? '' : `: ${said}`}`,
		remedy: 'Correct this item and send it again; rows that were not refused are ordered.',
		outcome: 'refused',
		...(error.code !== undefined && { code: error.code }),
		...(error.reason !== undefined && { reason: error.reason }),
		...(error.message !== undefined && { vendorMessage: error.message }),
		...(names.length > 0 && { refusedNames: names }),
		trackingId,
	};
}

/** The failure of the request is the failure of all its rows. */
function problemOfRows(error: unknown, rows: readonly Row[]): ColtError {
	if (error instanceof ProcessSuspended) return error;
	const problem = toProblem(error);
	const span = formatItems(rows.map(({ itemIndex }) => itemIndex));
	return new ColtError({ ...problem, message: `${problem.message} (bulk order of ${rows.length} rows, ${span})` });
}

async function sendRows(
	client: ColtClient,
	operation: CallOperation,
	rule: BulkRule,
	rows: readonly Row[],
	trackingId: string,
	beforeSend: () => void,
): Promise<RowAnswer[]> {
	const [first] = rows as [Row];
	const { extraQuery } = first.prepared.call;
	const answer = await client.call({
		operation: operation.wire,
		request: rule.join(rows.map(({ prepared }) => prepared.call.request.body ?? {})),
		trackingId,
		...(extraQuery !== undefined && { extraQuery }),
		rowPatches: rows.map(({ prepared }) => prepared.call.bodyPatch),
		beforeSend,
	});
	const results = rule.split(answer.decoded, rows.length);
	if (results.every(({ fields, error }) => fields.orderId === undefined && error === undefined))
		throw new ColtError(faultProblem('noOrderId', { effect: 'order', trackingId }));
	return rows.map(({ prepared }, index): RowAnswer => {
		const { fields, error } = results[index] as BulkRow;
		if (error !== undefined) return { problem: rowProblem(error, index + 1, trackingId) };
		const orderIds = [fields.orderId, fields.bulkOrderId].filter((id) => typeof id === 'string');
		return { item: { ...fields, ...prepared.call.request.echo, trackingId }, orderIds };
	});
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
	const { recovery } = operation;
	if (recovery === undefined) throw new Error(`${operation.value} has no rule for what to do when its answer is lost`);
	const open = rows.filter(({ prepared }) => orderMemory.recall(prepared.key) === undefined);
	const [only] = open;
	const trackingId = open.length === 1 && only !== undefined ? only.prepared.call.trackingId : ownOrDerived(open);
	const shipment: Shipment = {
		rule: recovery,
		lookIn: 'list',
		trackingId,
		async send(sent, beforeSend) {
			try {
				return await sendRows(client, operation, rule, sent, trackingId, beforeSend);
			} catch (error) {
				throw problemOfRows(error, sent);
			}
		},
		itemOf: ({ prepared }, found) => ({
			...(found?.parentId !== undefined && { bulkOrderId: found.parentId }),
			...(found !== undefined && { orderId: found.id, raw: found.raw as IDataObject }),
			...prepared.call.request.echo,
			trackingId,
		}),
	};
	return await placeOrders(client, shipment, rows);
}

/** A tracking id of the user's own that all rows share, else one made of the rows' identities. */
function ownOrDerived(rows: readonly Row[]): string {
	const ids = new Set(rows.map(({ prepared }) => prepared.call.trackingId));
	const [only] = ids;
	return ids.size === 1 && only !== undefined
		? only
		: derivedTrackingId(rows.map(({ prepared }) => prepared.key.identity));
}
