import { randomUUID } from 'node:crypto';

import { inputError } from '../errors/problem';

/**
 * The content of a file that is read only when it is sent, and not kept after that. As JSON it is the hash of the
 * content, so that a request with files has the same identity in every try.
 */
export class FileContent {
	constructor(
		/** SHA-256 of the content, hexadecimal. */
		readonly sha256: string,
		/** Size of the content. */
		readonly bytes: number,
		private readonly read: () => Promise<string>,
	) {}

	/** The content in base64. @throws ColtError when the file is not there any more */
	async toBase64(): Promise<string> {
		try {
			return await this.read();
		} catch (error) {
			throw inputError(
				'Documents',
				`have a file that cannot be read: ${error instanceof Error ? error.message : String(error)}`,
				'Check that the execution that made the file still exists, then send the item again.',
				'document',
			);
		}
	}

	toJSON(): string {
		return `sha256:${this.sha256}`;
	}
}

/** Files of a JSON text that are not filled in yet, by the mark that represents each, in the order of the text. */
export type OpenFiles = ReadonlyMap<string, FileContent>;

/** A body as JSON text, with a mark in place of each file. */
export function bodyText(body: unknown): { text: string; files: OpenFiles } {
	const files = new Map<string, FileContent>();
	const text = JSON.stringify(body, function (this: Record<string, unknown>, key, value: unknown) {
		const original = this[key];
		if (!(original instanceof FileContent)) return value;
		const mark = randomUUID();
		files.set(mark, original);
		return mark;
	});
	return { text, files };
}

/** A JavaScript string is limited to about 512 MB, and base64 makes a file a third longer. */
const MOST_BYTES = 300 * 1_048_576;

/**
 * The JSON text with the files read and filled in.
 * @throws ColtError when a file cannot be read, or all are too large for one request
 */
export async function fillIn(text: string, files: OpenFiles): Promise<string> {
	const bytes = [...files.values()].reduce((sum, file) => sum + file.bytes, 0);
	if (bytes > MOST_BYTES) {
		throw inputError(
			'Documents',
			`of one request have ${Math.round(bytes / 1_048_576)} MB together`,
			'Send fewer items in one bulk order, or smaller files.',
			'document',
		);
	}
	const parts: string[] = [];
	let rest = text;
	for (const [mark, file] of files) {
		const at = rest.indexOf(mark);
		parts.push(rest.slice(0, at), await file.toBase64());
		rest = rest.slice(at + mark.length);
	}
	return parts.join('') + rest;
}
