import { parseJson } from '../../shared/json';
import { toText } from '../../shared/text';
import type { IncomingCall } from './callbackHttp';
import { refusals } from './refusal';
import type { Refusal } from './refusal';

/** In bytes. A notification is about one order and has a few kilobytes at most. */
export const LARGEST_BODY = 1024 * 1024;

/** `application/json`, also with parameters, and types with the suffix `+json` (RFC 6839). */
const isJson = (contentType: unknown): boolean =>
	typeof contentType === 'string' && /^application\/([a-z0-9.+-]+\+)?json\s*(;|$)/i.test(contentType.trim());

/** The content codings that n8n decodes, by all their names in lower case (RFC 9110, 8.4.1). */
const CODINGS = new Map([
	['gzip', 'gzip'],
	['x-gzip', 'gzip'],
	['deflate', 'deflate'],
]);

/** JSON is UTF-8 (RFC 8259, 8.1) unless the sender names another charset. Undefined for an unknown charset. */
function decoderFor(contentType: unknown): { decode(bytes: Uint8Array): string } | undefined {
	const [, charset = 'utf-8'] = /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(toText(contentType)) ?? [];
	try {
		return new TextDecoder(charset);
	} catch {
		return undefined;
	}
}

/**
 * Reads a body that has not been read yet, up to the limit. The answer does not wait for the rest of a longer one; that
 * is read and dropped, so that the caller gets the answer instead of a broken connection.
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

/** n8n's reader decodes the body. It throws with a status, such as 413 for a body that is too large when decoded. */
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
	const codingName = CODINGS.get(coding);
	if (codingName === undefined) return refusals.encoding;
	// n8n's reader compares the name exactly.
	Object.assign(request.headers, { 'content-encoding': codingName });
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
