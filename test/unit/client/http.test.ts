import { Readable } from 'node:stream';

import type { IHttpRequestOptions } from 'n8n-workflow';

import { authorize } from '../../../nodes/shared/client/authorize';
import { toWireResponse } from '../../../nodes/shared/client/http';
import { limitsFor } from '../../../nodes/shared/client/limits';
import { pause } from '../../../nodes/shared/client/pause';
import { sendWith, toHttpRequestOptions } from '../../../nodes/shared/client/send';
import { problemFrom } from '../thrown';

const LIMITS = { connectMs: 10, responseMs: 20, totalMs: 30, bytes: 40 };

describe("n8n's answer", () => {
	test.each<[string, object, object]>([
		[
			'text',
			{ statusCode: 200, headers: { 'X-Total-Count': 7, 'Set-Cookie': ['a', 'b'], none: undefined }, body: '{"a":1}' },
			{ status: 200, headers: { 'x-total-count': '7', 'set-cookie': 'a, b' }, text: '{"a":1}' },
		],
		['a parsed body', { statusCode: 201, headers: {}, body: { a: 1 } }, { status: 201, headers: {}, text: '{"a":1}' }],
		['no body', { statusCode: 204 }, { status: 204, headers: {}, text: '' }],
		['a null body', { statusCode: 500, headers: null, body: null }, { status: 500, headers: {}, text: '' }],
	])('with %s', (_, full, wire) => expect(toWireResponse(full as { statusCode: number })).toEqual(wire));
});

describe('the request handed to n8n', () => {
	const request = { method: 'POST', url: 'https://colt.example/x', headers: { a: 'b' }, body: '{}' } as const;

	it('takes any status for an answer and follows no redirect', () => {
		expect(toHttpRequestOptions(request, LIMITS)).toEqual({
			method: 'POST',
			url: 'https://colt.example/x',
			headers: { a: 'b' },
			body: '{}',
			encoding: 'stream',
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
			timeout: 20,
			agentOptions: { timeout: 10 },
		});
		expect(toHttpRequestOptions({ method: 'GET', url: 'u', headers: {} }, LIMITS)).not.toHaveProperty('body');
	});

	it('is sent, and its answer read', async () => {
		const asked: IHttpRequestOptions[] = [];
		const send = sendWith(async (options) => {
			asked.push(options);
			return await Promise.resolve({ statusCode: 404, headers: { A: 'b' }, body: 'no' });
		});
		expect(await send(request)).toEqual({ status: 404, headers: { a: 'b' }, text: 'no' });
		expect(asked).toEqual([
			{ ...toHttpRequestOptions(request, limitsFor()), abortSignal: expect.any(AbortSignal) as AbortSignal },
		]);
	});
});

describe('the charset of an answer', () => {
	const read = async (body: Buffer, contentType?: string): Promise<string> =>
		(
			await sendWith(
				async () =>
					await Promise.resolve({
						statusCode: 200,
						headers: { ...(contentType !== undefined && { 'Content-Type': contentType }) },
						body: Readable.from([body]),
					}),
			)({ method: 'GET', url: 'https://colt.example/x', headers: {} })
		).text;

	test.each<[string, BufferEncoding, string | undefined]>([
		['none is named', 'utf8', undefined],
		['it is UTF-8', 'utf8', 'application/json; charset=utf-8'],
		['it is Latin-1', 'latin1', 'application/json; charset="ISO-8859-1"'],
		['nobody knows it', 'utf8', 'application/json; charset=klingon'],
	])('when %s', async (_, encoding, contentType) =>
		expect(await read(Buffer.from('{"name":"Müller"}', encoding), contentType)).toBe('{"name":"Müller"}'),
	);

	it('with the mark before UTF-8', async () => expect(await read(Buffer.from('\uFEFF{}'))).toBe('{}'));
});

describe('authorization', () => {
	const credentials = { environment: 'sandbox', accessToken: 'T' };
	const url = 'https://sandbox.apis.colt.net/numberManagement/v1/order';

	it('adds the token and a tracking ID', () => {
		expect(authorize(credentials, { url, headers: { accept: '*/*' } }).headers).toEqual({
			accept: '*/*',
			authorization: 'Bearer T',
			'x-tracking-id': expect.stringMatching(/^n8n-/) as string,
		});
	});

	test.each(['x-tracking-id', 'X-Tracking-ID'])('keeps the tracking ID given as %s', (name) => {
		expect(authorize(credentials, { url, headers: { [name]: 'own' } }).headers).toEqual({
			[name]: 'own',
			authorization: 'Bearer T',
		});
	});

	it('replaces one that is empty', () => {
		expect(authorize(credentials, { url, headers: { 'x-tracking-id': '' } }).headers?.['x-tracking-id']).toMatch(
			/^n8n-/,
		);
	});

	it('leaves the request itself alone', () => {
		const request = { url, headers: {} };
		authorize(credentials, request);
		expect(request).toEqual({ url, headers: {} });
	});

	test.each([
		['an address below a base', { url: '/numberManagement/v1/order', baseURL: 'https://sandbox.apis.colt.net' }],
		['a whole address beside a base', { url, baseURL: 'https://other.example' }],
	])('takes %s', (_, request) =>
		expect(authorize(credentials, request).headers).toMatchObject({ authorization: 'Bearer T' }),
	);

	test.each([
		['another host', { url: 'https://evil.example/numberManagement' }],
		['the other environment', { url: 'https://apis.colt.net/numberManagement' }],
		['a host that begins like it', { url: 'https://sandbox.apis.colt.net.evil.example/' }],
		['a user that looks like it', { url: 'https://sandbox.apis.colt.net@evil.example/' }],
		['another port', { url: 'https://sandbox.apis.colt.net:8443/' }],
		['plain http', { url: 'http://sandbox.apis.colt.net/' }],
		['another base', { url: 'x', baseURL: 'https://evil.example' }],
		['no address', { url: 'order' }],
	])('gives the token to no %s', (_, request) => {
		expect(() => authorize(credentials, request)).toThrow('This Colt credential is for https://sandbox.apis.colt.net');
	});
});

describe('pause', () => {
	it('ends by itself', async () => {
		await expect(pause(1, undefined)).resolves.toBeUndefined();
		await expect(pause(1, new AbortController().signal)).resolves.toBeUndefined();
	});

	it('ends with the execution, before it or while it lasts', async () => {
		const controller = new AbortController();
		const waiting = problemFrom(pause(60_000, controller.signal));
		controller.abort();
		expect(await waiting).toMatchObject({ kind: 'cancelled', outcome: 'notSent' });
		expect(await problemFrom(pause(60_000, controller.signal))).toMatchObject({ kind: 'cancelled' });
	});
});
