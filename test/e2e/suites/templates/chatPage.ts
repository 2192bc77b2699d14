import { randomUUID } from 'node:crypto';
import { waitFor } from '../../../../scripts/lib/waitFor';
import type { Stage } from '../../stage';
import { AUTHORIZATION } from './live';
import type { Live } from './live';

/** What n8n's chat page and server tell each other beside messages. */
const HEARTBEAT = 'n8n|heartbeat';
const isControl = (message: string): boolean => message.startsWith('n8n|');

/** One question in n8n's hosted chat, asked as its page asks: by a call, and a socket for the answer. */
export class Chat {
	readonly answers: string[] = [];

	private constructor(private readonly socket: WebSocket) {
		socket.addEventListener('message', ({ data }) => {
			const message = String(data);
			if (message === HEARTBEAT) socket.send(`${HEARTBEAT}-ack`);
			else if (!isControl(message)) this.answers.push(message);
		});
	}

	/** Asks; fails with n8n's status if the chat does not take the question. */
	static async ask(stage: Stage, live: Live, trigger: string, chatInput: string): Promise<Chat> {
		const address = `${stage.n8n.url}/webhook/${live.node(trigger).webhookId}/chat`;
		const sessionId = randomUUID();
		const answer = await waitFor('the chat to answer', async () => {
			const response = await fetch(address, {
				method: 'POST',
				headers: { 'content-type': 'application/json', authorization: AUTHORIZATION },
				body: JSON.stringify({ action: 'sendMessage', sessionId, chatInput }),
			});
			return response.status === 404 ? undefined : response;
		});
		const { executionId = '', resumeToken = '' } = (await answer.json()) as Record<string, string | undefined>;
		if (executionId === '') throw new Error(`The chat has answered with ${answer.status}`);
		const query = new URLSearchParams({ sessionId, executionId, isPublic: 'true', token: resumeToken });
		return new Chat(new WebSocket(`${stage.n8n.url.replace('http', 'ws')}/chat?${query.toString()}`));
	}

	/** The first answer. */
	async answer(): Promise<string> {
		return await waitFor('an answer in the chat', () => this.answers[0]);
	}

	close(): void {
		this.socket.close();
	}
}
