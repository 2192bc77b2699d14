import type { Field, Shape, SortShape } from './table';

/** Wire name of a field. */
export const wireOf = (field: Field): string => (typeof field === 'string' ? field : field.wire);
/** Shape of a field's value, if it has one. */
export const shapeOf = (field: Field): Shape | undefined => (typeof field === 'string' ? undefined : field.shape);

/**
 * Logical value to wire value. Drops undefined and nothing else ('' 0 false null stay);
 * an unknown logical field throws, with its path in the message.
 */
export function encode(shape: Shape | null | undefined, value: unknown, path = ''): unknown {
	if (!shape || value === null || value === undefined) return value;
	if ('list' in shape) {
		return Array.isArray(value) ? value.map((item, index) => encode(shape.list, item, `${path}[${index}]`)) : value;
	}
	if ('values' in shape) return (typeof value === 'string' && own(shape.values, value)) || value;
	if ('sortBy' in shape) return typeof value === 'string' ? encodeSort(shape, value) : value;
	if (typeof value !== 'object' || Array.isArray(value)) throw new TypeError(`${path || 'The value'} is not an object`);
	const wire: Record<string, unknown> = {};
	for (const [name, part] of Object.entries(value)) {
		if (part === undefined) continue;
		const here = path ? `${path}.${name}` : name;
		const field = own(shape.fields, name);
		if (field === undefined) throw new TypeError(`Unknown field ${here}`);
		wire[wireOf(field)] = encode(shapeOf(field), part, here);
	}
	return wire;
}

/** Own property only: a field named `constructor` is as unknown as any other. */
export function own<T>(record: Readonly<Record<string, T>>, name: string): T | undefined {
	return Object.hasOwn(record, name) ? record[name] : undefined;
}

function encodeSort({ sortBy }: SortShape, value: string): string {
	return value
		.split(',')
		.map((part) => {
			const text = part.trim();
			const sign = /^[-+]/.exec(text)?.[0] ?? '';
			const name = text.slice(sign.length);
			const field = own(sortBy.fields, name);
			return sign + (field === undefined ? name : wireOf(field));
		})
		.join(',');
}
