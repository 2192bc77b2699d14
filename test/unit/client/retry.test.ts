import fc from 'fast-check';

import type { Call } from '../../../nodes/shared/client/client';
import { RETRIES, backoffMs, retryAfterMs } from '../../../nodes/shared/client/retry';
import { ColtError } from '../../../nodes/shared/errors/problem';
import { problemFrom } from '../thrown';
import { CHECK, LIST, ORDER, READ, WRITE, network, ok, refused, scripted } from './scripted';
import type { Step } from './scripted';

const DONE = ok({ order: { id: 'A-1' } });
const times = (count: number, step: Step): Step[] => Array.from({ length: count }, () => step);

describe('a failure that passes', () => {
	const PASSING: Array<[string, Step]> = [
		['429', refused(429)],
		['500', refused(500)],
		['502', refused(502)],
		['503', refused(503)],
		['504', refused(504)],
		['507', refused(507)],
		['a refused connection', network('ECONNREFUSED')],
		['a failed name lookup', network('ENOTFOUND')],
		['a reset', network('ECONNRESET')],
		['a timeout', network('ETIMEDOUT')],
		['success without JSON', { status: 200, text: '<html>' }],
		['success without a body', { status: 204 }],
		['success with a bare value', { status: 200, text: '"ok"' }],
		['success with null', { status: 200, text: 'null' }],
	];

	test.each(
		PASSING.flatMap(
			([name, step]) =>
				[
					[name, 'a read', READ, step],
					[name, 'a portability check', CHECK, step],
				] as const,
		),
	)('%s: %s is sent again', async (_, __, call, step) => {
		const { client, sends } = scripted([step, step, DONE]);
		await expect(client.call(call)).resolves.toMatchObject({ status: 200 });
		expect(sends).toHaveLength(3);
	});

	test.each(PASSING.slice(1))('%s, for good: a read gives up after a bounded number of sends', async (_, step) => {
		const { client, sends, pauses } = scripted(times(50, step));
		expect(['refused', 'notSent']).toContain((await problemFrom(client.call(READ))).outcome);
		expect([sends.length, pauses.length]).toEqual([RETRIES + 1, RETRIES]);
	});

	test.each([
		['a read', READ],
		['an order', ORDER],
	])('429, for good: %s gives up when nothing has got through for three minutes', async (_, call) => {
		const { client, sends, pauses } = scripted(times(200, refused(429)));
		expect(await problemFrom(client.call(call))).toMatchObject({
			kind: 'api',
			fault: 'rateLimitStalled',
			httpStatus: 429,
			outcome: 'refused',
			vendorMessage: 'Message',
			trackingId: 'trk-1',
		});
		const waited = pauses.reduce((sum, ms) => sum + ms, 0);
		expect([waited > 180_000, waited < 190_000, sends.length < 100]).toEqual([true, true, true]);
	});
});

describe('an operation that answers 401 whatever the token', () => {
	it('costs two new tokens, however many items ask; another operation still gets one', async () => {
		const { client, sends, tokens } = scripted((request) => (request.method === 'POST' ? refused(401, '002') : ok([])));
		for (let item = 0; item < 20; item += 1)
			expect(await problemFrom(client.call(ORDER))).toMatchObject({ httpStatus: 401, outcome: 'refused' });
		expect(tokens.filter(({ rejected }) => rejected !== undefined)).toHaveLength(2);
		expect(sends).toHaveLength(22);
		await expect(client.call(READ)).resolves.toMatchObject({ status: 200 });
	});

	it('is allowed new tokens again once it has taken one', async () => {
		const { client, tokens } = scripted([
			refused(401),
			refused(401),
			refused(401),
			DONE,
			refused(401),
			refused(401),
			refused(401),
			DONE,
		]);
		for (const isDone of [false, true, false, true])
			expect(
				await client.call(ORDER).then(
					() => true,
					() => false,
				),
			).toBe(isDone);
		expect(tokens.filter(({ rejected }) => rejected !== undefined)).toHaveLength(4);
	});
});

/** With Retry-After it says that nothing was accepted. */
const TURNED_AWAY = refused(503, '001', { 'retry-after': '0' });

describe('an order is sent again only when it certainly had no effect', () => {
	const SAFE: Array<[string, Step]> = [
		['429', refused(429)],
		['503 with Retry-After', TURNED_AWAY],
		['a refused connection', network('ECONNREFUSED')],
		['a failed name lookup', network('ENOTFOUND')],
		['a name lookup to be tried again', network('EAI_AGAIN')],
		['no route', network('EHOSTUNREACH')],
	];
	test.each(SAFE)('after %s', async (_, step) => {
		for (const call of [ORDER, WRITE]) {
			const { client, sends } = scripted([step, DONE]);
			await client.call(call);
			expect(sends).toHaveLength(2);
			expect(sends[1]?.request).toEqual(sends[0]?.request);
			expect(sends[1]?.request.headers['x-tracking-id']).toBe('trk-1');
		}
	});

	const UNKNOWN: Array<[string, Step]> = [
		['500', refused(500)],
		['502', refused(502)],
		['503', refused(503)],
		['504', refused(504)],
		['a status no document names', refused(507)],
		['a redirect', { status: 302 }],
		['a reset', network('ECONNRESET')],
		['a timeout', network('ETIMEDOUT')],
		['a broken pipe', network('EPIPE')],
		['success without JSON', { status: 200, text: 'OK' }],
		['success that is an error', ok({ code: '002', reason: 'Reason', message: 'Message' })],
		['success without a body', { status: 200 }],
		['success with a bare value', { status: 200, text: '17' }],
	];
	test.each(UNKNOWN)('not after %s: the outcome is unknown', async (_, step) => {
		for (const call of [ORDER, WRITE]) {
			const { client, sends, pauses } = scripted([step]);
			const problem = await problemFrom(client.call(call));
			expect(problem).toMatchObject({
				outcome: 'unknown',
				trackingId: 'trk-1',
				remedy: expect.stringContaining('may exist') as string,
			});
			expect([sends.length, pauses.length]).toEqual([1, 0]);
		}
	});

	it('never after an outcome that is unknown, whatever came before', async () => {
		const known = fc.constantFrom(refused(429), TURNED_AWAY, network('ECONNREFUSED'));
		const unknown = fc.constantFrom(...UNKNOWN.map(([, step]) => step));
		await fc.assert(
			fc.asyncProperty(fc.array(known, { maxLength: RETRIES }), unknown, async (before, step) => {
				const { client, sends } = scripted([...before, step, DONE]);
				expect((await problemFrom(client.call(ORDER))).outcome).toBe('unknown');
				expect(sends).toHaveLength(before.length + 1);
			}),
		);
	});
});

describe('a refusal is final', () => {
	test.each([
		[400, '001'],
		[400, '002'],
		[401, '004'],
		[403, '001'],
		[404, '001'],
		[405, '001'],
		[406, '001'],
		[413, '001'],
		[415, '001'],
		[409, '001'],
	])('%d/%s', async (status, code) => {
		for (const call of [READ, CHECK, ORDER, WRITE]) {
			const { client, sends } = scripted([refused(status, code)]);
			expect(await problemFrom(client.call(call))).toMatchObject({
				kind: 'api',
				outcome: 'refused',
				httpStatus: status,
				code,
				reason: 'Reason',
				vendorMessage: 'Message',
				trackingId: 'trk-1',
			});
			expect(sends).toHaveLength(1);
		}
	});
});

describe('401', () => {
	test.each([
		['001', ORDER],
		['002', ORDER],
		['003', ORDER],
		['003', READ],
	] as Array<[string, Call]>)('%s: a new token, once', async (code, call) => {
		const { client, sends, tokens, pauses } = scripted([refused(401, code), DONE]);
		await client.call(call);
		expect(sends.map(({ token }) => token)).toEqual(['token-1', 'token-2']);
		expect(tokens.map(({ rejected }) => rejected)).toEqual([undefined, 'token-1']);
		expect(pauses).toEqual([]);
	});

	it('twice is the end', async () => {
		const { client, sends } = scripted(times(9, refused(401, '002')));
		expect(await problemFrom(client.call(ORDER))).toMatchObject({ httpStatus: 401, outcome: 'refused' });
		expect(sends).toHaveLength(2);
	});

	it('between other failures counts as one of the bounded sends', async () => {
		const { client, sends } = scripted([TURNED_AWAY, refused(401, '003'), ...times(20, TURNED_AWAY)]);
		await problemFrom(client.call(ORDER));
		expect(sends).toHaveLength(RETRIES + 1);
	});

	test.each<[string, Call, string | undefined]>([
		['an order', ORDER, 'GB'],
		['a search', LIST, 'GB'],
		['a look at an order', READ, undefined],
	])('asks for a token of the country of %s', async (_, call, country) => {
		const { client, tokens } = scripted([ok([])]);
		await client.call(call);
		expect(tokens).toEqual([{ country, rejected: undefined }]);
	});
});

describe('secrets', () => {
	it('are redacted: credential, first token and renewed token', async () => {
		const text = JSON.stringify({ code: '002', reason: 'Bad token-2 and hush', message: 'token-1 token-2 hush' });
		const { client } = scripted([refused(401, '003'), { status: 401, text }], { secrets: ['hush'] });
		expect(await problemFrom(client.call(READ))).toMatchObject({
			reason: 'Bad *** and ***',
			vendorMessage: '*** *** ***',
		});
	});
});

describe('waiting', () => {
	it('takes as long as Retry-After says', async () => {
		const { client, pauses } = scripted([
			refused(429, '001', { 'retry-after': '7' }),
			refused(503, '001', { 'retry-after': '0' }),
			DONE,
		]);
		await client.call(ORDER);
		expect(pauses.slice(0, 2)).toEqual([7_000, 0]);
	});

	it('backs off otherwise', async () => {
		const { client, pauses } = scripted(times(20, refused(503)));
		await problemFrom(client.call(READ));
		for (const [index, ms] of pauses.entries()) expect(ms).toBeLessThanOrEqual(400 * 2 ** (index + 1));
	});

	it('ends with the execution', async () => {
		const cancelled = new ColtError({ kind: 'cancelled', message: 'stopped', remedy: 'x', outcome: 'notSent' });
		const { client, sends } = scripted(times(20, refused(503)), { pause: async () => await Promise.reject(cancelled) });
		expect((await problemFrom(client.call(READ))).kind).toBe('cancelled');
		expect(sends).toHaveLength(1);
	});

	it('grows, spreads over the whole span and has an end', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 60 }), fc.double({ min: 0, max: 1, noNaN: true }), (attempt, random) => {
				const ms = backoffMs(attempt, () => random);
				expect([Number.isInteger(ms), ms >= 0, ms <= Math.min(20_000, 400 * 2 ** attempt)]).toEqual([true, true, true]);
			}),
		);
		expect([backoffMs(1, () => 0), backoffMs(1, () => 1), backoffMs(3, () => 1), backoffMs(30, () => 1)]).toEqual([
			0, 800, 3_200, 20_000,
		]);
	});

	const NOW = Date.parse('2026-10-21T07:28:00Z');
	test.each<[string, number | undefined]>([
		['3', 3_000],
		[' 3 ', 3_000],
		['0', 0],
		['120', 120_000],
		['3600', 120_000],
		['99999999999999999999', 120_000],
		['Wed, 21 Oct 2026 07:28:30 GMT', 30_000],
		['Wed, 21 Oct 2026 07:27:00 GMT', 0],
		['Thu, 22 Oct 2026 07:28:00 GMT', 120_000],
		['Wednesday, 21-Oct-26 07:28:05 GMT', 5_000],
		['soon', undefined],
		['', undefined],
		['-5', undefined],
		['1.5', undefined],
		['2026-10-21', undefined],
	])('Retry-After: %j is %j ms', (value, ms) => expect(retryAfterMs({ 'retry-after': value }, NOW)).toBe(ms));

	it('has none without the header', () => {
		expect([retryAfterMs({}, NOW), retryAfterMs(undefined, NOW)]).toEqual([undefined, undefined]);
	});
});
