import { interpret } from '../../../nodes/shared/client/interpret';
import { readResponse } from '../../../nodes/shared/client/readResponse';
import { NO_SECRETS } from '../../../nodes/shared/client/redact';
import { originOf } from '../../../nodes/shared/client/environment';
import { authorize } from '../../../nodes/shared/client/authorize';
import { DEEPEST_JSON, parseJson } from '../../../nodes/shared/json';
import { problemFrom, problemOf } from '../thrown';
import { ORDER, scripted } from './scripted';
import type { Step } from './scripted';

const read = (status: number, text: string, headers: Record<string, string> = {}) =>
	readResponse({ status, headers, text }, NO_SECRETS);

const nested = (depth: number, inner = ''): string => `${'['.repeat(depth)}${inner}${']'.repeat(depth)}`;
const nestedObjects = (depth: number): string => `${'{"order":'.repeat(depth)}1${'}'.repeat(depth)}`;

describe('an answer', () => {
	it('is decoded once, and kept as Colt sent it', () => {
		const raw = { order: { id: 'A-1' }, colour: 'red' };
		expect(interpret(read(200, JSON.stringify(raw)), ORDER)).toMatchObject({
			answer: { status: 200, raw, decoded: { order: { id: 'A-1' } }, trackingId: 'trk-1' },
		});
	});

	test.each<[string, number, string, object]>([
		['an empty body', 200, '', { fault: 'empty' }],
		['blanks', 200, ' \n', { fault: 'empty' }],
		['HTML', 200, '<html>', { fault: 'notJson' }],
		['a bare value', 200, '"ok"', { fault: 'notJson' }],
		['an error under success', 200, '{"code":"002","reason":"r","message":"m"}', { fault: 'hiddenError', code: '002' }],
		['a refusal', 400, '{"code":"002","reason":"r","message":"m"}', { code: '002', outcome: 'refused' }],
		['lists without end', 200, nested(100_000), { fault: 'notJson' }],
		['objects without end', 200, nestedObjects(100_000), { fault: 'notJson' }],
		['lists without end in a refusal', 400, nested(100_000), { httpStatus: 400 }],
	])('with %s is a problem', (_, status, text, problem) => {
		expect(interpret(read(status, text), ORDER)).toMatchObject({ problem });
	});

	test.each<[string, Step]>([
		['lists', { status: 200, text: nested(100_000) }],
		['objects', { status: 200, text: nestedObjects(100_000) }],
		['an order with lists', { status: 200, text: `{"order":{"id":"A-1"},"x":${nested(100_000)}}` }],
	])('with %s nested without end is unreadable, and an order may exist', async (_, step) => {
		const { client } = scripted([step]);
		const { message, outcome } = await problemFrom(client.call(ORDER));
		expect([message, outcome]).toEqual(['Colt answered with a body that is not JSON (HTTP 200)', 'unknown']);
	});
});

describe('JSON of others', () => {
	test.each<[string, string, unknown]>([
		['as deep as allowed', nested(DEEPEST_JSON), JSON.parse(nested(DEEPEST_JSON))],
		['one deeper', nested(DEEPEST_JSON + 1), undefined],
		['brackets in a text', JSON.stringify('['.repeat(1_000)), '['.repeat(1_000)],
		['brackets behind an escaped quote', JSON.stringify(`"${'['.repeat(1_000)}`), `"${'['.repeat(1_000)}`],
		['a long flat list', `[${'[],'.repeat(1_000)}1]`, [...Array.from({ length: 1_000 }, () => []), 1]],
		['no JSON', '{', undefined],
	])('%s', (_, text, value) => expect(parseJson(text)?.value).toEqual(value));
});

describe('a proxy between n8n and Colt', () => {
	const HTML = { 'content-type': 'text/html' };
	test.each<[string, Step, RegExp]>([
		['a login it demands', { status: 407, text: '' }, /^A proxy between n8n and Colt demands a login/],
		[
			'what it forbids',
			{ status: 403, text: '<html>', headers: HTML },
			/^A proxy or gateway between n8n and Colt answered/,
		],
		[
			'what it cannot reach',
			{ status: 502, text: '<html>', headers: HTML },
			/^A proxy or gateway between n8n and Colt/,
		],
		[
			'an address that is not there',
			{ network: 'ENOTFOUND', facts: { hostname: 'proxy.corp' } },
			/proxy.*\(proxy\.corp\)/,
		],
	])('is told by %s', async (_, step, message) => {
		const { client } = scripted(() => step);
		expect((await problemFrom(client.call(ORDER))).message).toMatch(message);
	});

	it("is not told by Colt's own refusal, nor by Colt's own address", async () => {
		const own = scripted([{ status: 403, text: '{"code":"001","reason":"r","message":"m"}' }]);
		expect((await problemFrom(own.client.call(ORDER))).message).toMatch(/^Colt knows this client/);
		const address = scripted(() => ({ network: 'ECONNREFUSED', facts: { address: '192.0.2.1', port: 443 } }));
		expect((await problemFrom(address.client.call(ORDER))).message).toBe('Colt could not be reached');
	});
});

describe('long texts', () => {
	const slashes = '/'.repeat(100_000);
	it('of slashes are read in a moment', () => {
		const started = performance.now();
		expect(problemOf(() => originOf('custom', `https://colt.example${slashes}`)).message).toMatch(/too long/);
		const credentials = { environment: 'custom', baseUrl: 'https://colt.example', accessToken: 'T' };
		authorize(credentials, { url: 'x', baseURL: `https://colt.example/${slashes}a` });
		authorize(credentials, { url: `${slashes}a`, baseURL: `https://colt.example/${slashes}` });
		expect(performance.now() - started).toBeLessThan(2_000);
	});
});
