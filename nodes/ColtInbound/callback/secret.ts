import { createPublicKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { ColtError } from '../../shared/errors/problem';
import { toText } from '../../shared/text';
import { CALLBACK_ALGORITHMS } from './algorithms';

/** What a callback must be authenticated with, read from the credential. */
export type Secret =
	| { method: 'header'; name: string; value: string }
	| { method: 'basic'; user: string; password: string }
	| { method: 'signedToken'; algorithm: string; key: Uint8Array | KeyObject; audience?: string; issuer?: string };

function refuse(field: string, what: string, remedy: string): ColtError {
	return new ColtError({
		kind: 'configuration',
		message: `${field} ${what}`,
		field,
		remedy: `${remedy} The field is in the Colt Callback credential.`,
		outcome: 'notSent',
	});
}

function required(credential: ICredentialDataDecryptedObject, name: string, field: string, remedy: string): string {
	const value = toText(credential[name]);
	if (value.trim() === '') throw refuse(field, 'is empty', remedy);
	return value;
}

/**
 * The fewest characters of a header's value and of a password. NIST SP 800-63B-4 (3.1.1.2) asks for at least 15 where a
 * password is the only protection.
 */
const LEAST_CHARACTERS = 16;

const LONG = `Use at least ${LEAST_CHARACTERS} random characters.`;

/** What cannot be sent in a header (RFC 9110, 5.5) or by Basic (RFC 7617), and what can be guessed, is refused. */
function secretText(value: string, field: string): string {
	const length = [...value].length;
	if (length < LEAST_CHARACTERS)
		throw refuse(
			field,
			`has ${length} characters, which is too short to be safe`,
			`Use at least ${LEAST_CHARACTERS} random characters, and give the new value to Colt.`,
		);
	return sendable(value, field);
}

/** A header's name (RFC 9110, 5.1). */
const HEADER_NAME = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;

function headerSecret(credential: ICredentialDataDecryptedObject): Secret {
	const name = required(credential, 'headerName', 'Header Name', 'Use for example x-callback-secret.')
		.trim()
		.toLowerCase();
	if (!HEADER_NAME.test(name))
		throw refuse(
			'Header Name',
			`"${name.slice(0, 40)}" is not a valid header name`,
			'Use letters, digits and hyphens.',
		);
	// Surrounding blanks of a header's value are not transmitted (RFC 9110, 5.5).
	return {
		method: 'header',
		name,
		value: secretText(required(credential, 'headerSecret', 'Header Value', LONG).trim(), 'Header Value'),
	};
}

function sendable(value: string, field: string): string {
	if (/\p{Cc}/u.test(value))
		throw refuse(
			field,
			'contains a line break, a tab or another control character, which cannot be sent in a header',
			'Copy it again as a single line.',
		);
	return value;
}

function basicSecret(credential: ICredentialDataDecryptedObject): Secret {
	const user = required(credential, 'user', 'User', 'Use the user name agreed with Colt.');
	if (user.includes(':'))
		throw refuse('User', 'contains a colon', 'HTTP Basic does not allow one (RFC 7617): use another user name.');
	return {
		method: 'basic',
		user: sendable(user, 'User'),
		password: secretText(required(credential, 'password', 'Password', LONG), 'Password'),
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

/** A key that no token could be checked with: every callback would be refused, and nothing would say why. */
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
			`has ${modulusLength} bits, fewer than the ${LEAST_RSA_BITS} required`,
			'Ask for a longer key.',
		);
}

function publicKey(pem: string, algorithm: string): KeyObject {
	if (pem.includes('PRIVATE KEY'))
		throw refuse(
			'Public Key (PEM)',
			'holds a private key',
			'Paste the public key or certificate. Only the signer may have the private key.',
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

/** A key for HMAC: at least as long as the hash (RFC 7518, 3.2). */
function sharedKey(secret: string, algorithm: string): Uint8Array {
	const key = new TextEncoder().encode(secret);
	const least = Number(algorithm.slice(2)) / 8;
	if (key.length < least)
		throw refuse(
			'Secret',
			`has ${key.length} bytes, ${algorithm} needs at least ${least} (RFC 7518)`,
			`Use at least ${least} random characters, and give the new value to Colt.`,
		);
	return key;
}

function tokenSecret(credential: ICredentialDataDecryptedObject): Secret {
	const algorithm = toText(credential.algorithm) || 'HS256';
	if (!CALLBACK_ALGORITHMS.includes(algorithm))
		throw refuse('Algorithm', `"${algorithm.slice(0, 20)}" is not supported`, 'Choose the one agreed with Colt.');
	const key = algorithm.startsWith('HS')
		? sharedKey(required(credential, 'secret', 'Secret', 'Use a long random text.'), algorithm)
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
 * @throws ColtError of kind `configuration` naming the field, for anything empty, unreadable or too short: nothing of
 * that kind lets anybody in
 */
export function readSecret(credential: ICredentialDataDecryptedObject): Secret {
	if (credential.method === 'basic') return basicSecret(credential);
	if (credential.method === 'signedToken') return tokenSecret(credential);
	if (credential.method === 'header') return headerSecret(credential);
	throw refuse(
		'Method',
		`"${toText(credential.method).slice(0, 20)}" is not supported`,
		'Choose how Colt authenticates.',
	);
}
