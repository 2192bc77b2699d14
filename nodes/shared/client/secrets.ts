/** Shorter texts are words of answers as well; a credential this short protects nothing. */
const SHORTEST = 4;
/** A key's body is pasted in lines of 64; shorter last lines tell nothing. */
const KEY_LINE = 20;
const BLOT = '***';

const inJson = (text: string): string => JSON.stringify(text).slice(1, -1);

/** A text as it stands in a URL, a form, a JSON string or base64. */
const formsOf = (secret: string): string[] => [
	secret,
	encodeURIComponent(secret),
	new URLSearchParams({ s: secret }).toString().slice(2),
	inJson(secret),
	inJson(inJson(secret)),
	inJson(inJson(inJson(secret))),
	Buffer.from(secret).toString('base64'),
	Buffer.from(secret).toString('base64url'),
];

/**
 * Everything by which a secret can be told: whole, by its lines if it is a key, and written as a URL, JSON or base64
 * would. Longest first, so that no rest of a longer form is left.
 */
export function tellTales(secrets: readonly string[]): string[] {
	const lines = secrets.flatMap((secret) =>
		secret.split(/\s+|\\n/).filter((line) => line.length >= KEY_LINE && line !== secret),
	);
	const all = new Set([...secrets, ...lines].filter((secret) => secret.length >= SHORTEST).flatMap(formsOf));
	return [...all].sort((one, other) => other.length - one.length);
}

/** The text with each of them blotted out. */
export const blotted = (text: string, tales: readonly string[]): string =>
	tales.reduce((left, tale) => (left.includes(tale) ? left.replaceAll(tale, BLOT) : left), text);
