import type { IBinaryData, INodeExecutionData } from 'n8n-workflow';

import { inputError } from '../errors/problem';
import type { ColtError } from '../errors/problem';
import { toText } from '../text';

const LABEL = 'Documents';
const EXAMPLE = "{{ $('On form submission').item.binary.LOA }}";

/** A file that a row of Documents names. */
export interface NamedFile {
	/** The name of its binary field, as far as it is known. */
	name: string;
	binary: IBinaryData;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether n8n would take a value for a file: `isBinaryValue` of n8n-workflow, which versions before 2 do not have. */
const isFile = (value: unknown): value is IBinaryData =>
	isRecord(value) &&
	typeof value.mimeType === 'string' &&
	(typeof value.data === 'string' || typeof value.id === 'string');

const fileOf = (binary: IBinaryData): NamedFile => ({ name: binary.fileName ?? 'file', binary });

/** The file an expression gives. `$binary` has a file of the item without its content: it is known by all else. */
function given(value: unknown, { binary = {} }: INodeExecutionData): NamedFile | undefined {
	if (isFile(value)) return fileOf(value);
	if (!isRecord(value) || typeof value.mimeType !== 'string') return undefined;
	const facts = Object.entries(value).filter(([, known]) => known !== undefined);
	const same = Object.entries(binary).find(([, file]) => facts.every(([fact, known]) => file[fact] === known));
	return same === undefined ? undefined : { name: same[0], binary: same[1] };
}

const refused = (what: string, remedy: string): ColtError => inputError(LABEL, what, remedy, 'document');

/** The file of a name: a binary field, or where n8n keeps binary data in the JSON, a field there. */
function lookUp(name: string, { binary = {}, json }: INodeExecutionData): IBinaryData | undefined {
	if (Object.hasOwn(binary, name)) return binary[name];
	const value = Object.hasOwn(json, name) ? (json[name] as unknown) : undefined;
	return isFile(value) ? value : undefined;
}

function byName(text: string, item: INodeExecutionData): NamedFile[] {
	const found = lookUp(text, item);
	if (found !== undefined) return [{ name: text, binary: found }];
	const names = text.split(',').map((part) => part.trim().replace(/^\$?(?:json|binary)\./, ''));
	const files = names.flatMap((name): NamedFile[] => {
		const binary = lookUp(name, item);
		return binary === undefined ? [] : [{ name, binary }];
	});
	if (files.length === names.length) return files;
	if (text.includes('[object Object]')) {
		throw refused(
			`have the text "${text}" instead of a file`,
			`Use an expression and nothing else in 'Input Binary Field', such as ${EXAMPLE}.`,
		);
	}
	const others = Object.keys(item.binary ?? {});
	throw refused(
		`name the file "${text}", but the item has ` +
			`${others.length === 0 ? 'no files' : `only ${others.map((name) => `"${name}"`).join(', ')}`}`,
		'Check the name in the output of the node before. Nodes such as Extract from File and Edit Fields do not ' +
			'pass files on: add them again with Merge, or take the file of an earlier node with an expression such as ' +
			`${EXAMPLE}.`,
	);
}

/**
 * The files that *Input Binary Field* of a row names: the name of a binary field, or several separated by commas; by an
 * expression a file itself, as n8n's own nodes take it, all files of an item (`$binary`), or a list of those.
 * @throws ColtError naming the field
 */
export function findFiles(value: unknown, item: INodeExecutionData): NamedFile[] {
	const file = given(value, item);
	if (file !== undefined) return [file];
	if (Array.isArray(value) && value.length > 0) return value.flatMap((entry: unknown) => findFiles(entry, item));
	if (isRecord(value)) {
		const members = Object.entries(value);
		const files = members.flatMap(([name, member]) => {
			const one = given(member, item);
			return one === undefined ? [] : [{ name, binary: one.binary }];
		});
		if (files.length > 0 && files.length === members.length) return files;
		throw refused(
			"need a file, and 'Input Binary Field' gives an object that is not one",
			`Give the name of a binary field, or an expression for a file such as ${EXAMPLE}.`,
		);
	}
	const text = Array.isArray(value) ? '' : toText(value).trim();
	if (text === '') {
		throw refused(
			"need a file, and 'Input Binary Field' is empty",
			'Enter the name of the binary field with the file, or remove the document.',
		);
	}
	return byName(text, item);
}
