import type { IDataObject } from 'n8n-workflow';

import { idText, placedOrder } from '../../../shared/operation/records';
import type { BulkRow, BulkRule, CallOperation, Field } from '../../../shared/operation/types';

const DEFAULT_SIZE = 100;
const NOTICE = 'Each input item becomes an order of its own inside a bulk order. In production, orders cost money.';

/**
 * Of version 1. Later versions have Dry Run for all operations; what a node still holds under this name is read all the
 * same, or a copied node would order.
 */
const previewField: Field = {
	displayName: 'Preview Only',
	name: 'preview',
	type: 'boolean',
	default: false,
	versions: 1,
	description: 'Whether to show how the items would be split into bulk orders, without sending anything',
};

export const bulkFields: Field[] = [
	{
		displayName: 'Items per Order',
		name: 'bulkSize',
		type: 'number',
		typeOptions: { minValue: 1, numberPrecision: 0 },
		default: DEFAULT_SIZE,
		description: 'Maximum number of input items in one bulk order. Colt documents no limit; ask for yours.',
	},
	{ ...previewField, type: 'hidden', versions: 2 },
	previewField,
];

interface RowResult {
	row?: number;
	order?: { id?: unknown };
	error?: { code?: string; reason?: string; message?: string };
}

/** One entry per row; a row the answer does not mention belongs to the bulk order as a whole. */
function split(answer: unknown, count: number): BulkRow[] {
	const { order, results = [] } = (answer ?? {}) as { order?: { id?: unknown }; results?: RowResult[] };
	const byRow = new Map(results.map((result, index) => [result.row ?? index + 1, result]));
	return Array.from({ length: count }, (_, index): BulkRow => {
		const result = byRow.get(index + 1);
		const bulkOrderId = idText(order?.id);
		const fields: IDataObject = { bulkOrderId, orderId: idText(result?.order?.id) ?? bulkOrderId, bulkRow: index + 1 };
		return { fields, ...(result?.error !== undefined && { error: result.error }) };
	});
}

const rule: BulkRule = {
	size: (params) => (typeof params.bulkSize === 'number' ? params.bulkSize : DEFAULT_SIZE),
	isPreview: (params) => params.preview === true,
	join: (bodies) => ({ body: { orders: bodies } }),
	split,
};

/** Makes a bulk operation of a single one: the same fields and checks for each item, many items in one request. */
export function bulkOperation(
	parts: Pick<
		CallOperation,
		'value' | 'name' | 'action' | 'description' | 'wire' | 'recovery' | 'fields' | 'toRequest' | 'checksPortability'
	>,
): CallOperation {
	return { ...parts, notice: NOTICE, fields: [...parts.fields, ...bulkFields], toItem: placedOrder, bulk: rule };
}
