import type { Field, ObjectShape, Shape } from '../../nodes/shared/contract/table';
import { type ContractDocument, type Schema, resolveRef } from './document';

/** Builds the shapes of one document; a schema that is named by `$ref` becomes one shared shape. */
export class ShapeBuilder {
	/** Shapes of named schemas, in the order in which they must be declared. */
	readonly named = new Map<string, Shape>();
	private readonly open = new Set<string>();

	constructor(private readonly document: ContractDocument) {}

	/** Shape of a schema; undefined when its values are the same on both sides. */
	shape(schema: Schema): Shape | undefined {
		if (schema.$ref) return this.reference(schema.$ref);
		const { 'x-values': values, 'x-other-values': others } = schema;
		if (values) return { values, ...(others && { others }) };
		if (schema['x-sort-by']) return { sortBy: this.object(schema['x-sort-by']) };
		if (schema.items) return { list: this.shape(schema.items) ?? null };
		const properties = this.properties(schema);
		if (properties.length === 0) return undefined;
		const required = this.required(schema, properties);
		return {
			fields: Object.fromEntries(properties.map(([wire, property]) => this.entry(wire, property))),
			...(required.length > 0 && { required }),
		};
	}

	/** Shape of a named schema that must be an object. */
	object(ref: string): ObjectShape {
		const shape = this.reference(ref);
		if (!shape || !('fields' in shape)) throw new Error(`${ref} is not an object`);
		return shape;
	}

	/** Logical name and field of a property or parameter. */
	entry(wire: string, schema: Schema, naming: Pick<Schema, 'x-name' | 'x-aliases'> = schema): [string, Field] {
		const shape = this.shape(schema);
		const aliases = naming['x-aliases'];
		const field: Field = shape || aliases ? { wire, ...(shape && { shape }), ...(aliases && { aliases }) } : wire;
		return [naming['x-name'] ?? wire, field];
	}

	private reference(ref: string): Shape | undefined {
		const known = this.named.get(ref);
		if (known) return known;
		if (this.open.has(ref)) throw new Error(`${ref} contains itself, which the wire table cannot express`);
		this.open.add(ref);
		const shape = this.shape(resolveRef<Schema>(this.document, ref));
		this.open.delete(ref);
		if (shape) this.named.set(ref, shape);
		return shape;
	}

	/** Logical names of what the schema and its parts demand. */
	private required(schema: Schema, properties: ReadonlyArray<[string, Schema]>): string[] {
		const resolved = schema.$ref ? resolveRef<Schema>(this.document, schema.$ref) : schema;
		const names = new Map(properties.map(([wire, property]) => [wire, property['x-name'] ?? wire]));
		const own = (resolved.required ?? []).map((wire) => names.get(wire) ?? wire);
		return [...(resolved.allOf ?? []).flatMap((part) => this.required(part, properties)), ...own];
	}

	private properties(schema: Schema): Array<[string, Schema]> {
		const resolved = schema.$ref ? resolveRef<Schema>(this.document, schema.$ref) : schema;
		const inherited = (resolved.allOf ?? []).flatMap((part) => this.properties(part));
		return [...inherited, ...Object.entries(resolved.properties ?? {})];
	}
}
