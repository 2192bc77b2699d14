import { request } from 'node:http';
import { gzipSync } from 'node:zlib';
import { encodeBody } from '../../../../nodes/shared/contract/codec';
import { inbound } from '../../../../nodes/shared/contract/wire.generated';
import { startSimulator } from '../../../../simulator/server';
import type { Stage } from '../../stage';
import { callbackCredential, Hook, hookWorkflow, SECRET } from './hook';

interface Sent {
	method?: string;
	headers?: Record<string, string>;
	body?: string | Buffer;
	/** Without a length in front. */
	chunked?: boolean;
}

interface Got {
	status: number;
	headers: NodeJS.Dict<string | string[]>;
	text: string;
}

/** One request as it stands; a broken connection is status 0. */
const send = async (url: string, { method = 'POST', headers = {}, body = '', chunked = false }: Sent): Promise<Got> =>
	await new Promise((resolve) => {
		const length: Record<string, string> = chunked
			? { 'transfer-encoding': 'chunked' }
			: { 'content-length': String(Buffer.byteLength(body)) };
		const call = request(url, { method, headers: { ...length, ...headers } }, (response) => {
			let text = '';
			response.on('data', (chunk: Buffer) => (text += chunk.toString()));
			response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }));
		});
		call.once('error', (error) => resolve({ status: 0, headers: {}, text: error.message }));
		call.end(body);
	});

const JSON_TYPE = { 'content-type': 'application/json' };
const RIGHT = { ...JSON_TYPE, [SECRET.name]: SECRET.value };
const TEN_MB = 10 * 1024 * 1024;

/** A callback in the contract's names. */
export const payload = (orderId: string, event = 'completed'): string =>
	JSON.stringify(
		encodeBody(inbound.operations.callBack, {
			id: 'n-1',
			event: event as 'completed',
			content: { order: { id: orderId, status: 'Completed' } },
		}),
	);

const leaks = (text: string): boolean => text.includes(SECRET.value) || /node_modules|\bat .*:\d+:\d+/.test(text);

/** Each case: what is sent, and the status it must get. */
function cases(orderId: string): Array<[name: string, status: number, sent: Sent]> {
	const good = payload(orderId);
	const filled = JSON.stringify({ text: 'x'.repeat(TEN_MB) });
	const basic = (text: string) => ({ ...JSON_TYPE, authorization: `Basic ${Buffer.from(text).toString('base64')}` });
	return [
		['no secret', 401, { headers: JSON_TYPE, body: good }],
		['wrong secret', 401, { headers: { ...JSON_TYPE, [SECRET.name]: 'a-secret-of-the-tests-7f3c' }, body: good }],
		['secret with more behind it', 401, { headers: { ...JSON_TYPE, [SECRET.name]: `${SECRET.value}x` }, body: good }],
		['empty secret', 401, { headers: { ...JSON_TYPE, [SECRET.name]: '' }, body: good }],
		['secret by another method', 401, { headers: basic(`x:${SECRET.value}`), body: good }],
		['10 MB without secret', 401, { headers: JSON_TYPE, body: filled }],
		['not JSON', 400, { headers: RIGHT, body: `${good.slice(0, -1)}` }],
		['no body', 400, { headers: RIGHT }],
		['nested 100,000 deep', 400, { headers: RIGHT, body: `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}` }],
		['a form', 415, { headers: { ...RIGHT, 'content-type': 'application/x-www-form-urlencoded' }, body: good }],
		['a form with a file', 415, { headers: { ...RIGHT, 'content-type': 'text/plain' }, body: good }],
		['no media type', 415, { headers: { [SECRET.name]: SECRET.value }, body: good }],
		['packed as n8n cannot read', 415, { headers: { ...RIGHT, 'content-encoding': 'br' }, body: good }],
		[
			'packed, in capitals; unknown order',
			404,
			{
				headers: { ...RIGHT, 'content-encoding': 'GZIP' },
				body: gzipSync(payload('00000000-0000-4000-8000-000000000000')),
			},
		],
		['10 MB', 413, { headers: RIGHT, body: filled }],
		['10 MB in chunks', 413, { headers: RIGHT, body: filled, chunked: true }],
		['10 MB packed to 10 kB', 413, { headers: { ...RIGHT, 'content-encoding': 'gzip' }, body: gzipSync(filled) }],
		['another method', 404, { method: 'GET', headers: RIGHT }],
		['unknown order', 404, { headers: RIGHT, body: payload('00000000-0000-4000-8000-000000000000') }],
	];
}

interface Row {
	name: string;
	status: number;
	executions: number;
}

const print = (rows: readonly Row[]): void => {
	const lines = rows.map(
		({ name, status, executions }) => `  ${name.padEnd(34)} ${String(status).padEnd(7)} ${executions}`,
	);
	process.stdout.write(
		`\nWhat the Colt Inbound Trigger answers in a real n8n\n  ${'case'.padEnd(34)} ` +
			`status  executions\n${lines.join('\n')}\n\n`,
	);
};

/** An order of another environment: the same secret, another Colt. */
async function fromAnotherEnvironment(hook: Hook): Promise<number> {
	const other = await startSimulator({ seed: 99 });
	try {
		other.callbacks.register({ url: hook.url, authentication: { type: 'header', ...SECRET }, retry: { attempts: 1 } });
		other.inboundControl.seed({ orders: [{ type: 'activation', country: 'GB' }] });
		await other.callbacks.idle();
		return other.callbacks.list()[0]?.attempts[0]?.status ?? 0;
	} finally {
		await other.close();
	}
}

/** Everything that must start nothing: each case with its status, then that the trigger lives. */
export async function refusals(stage: Stage): Promise<void> {
	const { inboundControl } = stage.simulator;
	const credential = await callbackCredential(stage);
	const hook = await Hook.open(stage, credential);
	const closed = await Hook.open(stage, credential, hookWorkflow({ allowedAddresses: '192.0.2.0/24, 2001:db8::/32' }));
	const rows: Row[] = [];
	const note = async (name: string, status: number, at = hook): Promise<void> =>
		void rows.push({ name, status, executions: await at.count() });
	try {
		const [order] = inboundControl.seed({
			orders: [{ type: 'activation', country: 'GB', status: 'Completed' }],
		}).orders;
		const orderId = order?.id ?? '';
		const expected: Array<[string, number, number]> = [];
		for (const [name, status, sent] of cases(orderId)) {
			const got = await send(hook.url, sent);
			await note(name, got.status);
			expected.push([name, status, 0]);
			// Another method is answered by n8n itself.
			expect([name, leaks(got.text)]).toEqual([name, sent.method === 'GET' && leaks(got.text)]);
		}
		await note("another environment's order", await fromAnotherEnvironment(hook));
		await note('another address', (await send(closed.url, { headers: RIGHT, body: payload(orderId) })).status, closed);
		const made = { ...RIGHT, 'x-forwarded-for': '192.0.2.7', 'x-real-ip': '192.0.2.7', forwarded: 'for=192.0.2.7' };
		await note(
			'a right address made up',
			(await send(closed.url, { headers: made, body: payload(orderId) })).status,
			closed,
		);
		stage.simulator.control.change({ suspended: true });
		await note(
			'Colt does not answer the look-up',
			(await send(hook.url, { headers: RIGHT, body: payload(orderId) })).status,
		);
		stage.simulator.control.change({ suspended: false });
		expected.push(
			["another environment's order", 404, 0],
			['another address', 403, 0],
			['a right address made up', 403, 0],
			['Colt does not answer the look-up', 503, 0],
		);
		const { status } = await send(hook.url, { headers: RIGHT, body: payload(orderId) });
		await hook.executions(1);
		await note('the right one', status);
		await note('the same again', (await send(hook.url, { headers: RIGHT, body: payload(orderId) })).status);
		await note(
			'the same without secret',
			(await send(hook.url, { headers: JSON_TYPE, body: payload(orderId) })).status,
		);
		await hook.off();
		await note('workflow off', (await send(hook.url, { headers: RIGHT, body: payload(orderId, 'failed') })).status);
		expected.push(
			['the right one', 200, 1],
			['the same again', 200, 1],
			['the same without secret', 401, 1],
			['workflow off', 404, 1],
		);
		print(rows);
		expect(rows.map(({ name, status, executions }) => [name, status, executions])).toEqual(expected);
	} finally {
		await closed.close();
		await hook.close();
	}
}
