import { decode } from './decode';
import type { Dictionary } from './decode';
import type { ListShape, ObjectShape, Shape } from './table';

/**
 * How a list came: bare, as a member of the answer, deeper inside it, or not as a list at all but as one record. Only
 * the first two are shapes that an empty or a whole list may have; the others are opened to find records, and prove
 * nothing.
 */
export type ListForm = 'bare' | 'member' | 'nested' | 'single';

/** The list in an answer: its records as they were sent. */
export interface OpenedList {
	form: ListForm;
	records: unknown[];
}

/** No API wraps its records deeper. */
const DEEPEST = 4;
/** How many records are checked to recognise a list of records. */
const SAMPLE = 3;

/** A member that may be an empty list of records; an empty list of errors or links says nothing. */
const HOLDS_RECORDS = /order|number|cli|item|record|result|element|entr|content|data|list|histor|collection|resource/i;
const HOLDS_OTHER = /error|warning|fault|failure|link|message|filter|sort|note|hint/i;

/** Members of a record that are records of their own. */
const OF_OTHERS = /child|parent|relat|previous|next|range|party|customer|error/i;

export const isDictionary = (value: unknown): value is Dictionary =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** How many of the names that the contract knows a value contains. */
const knownIn = (shape: Shape, value: unknown): number =>
	isDictionary(value) ? Object.keys(decode(shape, value) as object).length : 0;

/** Names that distinguish a record from another object. */
const identifies = ({ fields }: ObjectShape, value: unknown): boolean => {
	if (!isDictionary(value)) return false;
	const decoded = decode({ fields }, value) as Dictionary;
	return decoded.id !== undefined || decoded.start !== undefined || decoded.splitStart !== undefined;
};

/**
 * A record as it is to be decoded. The documents write an order as `{ order: { id, … }, numberRangeList: […] }`: what
 * identifies the record is one level deeper, beside its other parts.
 */
export function openRecord(shape: ObjectShape, wire: unknown): unknown {
	if (Array.isArray(wire)) return wire.length === 1 ? openRecord(shape, wire[0]) : wire;
	if (!isDictionary(wire)) return wire;
	if (identifies(shape, wire)) return wire;
	const inner = Object.entries(wire)
		.map(([name, value]): [string, unknown] => [name, Array.isArray(value) && value.length === 1 ? value[0] : value])
		.filter(([name, value]) => isDictionary(value) && !OF_OTHERS.test(name));
	const [own] = inner.filter(([, value]) => identifies(shape, value));
	if (own !== undefined) return { ...withoutMember(wire, own[0]), ...(own[1] as Dictionary) };
	if (knownIn(shape, wire) > 0) return wire;
	const known = inner.filter(([, value]) => knownIn(shape, value) > 0);
	const [only] = known.length > 0 ? known : Object.keys(wire).length === 1 ? inner : [];
	return only?.[1] ?? wire;
}

const withoutMember = (wire: Dictionary, member: string): Dictionary =>
	Object.fromEntries(Object.entries(wire).filter(([name]) => name !== member));

const opened = (shape: Shape | null, entry: unknown): unknown =>
	shape !== null && 'fields' in shape ? openRecord(shape, entry) : entry;

const recordsIn = ({ list }: ListShape, entries: readonly unknown[]): number =>
	list === null ? 0 : Math.max(0, ...entries.slice(0, SAMPLE).map((entry) => knownIn(list, opened(list, entry))));

/** Lists below an object, nearest first. */
function* listsIn(wire: Dictionary, depth = 1): Generator<{ name: string; depth: number; list: unknown[] }> {
	for (const [name, value] of Object.entries(wire)) if (Array.isArray(value)) yield { name, depth, list: value };
	if (depth === DEEPEST) return;
	for (const value of Object.values(wire)) if (isDictionary(value)) yield* listsIn(value, depth + 1);
}

/** The list of an answer whose records say most in the contract's names; undefined when there is nothing like it. */
export function openList(shape: ListShape, wire: unknown): OpenedList | undefined {
	if (Array.isArray(wire)) return { form: 'bare', records: wire };
	if (!isDictionary(wire)) return undefined;
	const lists = [...listsIn(wire)].map((one) => ({ ...one, known: recordsIn(shape, one.list) }));
	const [best] = lists.filter(({ known }) => known > 0).toSorted((one, other) => other.known - one.known);
	if (best !== undefined) return { form: best.depth === 1 ? 'member' : 'nested', records: best.list };
	const single = singleIn(shape, wire);
	if (single !== undefined) return { form: 'single', records: [single] };
	const [named] = lists.filter(({ name }) => HOLDS_RECORDS.test(name) && !HOLDS_OTHER.test(name));
	return named === undefined ? undefined : { form: named.depth === 1 ? 'member' : 'nested', records: named.list };
}

/** One record where a list is due, at whatever depth. */
function singleIn({ list }: ListShape, wire: Dictionary, depth = 1): Dictionary | undefined {
	if (list === null || !('fields' in list)) return undefined;
	const record = openRecord(list, wire);
	if (identifies(list, record)) return record as Dictionary;
	if (depth === DEEPEST) return undefined;
	for (const value of Object.values(wire)) {
		const inner = isDictionary(value) ? singleIn({ list }, value, depth + 1) : undefined;
		if (inner !== undefined) return inner;
	}
	return undefined;
}

/** The value of an answer that may wrap what the contract expects bare: a list, or one record. */
export function unwrap(shape: Shape, wire: unknown): unknown {
	if (typeof wire !== 'object' || wire === null) return wire;
	if ('list' in shape) {
		const found = openList(shape, wire)?.records;
		return found === undefined ? wire : found.map((entry) => opened(shape.list, entry));
	}
	return 'fields' in shape ? openRecord(shape, wire) : wire;
}
