import fc from 'fast-check';

import { apiProblem } from '../../../nodes/shared/client/apiProblem';
import { networkProblem as networkProblemOf } from '../../../nodes/shared/client/networkProblem';
import { readResponse } from '../../../nodes/shared/client/readResponse';
import { NO_SECRETS } from '../../../nodes/shared/client/redact';
import { vendorPayload as payloadOf } from '../../../nodes/shared/client/vendorPayload';
import { API_ERRORS } from '../../../nodes/shared/errors/catalogue';

const read = (status: number, text: string) => readResponse({ status, headers: {}, text }, NO_SECRETS);
const vendorPayload = (text: string) => payloadOf(read(400, text));
const networkProblem = (error: unknown, trackingId: string, effect: 'read' | 'order' | 'write') =>
	networkProblemOf(error, { trackingId, effect });

const told = { code: '002', reason: 'Validation not met', message: 'Too many ranges' };

describe("the vendor's payload", () => {
	test.each([
		['as documented', told],
		['in a list', [told]],
		['wrapped', { error: told }],
		['with more fields', { ...told, status: 400, details: {} }],
		['as the first of several', { errors: [told, { code: '001' }] }],
		['in capitals', { Code: '002', Reason: 'Validation not met', MESSAGE: 'Too many ranges' }],
		['with blanks around the code', { ...told, code: ' 002 ' }],
		['with a code that is a number', { ...told, code: 2 }],
	])('is read %s', (_, body) => expect(vendorPayload(JSON.stringify(body))).toEqual(told));

	test.each([
		[
			'an OAuth server (RFC 6749)',
			{ error: 'invalid_client', error_description: 'The secret has expired' },
			{ reason: 'invalid_client', message: 'The secret has expired' },
		],
		[
			'a gateway (RFC 9457)',
			{ title: 'Bad Request', detail: 'The body is no JSON', status: 400 },
			{ reason: 'Bad Request', message: 'The body is no JSON' },
		],
	])('is told by %s in its own words', (_, body, payload) =>
		expect(vendorPayload(JSON.stringify(body))).toEqual(payload),
	);

	test.each([
		['nothing', ''],
		['HTML', '<html><body>Bad gateway</body></html>'],
		['cut-off JSON', '{"code":"00'],
		['null', 'null'],
		['a number', '17'],
		['a text', '"no"'],
		['an empty list', '[]'],
		['other fields', '{"fault":{"faultstring":"x"}}'],
		['errors without end', `${'['.repeat(50_000)}${']'.repeat(50_000)}`],
		['fields of other types', '{"code":{},"reason":[],"message":null}'],
	])('has nothing to say in %s', (_, body) => expect(vendorPayload(body)).toEqual({}));

	it('takes a code that is a number, and cuts what is too long', () => {
		const { code, message } = vendorPayload(JSON.stringify({ code: 2, message: 'x'.repeat(5_000) }));
		expect([code, message?.length]).toEqual(['002', 2_000]);
	});

	it('never fails, whatever comes', () => {
		fc.assert(
			fc.property(fc.oneof(fc.string(), fc.json()), fc.integer({ min: 300, max: 599 }), (text, status) => {
				const problem = apiProblem(read(status, text), 't', API_ERRORS, 'api', 'order');
				expect([problem.message === '', problem.remedy === '', problem.httpStatus]).toEqual([false, false, status]);
			}),
		);
	});

	it('leaves the message alone when reason and message are empty', () => {
		const { message } = apiProblem(read(404, '{"code":"001","reason":"","message":""}'), 't', API_ERRORS);
		expect(message).toBe('Colt has no such resource');
	});
});

describe('calls without an answer', () => {
	const coded = (code: string, message = 'failed') => Object.assign(new Error(message), { code });

	test.each([
		'ECONNREFUSED',
		'ENOTFOUND',
		'EAI_AGAIN',
		'EHOSTUNREACH',
		'ENETUNREACH',
		'CERT_HAS_EXPIRED',
		'DEPTH_ZERO_SELF_SIGNED_CERT',
		'ERR_TLS_CERT_ALTNAME_INVALID',
	])('%s: nothing was sent', (code) => {
		for (const effect of ['read', 'order', 'write'] as const) {
			expect(networkProblem(coded(code), 'trk-1', effect)).toMatchObject({
				kind: 'network',
				outcome: 'notSent',
				networkCode: code,
				trackingId: 'trk-1',
				remedy: expect.stringContaining('base URL') as string,
			});
		}
	});

	test.each([
		'ECONNRESET',
		'ETIMEDOUT',
		'EPIPE',
		'ESOCKETTIMEDOUT',
		'ECONNABORTED',
		'HPE_INVALID_CONSTANT',
		'UND_ERR_SOCKET',
	])('%s: unknown for an order', (code) => {
		expect(networkProblem(coded(code), 'trk-1', 'order')).toMatchObject({
			outcome: 'unknown',
			networkCode: code,
			remedy: expect.stringContaining('trk-1') as string,
		});
		expect(networkProblem(coded(code), 'trk-1', 'write').outcome).toBe('unknown');
		expect(networkProblem(coded(code), 'trk-1', 'read').outcome).toBe('refused');
	});

	test.each([
		['the cause', Object.assign(new Error('fetch failed'), { cause: coded('ECONNREFUSED') }), 'ECONNREFUSED'],
		["a cause's cause", { cause: { cause: { code: 'ENOTFOUND' } } }, 'ENOTFOUND'],
		['the message', new Error('connect ECONNREFUSED 127.0.0.1:1'), 'ECONNREFUSED'],
		['a timeout in words', new Error('The connection timed out'), 'ETIMEDOUT'],
		['nothing', new Error('odd'), 'NETWORK'],
		['no error at all', undefined, 'NETWORK'],
		['a text', 'gone', 'NETWORK'],
		['a code that is no name', Object.assign(new Error('x'), { code: 17 }), 'NETWORK'],
	])('finds the code in %s', (_, error, code) => expect(networkProblem(error, 't', 'read').networkCode).toBe(code));

	it('knows its own end from a failure', () => {
		const abort = Object.assign(new Error('aborted'), { name: 'AbortError' });
		for (const error of [coded('ERR_CANCELED'), abort]) {
			expect(networkProblem(error, 't', 'read')).toMatchObject({ kind: 'cancelled', outcome: 'refused' });
			expect(networkProblem(error, 't', 'order')).toMatchObject({ kind: 'cancelled', outcome: 'unknown' });
		}
	});

	it.each(['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'CERT_NOT_YET_VALID', 'CERT_REVOKED'])(
		'%s: a certificate, and nothing was sent',
		(code) => {
			expect(networkProblem(coded(code), 't', 'order')).toMatchObject({ fault: 'certificate', outcome: 'notSent' });
		},
	);

	it("tells n8n's own words where there is no code", () => {
		const blocked = Object.assign(new Error('Problem in node'), {
			cause: new Error('The request was blocked because it resolves to a restricted IP address'),
		});
		expect(networkProblem(blocked, 't', 'read').message).toContain('restricted IP address');
		expect(networkProblem(coded('ECONNRESET', 'socket hang up'), 't', 'read').message).not.toContain('hang up');
	});

	it('ends on a chain of causes without end', () => {
		const loop: { cause?: unknown } = {};
		loop.cause = loop;
		expect(networkProblem(loop, 't', 'read').networkCode).toBe('NETWORK');
	});
});
