import { toText } from '../text';
import { toMoment } from './dates';

/** Why an order failed or waits, in Colt's words. */
export interface OrderReason {
	code?: string;
	text?: string;
}

type Dictionary = Record<string, unknown>;

const isDictionary = (value: unknown): value is Dictionary =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const entriesOf = (value: unknown): Dictionary[] => (Array.isArray(value) ? value.filter(isDictionary) : []);

/** A text or a number as text; nothing for an empty one. */
function plain(value: unknown): string | undefined {
	const text = typeof value === 'string' || typeof value === 'number' ? toText(value).trim() : '';
	return text === '' ? undefined : text;
}

/**
 * The reason of a decoded order: its own (000: "Rejection code and reason will be shared"), else the first of TMF's
 * error messages. A bare text is one too.
 */
export function reasonOf({ reason, errors }: Dictionary): OrderReason | undefined {
	const bare = plain(reason);
	if (bare !== undefined) return { text: bare };
	const [first] = [reason, ...entriesOf(errors)].filter(isDictionary);
	const code = plain(first?.code);
	const text =
		plain(first?.text) ?? ([first?.reason, first?.message].map(plain).filter(Boolean).join(': ') || undefined);
	if (code === undefined && text === undefined) return undefined;
	return { ...(code !== undefined && { code }), ...(text !== undefined && { text }) };
}

/** The parent that TMF's links between orders name, for an order that has no parent ID of its own. */
export function linkedParent({ relatedOrders }: Dictionary): string | undefined {
	const link = entriesOf(relatedOrders).find(({ relationship }) => /parent/i.test(toText(relationship)));
	return plain(link?.id);
}

/**
 * The First Possible Date of an order: the overall one (000) or, where its ranges alone have dates, the latest of them,
 * since all are possible from then on. Milliseconds since the epoch.
 */
export function possibleDateOf({ firstPossibleDate, ranges }: Dictionary): number | undefined {
	const overall = toMoment(firstPossibleDate);
	if (overall !== undefined) return overall;
	const dates = entriesOf(ranges).flatMap((range) => toMoment(range.firstPossibleDate) ?? []);
	return dates.length === 0 ? undefined : Math.max(...dates);
}
