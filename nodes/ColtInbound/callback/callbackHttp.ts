/** Headers by their names in small letters. */
export type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** What is used of n8n's request, an Express one over Node's stream. */
export interface IncomingCall {
	headers: Headers;
	/** The caller, as far as n8n trusts the proxies before it. */
	ip?: string;
	/** The caller has hung up. */
	destroyed?: boolean;
	/** The body, if n8n has read it. */
	rawBody?: Buffer;
	/** n8n's own reader, which unpacks gzip. */
	readRawBody?: () => Promise<void>;
	on(event: 'data', listener: (chunk: Buffer) => void): unknown;
	once(event: 'end' | 'error' | 'close', listener: () => void): unknown;
}

/** What is used of n8n's response. */
export interface OutgoingAnswer {
	statusCode: number;
	/** The caller has hung up. */
	destroyed?: boolean;
	writeHead(status: number, headers: Record<string, string>): unknown;
	end(body: string): unknown;
	once(event: 'finish' | 'close', listener: () => void): unknown;
}

/** The request behind a webhook. n8n types it by a library that this package does not have. */
export const requestOf = (context: { getRequestObject(): unknown }): IncomingCall =>
	context.getRequestObject() as IncomingCall;

/** The response behind a webhook. */
export const responseOf = (context: { getResponseObject(): unknown }): OutgoingAnswer =>
	context.getResponseObject() as OutgoingAnswer;
