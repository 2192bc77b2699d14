import type { IDataObject } from 'n8n-workflow';

import { CUSTOMER_PARTS } from '../customer/customerParts';
import { readRange } from '../orders/ranges';

/** Lists of records that say what an order is about; other lists of records are left out of simplified items. */
const KEPT_LISTS: readonly string[] = ['numberRanges', 'furtherRanges', 'numbers', 'stillReserved'];

/** What Colt sent, before it was read. */
const RAW: readonly string[] = ['raw', 'rawOrder'];

/**
 * Fields of the end customer form by their place in an answer: an item names them as the form does, so that what was
 * read can be mapped to it by name.
 */
const FORM_NAMES: ReadonlyMap<string, string> = new Map([
	...CUSTOMER_PARTS.map(({ id, section, path }) => [[section, ...path].join('.'), id] as const),
	['endCustomer.customerReference', 'customerReference'] as const,
	// `city` is the end customer's, as in the form.
	['city', 'numberCity'] as const,
]);

const isRecord = (value: unknown): value is IDataObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const isListOfRecords = (value: unknown): value is IDataObject[] =>
	Array.isArray(value) && value.length > 0 && value.every(isRecord);

const camel = (path: readonly string[]): string =>
	path.map((part, index) => (index === 0 ? part : part.charAt(0).toUpperCase() + part.slice(1))).join('');

/** Members in their order, nested ones by a name of their own; a name that is taken is not overwritten. */
function flatten(value: IDataObject, keep: readonly string[], into: IDataObject, path: readonly string[] = []): void {
	for (const [key, member] of Object.entries(value)) {
		const here = [...path, key];
		if (isRecord(member)) flatten(member, keep, into, here);
		else if (!isListOfRecords(member) || keep.includes(key)) {
			const name = FORM_NAMES.get(here.join('.')) ?? camel(here);
			if (!Object.hasOwn(into, name)) into[name] = member;
			else if (into[name] !== member && name !== camel(here)) into[camel(here)] ??= member;
		}
	}
}

/** One range as start and end, with what Colt says of it; several stay a list, whose ranges are no single one. */
function withRange({ numberRanges, ...item }: IDataObject): IDataObject {
	const ranges = Array.isArray(numberRanges) ? (numberRanges as unknown[]).filter(isRecord) : [];
	const [only] = ranges;
	if (only === undefined) return item;
	const { numberRangeStart: _start, numberRangeEnd: _end, ...others } = item;
	if (ranges.length > 1) return { ...others, numberRanges: ranges };
	const { start, end, ...more } = only;
	const read = readRange(only, item.country);
	return { ...others, numberRangeStart: read?.start ?? start, numberRangeEnd: read?.end ?? end, ...more };
}

/**
 * An item as the option Simplify gives it: flat, in the contract's names, one range as start and end, without what Colt
 * sent. Lists of records are left out, except those of numbers.
 * @param keep further lists of records to keep
 */
export function simplified(item: IDataObject, keep: readonly string[] = []): IDataObject {
	const flat: IDataObject = {};
	const known = Object.fromEntries(Object.entries(item).filter(([name]) => !RAW.includes(name)));
	flatten(withRange(known), [...KEPT_LISTS, ...keep], flat);
	if (isListOfRecords(flat.numbers)) flat.numbers = flat.numbers.map((one) => simplified(one));
	return flat;
}
