import { generateKeyPairSync, randomUUID } from 'node:crypto';

import type { ICredentialTestFunctions } from 'n8n-workflow';

import { testColtJwt, testColtOAuth2 } from '../../../nodes/shared/client/credentialTest';
import { TOKEN_ROWS, payload } from '../errors/documented';
import { network, refused } from './scripted';
import type { Step } from './scripted';

const TOKEN: Step = { status: 200, text: '{"access_token":"TOKEN-1","expires_in":1800}' };

async function tested(token: Step, api: Step = refused(404), change: Record<string, unknown> = {}) {
	const asked: string[] = [];
	const request = async ({ method, uri }: { method: string; uri: string }) => {
		asked.push(`${method} ${uri}`);
		const step = uri.endsWith('/oauth/token') ? token : api;
		if ('network' in step)
			return await Promise.reject(Object.assign(new Error('no'), { code: step.network, ...step.facts }));
		return await Promise.resolve({ statusCode: step.status, headers: step.headers ?? {}, body: step.text ?? '' });
	};
	const context = { helpers: { request } } as unknown as ICredentialTestFunctions;
	const data = { environment: 'sandbox', clientId: `id-${randomUUID()}`, clientSecret: 's3cret', ...change };
	const result = await testColtOAuth2.call(context, { id: '1', name: 'Colt', type: 'coltOAuth2Api', data });
	return { ...result, asked };
}

describe('the OAuth2 credential test', () => {
	it.each<[string, Step]>([
		['404', refused(404)],
		['400', refused(400)],
		['an order', { status: 200, text: '{"order":{"id":"A-1"}}' }],
	])('is content when the number API takes the token: %s', async (_, step) => {
		const { status: verdict, asked } = await tested(TOKEN, step);
		expect(verdict).toBe('OK');
		expect(asked).toEqual([
			'POST https://sandbox.apis.colt.net/authentication/v1/oauth/token',
			expect.stringMatching(/^GET https:\/\/sandbox\.apis\.colt\.net\/numberManagement\/v1\/order\/[0-9a-f-]{36}$/),
		]);
	});

	test.each(TOKEN_ROWS)('says of $status/$code which cause it is', async (row) => {
		const { status, message } = await tested({ status: row.status, text: payload(row) });
		expect(status).toBe('Error');
		expect(message).toMatch(row.meaning);
		expect(message).toMatch(row.remedy);
		expect(message).toContain(`HTTP status ${row.status}, Colt code ${row.code}, tracking ID n8n-`);
	});

	test.each<[number, string, RegExp]>([
		[401, '004', /not set up for this country/],
		[401, '002', /access token/],
		[403, '001', /suspended/],
	])('says why the number API does not take the token: %d/%s', async (status, code, text) => {
		const { status: verdict, message } = await tested(TOKEN, refused(status, code));
		expect([verdict, text.test(message)]).toEqual(['Error', true]);
	});

	const HTML = { 'content-type': 'text/html; charset=utf-8' };
	const login = 'https://login.example.com/sso?state=TOKEN-1';
	test.each<[string, Step, RegExp[]]>([
		[
			'a login page',
			{ status: 302, headers: { location: login } },
			[/HTTP 302 to https:\/\/login\.example\.com\/sso\)/],
		],
		['a relative redirect', { status: 301, headers: { location: '/login?x=1' } }, [/HTTP 301 to \/login\)/]],
		[
			'an HTML page',
			{ status: 200, text: '<html>', headers: HTML },
			[/This is not Colt's API: something other than Colt/, /HTTP 200, text\/html\)/],
		],
		['HTML that says not found', { status: 404, text: '<html>', headers: HTML }, [/HTTP 404, text\/html\)/]],
		['other JSON', { status: 404, text: '{"detail":"x"}' }, [/HTTP 404\)/]],
		['other JSON as success', { status: 200, text: '{"ok":true}' }, [/HTTP 200\)/]],
		['an error under 200', { status: 200, text: '{"code":"002","reason":"r","message":"m"}' }, [/HTTP status 200/]],
		['a list', { status: 200, text: '[]' }, [/HTTP 200\)/]],
		['nothing', { status: 204 }, [/HTTP 204\)/]],
		['JSON without end', { status: 200, text: `${'['.repeat(100_000)}${']'.repeat(100_000)}` }, [/HTTP 200\)/]],
		["Colt's rate limit", refused(429), [/rate limit/, /Wait a minute, then test again/]],
		["Colt's own failure", refused(503), [/temporarily unavailable/, /Try again later/]],
		['a proxy that wants a login', { status: 407, text: '<html>' }, [/A proxy between n8n and Colt demands a login/]],
		[
			'a proxy that forbids',
			{ status: 403, text: '<html>', headers: HTML },
			[/A proxy or gateway between n8n and Colt/],
		],
		[
			'a proxy that cannot reach Colt',
			{ status: 502, text: '<html>' },
			[/A proxy or gateway between n8n and Colt/, /HTTPS_PROXY/],
		],
		[
			'a proxy that is not there',
			{ network: 'ECONNREFUSED', facts: { address: '10.0.0.9', port: 3_128 } },
			[/A proxy between n8n and Colt could not be reached \(10\.0\.0\.9:3128\)/],
		],
	])('is not content with %s, and says what answered where', async (_, step, texts) => {
		const { status, message } = await tested(TOKEN, step);
		expect(status).toBe('Error');
		for (const text of texts) expect(message).toMatch(text);
		expect(message).toMatch(/Address tried: https:\/\/sandbox\.apis\.colt\.net\/numberManagement/);
		expect(message).not.toMatch(/run the node again|TOKEN-1/i);
	});

	test.each<[string, Step]>([
		['nothing', network('ENOTFOUND')],
		['a refusal', network('ECONNREFUSED')],
		['a timeout', network('ETIMEDOUT')],
		['a rate limit', refused(429)],
		['HTML', { status: 200, text: '<html>', headers: HTML }],
	])('speaks to who edits the credential when the token endpoint answers %s', async (_, step) => {
		const { status, message } = await tested(step);
		expect(status).toBe('Error');
		expect(message).toContain('Address tried: https://sandbox.apis.colt.net/authentication/v1/oauth/token.');
		expect(message).not.toMatch(/run the node again/i);
	});

	test.each<[string, Step, string]>([
		['a 404 as HTML', { status: 404, text: '<html>', headers: HTML }, 'HTTP 404, text/html'],
		['a 404 of another taste', { status: 404, text: '{"status":"NOT_FOUND"}' }, 'HTTP 404'],
		['a redirect', { status: 302, headers: { location: login } }, 'HTTP 302 to https://login.example.com/sso'],
		['another method', { status: 405, text: '' }, 'HTTP 405'],
	])('says that it is not Colt when the token endpoint answers %s', async (_, step, what) => {
		const { status, message } = await tested(step);
		expect(status).toBe('Error');
		expect(message).toContain(`This is not Colt's API: the address for tokens answered ${what}.`);
		expect(message).toContain('Address tried: https://sandbox.apis.colt.net/authentication/v1/oauth/token.');
		expect(message).not.toMatch(/run the node again|Colt refused/i);
	});

	test.each([
		['s3cr:t', false, /switch Encode Client ID and Secret on/],
		['50%', false, /switch Encode Client ID and Secret on/],
		['a+b c', false, /switch Encode Client ID and Secret on/],
		['geheimß', false, /switch Encode Client ID and Secret on/],
		['geheimß', true, /switch Encode Client ID and Secret off/],
		['plain-secret_1', false, undefined],
	])('says of a refused secret %j, encoded: %j', async (clientSecret, encodeClient, text) => {
		const { message } = await tested(refused(401, '002'), refused(404), { clientSecret, encodeClient });
		if (text === undefined) expect(message).not.toContain('Encode Client');
		else expect(message).toMatch(text);
	});

	it('tells of an address that nothing answers, and of one that is not safe', async () => {
		expect((await tested(network('ENOTFOUND'))).message).toContain('Colt could not be reached');
		expect(
			(await tested(TOKEN, refused(404), { environment: 'custom', baseUrl: 'http://colt.example' })).message,
		).toContain('is not https');
	});

	it('shows neither secret nor token, although Colt repeats them', async () => {
		const leak = (text: string): Step => ({
			status: 401,
			text: JSON.stringify({ code: '002', reason: 'Bad', message: text }),
		});
		const messages = [(await tested(leak('s3cret'))).message, (await tested(TOKEN, leak('TOKEN-1'))).message];
		for (const message of messages) expect(message).not.toMatch(/s3cret|TOKEN-1/);
	});

	it('asks for a new token each time', async () => {
		const clientId = `id-${randomUUID()}`;
		for (const step of [refused(401, '002'), TOKEN]) {
			expect((await tested(step, refused(404), { clientId })).status).toBe(
				'status' in step && step.status === 200 ? 'OK' : 'Error',
			);
		}
	});
});

describe('the JWT credential test', () => {
	const { privateKey } = generateKeyPairSync('rsa', {
		modulusLength: 2_048,
		privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
		publicKeyEncoding: { type: 'spki', format: 'pem' },
	});

	test.each<[string, number, RegExp, boolean]>([
		['the clocks agree', 0, /check Private Key, Algorithm, Issuer, Application ID and Environment/, false],
		['the clocks differ by 50 seconds', 50, /check Private Key/, false],
		['this clock is 10 minutes slow', 600, /check Private Key/, true],
		['this clock is 10 minutes fast', -600, /check Private Key/, true],
	])('gives advice of its own on 401 when %s', async (_, aheadSeconds, text, namesClocks) => {
		const colt = new Date(Date.now() + aheadSeconds * 1_000);
		const request = async () =>
			await Promise.resolve({
				statusCode: 401,
				headers: { date: colt.toUTCString() },
				body: '{"code":"002","reason":"Unauthorized","message":"Invalid token"}',
			});
		const context = { helpers: { request } } as unknown as ICredentialTestFunctions;
		const data = { environment: 'sandbox', issuer: 'me', applicationId: 'app', privateKey };
		const { message } = await testColtJwt.call(context, { id: '1', name: 'Colt', type: 'coltJwtApi', data });
		expect(message).toMatch(text);
		expect(message).not.toMatch(/client secret/i);
		expect(message.includes("This machine's clock shows")).toBe(namesClocks);
		if (namesClocks) expect(message).toContain(`Colt's ${colt.toISOString().slice(0, 19).replace('T', ' ')} UTC`);
	});

	it('names the field of a key that cannot be read, and does not show it', async () => {
		const context = { helpers: {} } as unknown as ICredentialTestFunctions;
		const data = { environment: 'sandbox', issuer: 'me', applicationId: 'app', privateKey: 'hush-hush' };
		const { status, message } = await testColtJwt.call(context, { id: '1', name: 'Colt', type: 'coltJwtApi', data });
		expect([status, message]).toEqual(['Error', expect.stringMatching(/^Private Key cannot be read/)]);
		expect(message).not.toContain('hush-hush');
	});
});
