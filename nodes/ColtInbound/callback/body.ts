import type { IncomingCall } from './http';
import { refusals } from './refusal';
import type { Refusal } from './refusal';

/** A notification is about one order; the largest real ones are a few kilobytes. */
export const LARGEST_BODY = 1024 * 1024;

/** `application/json`, also with parameters, and what is built on it (RFC 6839). */
const isJson = (contentType: unknown): boolean => typeof contentType === 'string' && /^application\/([a-z0-9.+-]+\+)?json\s*(;|$)/i.test(contentType.trim());

/**
 * Reads a body that nobody has read yet. What is too long is not kept; the rest of it is let pass, so that the caller
 * gets the answer instead of a broken connection.
 */
async function collect(request: IncomingCall): Promise<Buffer | Refusal> {
	const chunks: Buffer[] = [];
	let length = 0;
	return await new Promise((resolve) => {
		request.on('data', (chunk: Buffer) => {
			length += chunk.length;
			if (length <= LARGEST_BODY) {
				chunks.push(chunk);
				return;
			}
			chunks.length = 0;
			resolve(refusals.tooLarge);
		});
		request.once('end', () => resolve(Buffer.concat(chunks)));
		request.once('error', () => resolve(refusals.notReadable));
		request.once('close', () => resolve(refusals.notReadable));
	});
}

/** What n8n's reader refuses is told by its status, such as 413 for what unpacks to too much. */
async function unpack(request: IncomingCall): Promise<Buffer | Refusal> {
	try {
		await request.readRawBody?.();
	} catch (error) {
		return (error as { statusCode?: number }).statusCode === 413 ? refusals.tooLarge : refusals.notReadable;
	}
	return request.rawBody ?? refusals.notReadable;
}

async function bytesOf(request: IncomingCall): Promise<Buffer | Refusal> {
	if (Number(request.headers['content-length'] ?? 0) > LARGEST_BODY) return refusals.tooLarge;
	if (request.rawBody !== undefined) return request.rawBody;
	const isPacked = (request.headers['content-encoding'] ?? 'identity') !== 'identity';
	if (request.destroyed === true) return refusals.notReadable;
	return isPacked ? await unpack(request) : await collect(request);
}

/** Reads the JSON of a callback. @returns why not, if it cannot be */
export async function readJson(request: IncomingCall): Promise<{ json: unknown } | Refusal> {
	if (!isJson(request.headers['content-type'])) return refusals.mediaType;
	const bytes = await bytesOf(request);
	if (!Buffer.isBuffer(bytes)) return bytes;
	if (bytes.length > LARGEST_BODY) return refusals.tooLarge;
	try {
		return { json: JSON.parse(bytes.toString('utf8').replace(/^\uFEFF/, '')) as unknown };
	} catch {
		return refusals.notJson;
	}
}
