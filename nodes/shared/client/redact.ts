/** Shorter texts are words of answers as well; a credential this short protects nothing. */
const SHORTEST = 4;
/** A key's body is pasted in lines of 64; shorter last lines reveal nothing. */
const KEY_LINE = 20;
/** A shorter piece of base64 occurs in other texts by chance. */
const SHORTEST_BASE64 = 8;
/** How many times all notations are decoded: there may be JSON in a URL in JSON. */
const MOST_LAYERS = 4;

const REDACTED = '***';

/** The ways in which secrets may be written, compiled for searching. */
export interface SecretForms {
	/** Undefined when there is nothing to hide. */
	readonly pattern: RegExp | undefined;
}

/** Nothing to hide. */
export const NO_SECRETS: SecretForms = { pattern: undefined };

const inJson = (text: string): string => JSON.stringify(text).slice(1, -1);
const urlSafe = (base64: string): string => base64.replaceAll('+', '-').replaceAll('/', '_');

/**
 * The part of a base64 text that the secret alone determines, at each of the three places it can start within a
 * group.
 */
function inBase64(secret: string): string[] {
	const bytes = Buffer.from(secret);
	return [0, 1, 2].flatMap((offset) => {
		const text = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64');
		const sure = text.slice(Math.ceil((offset * 4) / 3), Math.floor(((offset + bytes.length) * 4) / 3));
		return sure.length < SHORTEST_BASE64 ? [] : [sure, urlSafe(sure)];
	});
}

/** A text as it is written in a URL, a form, a JSON string or base64. */
const formsOf = (secret: string): string[] => [
	secret,
	encodeURIComponent(secret),
	new URLSearchParams({ s: secret }).toString().slice(2),
	inJson(secret),
	inJson(inJson(secret)),
	inJson(inJson(inJson(secret))),
	Buffer.from(secret).toString('base64'),
	Buffer.from(secret).toString('base64url'),
	...inBase64(secret),
];

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

/**
 * Everything by which secrets can be recognised: whole, by the lines if it is a key, and written as a URL, JSON or
 * base64 would.
 */
export function secretForms(secrets: readonly string[]): SecretForms {
	const lines = secrets.flatMap((secret) =>
		secret.split(/\s+|\\n/).filter((line) => line.length >= KEY_LINE && line !== secret),
	);
	const forms = [...new Set([...secrets, ...lines].filter(({ length }) => length >= SHORTEST).flatMap(formsOf))];
	if (forms.length === 0) return NO_SECRETS;
	// Longest first, so that no rest of a longer form is left.
	const sorted = forms.sort((one, other) => other.length - one.length);
	return { pattern: new RegExp(sorted.map(escaped).join('|'), 'g') };
}

const SHORT_ESCAPES: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function percentDecoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

function entity(whole: string, name: string): string {
	if (!name.startsWith('#')) return ENTITIES[name] ?? whole;
	const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
	return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}

/** Each undoes the escapes of one notation: JSON, URL, HTML. */
const DECODERS: ReadonlyArray<(text: string) => string> = [
	(text) =>
		text.replace(/\\(?:u([0-9a-f]{4})|(["\\/bfnrt]))/gi, (_, hex: string | undefined, sign: string) =>
			hex === undefined ? (SHORT_ESCAPES[sign] ?? sign) : String.fromCharCode(Number.parseInt(hex, 16)),
		),
	(text) => text.replace(/(?:%[0-9a-f]{2})+/gi, percentDecoded),
	(text) => text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,4});/gi, entity),
];

const MAY_BE_ESCAPED = /[\\%&]/;

/** Whether a secret shows once the escapes of a text are undone, however they are written. */
function isHiddenIn(text: string, pattern: RegExp): boolean {
	let left = text;
	for (let layer = 0; layer < MOST_LAYERS && MAY_BE_ESCAPED.test(left); layer += 1) {
		const before = left;
		for (const decode of DECODERS) {
			left = decode(left);
			if (left.search(pattern) >= 0) return true;
		}
		if (left === before) return false;
	}
	return false;
}

function redactText(text: string, pattern: RegExp): string {
	if (text.length < SHORTEST) return text;
	const left = text.replace(pattern, REDACTED);
	return MAY_BE_ESCAPED.test(left) && isHiddenIn(left, pattern) ? REDACTED : left;
}

function redactValue(value: unknown, pattern: RegExp): unknown {
	if (typeof value === 'string') return redactText(value, pattern);
	if (typeof value === 'number') return redactNumber(value, pattern);
	if (Array.isArray(value)) return value.map((item: unknown) => redactValue(item, pattern));
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([name, part]): [string, unknown] => [
			redactText(name, pattern),
			redactValue(part, pattern),
		]),
	);
}

/** A secret of digits may come back as a number. */
const redactNumber = (value: number, pattern: RegExp): unknown =>
	String(value).search(pattern) >= 0 ? redactText(String(value), pattern) : value;

/** A copy of a value in which no text and no name shows a secret. Texts are JSON values: parsed, not as they came. */
export const redact = <T>(value: T, { pattern }: SecretForms): T =>
	pattern === undefined ? value : (redactValue(value, pattern) as T);

/** Whether a JSON text may show a secret once it is parsed; when not, its value need not be copied. */
export const mayShowSecret = (text: string, { pattern }: SecretForms): boolean =>
	pattern !== undefined && (MAY_BE_ESCAPED.test(text) || text.search(pattern) >= 0);
