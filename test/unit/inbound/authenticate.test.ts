import { generateKeyPairSync } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { SignJWT } from 'jose';
import type { JWTPayload } from 'jose';

import { authenticate, isSameSecret } from '../../../nodes/ColtInbound/callback/authenticate';
import { readSecret } from '../../../nodes/ColtInbound/callback/secret';
import { problemOf } from '../thrown';

const basic = (text: string) => ({ authorization: `Basic ${Buffer.from(text).toString('base64')}` });
const status = async (
	headers: Record<string, string | string[]>,
	credential: Record<string, unknown>,
): Promise<number | undefined> => (await authenticate(headers, readSecret(credential as never)))?.status;

const HEADER = { method: 'header', headerName: 'X-Callback-Secret', headerSecret: ' long random text ' };
const BASIC = { method: 'basic', user: 'colt', password: 'pä:ss with 18 signs' };
const KEY = 'a shared secret of enough characters';
const TOKEN = { method: 'signedToken', algorithm: 'HS256', secret: KEY, audience: 'sandbox', issuer: 'colt' };

describe('a secret header', () => {
	test.each([
		[{ 'x-callback-secret': 'long random text' }, undefined],
		[{ 'x-callback-secret': 'long random texT' }, 401],
		[{ 'x-callback-secret': 'long random text ' }, 401],
		[{ 'x-callback-secret': '' }, 401],
		[{ 'x-callback-secret': ['long random text', 'long random text'] }, 401],
		[{}, 401],
		[{ authorization: 'long random text' }, 401],
	])('%j', async (headers, expected) => expect(await status(headers as Record<string, string>, HEADER)).toBe(expected));
});

test('a secret beyond ASCII, as the bytes of UTF-8 or of ISO 8859-1: Node reads both as the latter', async () => {
	const secret = { method: 'header', headerName: 'x-secret', headerSecret: 'geheim: Ümläut, ganz lang' };
	for (const encoding of ['utf8', 'latin1'] as const) {
		expect([
			encoding,
			await status({ 'x-secret': Buffer.from('geheim: Ümläut, ganz lang', encoding).toString('latin1') }, secret),
		]).toEqual([encoding, undefined]);
		expect([
			encoding,
			await status({ 'x-secret': Buffer.from('geheim: Ümlaut, ganz lang', encoding).toString('latin1') }, secret),
		]).toEqual([encoding, 401]);
	}
});

describe('basic', () => {
	test.each([
		[basic('colt:pä:ss with 18 signs'), undefined],
		[{ authorization: basic('colt:pä:ss with 18 signs').authorization.replace('Basic', 'bASIC') }, undefined],
		[basic('colt:pä:ss with 18 sign'), 401],
		[basic('Colt:pä:ss with 18 signs'), 401],
		[basic('colt'), 401],
		[basic(''), 401],
		[{ authorization: 'Basic' }, 401],
		[{ authorization: basic('colt:pä:ss with 18 signs').authorization.replace('Basic', 'Bearer') }, 401],
		[{}, 401],
	])('%j', async (headers, expected) => expect(await status(headers as Record<string, string>, BASIC)).toBe(expected));

	test('asks for it', async () =>
		expect(await authenticate({}, readSecret(BASIC))).toMatchObject({
			code: '001',
			headers: { 'www-authenticate': expect.stringMatching(/^Basic realm=/) as string },
		}));
});

describe('a signed token', () => {
	const sign = async (
		make: (token: SignJWT) => SignJWT = (token) => token,
		algorithm = 'HS256',
		key: Parameters<SignJWT['sign']>[0] = new TextEncoder().encode(KEY),
	): Promise<Record<string, string>> => {
		const token = new SignJWT({})
			.setProtectedHeader({ alg: algorithm })
			.setIssuer('colt')
			.setAudience(['sandbox', 'other'])
			.setExpirationTime('5m');
		return { authorization: `Bearer ${await make(token).sign(key)}` };
	};
	const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
	const pem = rsa.publicKey.export({ type: 'spki', format: 'pem' }) as string;

	test('right', async () => expect(await status(await sign(), TOKEN)).toBeUndefined());
	test.each<[string, (token: SignJWT) => SignJWT]>([
		['ended', (token) => token.setExpirationTime('2 minutes ago')],
		['not yet begun', (token) => token.setNotBefore('5 minutes from now')],
		['for another environment', (token) => token.setAudience('production')],
		['of another issuer', (token) => token.setIssuer('somebody')],
	])('%s', async (_, make) => expect(await status(await sign(make), TOKEN)).toBe(401));

	test('without an end', async () => {
		const token = await new SignJWT({})
			.setProtectedHeader({ alg: 'HS256' })
			.setIssuer('colt')
			.setAudience('sandbox')
			.sign(new TextEncoder().encode(KEY));
		expect(await status({ authorization: `Bearer ${token}` }, TOKEN)).toBe(401);
	});
	test('of another key', async () =>
		expect(await status(await sign(undefined, 'HS256', new TextEncoder().encode(`${KEY}.`)), TOKEN)).toBe(401));
	test('of another algorithm', async () => expect(await status(await sign(undefined, 'HS512'), TOKEN)).toBe(401));
	test('unsigned', async () => {
		const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
		const token = `${part({ alg: 'none' })}.${part({ iss: 'colt', aud: 'sandbox', exp: 9_999_999_999 })}.`;
		expect(await status({ authorization: `Bearer ${token}` }, TOKEN)).toBe(401);
	});
	test('by a private key, its public one pasted in one line', async () => {
		const credential = { method: 'signedToken', algorithm: 'RS256', publicKey: pem.replaceAll('\n', ' ') };
		expect(await status(await sign(undefined, 'RS256', rsa.privateKey), credential)).toBeUndefined();
		// The public key is no secret: a token that uses it as one must not pass.
		expect(await status(await sign(undefined, 'HS256', new TextEncoder().encode(pem)), credential)).toBe(401);
	});
	const other = (pair: { publicKey: KeyObject }): string =>
		pair.publicKey.export({ type: 'spki', format: 'pem' }) as string;
	test.each([
		[
			'a curve of another algorithm',
			'ES256',
			other(generateKeyPairSync('ec', { namedCurve: 'P-384' })),
			/ES256 does not fit the key, which is on the curve secp384r1/,
		],
		[
			'an RSA key that is too short',
			'RS256',
			other(generateKeyPairSync('rsa', { modulusLength: 1024 })),
			/has 1024 bits/,
		],
		[
			'a private key',
			'RS256',
			rsa.privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
			/holds a private key/,
		],
	])('%s is told when it is set up, not by refusing every callback', (_, algorithm, key, problem) => {
		expect(problemOf(() => readSecret({ method: 'signedToken', algorithm, publicKey: key })).message).toMatch(problem);
	});
	test.each(['ES256', 'ES384', 'ES512'])('%s on its own curve', async (algorithm) => {
		const pair = generateKeyPairSync('ec', { namedCurve: `P-${algorithm === 'ES512' ? '521' : algorithm.slice(2)}` });
		expect(
			await status(await sign(undefined, algorithm, pair.privateKey), {
				method: 'signedToken',
				algorithm,
				publicKey: other(pair),
			}),
		).toBeUndefined();
	});
	test.each([
		['an audience that only begins like it', { aud: 'sandbox2' }],
		['no audience', { aud: undefined }],
		['an end that is no date', { exp: 'never' }],
		['a start that is no date', { nbf: 'now' }],
	])('%s', async (_, claims) => {
		const token = new SignJWT({
			iss: 'colt',
			aud: 'sandbox',
			exp: Math.floor(Date.now() / 1_000) + 300,
			...claims,
		} as JWTPayload).setProtectedHeader({ alg: 'HS256' });
		expect(await status({ authorization: `Bearer ${await token.sign(new TextEncoder().encode(KEY))}` }, TOKEN)).toBe(
			401,
		);
	});
	test('a key that does not fit the algorithm', () =>
		expect(problemOf(() => readSecret({ method: 'signedToken', algorithm: 'ES256', publicKey: pem })).message).toMatch(
			/does not fit/,
		));
});

const SIXTEEN = 'sixteen-of-these';

test.each([
	{ method: 'header', headerName: 'x', headerSecret: SIXTEEN },
	{ method: 'basic', user: 'colt', password: SIXTEEN },
	{ method: 'signedToken', algorithm: 'HS256', secret: 'x'.repeat(32) },
	{ method: 'signedToken', algorithm: 'HS384', secret: 'x'.repeat(48) },
	{ method: 'signedToken', algorithm: 'HS512', secret: 'ä'.repeat(32) },
])('%j is long enough', (credential) =>
	expect(readSecret(credential as never)).toMatchObject({ method: credential.method }),
);

test.each([
	[{}, 'Method'],
	[{ method: 'none' }, 'Method'],
	[{ method: 'header', headerName: 'x', headerSecret: ' ' }, 'Header Value'],
	[{ method: 'header', headerName: '', headerSecret: SIXTEEN }, 'Header Name'],
	[{ method: 'header', headerName: 'a b', headerSecret: SIXTEEN }, 'Header Name'],
	[{ method: 'header', headerName: 'x', headerSecret: `${SIXTEEN}\nin two lines` }, 'Header Value'],
	[{ method: 'basic', user: 'colt', password: `${SIXTEEN}\n` }, 'Password'],
	[{ method: 'basic', user: 'colt', password: '' }, 'Password'],
	[{ method: 'basic', user: '', password: SIXTEEN }, 'User'],
	[{ method: 'basic', user: 'a:b', password: SIXTEEN }, 'User'],
	[{ method: 'header', headerName: 'x', headerSecret: 'x' }, 'Header Value'],
	[{ method: 'header', headerName: 'x', headerSecret: SIXTEEN.slice(1) }, 'Header Value'],
	[{ method: 'header', headerName: 'x', headerSecret: ` ${SIXTEEN.slice(1)} ` }, 'Header Value'],
	[{ method: 'header', headerName: 'x', headerSecret: '🔑'.repeat(15) }, 'Header Value'],
	[{ method: 'basic', user: 'colt', password: SIXTEEN.slice(1) }, 'Password'],
	[{ method: 'signedToken', algorithm: 'HS256', secret: '' }, 'Secret'],
	[{ method: 'signedToken', algorithm: 'HS256', secret: 'x' }, 'Secret'],
	[{ method: 'signedToken', algorithm: 'HS256', secret: 'x'.repeat(31) }, 'Secret'],
	[{ method: 'signedToken', algorithm: 'HS384', secret: 'x'.repeat(47) }, 'Secret'],
	[{ method: 'signedToken', algorithm: 'HS512', secret: 'x'.repeat(63) }, 'Secret'],
	[{ method: 'signedToken', algorithm: 'none', secret: 'x' }, 'Algorithm'],
	[{ method: 'signedToken', algorithm: 'RS256', publicKey: '' }, 'Public Key (PEM)'],
	[{ method: 'signedToken', algorithm: 'RS256', publicKey: 'nothing' }, 'Public Key (PEM)'],
])('%j lets nobody in: %s', (credential, field) => {
	expect(problemOf(() => readSecret(credential as never))).toMatchObject({ field, kind: 'configuration' });
});

test.each([
	['same', 'same', true],
	['same', 'sama', false],
	['', 'x', false],
	['x', 'xx', false],
	['ä', 'ä', true],
])('%j is %j: %s', (one, other, expected) => {
	expect(isSameSecret(one, other)).toBe(expected);
});
