import { createHash } from 'node:crypto';

import type { IBinaryData, IExecuteFunctions } from 'n8n-workflow';
import pLimit from 'p-limit';

import { inputError } from '../errors/problem';
import type { LoadedDocument, Params } from '../operation/types';
import { toText } from '../text';
import { FileContent } from './content';
import { DOCUMENT_TYPES, DOCUMENTS_FIELD, FILE_FIELD } from './documentsField';
import { fileNameOf, isProgram } from './fileName';
import { findFiles } from './reference';
import type { NamedFile } from './reference';

const LABEL = 'Documents';
const MEGABYTE = 1_048_576;

/** How the files of an item are to be judged. */
export interface DocumentRules {
	/** Largest file in megabytes. */
	limitMb: number;
	/** False when the user has switched the local checks off. */
	checks: boolean;
}

type Helpers = Pick<IExecuteFunctions['helpers'], 'getBinaryStream' | 'getBinaryMetadata'>;

/** Many items may have files: so many of them are read at once to learn size and hash. */
const reading = pLimit(4);

const megabytes = (bytes: number): string => `${(bytes / MEGABYTE).toFixed(1)} MB`;

/** Characters of base64 that are decoded at once; a multiple of 4 is a whole number of bytes. */
const PIECE = 1_048_576;

/** Base64 without anything else in it, such as line breaks. */
const plainBase64 = (data: string): string =>
	/[^A-Za-z0-9+/=]/.test(data) ? Buffer.from(data, 'base64').toString('base64') : data;

/** The content piece by piece: from n8n's store, or from the item itself where n8n keeps binary data in memory. */
async function* piecesOf(helpers: Helpers, { id, data }: IBinaryData): AsyncGenerator<Buffer> {
	if (id !== undefined && id !== '') {
		for await (const piece of await helpers.getBinaryStream(id)) yield Buffer.from(piece as Uint8Array);
		return;
	}
	const text = plainBase64(data);
	for (let at = 0; at < text.length; at += PIECE) yield Buffer.from(text.slice(at, at + PIECE), 'base64');
}

async function toBase64(helpers: Helpers, binary: IBinaryData): Promise<string> {
	if (binary.id === undefined || binary.id === '') return plainBase64(binary.data);
	const pieces: Buffer[] = [];
	for await (const piece of piecesOf(helpers, binary)) pieces.push(piece);
	return Buffer.concat(pieces).toString('base64');
}

/** The size as n8n knows it without reading the file; undefined when it does not. */
async function knownSize(helpers: Helpers, { bytes, id, data }: IBinaryData): Promise<number | undefined> {
	if (typeof bytes === 'number') return bytes;
	if (id === undefined || id === '') return Math.floor((data.length * 3) / 4);
	try {
		const { fileSize } = await helpers.getBinaryMetadata(id);
		return fileSize;
	} catch {
		// Some stores do not give the size; reading the file does.
		return undefined;
	}
}

const tooLarge = (fileName: string, bytes: number, limitMb: number): Error =>
	inputError(
		LABEL,
		`have the file "${fileName}" of ${megabytes(bytes)}`,
		`The limit is ${megabytes(limitMb * MEGABYTE)}; raise 'Largest File (MB)' in the options if Colt takes more.`,
		'document',
	);

/** Reads a file once, without keeping it, for its size and hash. */
async function measure(
	helpers: Helpers,
	binary: IBinaryData,
	fileName: string,
	limitMb: number,
): Promise<{ sha256: string; bytes: number }> {
	const hash = createHash('sha256');
	let bytes = 0;
	for await (const piece of piecesOf(helpers, binary)) {
		bytes += piece.length;
		if (bytes > limitMb * MEGABYTE) throw tooLarge(fileName, bytes, limitMb);
		hash.update(piece);
	}
	return { sha256: hash.digest('hex'), bytes };
}

async function openOne(
	helpers: Helpers,
	type: string,
	{ name, binary }: NamedFile,
	{ limitMb, checks }: DocumentRules,
): Promise<LoadedDocument> {
	const fileName = fileNameOf(binary, name);
	if (checks && isProgram(fileName)) {
		throw inputError(
			LABEL,
			`have the file "${fileName}", which is a program`,
			'Send the document itself, such as a PDF, or switch Local Checks off.',
			'program',
		);
	}
	const known = await knownSize(helpers, binary);
	// In memory, the size follows from the length of the base64 text, to a few bytes.
	if (known !== undefined && known > limitMb * MEGABYTE + 2) throw tooLarge(fileName, known, limitMb);
	const { sha256, bytes } = await measure(helpers, binary, fileName, limitMb);
	if (bytes === 0) {
		throw inputError(
			LABEL,
			`have the file "${fileName}", which is empty`,
			'Check where the file comes from.',
			'document',
		);
	}
	return { type, fileName, content: new FileContent(sha256, bytes, async () => await toBase64(helpers, binary)) };
}

interface Row {
	type?: unknown;
	[FILE_FIELD]?: unknown;
}

/** What a document is: the stored value, or the name that the list shows for it. */
function readType(value: unknown): string {
	const text = typeof value === 'object' ? '' : toText(value).trim().toLowerCase();
	const found = DOCUMENT_TYPES.find((type) => type.value.toLowerCase() === text || type.name.toLowerCase() === text);
	if (found !== undefined) return found.value;
	throw inputError(
		LABEL,
		`have the type "${text.slice(0, 40)}", which is not one there is`,
		`Use one of ${DOCUMENT_TYPES.map((type) => type.value).join(', ')}.`,
		'notAChoice',
	);
}

/**
 * The files an item names, judged by name and size; their content is read when it is sent. It goes into the request
 * alone, never into errors or output.
 * @throws ColtError naming the field: no such file, empty, too large, a program
 */
export async function loadDocuments(
	context: IExecuteFunctions,
	itemIndex: number,
	params: Params,
	rules: DocumentRules,
): Promise<LoadedDocument[]> {
	const given = (params[DOCUMENTS_FIELD] as { document?: Row[] | Row } | undefined)?.document ?? [];
	const item = context.getInputData()[itemIndex] ?? { json: {} };
	const files = (Array.isArray(given) ? given : [given]).flatMap((row) => {
		const type = readType(row.type ?? 'loa');
		return findFiles(row[FILE_FIELD], item).map((file) => ({ type, file }));
	});
	return await Promise.all(
		files.map(async ({ type, file }) => await reading(async () => await openOne(context.helpers, type, file, rules))),
	);
}
