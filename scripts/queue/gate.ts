import { connect, createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';

/** A way to a TCP service that can be closed and opened again, as a lost service is to its clients. */
export class Gate {
	private readonly sockets = new Set<Socket>();

	private server: Server | undefined;

	private constructor(
		private readonly target: { host: string; port: number },
		readonly port: number,
	) {}

	static async to(target: { host: string; port: number }): Promise<Gate> {
		const probe = createServer();
		const port = await new Promise<number>((resolve, reject) => {
			probe.once('error', reject);
			probe.listen(0, '127.0.0.1', () => resolve((probe.address() as AddressInfo).port));
		});
		await new Promise((resolve) => probe.close(resolve));
		const gate = new Gate(target, port);
		await gate.open();
		return gate;
	}

	async open(): Promise<void> {
		const server = createServer((client) => this.pass(client));
		await new Promise<void>((resolve, reject) => {
			server.once('error', reject);
			server.listen(this.port, '127.0.0.1', resolve);
		});
		this.server = server;
	}

	/** Refuses new connections and ends all that there are. */
	async close(): Promise<void> {
		const { server } = this;
		this.server = undefined;
		const closed = new Promise((resolve) => (server === undefined ? resolve(undefined) : server.close(resolve)));
		for (const socket of this.sockets) socket.destroy();
		await closed;
	}

	private pass(client: Socket): void {
		const service = connect(this.target);
		for (const [socket, other] of [
			[client, service],
			[service, client],
		] as const) {
			this.sockets.add(socket);
			socket.setNoDelay(true);
			socket.pipe(other);
			socket.once('error', () => socket.destroy());
			socket.once('close', () => {
				this.sockets.delete(socket);
				other.destroy();
			});
		}
	}
}
