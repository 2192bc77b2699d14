import { createHash } from 'node:crypto';

/** One call of the APIs as it arrived and was answered. Secrets are never in it. */
export interface Call {
	/** Simulator time of arrival, ISO 8601. */
	at: string;
	method: string;
	path: string;
	query: Record<string, unknown>;
	headers: Record<string, unknown>;
	body?: unknown;
	/** API and operation, e.g. `wholesaleSip.reserveNumbers`; null for an unknown path. */
	operation: string | null;
	trackingId: string | null;
	/** The operation was carried out, whatever became of its answer: what counts an effect that is no order. */
	carriedOut: boolean;
	/** The fault applied to it, e.g. `error 504 after`. */
	fault: string | null;
	/** HTTP status of the answer; 0 when none was sent. */
	status: number;
	/** Wire names of the request that the contract does not know, e.g. `body.colour`. */
	unknown: string[];
	/** From arrival to answer, milliseconds of real time. */
	durationMs: number;
}

const MOST = 50_000;
const LONGEST_TEXT = 1_024;
const SECRET =
	/^(authorization|proxy-authorization|cookie|client_secret|client_id|password|assertion|client_assertion|access_token)$/i;

/** The calls of the APIs, oldest first, the newest 50,000. */
export class CallLog {
	private entries: Call[] = [];

	/** @param secrets texts that are redacted wherever they appear */
	constructor(private readonly secrets: () => readonly string[] = () => []) {}

	add(call: Call): void {
		const secrets = this.secrets();
		this.entries.push(blotted(redacted(call), secrets) as Call);
		if (this.entries.length > MOST * 1.1) this.entries = this.entries.slice(-MOST);
	}

	/** Calls of one operation or one tracking id, or all. */
	list(filter: { operation?: string; trackingId?: string } = {}): Call[] {
		return this.entries.filter(
			({ operation, trackingId }) =>
				(!filter.operation || operation === filter.operation || operation?.endsWith(`.${filter.operation}`)) &&
				(!filter.trackingId || trackingId === filter.trackingId),
		);
	}

	clear(): void {
		this.entries = [];
	}
}

/** A signed token in its usual form, anywhere in a text. */
const TOKEN = /eyJ[\w-]{8,}\.[\w-]+\.[\w-]*/g;

/** A copy in which no text contains a secret or a token, keys included. */
function blotted(value: unknown, secrets: readonly string[]): unknown {
	if (typeof value === 'string')
		return secrets.reduce(
			(text, secret) => (secret === '' ? text : text.replaceAll(secret, '***')),
			value.replace(TOKEN, '***'),
		);
	if (Array.isArray(value)) return value.map((item) => blotted(item, secrets));
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, part]) => [blotted(key, secrets) as string, blotted(part, secrets)]),
	);
}

/** A copy without secrets; long texts (file contents) become their length and SHA-256. */
export function redacted(value: unknown, name = ''): unknown {
	if (SECRET.test(name) && value !== undefined)
		return typeof value === 'string'
			? value.replace(/^(basic|bearer)?.*$/is, (_, scheme?: string) => `${scheme ? `${scheme} ` : ''}***`)
			: '***';
	if (typeof value === 'string' && value.length > LONGEST_TEXT) {
		return `(${value.length} characters, sha256 ${createHash('sha256').update(value).digest('hex')})`;
	}
	if (Array.isArray(value)) return value.map((item) => redacted(item));
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, redacted(part, key)]));
}
