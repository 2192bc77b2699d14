import type { OpenFiles } from '../documents/content';
import { toText } from '../text';

/** A request as it leaves the client: everything but the authentication. */
export interface WireRequest {
	method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
	url: string;
	headers: Record<string, string>;
	/** Encoded body; absent on GET. */
	body?: string;
	/** Files that are filled into the body when it is sent. */
	files?: OpenFiles;
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

/** n8n's headers with names in lower case; values may be lists. */
export function headersOf(headers: unknown): Record<string, string> {
	const read: Record<string, string> = {};
	for (const [name, value] of Object.entries((headers ?? {}) as Record<string, unknown>)) {
		if (value !== undefined && value !== null)
			read[name.toLowerCase()] = Array.isArray(value) ? value.map(toText).join(', ') : toText(value);
	}
	return read;
}

/**
 * Reads n8n's full response (`returnFullResponse`, `encoding: 'text'`) into ours.
 * n8n gives `statusCode`, `headers`, `body`; header values may be lists.
 */
export function toWireResponse(full: { statusCode: number; headers?: unknown; body?: unknown }): WireResponse {
	const body = full.body;
	const text = typeof body === 'string' ? body : body === undefined || body === null ? '' : JSON.stringify(body);
	return { status: full.statusCode, headers: headersOf(full.headers), text };
}
