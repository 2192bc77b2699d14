import type { Problem } from './problem';

/** What stands in a text for a secret. */
const BLOT = '***';

/**
 * The same problem with every secret blotted out: the vendor's texts may repeat what they were sent.
 * @param secrets client secret, token, whatever must not be read; empty ones are passed over
 */
export function withoutSecrets(problem: Problem, secrets: readonly string[]): Problem {
	const clean = (text: string): string =>
		secrets.reduce((left, secret) => (secret === '' ? left : left.split(secret).join(BLOT)), text);
	const entries = Object.entries(problem).map(([key, value]: [string, unknown]): [string, unknown] => [
		key,
		typeof value === 'string' ? clean(value) : value,
	]);
	return { ...problem, ...Object.fromEntries(entries) };
}
