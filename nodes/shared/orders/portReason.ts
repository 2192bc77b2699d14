import { countryNamed, countryOfE164 } from '../lifecycle/countryCodes';
import { familyOf, orderStatusInfo } from '../lifecycle/orderStatus';
import { findReason } from '../lifecycle/reasons/findReason';
import type { Reason } from '../lifecycle/reasons/reasonTable';
import { optionalText } from '../text';
import { reasonOf } from './saidInOrder';

type Dictionary = Record<string, unknown>;

const TROUBLED: readonly string[] = ['failed', 'needs action', 'delayed'];

function firstNumber(ranges: unknown): string | undefined {
	const [first] = Array.isArray(ranges) ? (ranges as unknown[]) : [];
	return typeof first === 'object' && first !== null ? optionalText((first as Dictionary).start) : undefined;
}

/**
 * What the reason of a decoded port-in, or of an update of one, means if it was rejected or waits for an answer.
 * Port-outs are the other operator's orders, and other orders fail for other reasons.
 * @returns undefined for a reason that is not known: it is in the order as Colt gave it
 */
export function portReasonOf(order: Dictionary): Reason | undefined {
	const type = optionalText(order.type);
	const status = optionalText(order.status) ?? '';
	const family = familyOf(type);
	if (family !== 'portIn' && family !== 'child') return undefined;
	if (!TROUBLED.includes(orderStatusInfo(status, family)?.group ?? '')) return undefined;
	const number = firstNumber(order.ranges);
	const country = countryNamed(optionalText(order.country) ?? '') ?? (number && countryOfE164(number));
	const text = optionalText(order.description);
	const said = reasonOf(order) ?? (text === undefined ? undefined : { text });
	return said && findReason({ ...said, ...(country && { country }), ...(number !== undefined && { number }) });
}
