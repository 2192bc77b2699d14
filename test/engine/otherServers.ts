import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server that is not Colt: what it answers to everything. */
export type OtherAnswer = (request: IncomingMessage, response: ServerResponse) => void;

export interface OtherServer {
	url: string;
	/** Method and path of every request but those for a token. */
	asked: string[];
	close(): Promise<void>;
}

const TOKEN = '{"access_token":"OTHER-TOKEN","expires_in":1800}';

/**
 * Starts a server that gives anybody a token and answers everything else alike.
 * @param givesTokens false: the token endpoint is answered like everything else
 */
export async function startOther(answer: OtherAnswer, givesTokens = true): Promise<OtherServer> {
	const asked: string[] = [];
	const server = createServer((request, response) => {
		request.resume();
		if (givesTokens && request.url?.endsWith('/oauth/token') === true) {
			response.setHeader('content-type', 'application/json');
			response.end(TOKEN);
			return;
		}
		asked.push(`${request.method ?? ''} ${request.url ?? ''}`);
		answer(request, response);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		asked,
		async close() {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

const text =
	(status: number, type: string, body: string, headers: Record<string, string> = {}): OtherAnswer =>
	(_, response) => {
		response.writeHead(status, { 'content-type': type, ...headers });
		response.end(body);
	};

const MB = Buffer.alloc(1024 * 1024, ' ');

/** Sends a body piece by piece until the other side has had enough or it is as long as it is to be. */
const long =
	(megabytes: number): OtherAnswer =>
	(_, response) => {
		response.writeHead(200, { 'content-type': 'application/json' });
		response.write('[');
		let left = megabytes;
		const more = (): void => {
			while (left > 0) {
				left -= 1;
				if (!response.write(MB)) return void response.once('drain', more);
			}
			response.end(']');
		};
		more();
	};

/** Everything that may stand where Colt is looked for. */
export const OTHERS: Record<string, OtherAnswer> = {
	'HTML for all': text(200, 'text/html', '<html><title>Welcome Jane Example</title></html>'),
	'404 as HTML': text(404, 'text/html', '<html>not found</html>'),
	'404 as JSON of another taste': text(404, 'application/json', '{"status":"NOT_FOUND","path":"/x"}'),
	'JSON of another taste': text(200, 'application/json', '{"ok":true,"user":{"name":"Jane Example"}}'),
	'a redirect': text(302, 'text/html', '', { location: 'https://login.example.com/sso?user=jane' }),
	'a captive portal': text(511, 'text/html', '<html>log in to the network</html>'),
	'an answer of 100 MB': long(100),
	'an endless answer': long(Number.POSITIVE_INFINITY),
};
