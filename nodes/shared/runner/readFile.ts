import type { IExecuteFunctions } from 'n8n-workflow';

import { inputError } from '../errors/problem';
import type { LocalOperation, Params } from '../operation/types';
import { toText } from '../text';

/** A specification has a few megabytes at most. */
const LARGEST_BYTES = 20_000_000;

/**
 * The fields of an item with the text of the file that one of them names.
 * @throws ColtError when the item has no such file
 */
export async function withFileText(
	context: IExecuteFunctions,
	{ file, fields }: LocalOperation,
	params: Params,
	itemIndex: number,
): Promise<Params> {
	if (file === undefined || params[file.choice] !== 'file') return params;
	const label = fields.find(({ name }) => name === file.name)?.displayName ?? file.name;
	const name = toText(params[file.name]).trim();
	const binary = context.getInputData()[itemIndex]?.binary;
	if (binary === undefined || !Object.hasOwn(binary, name))
		throw inputError(
			label,
			`"${name}" names no file of this item`,
			`Use one of: ${Object.keys(binary ?? {}).join(', ') || 'the item has no files'}.`,
			'document',
		);
	const content = await context.helpers.getBinaryDataBuffer(itemIndex, name);
	if (content.length > LARGEST_BYTES)
		throw inputError(label, `has ${content.length} bytes`, `Use a file of at most ${LARGEST_BYTES} bytes.`, 'document');
	return { ...params, [file.text]: content.toString('utf8') };
}
