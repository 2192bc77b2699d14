import { BrokenOff } from './limits';

const isStream = (body: unknown): body is AsyncIterable<Uint8Array | string> =>
	typeof body === 'object' && body !== null && Symbol.asyncIterator in body;

const tooLarge = (bytes: number): BrokenOff =>
	new BrokenOff('tooLarge', `more than ${Math.round(bytes / 1024 / 1024)} MB`);

function decoderFor(contentType: string): Pick<InstanceType<typeof TextDecoder>, 'decode'> {
	const [, charset = 'utf-8'] = /charset\s*=\s*"?([^\s";]+)/i.exec(contentType) ?? [];
	try {
		return new TextDecoder(charset);
	} catch {
		return new TextDecoder();
	}
}

/**
 * Reads an answer's body as text, piece by piece, and leaves off when it is too large: an endless answer must not fill
 * the memory. A body that n8n has read already is taken as it is.
 * @param mostBytes of the body, decompressed
 * @param contentType may name a charset; JSON is UTF-8 (RFC 8259, 8.1), but a gateway may have re-encoded it
 * @throws BrokenOff `tooLarge`, or `cutOff` when the connection ended in the middle
 */
export async function readBody(body: unknown, mostBytes: number, contentType = ''): Promise<string> {
	if (!isStream(body)) {
		const text = typeof body === 'string' ? body : body === undefined || body === null ? '' : JSON.stringify(body);
		if (text.length > mostBytes) throw tooLarge(mostBytes);
		return text;
	}
	const pieces: Uint8Array[] = [];
	let bytes = 0;
	let isWhole = true;
	try {
		for await (const piece of body) {
			const data = typeof piece === 'string' ? Buffer.from(piece) : piece;
			bytes += data.length;
			// Leaving the loop closes the connection.
			if (bytes > mostBytes) break;
			pieces.push(data);
		}
	} catch {
		isWhole = false;
	}
	if (!isWhole) throw new BrokenOff('cutOff');
	if (bytes > mostBytes) throw tooLarge(mostBytes);
	return decoderFor(contentType).decode(Buffer.concat(pieces));
}
