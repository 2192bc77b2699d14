import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

/** A port of 127.0.0.1 that is free now. */
export const freePort = (): Promise<number> => listenOnce(0);

/** Throws with a sentence for the user when something already listens on this port of 127.0.0.1. */
export async function demandFree(port: number): Promise<void> {
	await listenOnce(port).catch((error: NodeJS.ErrnoException) => {
		throw new Error(`Port ${port} cannot be used: ${error.code === 'EADDRINUSE' ? 'something else listens there' : error.message}`);
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
