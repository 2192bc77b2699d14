import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { startSimulator } from '../../simulator/server';
import type { Simulator } from '../../simulator/server';
import { startEngine } from './harness';
import type { Engine } from './harness';
import { credentialFor } from './startSimulated';

type Json = Record<string, unknown>;

/** How an API writes its orders and its list of them. */
export interface Shape {
	record?: (order: Json) => unknown;
	list?: (records: unknown[]) => unknown;
}

/** A Colt of another shape: the simulator, whose order records and lists are rewritten on their way. */
export interface Reshaped {
	simulator: Simulator;
	engine: Engine;
	/** From now on orders come so. */
	become(shape: Shape): void;
	close(): Promise<void>;
}

const ORDERS = /\/v1\/order(?:\/[^/?]+)?(?:\?|$)/;

/** Starts it on the loopback address. */
export async function startReshaped(shape: Shape = {}): Promise<Reshaped> {
	const simulator = await startSimulator({ clock: 'stepped' });
	let { record = (order: Json) => order, list = (records: unknown[]) => records } = shape as Required<Shape>;
	const reshape = (body: unknown): unknown =>
		Array.isArray(body) ? list((body as Json[]).map((order) => record(order))) : record(body as Json);
	const server = createServer((request, response) => {
		const forward = async (body: Buffer): Promise<void> => {
			const headers = Object.entries(request.headers).filter(
				([name]) => !/^(host|content-length|connection)$/.test(name),
			);
			const answer = await fetch(new URL(request.url ?? '', simulator.url), {
				method: request.method ?? 'GET',
				headers: Object.fromEntries(headers) as Record<string, string>,
				...(body.length > 0 && { body }),
			});
			const text = await answer.text();
			const isOrders = answer.ok && request.method === 'GET' && ORDERS.test(request.url ?? '');
			for (const [name, value] of answer.headers)
				if (!/^(content-length|content-encoding|transfer-encoding|connection)$/.test(name))
					response.setHeader(name, value);
			response.writeHead(answer.status).end(isOrders ? JSON.stringify(reshape(JSON.parse(text))) : text);
		};
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => void forward(Buffer.concat(chunks)));
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	const url = `http://127.0.0.1:${port}${new URL(simulator.url).pathname.replace(/\/$/, '')}`;
	const engine = await startEngine({ coltOAuth2Api: { ...credentialFor(simulator), baseUrl: url } });
	return {
		simulator,
		engine,
		become: (next) => void ({ record = (order: Json) => order, list = (records: unknown[]) => records } = next),
		async close() {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
			await simulator.close();
		},
	};
}
