import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { ColtError } from '../errors/problem';
import type { Problem } from '../errors/problem';
import { toText } from '../text';
import { originOf } from './environment';
import type { EnvironmentName } from './environment';
import { ENCODE_LABEL } from '../fields/encodeLabel';

/** What the token endpoint needs. */
export interface TokenSettings {
	origin: string;
	clientId: string;
	clientSecret: string;
	/** Whether ID and secret are form-encoded before they are put into the Basic header (RFC 6749, 2.3.1). */
	encodeClient?: boolean;
}

/** An expression may give the switch as text. @throws ColtError when it is neither on nor off */
function readSwitch(value: unknown): boolean {
	const text = toText(value).trim().toLowerCase();
	if (text === 'true') return true;
	if (text === 'false' || text === '') return false;
	throw new ColtError({
		kind: 'configuration',
		message: `${ENCODE_LABEL} "${text.slice(0, 40)}" is neither true nor false`,
		field: ENCODE_LABEL,
		remedy: 'Switch it on or off in the Colt OAuth2 credential, or correct its expression.',
		outcome: 'notSent',
	});
}

/** @throws ColtError when it is empty: an expression may give nothing */
function required(value: unknown, field: string): string {
	const text = toText(value).trim();
	if (text !== '') return text;
	throw new ColtError({
		kind: 'configuration',
		message: `${field} is empty`,
		field,
		remedy:
			`Fill in ${field} in the Colt OAuth2 credential. An expression that reads an input item ($json) is empty ` +
			'in a trigger or a list, because they have no input item.',
		outcome: 'notSent',
	});
}

/**
 * Reads the credential's fields.
 * @throws ColtError of kind `configuration` naming the field
 */
export const tokenSettings = (credential: ICredentialDataDecryptedObject): TokenSettings => ({
	origin: originOf(credential.environment as EnvironmentName, credential.baseUrl as string | undefined),
	...(readSwitch(credential.encodeClient) && { encodeClient: true }),
	clientId: required(credential.clientId, 'Client ID'),
	clientSecret: required(credential.clientSecret, 'Client Secret'),
});

/** As in an HTML form (RFC 6749, appendix B). */
const formEncoded = (text: string): string => new URLSearchParams({ v: text }).toString().slice(2);

/** The value behind `Basic ` (RFC 7617). */
export function basicCredentials({ clientId, clientSecret, encodeClient }: TokenSettings): string {
	const [user, password] =
		encodeClient === true ? [formEncoded(clientId), formEncoded(clientSecret)] : [clientId, clientSecret];
	return Buffer.from(`${user}:${password}`).toString('base64');
}

/** Every text of the settings that must not be shown. */
export const secretsOf = (settings: TokenSettings): string[] => [
	settings.clientSecret,
	`${settings.clientId}:${settings.clientSecret}`,
	basicCredentials(settings),
];

/** Signs that servers read in two ways in Basic: as they are, or form-encoded. */
const isReadInTwoWays = (text: string): boolean => formEncoded(text) !== text;

/**
 * Colt's portal does not say whether ID and secret are form-encoded in the Basic header. Only where that makes a
 * difference a refusal may come from it. The node does not try the other way automatically: failed logins may lock the
 * client.
 */
export function withEncodingAdvice(problem: Problem, settings: TokenSettings): Problem {
	if (problem.httpStatus !== 401 || ![settings.clientId, settings.clientSecret].some(isReadInTwoWays)) return problem;
	const other = settings.encodeClient === true ? 'off' : 'on';
	return {
		...problem,
		remedy:
			`${problem.remedy} Client ID or Client Secret contains special characters (such as : % + or letters with ` +
			`accents), which servers read in two ways: if both are correct, switch ${ENCODE_LABEL} ${other} in the ` +
			'credential and test it again.',
	};
}
