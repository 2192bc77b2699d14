import { apiProblem } from '../../../nodes/shared/client/apiProblem';
import { readResponse } from '../../../nodes/shared/client/readResponse';
import { NO_SECRETS } from '../../../nodes/shared/client/redact';
import { API_ERRORS, TOKEN_ERRORS, lookUp } from '../../../nodes/shared/errors/catalogue';
import { API_ROWS, TOKEN_ROWS, payload } from './documented';

const answer = (status: number, text: string, headers: Record<string, string> = {}) =>
	readResponse({ status, headers, text }, NO_SECRETS);

describe('every documented error of the number APIs', () => {
	test.each(API_ROWS)('$status/$code: what it means, what to do, and what became of the request', (row) => {
		const { status, code, meaning, remedy, order } = row;
		for (const effect of ['read', 'order', 'write'] as const) {
			const problem = apiProblem(answer(status, payload(row)), 'trk-1', API_ERRORS, 'api', effect);
			const outcome = effect === 'read' ? 'refused' : order;
			expect(problem).toEqual({
				kind: 'api',
				message: expect.stringMatching(meaning) as string,
				remedy: expect.stringMatching(outcome === 'unknown' ? /may exist.*trk-1/ : remedy) as string,
				outcome,
				httpStatus: status,
				code,
				reason: 'Validation not met',
				vendorMessage: 'The node city is missing',
				trackingId: 'trk-1',
			});
			expect(problem.message.endsWith(': Validation not met: The node city is missing')).toBe(true);
		}
	});

	it('says of each something else', () => {
		const meanings = Object.values(API_ERRORS).map(({ meaning }) => meaning);
		expect(new Set(meanings).size).toBe(meanings.length);
	});
});

describe('every documented error of the token endpoint', () => {
	test.each(TOKEN_ROWS)('$status/$code', (row) => {
		const problem = apiProblem(answer(row.status, payload(row)), 'trk-1', TOKEN_ERRORS, 'authentication');
		expect(problem).toMatchObject({
			kind: 'authentication',
			outcome: 'refused',
			httpStatus: row.status,
			code: row.code,
			trackingId: 'trk-1',
		});
		expect(problem.message).toMatch(row.meaning);
		expect(problem.remedy).toMatch(row.remedy);
	});
});

describe('what the documents do not list', () => {
	test.each([
		[400, '999', /field rules/],
		[400, 'ERR01', /field rules/],
		[401, undefined, /access token/],
		[403, '009', /suspended/],
		[404, undefined, /no such resource/],
		[409, '001', /refused/],
		[422, undefined, /refused/],
		[500, '002', /internal error/],
		[502, undefined, /gateway/],
		[507, '001', /failed to answer properly/],
		[302, undefined, /do not describe/],
		[304, undefined, /do not describe/],
	])('%d %s', (status, code, meaning) => expect(lookUp(API_ERRORS, status, code).meaning).toMatch(meaning));

	test.each([
		[400, undefined, /token request invalid/],
		[400, 'invalid_request', /token request invalid/],
		[401, undefined, /client ID and client secret/],
		[401, 'invalid_client', /client ID and client secret/],
		[403, undefined, /refused/],
		[404, undefined, /refused/],
		[502, undefined, /failed to answer/],
	])('at the token endpoint: %d %s', (status, code, meaning) =>
		expect(lookUp(TOKEN_ERRORS, status, code).meaning).toMatch(meaning),
	);

	test.each([501, 502, 505, 507, 520, 599, 300, 302])('leaves the outcome of an order open after %d', (status) => {
		expect(apiProblem(answer(status, ''), 't', API_ERRORS, 'api', 'order').outcome).toBe('unknown');
	});

	it('takes a 503 that says when to come back for a refusal', () => {
		expect(apiProblem(answer(503, '', { 'retry-after': '1' }), 't', API_ERRORS, 'api', 'order').outcome).toBe(
			'refused',
		);
	});

	test.each([402, 407, 408, 409, 410, 418, 422, 428, 451])('takes %d for a refusal', (status) => {
		expect(apiProblem(answer(status, ''), 't', API_ERRORS, 'api', 'order').outcome).toBe('refused');
	});
});
