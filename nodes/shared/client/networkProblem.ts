import { faultProblem } from '../errors/faults';
import type { Fault } from '../errors/faults';
import type { Problem } from '../errors/problem';
import { BrokenOff } from './limits';
import { NO_SECRETS, redact } from './redact';
import type { SecretForms } from './redact';

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

const UNNAMED = 'NETWORK';

/** No error is wrapped deeper; some wrap themselves. */
const DEEPEST = 6;

/** An error and what it was caused by, outermost first. */
function* chainOf(error: unknown): Generator<object> {
	for (let cause = error, depth = 0; typeof cause === 'object' && cause !== null && depth < DEEPEST; depth += 1) {
		yield cause;
		const { errors } = cause as { errors?: unknown };
		// Node tries all addresses of a host and collects what each of them failed with.
		cause = Array.isArray(errors) ? (errors[0] as unknown) : (cause as { cause?: unknown }).cause;
	}
}

const LONGEST_MESSAGE = 2_000;

function networkCode(error: unknown): string {
	for (const cause of chainOf(error)) {
		const { code } = cause as { code?: unknown };
		if (typeof code === 'string' && /^[A-Z][A-Z0-9_]{1,60}$/.test(code)) return code;
	}
	const message = error instanceof Error ? error.message.slice(0, LONGEST_MESSAGE) : '';
	const named = /\b(E[A-Z]{4,}|CERT_[A-Z_]+)\b/.exec(message);
	if (named?.[1] !== undefined) return named[1];
	return /timeout|timed out/i.test(message) ? 'ETIMEDOUT' : UNNAMED;
}

const MOST_WORDS = 300;

/** What was said where there is no code: n8n's own refusal, such as that of an address it is not to reach. */
function wordsOf(error: unknown, forms: SecretForms): string | undefined {
	const messages = [...chainOf(error)].flatMap((cause) =>
		cause instanceof Error && cause.message !== '' ? [cause.message] : [],
	);
	// Redacted before it is cut: half a token is no longer recognised.
	return redact(messages.at(-1), forms)?.slice(0, MOST_WORDS);
}

/**
 * Which other machine than Colt's could not be reached: Node's errors name address and port of a connection, and the
 * host of a name look-up. It is the proxy then.
 */
function proxyOf(error: unknown, target: string | undefined): string | undefined {
	if (target === undefined || !URL.canParse(target)) return undefined;
	const { protocol, hostname, port } = new URL(target);
	const wanted = port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port);
	for (const cause of chainOf(error)) {
		const failed = cause as { address?: unknown; port?: unknown; hostname?: unknown };
		if (typeof failed.hostname === 'string' && failed.hostname !== hostname) return failed.hostname;
		if (typeof failed.port === 'number' && failed.port !== wanted)
			return `${typeof failed.address === 'string' ? failed.address : 'port'}:${failed.port}`;
	}
	return undefined;
}

function faultOf(code: string): Fault {
	if (CERTIFICATE.has(code)) return 'certificate';
	if (NEVER_SENT.has(code)) return 'unreachable';
	return TIMED_OUT.has(code) ? 'timeout' : 'lost';
}

/** What is known of a call that got no answer. */
export interface NetworkFacts {
	trackingId: string;
	effect: 'read' | 'order' | 'write';
	/** Where it was sent. */
	url?: string;
	/** What must not appear in the problem. */
	forms?: SecretForms;
}

/** A call that got no HTTP answer, as a problem without secrets. */
export function networkProblem(error: unknown, { trackingId, effect, url, forms = NO_SECRETS }: NetworkFacts): Problem {
	if (error instanceof BrokenOff) return error.problem({ effect, trackingId });
	const code = networkCode(error);
	const isAborted = code === 'ERR_CANCELED' || (error instanceof Error && error.name === 'AbortError');
	const fault = isAborted ? 'stoppedSending' : faultOf(code);
	const detail = code === UNNAMED ? wordsOf(error, forms) : undefined;
	const problem = faultProblem(fault, {
		effect,
		trackingId,
		networkCode: code,
		...(detail !== undefined && { detail }),
	});
	const proxy = fault === 'unreachable' ? proxyOf(error, url) : undefined;
	if (proxy === undefined) return redact(problem, forms);
	return redact(
		{
			...problem,
			message: `A proxy between n8n and Colt could not be reached (${proxy})`,
			remedy: 'Check the proxy setting of the machine that runs n8n (HTTPS_PROXY), and that the proxy is running.',
		},
		forms,
	);
}
