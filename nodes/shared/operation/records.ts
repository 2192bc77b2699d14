import type { IDataObject } from 'n8n-workflow';

import { portReasonOf } from '../orders/portReason';
import { readRange } from '../orders/ranges';
import { linkedParent } from '../orders/saidInOrder';
import { optionalText } from '../text';
import type { LogicalRequest } from './types';

const record = (value: unknown): Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};

/** Drops what the answer did not carry, so that an item shows only what Colt said. */
function present(fields: Record<string, unknown>): IDataObject {
	return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as IDataObject;
}

/** An order id as text, whether it comes as one or as a number; nothing else is one. */
export const idText = (id: unknown): string | undefined =>
	typeof id === 'string' || typeof id === 'number' ? optionalText(id) : undefined;

/** A created order: its id and what was ordered. Colt answers with the id alone (documents 003 and 004). */
export function placedOrder(answer: unknown, request: LogicalRequest): IDataObject {
	const { id } = record(record(answer).order);
	return present({ orderId: idText(id), ...request.echo });
}

/** An order record of a list or of its details; what a known reason of a port means is added. */
export function orderItem(answer: unknown): IDataObject {
	const { id, parentId = linkedParent(record(answer)), type, status, ranges, ...rest } = record(answer);
	const reason = portReasonOf(record(answer));
	return present({
		orderId: idText(id) ?? id,
		parentOrderId: idText(parentId) ?? parentId,
		orderType: type,
		status,
		numberRanges: ranges,
		...rest,
		reasonMeaning: reason?.meaning,
		reasonAdvice: reason?.whatToDo,
	});
}

/**
 * A number record of a search or of the inventory.
 * @param country of the request, for the split format of a record that names none
 */
export function numberItem(answer: unknown, country?: unknown): IDataObject {
	const { start, end, status, splitStart, splitEnd, ...rest } = record(answer);
	const full = start === undefined && end === undefined ? readRange(answer, country) : undefined;
	return present({
		numberRangeStart: full?.start ?? idText(start) ?? start,
		numberRangeEnd: full?.end ?? idText(end) ?? end,
		status,
		...(full === undefined && { splitStart, splitEnd }),
		...rest,
	});
}

/** An answer that is neither order nor number, with what was asked. */
export const plainItem = (answer: unknown, request: LogicalRequest): IDataObject =>
	present({ ...request.echo, ...record(answer) });
