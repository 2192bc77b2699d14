import { createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { waitFor } from '../../../../scripts/lib/waitFor';
import { createCredential } from '../../../../scripts/n8n/storedWorkflows';
import type { StoredCredential } from '../../../../scripts/n8n/storedWorkflows';
import type { Stage } from '../../stage';
import { readMessage } from './message';
import type { Message } from './message';

const ANSWERS: Readonly<Record<string, string>> = {
	EHLO: '250 mailbox',
	HELO: '250 mailbox',
	DATA: '354 go on',
	QUIT: '221 bye',
};

/** A mail server on the loopback address that keeps what n8n's Send Email node sends. */
export class Mailbox {
	readonly messages: Message[] = [];

	private readonly sockets = new Set<Socket>();

	private constructor(
		private readonly server: Server,
		readonly credential: StoredCredential,
	) {}

	static async open(stage: Stage): Promise<Mailbox> {
		const server = createServer();
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const { port } = server.address() as AddressInfo;
		const data = { host: '127.0.0.1', port, secure: false, disableStartTls: true, user: '', password: '' };
		const mailbox = new Mailbox(
			server,
			await createCredential(stage.n8n.rest, { name: 'Mailbox', type: 'smtp', data }),
		);
		server.on('connection', (socket) => mailbox.receive(socket));
		return mailbox;
	}

	async close(): Promise<void> {
		for (const socket of this.sockets) socket.destroy();
		await new Promise((resolve) => this.server.close(resolve));
	}

	/** Waits until so many messages have come, and returns all of them. */
	async wait(count: number): Promise<Message[]> {
		return await waitFor(`${count} messages`, () => (this.messages.length >= count ? this.messages : undefined));
	}

	/** SMTP, as far as a client needs it that sends to a server without TLS and log-in. */
	private receive(socket: Socket): void {
		this.sockets.add(socket.on('close', () => this.sockets.delete(socket)).on('error', () => socket.destroy()));
		let text = '';
		let isContent = false;
		socket.setEncoding('utf8').on('data', (chunk: string) => {
			text += chunk;
			for (
				let end = text.indexOf(isContent ? '\r\n.\r\n' : '\r\n');
				end >= 0;
				end = text.indexOf(isContent ? '\r\n.\r\n' : '\r\n')
			) {
				const part = text.slice(0, end);
				text = text.slice(end + (isContent ? 5 : 2));
				if (isContent) this.messages.push(readMessage(part.replaceAll('\r\n..', '\r\n.')));
				isContent = !isContent && part.toUpperCase() === 'DATA';
				socket.write(`${ANSWERS[part.split(' ')[0]?.toUpperCase() ?? ''] ?? '250 ok'}\r\n`);
				if (part.toUpperCase() === 'QUIT') socket.end();
			}
		});
		socket.write('220 mailbox\r\n');
	}
}
