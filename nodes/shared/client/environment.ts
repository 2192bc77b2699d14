import { ColtError } from '../errors/problem';
import { toText, withoutTrailingSlashes } from '../text';

export type EnvironmentName = 'production' | 'sandbox' | 'custom';

/** The origins of colt-api section 1; all paths below them come from the contract. */
export const ORIGINS: Record<Exclude<EnvironmentName, 'custom'>, string> = {
	production: 'https://apis.colt.net',
	sandbox: 'https://sandbox.apis.colt.net',
};

/** The longest address that common servers and proxies take. */
const LONGEST = 2_000;

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/i;

function refuse(
	message: string,
	field = 'Base URL',
	remedy = 'Correct Base URL in the Colt credential, for example https://sandbox.apis.colt.net.',
): ColtError {
	return new ColtError({
		kind: 'configuration',
		message,
		field,
		remedy,
		outcome: 'notSent',
	});
}

/**
 * The origin (and path prefix, if a gateway has one) that every path of the contract is appended to.
 * @throws ColtError when the environment does not exist (a credential made by hand may say anything), or a custom
 * address is
 *   no URL, carries user info, query or fragment, or is not https (http is taken on loopback only: a token must not
 *   travel in clear text)
 */
export function originOf(environment: EnvironmentName, baseUrl: string | undefined): string {
	if (environment !== 'custom') {
		if (Object.hasOwn(ORIGINS, environment)) return ORIGINS[environment];
		throw refuse(
			`Environment "${environment}" is not one of Colt's`,
			'Environment',
			'Choose Production, Sandbox or Custom Base URL in the Colt credential.',
		);
	}
	const text = toText(baseUrl).trim();
	if (text === '')
		throw refuse(
			'Base URL is empty',
			'Base URL',
			'Fill in Base URL in the Colt credential, for example https://sandbox.apis.colt.net. An expression that ' +
				'reads an input item ($json) is empty in a trigger or a list, because they have no input item.',
		);
	if (text.length > LONGEST) throw refuse(`Base URL is too long (${text.length} characters)`);
	if (!URL.canParse(text)) throw refuse(`Base URL "${text}" is not a URL`);
	const url = new URL(text);
	if (url.username !== '' || url.password !== '') throw refuse('Base URL must not carry a user name or password');
	if (url.search !== '' || url.hash !== '') throw refuse('Base URL must not carry a query or a fragment');
	const secure = url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.test(url.hostname));
	if (!secure) throw refuse(`Base URL "${text}" is not https (http is taken for this machine's own addresses only)`);
	return withoutTrailingSlashes(`${url.origin}${url.pathname}`);
}
