import { createHash, createPrivateKey, randomUUID } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { ColtError } from '../errors/problem';
import { parseJson } from '../json';
import { libraries } from '../libraries';
import { isCountryCode } from '../lifecycle/countryCodes';
import { toText } from '../text';
import { originOf } from './environment';
import type { EnvironmentName } from './environment';

/** What a signed token is made of; every claim but issuer and audience is inferred (colt-api section 2). */
export interface JwtSettings {
	origin: string;
	issuer: string;
	applicationId: string;
	/** Application IDs that differ by country, by ISO code. */
	applicationIds: Record<string, string>;
	privateKey: string;
	keyId: string;
	algorithm: string;
	lifetimeSeconds: number;
	extraClaims: Record<string, unknown>;
}

const RENEW_BEFORE_MS = 30_000;

function refuse(field: string, what: string, remedy: string): ColtError {
	return new ColtError({
		kind: 'configuration',
		message: `${field} ${what}`,
		field,
		remedy: `${remedy} It is in the Colt JWT credential.`,
		outcome: 'notSent',
	});
}

/** One `CC=application id` a line; colon and comma are taken as well. */
function readApplicationIds(text: string): Record<string, string> {
	const rows = text
		.split(/[\n;,]+/)
		.map((row) => row.trim())
		.filter((row) => row !== '');
	return Object.fromEntries(
		rows.map((row) => {
			const [, code = '', id = ''] = /^([A-Za-z]{2})\s*[=:]\s*(\S+)$/.exec(row) ?? [];
			const country = code.toUpperCase();
			if (!isCountryCode(country))
				throw refuse(
					'Application IDs by Country',
					`has the line "${row.slice(0, 40)}"`,
					'Write one country a line, such as GB=my-application.',
				);
			return [country, id];
		}),
	);
}

function readClaims(value: unknown): Record<string, unknown> {
	const text = toText(value).trim();
	if (text === '') return {};
	const claims = parseJson(text)?.value;
	if (typeof claims !== 'object' || claims === null || Array.isArray(claims))
		throw refuse('Extra Claims (JSON)', 'is not a JSON object', 'Write an object such as {"sub": "my-client"}.');
	return claims as Record<string, unknown>;
}

/**
 * Reads the credential's fields.
 * @throws ColtError of kind `configuration` naming the field
 */
export function jwtSettings(credential: ICredentialDataDecryptedObject): JwtSettings {
	const lifetimeSeconds = Number(credential.lifetimeSeconds ?? 300);
	if (!(lifetimeSeconds >= 60 && lifetimeSeconds <= 1_800))
		throw refuse(
			'Lifetime (Seconds)',
			`${toText(credential.lifetimeSeconds)} is not between 60 and 1800`,
			'Use for example 300.',
		);
	const settings = {
		origin: originOf(credential.environment as EnvironmentName, credential.baseUrl as string | undefined),
		issuer: toText(credential.issuer).trim(),
		applicationId: toText(credential.applicationId).trim(),
		applicationIds: readApplicationIds(toText(credential.applicationIds)),
		privateKey: toText(credential.privateKey),
		keyId: toText(credential.keyId).trim(),
		algorithm: toText(credential.algorithm) || 'RS256',
		lifetimeSeconds,
		extraClaims: readClaims(credential.extraClaims),
	};
	if (settings.issuer === '') throw refuse('Issuer', 'is empty', 'Use the issuer agreed with Colt.');
	if (settings.applicationId === '' && Object.keys(settings.applicationIds).length === 0)
		throw refuse('Application ID', 'is empty', 'Use the Application ID from Colt.');
	return settings;
}

/** Pasted into a one-line field, a PEM loses its line breaks; they are put back. */
function normalisePem(text: string): string {
	const trimmed = text.trim().replace(/\\n/g, '\n');
	const match = /^(-----BEGIN [A-Z ]+-----)([\s\S]*?)(-----END [A-Z ]+-----)$/.exec(trimmed);
	if (match === null) return trimmed;
	const [, head = '', body = '', tail = ''] = match;
	return `${head}\n${(body.replace(/\s+/g, '').match(/.{1,64}/g) ?? []).join('\n')}\n${tail}\n`;
}

function readKey({ privateKey, algorithm }: JwtSettings): KeyObject {
	const remedy = 'Paste the whole private key, from -----BEGIN PRIVATE KEY----- to the END line, without a passphrase.';
	let key: KeyObject | undefined;
	try {
		key = createPrivateKey(normalisePem(privateKey));
	} catch {
		// The library's text may quote parts of the key.
		key = undefined;
	}
	if (key === undefined) throw refuse('Private Key', 'cannot be read', remedy);
	const wanted = algorithm.startsWith('ES') ? 'ec' : 'rsa';
	if (key.asymmetricKeyType !== wanted)
		throw refuse(
			'Algorithm',
			`${algorithm} does not fit the private key, which is of type ${String(key.asymmetricKeyType)}`,
			'Choose RS or PS for an RSA key, ES for an elliptic curve key.',
		);
	return key;
}

/** The Application ID for a country: its own, else the one for all. */
function audienceOf({ applicationId, applicationIds }: JwtSettings, country: string | undefined): string {
	const audience = (country === undefined ? undefined : applicationIds[country]) ?? applicationId;
	const first = audience === '' && country === undefined ? Object.values(applicationIds)[0] : audience;
	if (first === undefined || first === '')
		throw refuse(
			'Application IDs by Country',
			`has no Application ID for ${String(country)}`,
			'Add the country, or fill in Application ID for all others.',
		);
	return first;
}

const signed = new Map<string, { token: string; renewAt: number }>();

/**
 * A short-lived token, signed here; the key leaves neither the credential nor this function.
 * Tokens are reused until shortly before their end.
 * @param country decides the audience where Application IDs differ by country
 * @param rejected a token Colt has just answered 401 to; a new one is signed
 * @throws ColtError of kind `configuration` naming the field
 */
export async function signedToken(settings: JwtSettings, country?: string, rejected?: string): Promise<string> {
	const audience = audienceOf(settings, country);
	const id = createHash('sha256')
		.update(JSON.stringify([settings, audience]))
		.digest('hex');
	const known = signed.get(id);
	const now = Date.now();
	if (known !== undefined && known.renewAt > now && known.token !== rejected) return known.token;
	const key = readKey(settings);
	const claims = new (libraries().SignJWT)({ ...settings.extraClaims, jti: randomUUID() })
		.setProtectedHeader({ alg: settings.algorithm, typ: 'JWT', ...(settings.keyId !== '' && { kid: settings.keyId }) })
		.setIssuer(settings.issuer)
		.setAudience(audience)
		.setIssuedAt(Math.floor(now / 1_000))
		.setExpirationTime(Math.floor(now / 1_000) + settings.lifetimeSeconds);
	const token = await claims.sign(key).catch(() => undefined);
	if (token === undefined)
		throw refuse(
			'Algorithm',
			`${settings.algorithm} cannot sign with this private key`,
			'Choose the algorithm that fits the key, for ES algorithms its curve.',
		);
	signed.set(id, { token, renewAt: now + settings.lifetimeSeconds * 1_000 - RENEW_BEFORE_MS });
	return token;
}
