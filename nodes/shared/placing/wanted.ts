import type { Call } from '../client/client';
import { mergePatch } from '../client/mergePatch';
import { decodeBody, encodeBody } from '../contract/codec';
import type { Operation } from '../contract/table';
import type { OrderType } from '../contract/types';
import { readRanges } from '../orders/ranges';
import type { PlainRange } from '../orders/ranges';
import { optionalText } from '../text';
import type { LookUpRule, RecognisedBy } from './recoveryRules';

/** What is known of an order that may exist at Colt: everything an order record could be compared by. */
export interface Sought {
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

/**
 * Reads from a request what its order would be recognised by. The user's own patch counts: it decides what is sent.
 * @param wire the operation whose body it is; for a row of a bulk the body stays as it is
 */
export function soughtOf(
	rule: LookUpRule,
	wire: Operation,
	{ request, bodyPatch }: Pick<Call, 'request' | 'bodyPatch'>,
): Sought {
	const plain = request.body ?? {};
	const body = (
		bodyPatch === undefined || wire.body === undefined
			? plain
			: decodeBody(wire, mergePatch(encodeBody(wire, plain), bodyPatch))
	) as Body;
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
