import { lookUp } from '../errors/catalogue';
import type { CatalogueEntry } from '../errors/catalogue';
import { faultProblem, unknownRemedy } from '../errors/faults';
import type { Fault } from '../errors/faults';
import type { Outcome, Problem, ProblemKind } from '../errors/problem';
import type { WireResponse } from './http';
import { BrokenOff } from './limits';

/** Network codes after which the request certainly never reached Colt. */
const NEVER_SENT = new Set([
	'ECONNREFUSED',
	'ENOTFOUND',
	'EAI_AGAIN',
	'EHOSTUNREACH',
	'ENETUNREACH',
	'EADDRNOTAVAIL',
]);

/** A connection that was given up because of the server's certificate carried no request either. */
const CERTIFICATE = new Set([
	'DEPTH_ZERO_SELF_SIGNED_CERT',
	'SELF_SIGNED_CERT_IN_CHAIN',
	'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
	'CERT_HAS_EXPIRED',
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

/** Reads Colt's `{ code, reason, message }` payload (document 001), also when wrapped in `error` or a list. */
export function vendorPayload(body: string): VendorPayload {
	let parsed: unknown;
	try {
		parsed = JSON.parse(body);
	} catch {
		return {};
	}
	if (Array.isArray(parsed)) parsed = parsed[0];
	if (typeof parsed !== 'object' || parsed === null) return {};
	const outer = parsed as Record<string, unknown>;
	const inner = typeof outer.error === 'object' && outer.error !== null ? (outer.error as Record<string, unknown>) : outer;
	const payload: VendorPayload = {};
	const code = text(inner.code);
	const reason = text(inner.reason);
	const message = text(inner.message);
	if (code !== undefined) payload.code = code;
	if (reason !== undefined) payload.reason = reason;
	if (message !== undefined) payload.message = message;
	return payload;
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
	const said = [payload.reason, payload.message].filter((part) => part !== undefined && part !== '').join(': ');
	return {
		kind,
		message: said === '' ? known.meaning : `${known.meaning}: ${said}`,
		remedy: outcome === 'unknown' ? unknownRemedy(trackingId) : known.remedy,
		outcome,
		httpStatus: response.status,
		...(payload.code !== undefined && { code: payload.code }),
		...(payload.reason !== undefined && { reason: payload.reason }),
		...(payload.message !== undefined && { vendorMessage: payload.message }),
		trackingId,
	};
}

function networkCode(error: unknown): string {
	for (let cause = error, depth = 0; typeof cause === 'object' && cause !== null && depth < 6; depth += 1) {
		const { code } = cause as { code?: unknown };
		if (typeof code === 'string' && /^[A-Z][A-Z0-9_]+$/.test(code)) return code;
		cause = (cause as { cause?: unknown }).cause;
	}
	const message = error instanceof Error ? error.message : '';
	const named = /\b(E[A-Z]{4,}|CERT_[A-Z_]+)\b/.exec(message);
	if (named?.[1] !== undefined) return named[1];
	return /timeout|timed out/i.test(message) ? 'ETIMEDOUT' : 'NETWORK';
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
	return faultProblem(aborted ? 'stoppedSending' : faultOf(code), { effect, trackingId, networkCode: code });
}
