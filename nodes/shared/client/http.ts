import { toText } from '../text';

/** A request as it leaves the client: everything but the authentication. */
export interface WireRequest {
	method: 'GET' | 'POST';
	url: string;
	headers: Record<string, string>;
	/** Encoded body; absent on GET. */
	body?: string;
	timeoutMs?: number;
}

/** An answer as it came in, whatever its status. */
export interface WireResponse {
	status: number;
	/** Header names in lower case. */
	headers: Record<string, string>;
	text: string;
}

/** Sends one request and resolves with any HTTP answer; rejects only when there was none. */
export type Send = (request: WireRequest) => Promise<WireResponse>;

/**
 * Reads n8n's full response (`returnFullResponse`, `encoding: 'text'`) into ours.
 * n8n gives `statusCode`, `headers`, `body`; header values may be lists.
 */
export function toWireResponse(full: { statusCode: number; headers?: unknown; body?: unknown }): WireResponse {
	const headers: Record<string, string> = {};
	for (const [name, value] of Object.entries((full.headers ?? {}) as Record<string, unknown>)) {
		if (value !== undefined && value !== null) headers[name.toLowerCase()] = Array.isArray(value) ? value.map(toText).join(', ') : toText(value);
	}
	const body = full.body;
	const text = typeof body === 'string' ? body : body === undefined || body === null ? '' : JSON.stringify(body);
	return { status: full.statusCode, headers, text };
}
