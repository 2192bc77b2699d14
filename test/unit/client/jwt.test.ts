import { createPublicKey, generateKeyPairSync, randomUUID } from 'node:crypto';

import { decodeProtectedHeader, jwtVerify } from 'jose';

import { jwtSettings, signedToken } from '../../../nodes/shared/client/jwt';
import { JWT_ALGORITHMS } from '../../../nodes/shared/client/jwtAlgorithms';
import { problemFrom, problemOf } from '../thrown';

const pkcs8 = { type: 'pkcs8', format: 'pem' } as const;
const spki = { type: 'spki', format: 'pem' } as const;
const RSA = generateKeyPairSync('rsa', { modulusLength: 2_048, publicKeyEncoding: spki, privateKeyEncoding: pkcs8 });
const EC = Object.fromEntries(
	['P-256', 'P-384', 'P-521'].map((namedCurve) => [
		namedCurve,
		generateKeyPairSync('ec', { namedCurve, publicKeyEncoding: spki, privateKeyEncoding: pkcs8 }),
	]),
);
const CURVES: Record<string, string> = { ES256: 'P-256', ES384: 'P-384', ES512: 'P-521' };
const keysFor = (algorithm: string) => EC[CURVES[algorithm] ?? ''] ?? RSA;

/** A credential that no other test shares: tokens are kept per credential. */
const credential = (change: Record<string, unknown> = {}) =>
	({
		environment: 'sandbox',
		issuer: `issuer-${randomUUID()}`,
		applicationId: 'app',
		applicationIds: '',
		privateKey: RSA.privateKey,
		keyId: '',
		algorithm: 'RS256',
		lifetimeSeconds: 300,
		extraClaims: '',
		...change,
	}) as Parameters<typeof jwtSettings>[0];

const sign = async (change: Record<string, unknown> = {}, country?: string) =>
	await signedToken(jwtSettings(credential(change)), country);

describe('a signed token', () => {
	test.each(JWT_ALGORITHMS)('%s verifies', async (algorithm) => {
		const { privateKey, publicKey } = keysFor(algorithm);
		const token = await sign({ issuer: 'me', algorithm, privateKey, keyId: 'k-1', extraClaims: '{"sub":"client"}' });
		const { payload } = await jwtVerify(token, createPublicKey(publicKey), {
			issuer: 'me',
			audience: 'app',
			algorithms: [algorithm],
		});
		expect(decodeProtectedHeader(token)).toEqual({ alg: algorithm, typ: 'JWT', kid: 'k-1' });
		expect(payload).toMatchObject({ sub: 'client', jti: expect.any(String) as string });
		expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(300);
	});

	it('cannot be told another issuer, audience or end by the extra claims', async () => {
		const token = await sign({ issuer: 'me', extraClaims: { iss: 'x', aud: 'x', exp: 1 } });
		await expect(
			jwtVerify(token, createPublicKey(RSA.publicKey), { issuer: 'me', audience: 'app' }),
		).resolves.toBeDefined();
	});

	test.each([
		['line breaks lost', (pem: string) => pem.replace(/\n/g, ' ')],
		['line breaks written as \\n', (pem: string) => pem.replace(/\n/g, '\\n')],
		['blanks around', (pem: string) => `\n  ${pem}  `],
	])(
		'takes a key with %s',
		async (_, damage) => await expect(sign({ privateKey: damage(RSA.privateKey) })).resolves.toMatch(/^eyJ/),
	);

	it('is for the Application ID of the country, else for the one for all', async () => {
		const change = { applicationIds: 'gb = app-gb\nFR: app-fr', issuer: 'me' };
		const audience = async (country?: string) =>
			(await jwtVerify(await sign(change, country), createPublicKey(RSA.publicKey))).payload.aud;
		expect([await audience('GB'), await audience('FR'), await audience('NL'), await audience()]).toEqual([
			'app-gb',
			'app-fr',
			'app',
			'app',
		]);
	});

	it('is used again until it is rejected', async () => {
		const settings = jwtSettings(credential());
		const first = await signedToken(settings, 'GB');
		expect(await signedToken(settings, 'GB')).toBe(first);
		const second = await signedToken(settings, 'GB', first);
		expect(second).not.toBe(first);
		expect(await signedToken(settings, 'GB', first)).toBe(second);
	});

	it('is signed anew before it ends', async () => {
		const settings = jwtSettings(credential({ lifetimeSeconds: 60 }));
		const first = await signedToken(settings);
		const now = Date.now();
		const clock = jest.spyOn(Date, 'now').mockReturnValue(now + 30_001);
		expect(await signedToken(settings)).not.toBe(first);
		clock.mockRestore();
	});
});

describe('refusals name the field and never show the key', () => {
	const secretPart = RSA.privateKey.split('\n')[3] ?? '';

	test.each<[string, Record<string, unknown>, string]>([
		['no issuer', { issuer: ' ' }, 'Issuer'],
		['no Application ID', { applicationId: '' }, 'Application ID'],
		['a country that is none', { applicationIds: 'XX=app' }, 'Application IDs by Country'],
		['a line without ID', { applicationIds: 'GB=' }, 'Application IDs by Country'],
		['claims that are no JSON', { extraClaims: '{' }, 'Extra Claims (JSON)'],
		['claims that are a list', { extraClaims: '[]' }, 'Extra Claims (JSON)'],
		['a life too short', { lifetimeSeconds: 59 }, 'Lifetime (Seconds)'],
		['a life too long', { lifetimeSeconds: 1_801 }, 'Lifetime (Seconds)'],
		['a life that is no number', { lifetimeSeconds: 'long' }, 'Lifetime (Seconds)'],
		['an insecure base URL', { environment: 'custom', baseUrl: 'http://colt.example' }, 'Base URL'],
	])('%s', (_, change, field) =>
		expect(problemOf(() => jwtSettings(credential(change)))).toMatchObject({
			kind: 'configuration',
			field,
			outcome: 'notSent',
		}),
	);

	test.each<[string, Record<string, unknown>, string]>([
		['no key', { privateKey: '' }, 'Private Key'],
		['a word', { privateKey: 'hush-hush' }, 'Private Key'],
		['the public key', { privateKey: RSA.publicKey }, 'Private Key'],
		['a cut-off key', { privateKey: RSA.privateKey.slice(0, 400) }, 'Private Key'],
		['a key of another kind', { algorithm: 'ES256' }, 'Algorithm'],
		['an elliptic curve key for RS256', { privateKey: EC['P-256']?.privateKey }, 'Algorithm'],
		['another curve', { privateKey: EC['P-384']?.privateKey, algorithm: 'ES256' }, 'Algorithm'],
		['an algorithm that is none', { algorithm: 'none' }, 'Algorithm'],
		[
			'no Application ID for the country',
			{ applicationId: '', applicationIds: 'GB=app' },
			'Application IDs by Country',
		],
	])('%s', async (_, change, field) => {
		const problem = await problemFrom(sign(change, 'FR'));
		expect(problem).toMatchObject({ kind: 'configuration', field, outcome: 'notSent' });
		expect(JSON.stringify(problem)).not.toMatch(/hush-hush|BEGIN [A-Z ]*PRIVATE KEY-----\\n|MII/);
		expect(JSON.stringify(problem)).not.toContain(secretPart);
	});
});
