import type { Call } from '../client/client';
import { mergePatch } from '../client/mergePatch';
import { decode } from '../contract/decode';
import { encode } from '../contract/encode';
import type { ObjectShape, Operation } from '../contract/table';
import type { OrderType } from '../contract/logicalTypes';
import { readRanges } from '../orders/ranges';
import type { PlainRange } from '../orders/ranges';
import { optionalText } from '../text';
import type { RecoveryRule, RecognisedBy } from './recovery';

/** What is known of an order that may exist at Colt: everything an order record could be compared by. */
export interface Wanted {
	type?: OrderType;
	by?: RecognisedBy;
	ranges: PlainRange[];
	parentId?: string;
	/** Of a port update. */
	action?: string;
	country?: string;
	serviceProfile?: string;
	customerReference?: string;
	portDate?: string;
}

interface Body {
	ranges?: unknown;
	orderId?: unknown;
	action?: unknown;
	portDate?: unknown;
	relatedParty?: {
		reseller?: { country?: unknown; serviceProfile?: unknown };
		endCustomer?: { customerReference?: unknown };
	};
}

const trimmed = (facts: Record<string, unknown>): Record<string, string> =>
	Object.fromEntries(
		Object.entries(facts).flatMap(([name, value]) =>
			optionalText(value) === undefined ? [] : [[name, optionalText(value)]],
		) as Array<[string, string]>,
	);

/** The shape of one row: a bulk body contains its rows in its only list. */
function rowShape({ body }: Operation): ObjectShape | undefined {
	if (body === undefined || body.fields.ranges !== undefined || body.fields.orderId !== undefined) return body;
	const lists = Object.values(body.fields).flatMap((field) =>
		typeof field === 'object' && field.shape !== undefined && 'list' in field.shape ? [field.shape.list] : [],
	);
	const [row] = lists;
	return lists.length === 1 && row !== undefined && row !== null && 'fields' in row ? row : body;
}

/** A body as it is sent: the user's own patch (RFC 7386, in wire names) counts. */
function patched(operation: Operation, plain: Record<string, unknown>, bodyPatch: Call['bodyPatch']): Body {
	const shape = rowShape(operation);
	if (bodyPatch === undefined || shape === undefined) return plain;
	return decode(shape, mergePatch(encode(shape, plain), bodyPatch)) as Body;
}

/** What distinguishes a call from those of other items: account, operation, ranges or parent, market. */
export const targetOf = (
	account: string,
	{ operation }: Pick<Call, 'operation'>,
	{ ranges, parentId, action, country }: Wanted,
): string => JSON.stringify([account, operation.path, ranges, parentId, action, country]);

/** Reads from a request, or a row of a bulk, what its order would be recognised by. */
export function wantedOf(
	rule: RecoveryRule,
	{ operation, request, bodyPatch }: Pick<Call, 'operation' | 'request' | 'bodyPatch'>,
): Wanted {
	const body = patched(operation, request.body ?? {}, bodyPatch);
	const ranges = readRanges(body.ranges);
	const reseller = body.relatedParty?.reseller ?? {};
	return {
		...(rule.orderType !== undefined && { type: rule.orderType }),
		// A reservation by lock names no numbers.
		...(rule.by !== undefined && { by: rule.by === 'ranges' && ranges.length === 0 ? 'place' : rule.by }),
		ranges,
		...trimmed({
			parentId: rule.by === 'parent' ? body.orderId : undefined,
			action: rule.orderType === 'portUpdate' ? body.action : undefined,
			country: reseller.country,
			serviceProfile: reseller.serviceProfile,
			customerReference: body.relatedParty?.endCustomer?.customerReference,
			portDate: body.portDate,
		}),
	};
}
