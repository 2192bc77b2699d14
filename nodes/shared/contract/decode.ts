import { shapeOf, wireOf } from './encode';
import type { Field, ObjectShape, Shape, ValuesShape } from './table';

export type Dictionary = Record<string, unknown>;

/**
 * Wire value to logical value. Unknown keys are left out, aliases (dotted paths too) replace a missing name,
 * names are found in other capitals too, values are compared without case, blanks, hyphens and brackets, a single
 * object where a list is due counts as a list of one.
 */
export function decode(shape: Shape | null | undefined, value: unknown): unknown {
	if (!shape || value === null || value === undefined) return value;
	if ('list' in shape) return (Array.isArray(value) ? value : [value]).map((item) => decode(shape.list, item));
	if ('values' in shape) return decodeValue(shape, value);
	if ('sortBy' in shape) return typeof value === 'string' ? decodeSort(shape.sortBy, value) : value;
	return typeof value === 'object' && !Array.isArray(value) ? decodeObject(shape, value as Dictionary) : value;
}

function decodeObject(shape: ObjectShape, wire: Dictionary): Dictionary {
	const logical: Dictionary = {};
	for (const [name, field] of Object.entries(shape.fields)) {
		const value = read(field, wire);
		if (value !== undefined) logical[name] = decode(shapeOf(field), value);
	}
	return logical;
}

/** Names of a field on the wire, the contract's own first. */
const namesOf = (field: Field): readonly string[] =>
	typeof field === 'string' ? [field] : [field.wire, ...(field.aliases ?? [])];

/**
 * An object where a plain value is due, such as `{ "value": "Completed" }`: one of the other names may lead into it.
 */
const isUnopened = (field: Field, value: unknown): boolean =>
	typeof value === 'object' && value !== null && !Array.isArray(value) && shapeOf(field) === undefined;

function read(field: Field, wire: Dictionary): unknown {
	let otherwise: unknown;
	for (const name of namesOf(field)) {
		// Query parameters have dots in their own names.
		const direct = at(wire, name);
		const value = direct === undefined && name.includes('.') ? name.split('.').reduce<unknown>(at, wire) : direct;
		if (value !== undefined && value !== null && !isUnopened(field, value)) return value;
		if (otherwise === undefined) otherwise = value;
	}
	return otherwise;
}

/** The member of an object by its name, in other capitals too. */
function at(value: unknown, key: string): unknown {
	if (typeof value !== 'object' || value === null) return undefined;
	if (Object.hasOwn(value, key)) return (value as Dictionary)[key];
	const wanted = key.toLowerCase();
	const name = Object.keys(value).find((other) => other.length === key.length && other.toLowerCase() === wanted);
	return name === undefined ? undefined : (value as Dictionary)[name];
}

const plain = (text: string): string => text.replace(/[\s_()-]+/g, '').toLowerCase();

function decodeValue({ values, others = {} }: ValuesShape, value: unknown): unknown {
	if (typeof value !== 'string') return value;
	const wanted = plain(value);
	const is = (text: string): boolean => plain(text) === wanted;
	return (
		(Object.entries(values).find(([, wire]) => is(wire)) ??
			Object.entries(values).find(([logical]) => is(logical)) ??
			Object.entries(others).find(([, wires]) => wires.some(is)))?.[0] ?? value
	);
}

function decodeSort(sortBy: ObjectShape, value: string): string {
	const byWire = new Map(Object.entries(sortBy.fields).map(([name, field]) => [wireOf(field), name]));
	return value
		.split(',')
		.map((part) => part.trim())
		.map((part) => {
			const sign = /^[-+]/.exec(part)?.[0] ?? '';
			const wire = part.slice(sign.length);
			return sign + (byWire.get(wire) ?? wire);
		})
		.join(',');
}
