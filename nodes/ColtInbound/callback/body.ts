import { parseJson } from '../../shared/json';
import { toText } from '../../shared/text';
import type { IncomingCall } from './http';
import { refusals } from './refusal';
import type { Refusal } from './refusal';

/** A notification is about one order; the largest real ones are a few kilobytes. */
export const LARGEST_BODY = 1024 * 1024;

/** `application/json`, also with parameters, and what is built on it (RFC 6839). */
const isJson = (contentType: unknown): boolean =>
	typeof contentType === 'string' && /^application\/([a-z0-9.+-]+\+)?json\s*(;|$)/i.test(contentType.trim());

/** The codings that n8n unpacks, by all their names (RFC 9110, 8.4.1), whose case does not matter. */
const PACKINGS = new Map([
	['gzip', 'gzip'],
	['x-gzip', 'gzip'],
	['deflate', 'deflate'],
]);

/** JSON is UTF-8 (RFC 8259, 8.1); a sender that says otherwise is believed. Undefined for a name of no charset. */
function decoderFor(contentType: unknown): { decode(bytes: Uint8Array): string } | undefined {
	const [, charset = 'utf-8'] = /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(toText(contentType)) ?? [];
	try {
		return new TextDecoder(charset);
	} catch {
		return undefined;
	}
}

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
	const coding = toText(request.headers['content-encoding']).trim().toLowerCase() || 'identity';
	if (request.destroyed === true) return refusals.notReadable;
	if (coding === 'identity') return await collect(request);
	const packing = PACKINGS.get(coding);
	if (packing === undefined) return refusals.packing;
	// n8n's reader knows the name in one spelling.
	Object.assign(request.headers, { 'content-encoding': packing });
	return await unpack(request);
}

/** Reads the JSON of a callback. @returns why not, if it cannot be */
export async function readJson(request: IncomingCall): Promise<{ json: unknown } | Refusal> {
	if (!isJson(request.headers['content-type'])) return refusals.mediaType;
	const decoder = decoderFor(request.headers['content-type']);
	if (decoder === undefined) return refusals.mediaType;
	const bytes = await bytesOf(request);
	if (!Buffer.isBuffer(bytes)) return bytes;
	if (bytes.length > LARGEST_BODY) return refusals.tooLarge;
	const parsed = parseJson(decoder.decode(bytes));
	return parsed === undefined ? refusals.notJson : { json: parsed.value };
}
