import type { IExecuteFunctions } from 'n8n-workflow';

import { inputError } from '../errors/problem';
import type { LoadedDocument, Params } from '../operation/types';
import { toText } from '../text';
import { DOCUMENTS_FIELD } from './field';

const LABEL = 'Documents';
/** File kinds a porting desk works with; the vendor documents none, so the API has the last word on the rest. */
const TAKEN = /\.(pdf|docx?|xlsx?|odt|rtf|txt|csv|png|jpe?g|tiff?|bmp|gif|zip|msg|eml)$/i;

interface Row {
	type?: unknown;
	binaryField?: unknown;
}

const megabytes = (bytes: number): string => `${(bytes / 1_048_576).toFixed(1)} MB`;

async function loadOne(
	context: IExecuteFunctions,
	itemIndex: number,
	row: Row,
	limitBytes: number,
): Promise<LoadedDocument> {
	const name = toText(row.binaryField).trim();
	const binary = context.getInputData()[itemIndex]?.binary?.[name];
	if (binary === undefined) {
		throw inputError(
			LABEL,
			`name the input binary field "${name}", which the item does not have`,
			'Check the name in the node before, tab Binary.',
			'document',
		);
	}
	const fileName = binary.fileName ?? (binary.fileExtension === undefined ? name : `${name}.${binary.fileExtension}`);
	if (!TAKEN.test(fileName)) {
		throw inputError(
			LABEL,
			`have the file "${fileName}", whose type is not one for documents`,
			'Send a PDF, an office document, an image or plain text, with its file extension in the name.',
			'document',
		);
	}
	const buffer = await context.helpers.getBinaryDataBuffer(itemIndex, name);
	if (buffer.length === 0)
		throw inputError(
			LABEL,
			`have the file "${fileName}", which is empty`,
			'Check where the file comes from.',
			'document',
		);
	if (buffer.length > limitBytes) {
		throw inputError(
			LABEL,
			`have the file "${fileName}" of ${megabytes(buffer.length)}`,
			`The limit is ${megabytes(limitBytes)}; raise Largest File in the options if Colt takes more.`,
			'document',
		);
	}
	return { type: toText(row.type), fileName, content: buffer.toString('base64') };
}

/**
 * Reads the files an item names. Their content goes into the request alone, never into errors or output.
 * @param limitMb largest file in megabytes
 * @throws ColtError naming the field: no such file, empty, too large, no document
 */
export async function loadDocuments(
	context: IExecuteFunctions,
	itemIndex: number,
	params: Params,
	limitMb: number,
): Promise<LoadedDocument[]> {
	const rows = (params[DOCUMENTS_FIELD] as { document?: Row[] } | undefined)?.document ?? [];
	return await Promise.all(rows.map(async (row) => await loadOne(context, itemIndex, row, limitMb * 1_048_576)));
}
