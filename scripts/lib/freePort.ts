import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

/** Below the ports that systems give to outgoing connections: one of those could be taken before its owner listens. */
const [LOWEST, HIGHEST] = [20_000, 32_000];
const TRIES = 50;

/** A port of 127.0.0.1 that is free now. */
export async function freePort(): Promise<number> {
	for (let attempt = 1; attempt <= TRIES; attempt += 1) {
		const port = await listenOnce(randomInt(LOWEST, HIGHEST)).catch(() => undefined);
		if (port !== undefined) return port;
	}
	return await listenOnce(0);
}

/** Throws with a sentence for the user when something already listens on this port of 127.0.0.1. */
export async function demandFree(port: number): Promise<void> {
	await listenOnce(port).catch((error: NodeJS.ErrnoException) => {
		throw new Error(
			`Port ${port} cannot be used: ${error.code === 'EADDRINUSE' ? 'something else listens there' : error.message}`,
		);
	});
}

function listenOnce(wanted: number): Promise<number> {
	return new Promise((resolve, reject) => {
		const server = createServer();
		server.once('error', reject);
		server.listen(wanted, '127.0.0.1', () => {
			const { port } = server.address() as AddressInfo;
			server.close(() => resolve(port));
		});
	});
}
