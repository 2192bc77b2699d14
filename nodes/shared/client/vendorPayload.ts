import type { Problem } from '../errors/problem';
import type { ReadResponse } from './readResponse';

/** Colt's error payload (document 001), as far as an answer has it. */
export interface VendorPayload {
	code?: string;
	reason?: string;
	message?: string;
}

const LONGEST_TEXT = 2_000;

const text = (value: unknown): string | undefined =>
	typeof value === 'string' || typeof value === 'number' ? String(value).slice(0, LONGEST_TEXT) : undefined;

/** A code is three digits (document 001); as a number in JSON it loses the zeros before it. */
const codeOf = (value: unknown): string | undefined =>
	typeof value === 'number' ? `${value}`.padStart(3, '0') : text(value)?.trim();

const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** No error is wrapped deeper. */
const DEEPEST = 4;

/** The object that describes the error: the body itself, or what it wraps. Names in lower case. */
function errorIn(parsed: unknown, depth = 0): Record<string, unknown> {
	if (depth > DEEPEST) return {};
	if (Array.isArray(parsed)) return errorIn(parsed[0], depth + 1);
	if (!isRecord(parsed)) return {};
	const outer = Object.fromEntries(Object.entries(parsed).map(([name, value]) => [name.toLowerCase(), value]));
	if (isRecord(outer.error)) return errorIn(outer.error, depth + 1);
	return Array.isArray(outer.errors) && isRecord(outer.errors[0]) ? errorIn(outer.errors[0], depth + 1) : outer;
}

/**
 * Reads Colt's `{ code, reason, message }` payload (document 001), also when wrapped in `error`, `errors` or a list.
 * Systems in front of Colt may use other names: an OAuth server `error` and `error_description` (RFC 6749, 5.2), a
 * gateway `title` and `detail` (RFC 9457).
 */
export function vendorPayload({ json }: Pick<ReadResponse, 'json'>): VendorPayload {
	const inner = errorIn(json?.value);
	const payload: VendorPayload = {};
	const code = codeOf(inner.code);
	const reason = text(inner.reason) ?? text(inner.error) ?? text(inner.title);
	const message = text(inner.message) ?? text(inner.error_description) ?? text(inner.detail);
	if (code !== undefined) payload.code = code;
	if (reason !== undefined) payload.reason = reason;
	if (message !== undefined) payload.message = message;
	return payload;
}

/** Reason and message as one text; empty when there are none. */
export const vendorReason = ({ reason, message }: VendorPayload): string =>
	[reason, message].filter((part) => part !== undefined && part !== '').join(': ');

/** The payload in the fields of a problem. */
export const vendorFields = ({
	code,
	reason,
	message,
}: VendorPayload): Pick<Problem, 'code' | 'reason' | 'vendorMessage'> => ({
	...(code !== undefined && { code }),
	...(reason !== undefined && { reason }),
	...(message !== undefined && { vendorMessage: message }),
});
