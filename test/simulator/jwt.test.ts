import { generateKeyPairSync } from 'node:crypto';
import { SignJWT } from 'jose';
import { Bench } from './simulatorClient';

const key = generateKeyPairSync('rsa', { modulusLength: 2048 });
const other = generateKeyPairSync('rsa', { modulusLength: 2048 });
const publicKey = key.publicKey.export({ type: 'spki', format: 'pem' }).toString();

describe('JWT of the customer', () => {
	let bench: Bench;
	beforeAll(async () => {
		bench = await Bench.start();
		bench.control.addJwtApplication({ issuer: 'customer', audience: 'app-all', publicKey });
		bench.control.addJwtApplication({ issuer: 'customer', audience: 'app-gb', publicKey, countries: ['GB'] });
	});
	afterAll(() => bench.close());

	const sign = (
		claims: { iss?: string; aud?: string; exp?: string | number },
		privateKey = key.privateKey,
	): Promise<string> => {
		const { iss = 'customer', aud = 'app-all', exp = '5m' } = claims;
		return new SignJWT({})
			.setProtectedHeader({ alg: 'RS256' })
			.setIssuer(iss)
			.setAudience(aud)
			.setIssuedAt()
			.setExpirationTime(exp)
			.sign(privateKey);
	};
	const search = async (token: string, country = 'GB'): Promise<[number, string | undefined]> => {
		const { status, error } = await bench.call('searchFreeNumbers', { query: { country }, token });
		return [status, error?.code];
	};

	it('is accepted when everything is right', async () => {
		expect(await search(await sign({}))).toEqual([200, undefined]);
		expect(await search(await sign({ aud: 'app-gb' }))).toEqual([200, undefined]);
	});

	it.each<[string, Parameters<typeof sign>, string, string]>([
		['another key', [{}, other.privateKey], 'GB', '002'],
		['an unknown issuer', [{ iss: 'somebody' }], 'GB', '002'],
		['an unknown Application ID', [{ aud: 'app-none' }], 'GB', '004'],
		['another country than the Application ID', [{ aud: 'app-gb' }], 'FR', '004'],
		['an expiry in the past', [{ exp: 1_000 }], 'GB', '003'],
	])('is refused with %s', async (_, [claims, privateKey], country, code) => {
		expect(await search(await sign(claims, privateKey), country)).toEqual([401, code]);
	});

	it('needs a readable key', () => {
		expect(() => bench.control.addJwtApplication({ issuer: 'a', audience: 'b', publicKey: 'no key' })).toThrow();
		expect(() => bench.control.addJwtApplication({ issuer: 'a', audience: '', publicKey })).toThrow(
			'issuer, audience and publicKey',
		);
	});
});
