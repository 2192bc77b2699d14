import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

import { libraries } from '../../shared/libraries';
import type { Headers } from './callbackHttp';
import { refusals } from './refusal';
import type { Refusal } from './refusal';
import type { Secret } from './secret';

/** Digests with a random key all have one length and no pattern, so comparing them reveals nothing about the secret. */
const PROCESS_KEY = randomBytes(32);
const digest = (text: string): Buffer => createHmac('sha256', PROCESS_KEY).update(text).digest();

/** Compares two texts in constant time. */
export const isSameSecret = (given: string, expected: string): boolean =>
	timingSafeEqual(digest(given), digest(expected));

const CHALLENGES: Record<Secret['method'], string | undefined> = {
	header: undefined,
	basic: 'Basic realm="Colt callbacks", charset="UTF-8"',
	signedToken: 'Bearer realm="Colt callbacks"',
};

/** The credentials after a scheme such as Basic, in upper or lower case (RFC 9110, 11.1). */
function credentialsOf(scheme: 'basic' | 'bearer', header: string): string | undefined {
	const [, name = '', value] = /^([a-z]+) +(\S+)$/i.exec(header.trim()) ?? [];
	return name.toLowerCase() === scheme ? value : undefined;
}

/** Seconds by which the clocks of signer and receiver may differ. */
const CLOCK_TOLERANCE = 60;

async function isSigned(
	token: string,
	{ algorithm, key, audience, issuer }: Extract<Secret, { method: 'signedToken' }>,
): Promise<boolean> {
	const options = {
		algorithms: [algorithm],
		clockTolerance: CLOCK_TOLERANCE,
		// A token that never expires would be a password.
		requiredClaims: ['exp'],
		...(audience !== undefined && { audience }),
		...(issuer !== undefined && { issuer }),
	};
	return await libraries()
		.jwtVerify(token, key, options)
		.then(
			() => true,
			() => false,
		);
}

/** Node reads a header's bytes as ISO 8859-1; most senders write UTF-8. */
const asUtf8 = (header: string): string => Buffer.from(header, 'latin1').toString('utf8');

async function isValid(given: string, secret: Secret): Promise<boolean> {
	if (secret.method === 'header') return isSameSecret(given, secret.value) || isSameSecret(asUtf8(given), secret.value);
	if (secret.method === 'basic') {
		const credentials = credentialsOf('basic', given);
		return (
			credentials !== undefined &&
			isSameSecret(Buffer.from(credentials, 'base64').toString('utf8'), `${secret.user}:${secret.password}`)
		);
	}
	const token = credentialsOf('bearer', given);
	return token !== undefined && (await isSigned(token, secret));
}

/**
 * Checks a callback's authentication against the credential.
 * @returns the refusal, or undefined when it is valid
 */
export async function authenticate(headers: Headers, secret: Secret): Promise<Refusal | undefined> {
	const challenge = CHALLENGES[secret.method];
	const given = headers[secret.method === 'header' ? secret.name : 'authorization'];
	if (given === undefined || given === '') return refusals.missing(challenge);
	return typeof given === 'string' && (await isValid(given, secret)) ? undefined : refusals.invalid(challenge);
}
