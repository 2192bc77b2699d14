import type { Server } from 'node:http';
import { clearTimeout, setTimeout } from 'node:timers';
import { setTimeout as pause } from 'node:timers/promises';
import { LONGEST_REFUSAL_MS } from './fault';

/** Another program may use the port for a moment as the local port of a connection. */
const TRIES = 100;
const BETWEEN_TRIES_MS = 50;

/** The listening socket: while it is closed, the machine refuses connections as if no server were running. */
export class ListeningSocket {
	private timer: NodeJS.Timeout | undefined;
	private opened: Promise<void> | undefined = Promise.resolve();

	constructor(
		private readonly server: Server,
		private readonly address: { port: number; host: string },
	) {}

	/** Refuses new connections. Idle ones are closed; calls in progress are still answered. */
	refuseConnections(forMs: number): void {
		clearTimeout(this.timer);
		this.timer = setTimeout(() => void this.open(), Math.min(forMs, LONGEST_REFUSAL_MS));
		this.timer.unref();
		if (this.opened === undefined) return;
		this.opened = undefined;
		this.server.close();
	}

	/** Accepts connections again; resolves when it does. @throws when the port stays taken */
	async open(): Promise<void> {
		clearTimeout(this.timer);
		this.opened ??= this.listenAgain();
		await this.opened;
	}

	private async listenAgain(): Promise<void> {
		for (let tries = 1; ; tries += 1) {
			const problem = await new Promise<Error | undefined>((resolve) => {
				this.server.once('error', resolve);
				this.server.listen(this.address, () => {
					this.server.off('error', resolve);
					resolve(undefined);
				});
			});
			if (problem === undefined) return;
			if (tries === TRIES) throw problem;
			await pause(BETWEEN_TRIES_MS);
		}
	}
}
