import { createServer } from 'node:http';
import type { IncomingHttpHeaders, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { jwtVerify } from 'jose';

import { decodeBody } from '../../nodes/shared/contract/codec';
import type { InboundNotification } from '../../nodes/shared/contract/logicalTypes';
import { inbound } from '../../nodes/shared/contract/wire.generated';
import { waitFor } from '../../scripts/lib/waitFor';
import { startSimulator } from '../../simulator/server';
import type { Simulator } from '../../simulator/server';

interface Received {
	headers: IncomingHttpHeaders;
	body: InboundNotification;
}

/** A receiver that answers what it is told, and notes what comes. */
async function startReceiver() {
	const received: Received[] = [];
	const answers: number[] = [];
	const server: Server = createServer((request, response) => {
		let text = '';
		request.on('data', (chunk: Buffer) => (text += chunk.toString()));
		request.on('end', () => {
			received.push({ headers: request.headers, body: decodeBody(inbound.operations.callBack, JSON.parse(text)) });
			response.writeHead(answers.shift() ?? 204).end();
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
	return { url, received, answers, close: () => new Promise((resolve) => server.close(resolve)) };
}

const FAST = { firstDelayMs: 1, longestDelayMs: 4 };

describe('callbacks of the Inbound API', () => {
	let simulator: Simulator;
	let receiver: Awaited<ReturnType<typeof startReceiver>>;

	beforeEach(async () => {
		receiver = await startReceiver();
		simulator = await startSimulator({ clock: 'stepped' });
	});
	afterEach(async () => {
		expect(simulator.control.violations()).toEqual([]);
		await simulator.close();
		await receiver.close();
	});

	const order = () =>
		simulator.inboundControl.seed({
			orders: [{ type: 'activation', country: 'GB', ranges: [{ start: '+448081000000', end: '+448081000000' }] }],
		}).orders[0]?.id ?? '';
	const finish = (id: string, status = 'Completed') => simulator.inboundControl.changeOrder(id, { status });
	const eventsSent = () =>
		simulator.callbacks
			.list()
			.map(({ event, state, attempts }) => [event, state, attempts.map(({ status }) => status)]);
	const control = async (method: string, path: string, body?: object) =>
		await fetch(`${simulator.controlUrl}/inbound${path}`, { method, ...(body && { body: JSON.stringify(body) }) });

	test('raised, completed and failed come by HTTP, in the order of an order, each with the order', async () => {
		expect(
			(
				await control('POST', '/callbacks', {
					url: receiver.url,
					authentication: { type: 'header', name: 'x-secret', value: 's3cret' },
				})
			).status,
		).toBe(200);
		const [good, bad] = [order(), order()];
		finish(good);
		finish(bad, 'Failed with error');
		await simulator.callbacks.idle();
		expect(receiver.received).toHaveLength(4);
		expect(receiver.received.every(({ headers }) => headers['x-secret'] === 's3cret')).toBe(true);
		const of = (id: string) =>
			receiver.received.filter(({ body }) => body.content?.order?.id === id).map(({ body }) => body.event);
		expect(of(good)).toEqual(['raised', 'completed']);
		expect(of(bad)).toEqual(['raised', 'failed']);
		expect(await (await control('GET', `/callbacks?orderId=${good}`)).json()).toMatchObject([
			{ event: 'raised', state: 'delivered' },
			{ event: 'completed', state: 'delivered' },
		]);
	});

	test('no receiver, no callback; none for orders of the other API', async () => {
		order();
		simulator.callbacks.register({ url: receiver.url });
		simulator.control.seed({ orders: [{ type: 'activation', country: 'GB' }] });
		await simulator.callbacks.idle();
		expect(receiver.received).toEqual([]);
		expect(simulator.callbacks.list()).toEqual([]);
	});

	test('what is not answered by success is tried again with growing pauses, then given up', async () => {
		simulator.callbacks.register({ url: receiver.url, retry: { ...FAST, attempts: 3 } });
		receiver.answers.push(500, 503, 204);
		order();
		await simulator.callbacks.idle();
		receiver.answers.push(500, 404, 500);
		order();
		await simulator.callbacks.idle();
		expect(eventsSent()).toEqual([
			['raised', 'delivered', [500, 503, 204]],
			['raised', 'given up', [500, 404, 500]],
		]);
		const [first, again] = receiver.received;
		expect(again?.body).toEqual(first?.body);
	});

	test('nobody listens: attempts without an answer', async () => {
		simulator.callbacks.register({ url: receiver.url.replace(/:\d+/, ':9'), retry: { ...FAST, attempts: 2 } });
		order();
		await simulator.callbacks.idle();
		expect(simulator.callbacks.list()).toMatchObject([{ state: 'given up', attempts: [{ status: 0 }, { status: 0 }] }]);
	});

	test('on demand they are lost, doubled, and out of order', async () => {
		simulator.callbacks.register({ url: receiver.url });
		expect((await control('POST', '/callbacks/disturb', { drop: 1 })).status).toBe(200);
		order();
		await simulator.callbacks.idle();
		expect([receiver.received.length, eventsSent()]).toEqual([0, [['raised', 'dropped', []]]]);
		simulator.callbacks.disturb({ duplicate: 1 });
		order();
		await simulator.callbacks.idle();
		expect(receiver.received.map(({ body }) => body.id)).toEqual(Array(2).fill(receiver.received[0]?.body.id));
		simulator.callbacks.disturb({ reverse: 2 });
		finish(order());
		await simulator.callbacks.idle();
		expect(receiver.received.slice(2).map(({ body }) => body.event)).toEqual(['completed', 'raised']);
	});

	test('one can be sent again, with the same id', async () => {
		simulator.callbacks.register({ url: receiver.url });
		const id = order();
		await simulator.callbacks.idle();
		expect(await (await control('POST', '/callbacks/send', { orderId: id, event: 'raised' })).json()).toMatchObject({
			orderId: id,
			isRepeat: true,
		});
		await waitFor('the repeat', () => receiver.received.length === 2 || undefined);
		expect(receiver.received[1]?.body.id).toBe(receiver.received[0]?.body.id);
	});

	test('a burst: one delivery for each order', async () => {
		simulator.callbacks.register({ url: receiver.url, parallel: 20 });
		simulator.inboundControl.seed({
			orders: Array.from({ length: 200 }, () => ({ type: 'activation' as const, country: 'GB' as const })),
		});
		await simulator.callbacks.idle();
		expect(new Set(receiver.received.map(({ body }) => body.id)).size).toBe(200);
	});

	test('basic and signed tokens', async () => {
		simulator.callbacks.register({
			url: receiver.url,
			authentication: { type: 'basic', user: 'colt', password: 'pässword' },
		});
		order();
		await simulator.callbacks.idle();
		const key = 'a shared secret of enough characters';
		simulator.callbacks.register({
			url: receiver.url,
			authentication: { type: 'jwt', algorithm: 'HS256', key, audience: 'sandbox' },
		});
		order();
		await simulator.callbacks.idle();
		const [basic, bearer] = receiver.received.map(({ headers }) => headers.authorization ?? '');
		expect(Buffer.from(basic?.replace('Basic ', '') ?? '', 'base64').toString()).toBe('colt:pässword');
		await jwtVerify(bearer?.replace('Bearer ', '') ?? '', new TextEncoder().encode(key), {
			algorithms: ['HS256'],
			audience: 'sandbox',
			requiredClaims: ['exp'],
		});
	});

	test.each([
		['/callbacks', { url: 'https://example.com/hook' }, 400],
		['/callbacks', { url: 'nowhere' }, 400],
		['/callbacks', { url: 'http://127.0.0.1:1/', retry: { often: 3 } }, 400],
		['/callbacks', { url: 'http://127.0.0.1:1/', authentication: { type: 'none' } }, 400],
		['/callbacks/disturb', { lose: 1 }, 400],
		['/callbacks/disturb', { drop: -1 }, 400],
		['/callbacks/send', { orderId: 'x', event: 'raised' }, 404],
		['/callbacks/send', { orderId: 'x', event: 'lost' }, 400],
	])('POST %s %j is answered %i', async (path, body, status) => {
		expect((await control('POST', path, body)).status).toBe(status);
	});
});
