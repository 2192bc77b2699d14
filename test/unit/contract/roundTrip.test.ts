import fc from 'fast-check';
import { decode } from '../../../nodes/shared/contract/decode';
import { encode, shapeOf } from '../../../nodes/shared/contract/encode';
import type { Operation, Shape } from '../../../nodes/shared/contract/table';
import { authentication, inbound, wholesaleSip } from '../../../nodes/shared/contract/wire.generated';

/** Any logical value of a shape, fields left out at will. */
function valueOf(shape: Shape | null | undefined): fc.Arbitrary<unknown> {
	if (!shape) return fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null));
	if ('list' in shape) return fc.array(valueOf(shape.list), { maxLength: 3 });
	if ('values' in shape) return fc.constantFrom(...Object.keys(shape.values));
	if ('sortBy' in shape) return fc.constantFrom(...Object.keys(shape.sortBy.fields)).map((name) => `-${name}`);
	const fields = Object.entries(shape.fields).map(([name, field]) => [name, valueOf(shapeOf(field))] as const);
	return fc.record(Object.fromEntries(fields), { requiredKeys: [], noNullPrototype: true });
}

const shapes = Object.entries({ wholesaleSip, inbound, authentication }).flatMap(([api, { operations }]) =>
	(Object.values(operations) as Operation[]).flatMap((operation) =>
		(['query', 'body', 'response'] as const).flatMap((part): Array<[string, Shape]> => {
			const shape = operation[part];
			return shape ? [[`${api} ${operation.id} ${part}`, shape]] : [];
		}),
	),
);

/**
 * An alias stands in for a missing name, so a value that lacks a field can look like another; the wire names cannot.
 */
const strict = (shape: Shape | null): Shape | null =>
	shape && 'fields' in shape
		? {
				fields: Object.fromEntries(
					Object.entries(shape.fields).map(([name, field]) => [
						name,
						typeof field === 'string' ? field : { wire: field.wire, shape: strict(field.shape ?? null) ?? undefined },
					]),
				),
			}
		: shape && 'list' in shape
			? { list: strict(shape.list) }
			: shape;

it.each(shapes)('%s comes back as it was', (_, shape) => {
	fc.assert(
		fc.property(valueOf(shape), (value) => {
			const wire = JSON.parse(JSON.stringify(encode(shape, value))) as unknown;
			expect(decode(strict(shape), wire)).toEqual(value);
		}),
		{ numRuns: 30 },
	);
});
