import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Message {
	role: string;
	content?: unknown;
}

interface Asked {
	messages: Message[];
	tools?: Array<{ function: { name: string } }>;
	stream?: boolean;
}

/** What the model does next, given all that its tool has answered so far: call it with these arguments, or end. */
export type Model = (answers: readonly string[]) => Record<string, unknown> | undefined;

/** Which tool it calls then, by name; the first it is offered unless one is named. */
export type Choice = (answers: readonly string[]) => string | undefined;

const textOf = ({ content }: Message): string => (typeof content === 'string' ? content : JSON.stringify(content));

async function bodyOf(request: IncomingMessage): Promise<Asked> {
	let text = '';
	for await (const chunk of request) text += String(chunk);
	return JSON.parse(text) as Asked;
}

/** An OpenAI-compatible chat model on the loopback address that does as a script says. */
export class ModelEndpoint {
	/** What the tools have told the model, oldest first. */
	answers: string[] = [];

	private constructor(
		private readonly server: ReturnType<typeof createServer>,
		readonly url: string,
	) {}

	static async open(model: Model, choose: Choice = () => undefined): Promise<ModelEndpoint> {
		const server = createServer();
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const { port } = server.address() as AddressInfo;
		const endpoint = new ModelEndpoint(server, `http://127.0.0.1:${port}/v1`);
		server.on('request', (request, response) => void endpoint.answer(model, choose, request, response));
		return endpoint;
	}

	async close(): Promise<void> {
		this.server.closeAllConnections();
		await new Promise((resolve) => this.server.close(resolve));
	}

	private async answer(
		model: Model,
		choose: Choice,
		request: IncomingMessage,
		response: ServerResponse,
	): Promise<void> {
		const { messages, tools = [], stream = false } = await bodyOf(request);
		this.answers = messages.filter(({ role }) => role === 'tool').map(textOf);
		const args = model(this.answers);
		const call = {
			index: 0,
			id: `call_${this.answers.length}`,
			type: 'function',
			function: { name: choose(this.answers) ?? tools[0]?.function.name, arguments: JSON.stringify(args) },
		};
		const said =
			args === undefined
				? { role: 'assistant', content: `Done. ${this.answers.at(-1) ?? ''}` }
				: { role: 'assistant', content: '', tool_calls: [call] };
		const finish_reason = args === undefined ? 'stop' : 'tool_calls';
		const shared = { id: 'chat-1', created: 1, model: 'scripted' };
		if (!stream) {
			const usage = { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 };
			response.writeHead(200, { 'content-type': 'application/json' });
			response.end(
				JSON.stringify({
					...shared,
					object: 'chat.completion',
					usage,
					choices: [{ index: 0, message: said, finish_reason }],
				}),
			);
			return;
		}
		const chunk = (delta: object, reason: string | null): string =>
			`data: ${JSON.stringify({
				...shared,
				object: 'chat.completion.chunk',
				choices: [{ index: 0, delta, finish_reason: reason }],
			})}\n\n`;
		response.writeHead(200, { 'content-type': 'text/event-stream' });
		response.end(`${chunk(said, null)}${chunk({}, finish_reason)}data: [DONE]\n\n`);
	}
}
