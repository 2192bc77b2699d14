import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { waitFor } from '../../lib/waitFor';

/** What a workflow reported at its end, and when. */
export interface WorkflowReport {
	items: number;
	/** `performance.now()`. */
	at: number;
}

/** A server on the loopback address where workflows report how many items they have. */
export class Recorder {
	private reports: WorkflowReport[] = [];

	private constructor(
		private readonly server: ReturnType<typeof createServer>,
		readonly url: string,
	) {}

	static async start(): Promise<Recorder> {
		const server = createServer();
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const recorder = new Recorder(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
		server.on('request', (request, response) => {
			let body = '';
			request.on('data', (chunk) => (body += String(chunk)));
			request.on('end', () => {
				recorder.reports.push({ items: (JSON.parse(body) as { items: number }).items, at: performance.now() });
				response.end('{}');
			});
		});
		return recorder;
	}

	/** Waits until a workflow has reported. */
	async next(timeoutMs: number): Promise<WorkflowReport> {
		return await waitFor('the workflow to end', () => this.reports.shift(), { timeoutMs, everyMs: 5 });
	}

	async close(): Promise<void> {
		this.server.closeAllConnections();
		await new Promise((resolve) => this.server.close(resolve));
	}
}
