import type { INodeProperties, INodePropertyCollection } from 'n8n-workflow';

import { FILE_FIELD } from '../documents/field';
import { inputError } from '../errors/problem';
import type { Params } from './types';

/** No field of Colt's is near this long, and a longer one would not fit into a request's address. */
const LONGEST_TEXT = 10_000;

type Property = Pick<INodeProperties, 'displayName' | 'name' | 'type' | 'options'>;

const isGroup = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** What an expression makes of a moment: JavaScript's date or n8n's. */
const isMoment = (value: object): boolean => value instanceof Date || 'toISO' in value;

/**
 * Refuses a list or an object where a single value is meant: an expression that points at a whole record instead of one
 * of its fields. As text it would be sent to Colt.
 * @throws ColtError naming the field
 */
export function demandSingle(value: unknown, label: string): void {
	if (typeof value === 'string' && value.length > LONGEST_TEXT) {
		throw inputError(label, `has ${value.length} characters`, `Use at most ${LONGEST_TEXT}.`, 'tooLong');
	}
	if (typeof value !== 'object' || value === null || isMoment(value)) return;
	const what = Array.isArray(value) ? 'is a list, not a single value' : 'is an object, not a single value';
	throw inputError(label, what, 'Point the expression at one of its fields.');
}

/** What was chosen from a list, or typed instead: n8n keeps both as an object around the value. */
const located = (value: unknown, type: Property['type']): unknown =>
	isGroup(value) && (type === 'resourceLocator' || value.__rl === true) ? value.value : value;

function demandGroup(value: unknown, label: string): Record<string, unknown> {
	if (isGroup(value)) return value;
	throw inputError(label, 'is not a group of fields', 'Fill in the fields one by one, or remove it.');
}

function checkList(value: unknown, label: string): void {
	for (const entry of Array.isArray(value) ? (value as unknown[]) : [value]) demandSingle(entry, label);
}

function checkRows({ displayName, options }: Property, value: unknown): void {
	const groups = demandGroup(value, displayName);
	for (const { name, values } of (options ?? []) as INodePropertyCollection[]) {
		const rows = groups[name] ?? [];
		for (const row of Array.isArray(rows) ? (rows as unknown[]) : [rows])
			checkKinds(values, demandGroup(row, displayName));
	}
}

/**
 * Holds the values of fields against the kind of each field, those of collections included. What a field reads in a way
 * of its own (JSON, the end customer form, the file of a document) is left to it.
 * @throws ColtError naming the first field whose value is of another kind
 */
export function checkKinds(fields: readonly Property[], values: Params): void {
	for (const field of fields) {
		const { displayName, name, type } = field;
		const value = values[name];
		if (value === undefined || value === null || value === '' || name === FILE_FIELD) continue;
		if (type === 'collection') checkKinds((field.options ?? []) as INodeProperties[], demandGroup(value, displayName));
		else if (type === 'fixedCollection') checkRows(field, value);
		else if (type === 'multiOptions') checkList(value, displayName);
		else if (type !== 'json' && type !== 'resourceMapper') demandSingle(located(value, type), displayName);
	}
}
