import { randomUUID } from 'node:crypto';

import { CallQueue } from '../../../nodes/shared/client/rate/callQueue';
import type { ExecutionCalls } from '../../../nodes/shared/client/rate/callQueue';
import type { Send, WireRequest, WireResponse } from '../../../nodes/shared/client/http';
import { accessToken, forgetToken, tokenSettings } from '../../../nodes/shared/client/token';
import { problemFrom, problemOf } from '../thrown';
import { network, refused } from './scripted';
import type { Step } from './scripted';

/** Settings that no other test shares: tokens are kept per client. */
const fresh = () => ({ origin: 'https://colt.example', clientId: `id-${randomUUID()}`, clientSecret: 's3cret' });
const granted = (token: string, expiresIn?: unknown): Step => ({
	status: 200,
	text: JSON.stringify({ access_token: token, ...(expiresIn !== undefined && { expires_in: expiresIn }) }),
});

/** A token endpoint by script, the last step for ever. */
function endpoint(...steps: [Step, ...Step[]]): { send: Send; requests: WireRequest[] } {
	const requests: WireRequest[] = [];
	const send: Send = async (request): Promise<WireResponse> => {
		requests.push(request);
		const step = steps[requests.length - 1] ?? steps.at(-1) ?? steps[0];
		if ('network' in step) return await Promise.reject(Object.assign(new Error('no'), { code: step.network }));
		return await Promise.resolve({ status: step.status, headers: step.headers ?? {}, text: step.text ?? '' });
	};
	return { send, requests };
}

const many = (count: number, step: Step): [Step, ...Step[]] => [step, ...Array.from({ length: count - 1 }, () => step)];

/** The queue of a client of its own, with a clock that runs as fast as it is waited for. */
function ownQueue(): { queue: ExecutionCalls; waited: () => number } {
	let at = 0;
	const sleep = async (ms: number): Promise<void> => await Promise.resolve(void (at += ms));
	return { queue: new CallQueue({ now: () => at, sleep }).open(), waited: () => at };
}

let now = Date.parse('2026-01-01T00:00:00Z');
beforeEach(() => jest.spyOn(Date, 'now').mockImplementation(() => now));
afterEach(() => jest.restoreAllMocks());

describe('the token call', () => {
	it('is exactly as the portal documents it', async () => {
		const { send, requests } = endpoint(granted('T'));
		const settings = fresh();
		await accessToken(settings, send);
		expect(requests).toEqual([
			{
				method: 'POST',
				url: 'https://colt.example/authentication/v1/oauth/token',
				headers: {
					authorization: `Basic ${Buffer.from(`${settings.clientId}:s3cret`).toString('base64')}`,
					'content-type': 'application/x-www-form-urlencoded',
					accept: 'application/json',
					'x-tracking-id': expect.stringMatching(/^[a-zA-Z0-9_.~:@-]{1,255}$/) as string,
				},
				body: 'grant_type=client_credentials',
				timeoutMs: 30_000,
			},
		]);
	});

	it('reads the credential trimmed', () => {
		expect(tokenSettings({ environment: 'sandbox', clientId: ' id ', clientSecret: ' secret\n' })).toEqual({
			origin: 'https://sandbox.apis.colt.net',
			clientId: 'id',
			clientSecret: 'secret',
		});
		expect(problemOf(() => tokenSettings({ environment: 'custom', baseUrl: 'http://colt.example' })).field).toBe(
			'Base URL',
		);
	});
});

describe('sharing', () => {
	it('twenty parallel callers make one call', async () => {
		const { send, requests } = endpoint(granted('T', 1_800));
		const settings = fresh();
		const tokens = await Promise.all(Array.from({ length: 20 }, async () => await accessToken(settings, send)));
		expect([new Set(tokens), requests.length]).toEqual([new Set(['T']), 1]);
	});

	it('twenty parallel callers whose token was rejected make one call more', async () => {
		const { send, requests } = endpoint(granted('T1'), granted('T2'));
		const settings = fresh();
		const old = await accessToken(settings, send);
		const tokens = await Promise.all(Array.from({ length: 20 }, async () => await accessToken(settings, send, old)));
		expect([new Set(tokens), requests.length]).toEqual([new Set(['T2']), 2]);
	});

	it('a late caller whose token was rejected gets the newer one without a call', async () => {
		const { send, requests } = endpoint(granted('T1'), granted('T2'));
		const settings = fresh();
		await accessToken(settings, send);
		await accessToken(settings, send, 'T1');
		expect(await accessToken(settings, send, 'T1')).toBe('T2');
		expect(requests).toHaveLength(2);
	});

	it('each client, secret and address has its own token', async () => {
		const { send, requests } = endpoint(granted('A'), granted('B'), granted('C'), granted('D'));
		const one = fresh();
		const others = [
			{ ...one, clientId: 'other' },
			{ ...one, clientSecret: 'other' },
			{ ...one, origin: 'https://other.example' },
		];
		const tokens = [];
		for (const settings of [one, ...others]) tokens.push(await accessToken(settings, send));
		expect([tokens, requests.length]).toEqual([['A', 'B', 'C', 'D'], 4]);
	});
});

describe('life', () => {
	test.each<[unknown, number]>([
		[1_800, 1_800 - 60],
		['1800', 1_800 - 60],
		[100, 90],
		[10, 9],
		[undefined, 1_800 - 60],
		[0, 1_800 - 60],
		[-5, 1_800 - 60],
		['soon', 1_800 - 60],
	])('expires_in %j: renewed after %d seconds', async (expiresIn, seconds) => {
		const { send, requests } = endpoint(granted('T1', expiresIn), granted('T2', expiresIn));
		const settings = fresh();
		await accessToken(settings, send);
		now += seconds * 1_000 - 1;
		expect(await accessToken(settings, send)).toBe('T1');
		now += 1;
		expect(await accessToken(settings, send)).toBe('T2');
		expect(requests).toHaveLength(2);
	});

	it('can be forgotten', async () => {
		const { send, requests } = endpoint(granted('T1'), granted('T2'));
		const settings = fresh();
		await accessToken(settings, send);
		forgetToken(settings);
		expect(await accessToken(settings, send)).toBe('T2');
		expect(requests).toHaveLength(2);
	});
});

describe('failures', () => {
	it('wrong credentials are asked once for many callers, and again after a few seconds', async () => {
		const { send, requests } = endpoint(refused(401, '002'));
		const settings = fresh();
		const ask = async () => await problemFrom(accessToken(settings, send));
		const problems = await Promise.all(Array.from({ length: 20 }, ask));
		problems.push(await ask());
		expect([
			problems.every(({ kind, httpStatus, code }) => kind === 'authentication' && httpStatus === 401 && code === '002'),
			requests.length,
		]).toEqual([true, 1]);
		now += 5_000;
		await ask();
		expect(requests).toHaveLength(2);
	});

	it('a forgotten failure is asked again at once', async () => {
		const { send } = endpoint(refused(401, '002'), granted('T'));
		const settings = fresh();
		await problemFrom(accessToken(settings, send));
		forgetToken(settings);
		expect(await accessToken(settings, send)).toBe('T');
	});

	const PASSING: Array<[string, Step]> = [
		['500', refused(500)],
		['502', refused(502)],
		['503', refused(503)],
		['504', refused(504)],
		['a reset', network('ECONNRESET')],
		['a refused connection', network('ECONNREFUSED')],
	];

	test.each(PASSING)('%s: asked again, after growing pauses and within bounds', async (_, step) => {
		const pauses: number[] = [];
		const wait = async (ms: number): Promise<void> => await Promise.resolve(void pauses.push(ms));
		const once = endpoint(step, granted('T'));
		expect(await accessToken(fresh(), once.send, undefined, { wait })).toBe('T');
		const settings = fresh();
		const { send, requests } = endpoint(step, step, step, step, granted('T'));
		const asks = await Promise.all(
			Array.from({ length: 20 }, async () => await problemFrom(accessToken(settings, send, undefined, { wait }))),
		);
		expect([
			requests.length,
			new Set(asks.map(({ message }) => message)).size,
			new Set(requests.map(({ headers }) => headers['x-tracking-id'])).size,
		]).toEqual([4, 1, 4]);
		expect(pauses.slice(1).every((ms, index) => ms <= 400 * 2 ** (index + 1))).toBe(true);
		now += 1_000;
		expect(await accessToken(settings, send)).toBe('T');
	});

	it('after 503 waits as long as Retry-After says, but makes no call after 45 seconds', async () => {
		const pauses: number[] = [];
		const wait = async (ms: number): Promise<void> => await Promise.resolve(void pauses.push(ms));
		const once = endpoint(refused(503, '001', { 'retry-after': '7' }), granted('T'));
		expect(await accessToken(fresh(), once.send, undefined, { wait })).toBe('T');
		const long = endpoint(refused(503, '001', { 'retry-after': '60' }));
		expect(await problemFrom(accessToken(fresh(), long.send, undefined, { wait }))).toMatchObject({
			kind: 'authentication',
			httpStatus: 503,
		});
		expect([pauses, long.requests.length]).toEqual([[7_000], 1]);
	});

	it('after 429 waits for its turn like any call, as long as Retry-After says', async () => {
		const { queue, waited } = ownQueue();
		const { send, requests } = endpoint(...many(6, refused(429, '001', { 'retry-after': '7' })), granted('T'));
		expect(await accessToken(fresh(), send, undefined, { queue })).toBe('T');
		expect([requests.length, waited() >= 42_000]).toEqual([7, true]);
	});

	it('gives up when 429 has been the only answer for three minutes, and says so', async () => {
		const { queue, waited } = ownQueue();
		const { send } = endpoint(refused(429));
		expect(await problemFrom(accessToken(fresh(), send, undefined, { queue }))).toMatchObject({
			kind: 'authentication',
			fault: 'rateLimitStalled',
			httpStatus: 429,
			outcome: 'refused',
		});
		expect([waited() > 180_000, waited() < 200_000]).toEqual([true, true]);
	});

	it('does not keep a person waiting who tests a credential', async () => {
		const { send, requests } = endpoint(refused(429));
		await problemFrom(accessToken(fresh(), send, undefined, { waitsForRate: false }));
		expect(requests).toHaveLength(1);
	});

	test.each<[string, Step]>([
		['201', { status: 201, text: '{"access_token":"T","expires_in":60}' }],
		['the name in camel case', { status: 200, text: '{"accessToken":"T","expiresIn":"60"}' }],
		['the life as text', { status: 200, text: '{"access_token":"T","expires_in":" 60 "}' }],
		['a list of one', { status: 200, text: '[{"access_token":"T","expires_in":60}]' }],
		['an envelope', { status: 200, text: '{"status":"ok","data":{"access_token":"T","expires_in":60}}' }],
		['an envelope with a list', { status: 200, text: '{"data":[{"access_token":"T","expires_in":60}]}' }],
	])('success with %s is one', async (_, step) => {
		const { send, requests } = endpoint(step, granted('T2'));
		const settings = fresh();
		expect(await accessToken(settings, send)).toBe('T');
		now += 54_000 - 1;
		expect(await accessToken(settings, send)).toBe('T');
		now += 1;
		expect([await accessToken(settings, send), requests.length]).toEqual(['T2', 2]);
	});

	test.each([
		['on', true, 'cl%C3%AFent%3A1:s%2B+%25'],
		['as text', 'true', 'cl%C3%AFent%3A1:s%2B+%25'],
		['off', false, 'cl\u00efent:1:s+ %'],
		['absent', undefined, 'cl\u00efent:1:s+ %'],
	])('form-encodes ID and secret only when the switch is %s', async (_, encodeClient, expected) => {
		const { send, requests } = endpoint(granted('T'));
		const settings = tokenSettings({
			environment: 'sandbox',
			clientId: 'cl\u00efent:1',
			clientSecret: 's+ %',
			...(encodeClient !== undefined && { encodeClient }),
		});
		forgetToken(settings);
		await accessToken(settings, send);
		const basic = requests[0]?.headers.authorization?.replace('Basic ', '') ?? '';
		expect(Buffer.from(basic, 'base64').toString()).toBe(expected);
	});

	it('refuses a switch that is neither on nor off', () => {
		expect(problemOf(() => tokenSettings({ environment: 'sandbox', encodeClient: 'perhaps' }))).toMatchObject({
			kind: 'configuration',
			field: 'Encode Client ID and Secret',
		});
	});

	test.each<[string, Step]>([
		['HTML', { status: 200, text: '<html>' }],
		['an empty body', { status: 200 }],
		['no token', { status: 200, text: '{"token_type":"Bearer"}' }],
		['an empty token', granted('')],
		['null', { status: 200, text: 'null' }],
		['a list', { status: 200, text: '[]' }],
		['a token that is no text', { status: 200, text: '{"access_token":{}}' }],
	])('success with %s is a failure', async (_, step) => {
		expect(await problemFrom(accessToken(fresh(), endpoint(step).send))).toMatchObject({
			kind: 'authentication',
			httpStatus: 200,
			outcome: 'refused',
			remedy: expect.stringContaining('base URL') as string,
		});
	});

	it('shows neither secret nor Basic header, although the endpoint repeats both', async () => {
		const settings = fresh();
		const basic = Buffer.from(`${settings.clientId}:s3cret`).toString('base64');
		const text = JSON.stringify({ code: '002', reason: `Basic ${basic}`, message: `${settings.clientId}:s3cret` });
		const problem = await problemFrom(accessToken(settings, endpoint({ status: 401, text }).send));
		expect(JSON.stringify(problem)).not.toMatch(new RegExp(`s3cret|${basic}`));
		expect(problem.reason).toBe('Basic ***');
	});
});
