import { randomUUID } from 'node:crypto';

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
		if ('network' in step) return await Promise.reject(Object.assign(new Error('no'), { code: step.network }));
		return await Promise.resolve({ statusCode: step.status, headers: {}, body: step.text ?? '' });
	};
	const context = { helpers: { request } } as unknown as ICredentialTestFunctions;
	const data = { environment: 'sandbox', clientId: `id-${randomUUID()}`, clientSecret: 's3cret', ...change };
	const result = await testColtOAuth2.call(context, { id: '1', name: 'Colt', type: 'coltOAuth2Api', data });
	return { ...result, asked };
}

describe('the OAuth2 credential test', () => {
	it.each([404, 400, 200])('is content when the number API takes the token: %d', async (status) => {
		const { status: verdict, asked } = await tested(TOKEN, refused(status));
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
	it('names the field of a key that cannot be read, and does not show it', async () => {
		const context = { helpers: {} } as unknown as ICredentialTestFunctions;
		const data = { environment: 'sandbox', issuer: 'me', applicationId: 'app', privateKey: 'hush-hush' };
		const { status, message } = await testColtJwt.call(context, { id: '1', name: 'Colt', type: 'coltJwtApi', data });
		expect([status, message]).toEqual(['Error', expect.stringMatching(/^Private Key cannot be read/)]);
		expect(message).not.toContain('hush-hush');
	});
});
