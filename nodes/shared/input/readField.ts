import type { INodeProperties, INodePropertyCollection } from 'n8n-workflow';

import { FILE_FIELD } from '../documents/documentsField';
import { inputError } from '../errors/problem';
import type { Field, Params } from '../operation/types';
import { readBoolean } from './readBoolean';
import { readChoice, readChoices } from './readChoice';
import type { Choice } from './readChoice';
import { readWrittenDate } from './readDate';
import { readNumber } from './readNumber';
import type { NumberRule } from './readNumber';
import { toText } from '../text';
import { readText } from './readText';

/** A field, of whatever node, as far as its value is read by it. */
export type ReadableField = Pick<
	Field,
	| 'displayName'
	| 'name'
	| 'type'
	| 'options'
	| 'typeOptions'
	| 'default'
	| 'takesOtherValues'
	| 'emptyIsMeant'
	| 'holdsDocument'
	| 'holdsPhoneNumber'
>;

/** Where a value comes from: this decides what an empty one means. */
export interface Origin {
	/** As the node stores it, before expressions are evaluated. */
	stored: unknown;
	/** What contains the field. */
	within?: 'node' | 'filters' | 'collection' | 'row';
	/** False when the user has switched the local checks off: then Colt's own words beyond the lists pass. */
	checks?: boolean;
}

const isGroup = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

export const isExpression = (stored: unknown): boolean => typeof stored === 'string' && stored.startsWith('=');

/** What is stored for a part of a value; all of it comes from the expression that the whole comes from. */
function storedPart(stored: unknown, name: string | number): unknown {
	if (isExpression(stored)) return stored;
	return typeof stored === 'object' && stored !== null ? (stored as Record<string | number, unknown>)[name] : undefined;
}

const isBlank = (value: unknown): boolean =>
	value === undefined ||
	value === null ||
	(typeof value === 'string' && value.trim() === '') ||
	(Array.isArray(value) && value.length === 0);

/** Text where the field's emptiness says something: no range end is a single number, no choice is "Any". */
function meansSomething({ options, type, emptyIsMeant }: ReadableField, value: unknown): boolean {
	if (typeof value !== 'string') return false;
	return emptyIsMeant === true || (type === 'options' && ((options ?? []) as Choice[]).some((one) => one.value === ''));
}

/** Refuses an empty filter, and an expression without a value: neither is intended. */
function refuseEmpty({ displayName }: ReadableField, { stored, within }: Origin): void {
	if (within === 'filters')
		throw inputError(
			displayName,
			'is empty: remove the filter to list all',
			'Or correct its value, or the data that its expression points at.',
			'missing',
		);
	if (isExpression(stored))
		throw inputError(
			displayName,
			'is empty: its expression gives nothing for this item',
			'Correct the expression or the data it points at, or clear the field.',
			'missing',
		);
}

const numberRuleOf = ({ typeOptions, default: example }: ReadableField): NumberRule => ({
	isWhole: typeOptions?.numberPrecision === 0,
	...(typeOptions?.minValue !== undefined && { min: typeOptions.minValue }),
	...(typeOptions?.maxValue !== undefined && { max: typeOptions.maxValue }),
	...(typeof example === 'number' && { example }),
});

/**
 * A field that was left blank: there is no value, and for a switch, a choice or a number of the node that is not
 * enough.
 */
function readBlank({ type, displayName, options = [] }: ReadableField, { within = 'node' }: Origin): unknown {
	if (type === 'collection' || type === 'fixedCollection') return {};
	if (type === 'multiOptions') return [];
	if (type === 'boolean') return readBoolean('', displayName);
	if (type === 'options') {
		const names = (options as Choice[]).map(({ name }) => name);
		throw inputError(displayName, 'is empty', `Use one of ${names.join(', ')}.`, 'missing');
	}
	if (type === 'number' && within === 'node') return readNumber('', displayName, {});
	return type === 'number' || type === 'dateTime' || type === 'json' || type === 'resourceMapper' ? undefined : '';
}

function demandGroup(value: unknown, label: string): Record<string, unknown> {
	if (isGroup(value)) return value;
	throw inputError(label, 'is not a group of fields', 'Fill in the fields one by one, or remove it.');
}

function readParts(parts: readonly ReadableField[], value: Record<string, unknown>, origin: Origin): Params {
	const given = parts.filter(
		({ name }, index) => Object.hasOwn(value, name) && parts.findIndex((part) => part.name === name) === index,
	);
	return Object.fromEntries(
		given.map((part) => [
			part.name,
			readField(part, value[part.name], { ...origin, stored: storedPart(origin.stored, part.name) }),
		]),
	);
}

function readCollection(field: ReadableField, value: unknown, origin: Origin): Params {
	const within = field.name === 'filters' ? 'filters' : 'collection';
	return readParts((field.options ?? []) as INodeProperties[], demandGroup(value, field.displayName), {
		...origin,
		within,
	});
}

/** The rows of one group of fields; a single row may come without a list. */
function readGroup(
	{ displayName }: ReadableField,
	{ values }: INodePropertyCollection,
	rows: unknown,
	origin: Origin,
): Params[] {
	const list = Array.isArray(rows) ? (rows as unknown[]) : [rows];
	return list.map((row, index) =>
		readParts(values, demandGroup(row, displayName), {
			...origin,
			within: 'row',
			stored: Array.isArray(origin.stored) ? storedPart(origin.stored, index) : origin.stored,
		}),
	);
}

function readRows(field: ReadableField, value: unknown, origin: Origin): Params {
	const given = demandGroup(value, field.displayName);
	const groups = ((field.options ?? []) as INodePropertyCollection[]).filter(({ name }) => Object.hasOwn(given, name));
	return Object.fromEntries(
		groups.map((group) => {
			const rows = given[group.name];
			const stored = storedPart(origin.stored, group.name);
			return [group.name, isBlank(rows) ? [] : readGroup(field, group, rows, { ...origin, stored })];
		}),
	);
}

/** What was chosen from a list, or typed instead: n8n keeps both as an object around the value. */
const located = (value: unknown, type: ReadableField['type']): unknown =>
	isGroup(value) && (type === 'resourceLocator' || value.__rl === true) ? value.value : value;

type Reader = (field: ReadableField, value: unknown, origin: Origin) => unknown;

const choicesOf = ({ options = [] }: ReadableField): readonly Choice[] => options as Choice[];

/**
 * A reader for each type of field; all others contain texts. JSON and the end customer form have readers of their own.
 */
const READERS: Partial<Record<ReadableField['type'], Reader>> = {
	boolean: ({ displayName }, value) => readBoolean(value, displayName),
	number: (field, value) => readNumber(value, field.displayName, numberRuleOf(field)),
	options: (field, value, { checks }) =>
		readChoice(value, field.displayName, choicesOf(field), field.takesOtherValues === true && checks === false),
	multiOptions: (field, value) => readChoices(value, field.displayName, choicesOf(field)),
	dateTime: ({ displayName }, value) => readWrittenDate(value, displayName),
	collection: readCollection,
	fixedCollection: readRows,
	json: (_, value) => value,
	resourceMapper: (_, value) => value,
};

/**
 * Reads the value of a field by the field's type: the one place where values of people, expressions and models become
 * switches, numbers, texts, choices and dates.
 * @param value with expressions evaluated
 * @returns boolean, number, text, list of choices, `WrittenDate`, or an object of those for a collection
 * @throws ColtError of kind `input`, naming the field
 */
export function readField(field: ReadableField, value: unknown, origin: Origin): unknown {
	const { displayName, type } = field;
	if (field.holdsDocument === true) return isGroup(value) ? JSON.stringify(value) : toText(value);
	const inner = located(value, type);
	const stored =
		type === 'resourceLocator' && isGroup(origin.stored) ? storedPart(origin.stored, 'value') : origin.stored;
	if (isBlank(inner)) {
		if (meansSomething(field, inner)) return '';
		refuseEmpty(field, { ...origin, stored });
		return readBlank(field, origin);
	}
	if (field.holdsPhoneNumber === true && typeof inner === 'number') return inner;
	const read = READERS[type];
	if (read !== undefined) return read(field, inner, origin);
	// A file of an earlier node, or the name of one: it is read with the documents.
	return field.name === FILE_FIELD ? inner : readText(inner, displayName);
}
