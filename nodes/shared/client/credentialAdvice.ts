import type { Problem } from '../errors/problem';
import { dateOf } from './coltClock';

/** Which of the two credentials a node uses. */
export type CredentialKind = 'oAuth2' | 'jwt';

const CHECK: Readonly<Record<CredentialKind, string>> = {
	oAuth2: 'Open the Colt OAuth2 credential, check Client ID, Client Secret and Environment, and test it.',
	jwt:
		'Open the Colt JWT credential, check Private Key, Algorithm, Issuer, Application ID and Environment, and ' +
		'test it.',
};

/** Clocks closer than this do not explain a refused token; a Date header and the way take some seconds themselves. */
const NOTABLE_MS = 60_000;

const clockText = (ms: number): string => new Date(ms).toISOString().replace('T', ' ').slice(0, 19);

/** A signed token carries its time by this machine's clock; Colt judges it by its own, which the Date header shows. */
function clockAdvice(headers: Readonly<Record<string, string>>, now: number): string {
	const colt = dateOf(headers);
	if (colt === undefined || Math.abs(colt - now) <= NOTABLE_MS) return '';
	return (
		`This machine's clock shows ${clockText(now)} UTC and Colt's ${clockText(colt)} UTC: set this machine's ` +
		'clock first, because a token signed at the wrong time is refused.'
	);
}

/** 401/004 is about the country, not about the credential. */
const isAboutCredential = ({ httpStatus, code }: Problem): boolean => httpStatus === 401 && code !== '004';

/**
 * The problem with a remedy for the credential that is used, when Colt has refused a token.
 * @param headers of the answer
 * @param now by this machine's clock, milliseconds since the epoch
 */
export function withCredentialAdvice(
	problem: Problem,
	kind: CredentialKind,
	headers: Readonly<Record<string, string>>,
	now: number,
): Problem {
	if (!isAboutCredential(problem)) return problem;
	const clock = kind === 'jwt' ? clockAdvice(headers, now) : '';
	return { ...problem, remedy: clock === '' ? CHECK[kind] : `${clock} ${CHECK[kind]}` };
}
