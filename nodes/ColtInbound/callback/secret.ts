import { createPublicKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { ColtError } from '../../shared/errors/problem';
import { toText } from '../../shared/text';

/** Signature algorithms of a callback's token (RFC 7518). Which Colt can make is not documented. */
export const CALLBACK_ALGORITHMS = [
	'HS256',
	'HS384',
	'HS512',
	'RS256',
	'RS384',
	'RS512',
	'PS256',
	'PS384',
	'PS512',
	'ES256',
	'ES384',
	'ES512',
];

/** What a callback must show, read from the credential. */
export type Secret =
	| { method: 'header'; name: string; value: string }
	| { method: 'basic'; user: string; password: string }
	| { method: 'signedToken'; algorithm: string; key: Uint8Array | KeyObject; audience?: string; issuer?: string };

function refuse(field: string, what: string, remedy: string): ColtError {
	return new ColtError({
		kind: 'configuration',
		message: `${field} ${what}`,
		field,
		remedy: `${remedy} It is in the Colt Callback credential.`,
		outcome: 'notSent',
	});
}

function required(credential: ICredentialDataDecryptedObject, name: string, field: string, remedy: string): string {
	const value = toText(credential[name]);
	if (value.trim() === '') throw refuse(field, 'is empty: anybody could start the workflow', remedy);
	return value;
}

/** A header's name (RFC 9110, 5.1). */
const HEADER_NAME = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;

function headerSecret(credential: ICredentialDataDecryptedObject): Secret {
	const name = required(credential, 'headerName', 'Header Name', 'Use for example x-callback-secret.')
		.trim()
		.toLowerCase();
	if (!HEADER_NAME.test(name))
		throw refuse('Header Name', `"${name.slice(0, 40)}" is no header name`, 'Use letters, digits and hyphens.');
	// Blanks around a header's value do not arrive (RFC 9110, 5.5).
	return {
		method: 'header',
		name,
		value: sendable(
			required(credential, 'headerSecret', 'Header Value', 'Use a long random text.').trim(),
			'Header Value',
		),
	};
}

/** Neither a header (RFC 9110, 5.5) nor Basic (RFC 7617) can carry what is no character. */
function sendable(value: string, field: string): string {
	if (/\p{Cc}/u.test(value))
		throw refuse(
			field,
			'contains a line break, a tab or another control character, which cannot be sent',
			'Copy it again, in one line.',
		);
	return value;
}

function basicSecret(credential: ICredentialDataDecryptedObject): Secret {
	const user = required(credential, 'user', 'User', 'Use the user name agreed with Colt.');
	if (user.includes(':'))
		throw refuse('User', 'contains a colon', 'HTTP Basic cannot carry one (RFC 7617): use another user name.');
	return {
		method: 'basic',
		user: sendable(user, 'User'),
		password: sendable(required(credential, 'password', 'Password', 'Use a long random text.'), 'Password'),
	};
}

/** Pasted into a one-line field, a PEM loses its line breaks. */
const withLineBreaks = (pem: string): string =>
	pem
		.trim()
		.replace(/\\n/g, '\n')
		.replace(
			/^(-----BEGIN [A-Z ]+-----)([\s\S]*)(-----END [A-Z ]+-----)$/,
			(_, head: string, body: string, tail: string) => `${head}\n${body.trim().replace(/\s+/g, '\n')}\n${tail}\n`,
		);

/** RFC 7518, 3.4 and 3.3. */
const CURVES: Readonly<Record<string, [curve: string, name: string]>> = {
	ES256: ['prime256v1', 'P-256'],
	ES384: ['secp384r1', 'P-384'],
	ES512: ['secp521r1', 'P-521'],
};
const LEAST_RSA_BITS = 2048;

/** What no token could be checked with: it would all be refused without a word on the cause. */
function refuseUnfit(
	{ asymmetricKeyDetails: { namedCurve, modulusLength = 0 } = {} }: KeyObject,
	algorithm: string,
): void {
	const [curve, name] = CURVES[algorithm] ?? [];
	if (curve !== undefined && namedCurve !== curve)
		throw refuse(
			'Algorithm',
			`${algorithm} does not fit the key, which is on the curve ${String(namedCurve)}`,
			`Choose the algorithm of that curve, or paste a key on ${String(name)}.`,
		);
	if (curve === undefined && modulusLength < LEAST_RSA_BITS)
		throw refuse(
			'Public Key (PEM)',
			`has ${modulusLength} bits, ${LEAST_RSA_BITS} are the least`,
			'Ask for a longer key.',
		);
}

function publicKey(pem: string, algorithm: string): KeyObject {
	if (pem.includes('PRIVATE KEY'))
		throw refuse(
			'Public Key (PEM)',
			'holds a private key',
			'Paste the public key or certificate; nobody but the signer may have the private one.',
		);
	let key: KeyObject | undefined;
	try {
		key = createPublicKey(withLineBreaks(pem));
	} catch {
		key = undefined;
	}
	if (key === undefined)
		throw refuse(
			'Public Key (PEM)',
			'cannot be read',
			'Paste the whole public key or certificate, from the BEGIN to the END line.',
		);
	const wanted = algorithm.startsWith('ES') ? 'ec' : 'rsa';
	if (key.asymmetricKeyType !== wanted)
		throw refuse(
			'Algorithm',
			`${algorithm} does not fit the key, which is of type ${String(key.asymmetricKeyType)}`,
			'Choose RS or PS for an RSA key, ES for an elliptic curve key.',
		);
	refuseUnfit(key, algorithm);
	return key;
}

function tokenSecret(credential: ICredentialDataDecryptedObject): Secret {
	const algorithm = toText(credential.algorithm) || 'HS256';
	if (!CALLBACK_ALGORITHMS.includes(algorithm))
		throw refuse('Algorithm', `"${algorithm.slice(0, 20)}" is not one of the list`, 'Choose the one agreed with Colt.');
	const key = algorithm.startsWith('HS')
		? new TextEncoder().encode(required(credential, 'secret', 'Secret', 'Use a long random text.'))
		: publicKey(required(credential, 'publicKey', 'Public Key (PEM)', "Paste the signer's public key."), algorithm);
	const audience = toText(credential.audience).trim();
	const issuer = toText(credential.issuer).trim();
	return {
		method: 'signedToken',
		algorithm,
		key,
		...(audience !== '' && { audience }),
		...(issuer !== '' && { issuer }),
	};
}

/**
 * Reads the credential's fields.
 * @throws ColtError of kind `configuration` naming the field; nothing that is empty or cannot be read lets anybody in
 */
export function readSecret(credential: ICredentialDataDecryptedObject): Secret {
	if (credential.method === 'basic') return basicSecret(credential);
	if (credential.method === 'signedToken') return tokenSecret(credential);
	if (credential.method === 'header') return headerSecret(credential);
	throw refuse(
		'Method',
		`"${toText(credential.method).slice(0, 20)}" is not one of the list`,
		'Choose how Colt is to authenticate.',
	);
}
