import { shapeOf, wireOf } from '../nodes/shared/contract/encode';
import type { ObjectShape, Operation, Shape } from '../nodes/shared/contract/table';

/** Wire name of a field given by its logical path, e.g. `relatedParty.endCustomer.name`; only its last part. */
export function wireName(operation: Operation, part: 'query' | 'body', path: string): string {
	let shape: Shape | undefined = operation[part];
	let name = path;
	for (const step of path.split('.')) {
		const field = fieldsOf(shape)?.fields[step];
		if (field === undefined) throw new Error(`${operation.id} has no ${part} field ${path}`);
		name = wireOf(field);
		shape = shapeOf(field);
	}
	return name;
}

/** Wire names in a request that its operation does not know, as dotted paths. */
export function unknownNames(shape: Shape | null | undefined, value: unknown, path: string): string[] {
	if (Array.isArray(value))
		return value.flatMap((item) => unknownNames(shape && 'list' in shape ? shape.list : null, item, `${path}[]`));
	if (!shape || !('fields' in shape) || typeof value !== 'object' || value === null) return [];
	const byWire = new Map(Object.values(shape.fields).map((field) => [wireOf(field), field]));
	const found = Object.entries(value).flatMap(([name, part]) => {
		const field = byWire.get(name);
		return field === undefined ? [`${path}.${name}`] : unknownNames(shapeOf(field), part, `${path}.${name}`);
	});
	return [...new Set(found)];
}

function fieldsOf(shape: Shape | undefined | null): ObjectShape | undefined {
	if (!shape) return undefined;
	if ('list' in shape) return fieldsOf(shape.list);
	return 'fields' in shape ? shape : undefined;
}
