import { createPublicKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { ColtError } from '../../shared/errors/problem';
import { toText } from '../../shared/text';

/** Signature algorithms of a callback's token (RFC 7518). Which Colt can make is not documented. */
export const CALLBACK_ALGORITHMS = ['HS256', 'HS384', 'HS512', 'RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512'];

/** What a callback must show, read from the credential. */
export type Secret =
	| { method: 'header'; name: string; value: string }
	| { method: 'basic'; user: string; password: string }
	| { method: 'signedToken'; algorithm: string; key: Uint8Array | KeyObject; audience?: string; issuer?: string };

function refuse(field: string, what: string, remedy: string): ColtError {
	return new ColtError({ kind: 'configuration', message: `${field} ${what}`, field, remedy: `${remedy} It is in the Colt Callback credential.`, outcome: 'notSent' });
}

function required(credential: ICredentialDataDecryptedObject, name: string, field: string, remedy: string): string {
	const value = toText(credential[name]);
	if (value.trim() === '') throw refuse(field, 'is empty: anybody could start the workflow', remedy);
	return value;
}

/** A header's name (RFC 9110, 5.1). */
const HEADER_NAME = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;

function headerSecret(credential: ICredentialDataDecryptedObject): Secret {
	const name = required(credential, 'headerName', 'Header Name', 'Use for example x-callback-secret.').trim().toLowerCase();
	if (!HEADER_NAME.test(name)) throw refuse('Header Name', `"${name.slice(0, 40)}" is no header name`, 'Use letters, digits and hyphens.');
	// Blanks around a header's value do not arrive (RFC 9110, 5.5).
	return { method: 'header', name, value: required(credential, 'headerSecret', 'Header Value', 'Use a long random text.').trim() };
}

function basicSecret(credential: ICredentialDataDecryptedObject): Secret {
	const user = required(credential, 'user', 'User', 'Use the user name agreed with Colt.');
	if (user.includes(':')) throw refuse('User', 'contains a colon', 'HTTP Basic cannot carry one (RFC 7617): use another user name.');
	return { method: 'basic', user, password: required(credential, 'password', 'Password', 'Use a long random text.') };
}

/** Pasted into a one-line field, a PEM loses its line breaks. */
const withLineBreaks = (pem: string): string =>
	pem.trim().replace(/\\n/g, '\n').replace(/^(-----BEGIN [A-Z ]+-----)([\s\S]*)(-----END [A-Z ]+-----)$/, (_, head: string, body: string, tail: string) => `${head}\n${body.trim().replace(/\s+/g, '\n')}\n${tail}\n`);

function publicKey(pem: string, algorithm: string): KeyObject {
	let key: KeyObject | undefined;
	try {
		key = createPublicKey(withLineBreaks(pem));
	} catch {
		key = undefined;
	}
	if (key === undefined) throw refuse('Public Key (PEM)', 'cannot be read', 'Paste the whole public key or certificate, from the BEGIN to the END line.');
	const wanted = algorithm.startsWith('ES') ? 'ec' : 'rsa';
	if (key.asymmetricKeyType !== wanted) throw refuse('Algorithm', `${algorithm} does not fit the key, which is of type ${String(key.asymmetricKeyType)}`, 'Choose RS or PS for an RSA key, ES for an elliptic curve key.');
	return key;
}

function tokenSecret(credential: ICredentialDataDecryptedObject): Secret {
	const algorithm = toText(credential.algorithm) || 'HS256';
	if (!CALLBACK_ALGORITHMS.includes(algorithm)) throw refuse('Algorithm', `"${algorithm.slice(0, 20)}" is not one of the list`, 'Choose the one agreed with Colt.');
	const key = algorithm.startsWith('HS')
		? new TextEncoder().encode(required(credential, 'secret', 'Secret', 'Use a long random text.'))
		: publicKey(required(credential, 'publicKey', 'Public Key (PEM)', "Paste the signer's public key."), algorithm);
	const audience = toText(credential.audience).trim();
	const issuer = toText(credential.issuer).trim();
	return { method: 'signedToken', algorithm, key, ...(audience !== '' && { audience }), ...(issuer !== '' && { issuer }) };
}

/**
 * Reads the credential's fields.
 * @throws ColtError of kind `configuration` naming the field; nothing that is empty or cannot be read lets anybody in
 */
export function readSecret(credential: ICredentialDataDecryptedObject): Secret {
	if (credential.method === 'basic') return basicSecret(credential);
	if (credential.method === 'signedToken') return tokenSecret(credential);
	if (credential.method === 'header') return headerSecret(credential);
	throw refuse('Method', `"${toText(credential.method).slice(0, 20)}" is not one of the list`, 'Choose how Colt is to authenticate.');
}
