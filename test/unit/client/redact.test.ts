import { generateKeyPairSync } from 'node:crypto';

import fc from 'fast-check';

import { redact, secretForms } from '../../../nodes/shared/client/redact';
import { accessToken, forgetToken } from '../../../nodes/shared/client/token';
import { ColtError } from '../../../nodes/shared/errors/problem';
import { problemFrom } from '../thrown';
import { ORDER, READ, scripted } from './scripted';

/** What a gateway, a log line or an error page may make of a text it was sent. */
const FORMS: Record<string, (secret: string) => string> = {
	'as it is': (secret) => secret,
	'in a URL': encodeURIComponent,
	'in a form': (secret) => new URLSearchParams({ s: secret }).toString(),
	'in JSON': (secret) => JSON.stringify(secret),
	'in JSON in JSON': (secret) => JSON.stringify(JSON.stringify(secret).slice(1, -1)),
	'in base64': (secret) => Buffer.from(secret).toString('base64'),
	'in base64url': (secret) => Buffer.from(secret).toString('base64url'),
	'as Basic header': (secret) => `Basic ${Buffer.from(`client:${secret}`).toString('base64')}`,
	'as Bearer header': (secret) => `Bearer ${secret}`,
};

const secretText = fc
	.string({ minLength: 8, maxLength: 60, unit: 'grapheme-ascii' })
	.filter((text) => text.trim().length >= 8);

/** Everything of a value that can be read, whatever way it is written. */
const readable = (value: unknown): string => {
	const problem = value instanceof ColtError ? value.problem : value;
	const text = JSON.stringify(problem);
	return `${text}${value instanceof Error ? `${value.message}${String(value.stack)}` : ''}`;
};

const leaks = (text: string, secret: string): string[] =>
	Object.entries(FORMS).flatMap(([name, form]) => {
		const core = form(secret).replace(/^s=|^"|"$|^Basic |^Bearer /g, '');
		return core.length >= 8 && text.includes(core) ? [name] : [];
	});

describe('no secret comes out again', () => {
	test.each(Object.keys(FORMS))(
		'when Colt repeats it %s: in the message, in a header, in a field of its answer',
		async (name) => {
			const form = FORMS[name] as (secret: string) => string;
			await fc.assert(
				fc.asyncProperty(secretText, secretText, fc.boolean(), async (secret, token, ok) => {
					const echo = [secret, token].map(form).join(' and ');
					const text = JSON.stringify({ code: '002', reason: echo, message: echo, order: { id: 'A-1', note: echo } });
					const { client } = scripted([{ status: ok ? 200 : 400, text, headers: { 'x-debug': echo } }], {
						secrets: [secret, `client:${secret}`, `client:${token}`],
						token: async () => await Promise.resolve(token),
					});
					const said = readable(await client.call(ORDER).catch((error: unknown) => error));
					expect([...leaks(said, secret), ...leaks(said, token)]).toEqual([]);
				}),
				{ numRuns: 60 },
			);
		},
	);

	it('when the request fails below: what axios puts into its error is left there', async () => {
		await fc.assert(
			fc.asyncProperty(secretText, async (token) => {
				const axiosError = Object.assign(new Error(`connect failed with ${token}`), {
					code: 'ECONNRESET',
					config: { headers: { authorization: `Bearer ${token}` } },
					request: { _header: `authorization: Bearer ${token}` },
				});
				const { client } = scripted([], {
					token: async () => await Promise.resolve(token),
					send: async () => await Promise.reject(axiosError),
				});
				const said = readable(await client.call(ORDER).catch((error: unknown) => error));
				expect(leaks(said, token)).toEqual([]);
			}),
			{ numRuns: 60 },
		);
	});

	it('when the token endpoint repeats client ID and secret', async () => {
		await fc.assert(
			fc.asyncProperty(
				secretText,
				fc.uuid(),
				fc.constantFrom(...Object.values(FORMS).slice(0, 7)),
				async (secret, clientId, form) => {
					const clientSecret = secret.trim();
					const basic = Buffer.from(`${clientId}:${clientSecret}`).toString('base64');
					const text = JSON.stringify({
						code: '002',
						reason: `Basic ${basic}`,
						message: `${form(clientSecret)} ${form(basic)}`,
					});
					const settings = { origin: 'https://colt.example', clientId, clientSecret };
					const problem = await problemFrom(
						accessToken(settings, async () => await Promise.resolve({ status: 401, headers: {}, text })),
					);
					const said = JSON.stringify(problem);
					forgetToken(settings);
					expect([leaks(said, clientSecret), said.includes(basic)]).toEqual([[], false]);
				},
			),
			{ numRuns: 60 },
		);
	});

	it('of a private key not even a line', () => {
		const { privateKey } = generateKeyPairSync('rsa', {
			modulusLength: 2_048,
			privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
			publicKeyEncoding: { type: 'spki', format: 'pem' },
		});
		const forms = secretForms([privateKey]);
		const lines = privateKey.split('\n').filter((line) => line.length > 20 && !line.startsWith('-----'));
		for (const text of [
			privateKey,
			JSON.stringify({ privateKey }),
			privateKey.replaceAll('\n', '\\n'),
			privateKey.replaceAll('\n', ''),
			lines[3] ?? '',
			encodeURIComponent(privateKey),
		]) {
			const left = redact(text, forms);
			expect(lines.filter((line) => left.includes(line))).toEqual([]);
		}
	});

	it('and nothing else is redacted', async () => {
		const { client } = scripted([{ status: 200, text: '{"id":"A-1","note":"test client: none"}' }], {
			secrets: ['', 'abc', 'a-long-secret'],
		});
		expect((await client.call(READ)).raw).toEqual({ id: 'A-1', note: 'test client: none' });
		expect(redact('{"a":"x"}', secretForms(['other-secret']))).toBe('{"a":"x"}');
	});
});
