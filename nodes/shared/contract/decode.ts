import { shapeOf, wireOf } from './encode';
import type { Field, ObjectShape, Shape, ValuesShape } from './table';

export type Dictionary = Record<string, unknown>;

/**
 * Wire value to logical value. Unknown keys are left out, aliases (dotted paths too) stand in for a missing name,
 * values are compared without case, blanks, hyphens and brackets, a single object where a list is due counts as a list of one.
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

function read(field: Field, wire: Dictionary): unknown {
	const direct = at(wire, wireOf(field));
	if (direct !== undefined || typeof field === 'string') return direct;
	for (const alias of field.aliases ?? []) {
		const value = alias.split('.').reduce<unknown>(at, wire);
		if (value !== undefined) return value;
	}
	return undefined;
}

function at(value: unknown, key: string): unknown {
	return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
		? (value as Dictionary)[key]
		: undefined;
}

const plain = (text: string): string => text.replace(/[\s_()[\]-]+/g, '').toLowerCase();

function decodeValue({ values, aliases = {} }: ValuesShape, value: unknown): unknown {
	if (typeof value !== 'string') return value;
	const wanted = plain(value);
	const found =
		Object.entries(values).find(([, wire]) => plain(wire) === wanted) ??
		Object.entries(values).find(([logical]) => plain(logical) === wanted) ??
		Object.entries(aliases).find(([, words]) => words.some((word) => plain(word) === wanted));
	return found?.[0] ?? value;
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
