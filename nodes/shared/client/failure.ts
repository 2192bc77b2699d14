import { lookUp } from '../errors/catalogue';
import type { CatalogueEntry } from '../errors/catalogue';
import { faultProblem, unknownRemedy } from '../errors/faults';
import type { Fault, FaultFacts } from '../errors/faults';
import type { Outcome, Problem, ProblemKind } from '../errors/problem';
import type { WireResponse } from './http';
import { BrokenOff } from './limits';

/** Network codes after which the request certainly never reached Colt. */
const NEVER_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'EADDRNOTAVAIL']);

/** A connection that was given up because of the server's certificate carried no request either. */
const CERTIFICATE = new Set([
	'DEPTH_ZERO_SELF_SIGNED_CERT',
	'SELF_SIGNED_CERT_IN_CHAIN',
	'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
	'UNABLE_TO_GET_ISSUER_CERT',
	'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
	'CERT_HAS_EXPIRED',
	'CERT_NOT_YET_VALID',
	'CERT_REVOKED',
	'CERT_REJECTED',
	'CERT_UNTRUSTED',
	'CERT_SIGNATURE_FAILURE',
	'INVALID_CA',
	'INVALID_PURPOSE',
	'HOSTNAME_MISMATCH',
	'ERR_TLS_CERT_ALTNAME_INVALID',
]);

const TIMED_OUT = new Set(['ETIMEDOUT', 'ECONNABORTED', 'ESOCKETTIMEDOUT']);

interface VendorPayload {
	code?: string;
	reason?: string;
	message?: string;
}

const text = (value: unknown): string | undefined =>
	typeof value === 'string' || typeof value === 'number' ? String(value).slice(0, 2_000) : undefined;

/** A code is three digits (document 001); as a number in JSON it loses the zeros before it. */
const codeOf = (value: unknown): string | undefined =>
	typeof value === 'number' ? `${value}`.padStart(3, '0') : text(value)?.trim();

const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** No error is wrapped deeper. */
const DEEPEST = 4;

/** The object that tells of the error: the body itself, or what it wraps. Names in lower case. */
function errorIn(parsed: unknown, depth = 0): Record<string, unknown> {
	if (depth > DEEPEST) return {};
	if (Array.isArray(parsed)) return errorIn(parsed[0], depth + 1);
	if (!isRecord(parsed)) return {};
	const outer = Object.fromEntries(Object.entries(parsed).map(([name, value]) => [name.toLowerCase(), value]));
	if (isRecord(outer.error)) return errorIn(outer.error, depth + 1);
	return Array.isArray(outer.errors) && isRecord(outer.errors[0]) ? errorIn(outer.errors[0], depth + 1) : outer;
}

/**
 * Reads Colt's `{ code, reason, message }` payload (document 001), also when wrapped in `error`, `errors` or a list. What
 * stands before Colt may speak otherwise: an OAuth server in `error` and `error_description` (RFC 6749, 5.2), a gateway in
 * `title` and `detail` (RFC 9457).
 */
export function vendorPayload(body: string): VendorPayload {
	let parsed: unknown;
	try {
		parsed = JSON.parse(body);
	} catch {
		return {};
	}
	const inner = errorIn(parsed);
	const payload: VendorPayload = {};
	const code = codeOf(inner.code);
	const reason = text(inner.reason) ?? text(inner.error) ?? text(inner.title);
	const message = text(inner.message) ?? text(inner.error_description) ?? text(inner.detail);
	if (code !== undefined) payload.code = code;
	if (reason !== undefined) payload.reason = reason;
	if (message !== undefined) payload.message = message;
	return payload;
}

const saidIn = ({ reason, message }: VendorPayload): string =>
	[reason, message].filter((part) => part !== undefined && part !== '').join(': ');

/** What was said, in the fields of a problem. */
const toldBy = ({ code, reason, message }: VendorPayload): Pick<Problem, 'code' | 'reason' | 'vendorMessage'> => ({
	...(code !== undefined && { code }),
	...(reason !== undefined && { reason }),
	...(message !== undefined && { vendorMessage: message }),
});

/** Codes that some APIs put beside what they answer; Colt's error codes (document 001) begin at 001. */
const SUCCESS = /^(?:0+|2\d\d|ok|success)$/i;

/**
 * An error under a status of success, as a problem.
 * @returns undefined for an answer that is none
 */
export function hiddenProblem(response: WireResponse, facts: FaultFacts): Problem | undefined {
	const payload = vendorPayload(response.text);
	const said = saidIn(payload);
	if (payload.code === undefined || said === '' || SUCCESS.test(payload.code)) return undefined;
	return {
		...faultProblem('hiddenError', { ...facts, httpStatus: response.status, detail: said }),
		...toldBy(payload),
	};
}

/**
 * An HTTP answer that is not a success, as a problem.
 * A 503 with Retry-After turns the request away before accepting it (RFC 9110, 10.2.3); one without may come too late for that.
 * @param effect whether the call could have changed anything: an unclear answer to an order leaves its outcome unknown
 */
export function apiProblem(
	response: WireResponse,
	trackingId: string,
	table: Record<string, CatalogueEntry>,
	kind: ProblemKind = 'api',
	effect: 'read' | 'order' | 'write' = 'read',
): Problem {
	const payload = vendorPayload(response.text);
	const known = lookUp(table, response.status, payload.code);
	const turnedAway = response.status === 503 && response.headers['retry-after'] !== undefined;
	const outcome: Outcome = effect !== 'read' && known.resend === 'unknown' && !turnedAway ? 'unknown' : 'refused';
	const said = saidIn(payload);
	return {
		kind,
		message: said === '' ? known.meaning : `${known.meaning}: ${said}`,
		remedy: outcome === 'unknown' ? unknownRemedy(trackingId) : known.remedy,
		outcome,
		httpStatus: response.status,
		...toldBy(payload),
		trackingId,
	};
}

const UNNAMED = 'NETWORK';

function networkCode(error: unknown): string {
	for (let cause = error, depth = 0; typeof cause === 'object' && cause !== null && depth < 6; depth += 1) {
		const { code } = cause as { code?: unknown };
		if (typeof code === 'string' && /^[A-Z][A-Z0-9_]+$/.test(code)) return code;
		cause = (cause as { cause?: unknown }).cause;
	}
	const message = error instanceof Error ? error.message : '';
	const named = /\b(E[A-Z]{4,}|CERT_[A-Z_]+)\b/.exec(message);
	if (named?.[1] !== undefined) return named[1];
	return /timeout|timed out/i.test(message) ? 'ETIMEDOUT' : UNNAMED;
}

const MOST_WORDS = 300;

/** What was said where there is no code: n8n's own refusal, such as that of an address it is not to reach. */
function wordsOf(error: unknown): string | undefined {
	let words: string | undefined;
	for (let cause = error, depth = 0; cause instanceof Error && depth < 6; depth += 1) {
		if (cause.message !== '') words = cause.message;
		cause = cause.cause;
	}
	return words?.slice(0, MOST_WORDS);
}

function faultOf(code: string): Fault {
	if (CERTIFICATE.has(code)) return 'certificate';
	if (NEVER_SENT.has(code)) return 'unreachable';
	return TIMED_OUT.has(code) ? 'timeout' : 'lost';
}

/** A call that got no HTTP answer, as a problem. */
export function networkProblem(error: unknown, trackingId: string, effect: 'read' | 'order' | 'write'): Problem {
	if (error instanceof BrokenOff) return error.problem({ effect, trackingId });
	const code = networkCode(error);
	const aborted = code === 'ERR_CANCELED' || (error instanceof Error && error.name === 'AbortError');
	const detail = code === UNNAMED ? wordsOf(error) : undefined;
	return faultProblem(aborted ? 'stoppedSending' : faultOf(code), {
		effect,
		trackingId,
		networkCode: code,
		...(detail !== undefined && { detail }),
	});
}
