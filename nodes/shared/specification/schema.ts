import { isObject } from '../corrections/tree';
import type { Json } from '../corrections/tree';

/** What a schema says of a value, with all that `$ref` and `allOf` add to it. */
export interface SchemaFacts {
	type?: 'text' | 'number' | 'boolean' | 'object' | 'list';
	format?: string;
	values?: readonly unknown[];
	minimum?: number;
	maximum?: number;
	pattern?: string;
	description?: string;
	example?: unknown;
	default?: unknown;
	required: ReadonlySet<string>;
	properties: ReadonlyMap<string, unknown>;
	items?: unknown;
	/** Keys of our own contract (`x-name` and the like), of the nearest schema that has them. */
	marks: Json;
	/** References on the way, to end what contains itself. */
	references: readonly string[];
}

/** What a reference within a document names; undefined when it leads nowhere or out of the document. */
export function resolve(document: Json, reference: string): unknown {
	if (!reference.startsWith('#/')) return undefined;
	return reference
		.slice(2)
		.split('/')
		.map((key) => decodeSafely(key).replaceAll('~1', '/').replaceAll('~0', '~'))
		.reduce<unknown>(
			(holder, key) => (isContainer(holder) && Object.hasOwn(holder, key) ? holder[key] : undefined),
			document,
		);
}

const isContainer = (value: unknown): value is Json => typeof value === 'object' && value !== null;

function decodeSafely(key: string): string {
	return /%(?![0-9a-fA-F]{2})/.test(key) ? key : decodeURIComponent(key);
}

const MOST_REFERENCES = 50;

/** Follows the references of a value to what they name. */
export function follow(document: Json, value: unknown): { value: Json | undefined; references: string[] } {
	const references: string[] = [];
	let found = value;
	while (isObject(found) && typeof found.$ref === 'string') {
		if (references.includes(found.$ref) || references.length > MOST_REFERENCES) return { value: undefined, references };
		references.push(found.$ref);
		found = resolve(document, found.$ref);
	}
	return { value: isObject(found) ? found : undefined, references };
}

/** Reads a schema; one that refers to itself is read once. */
export function readSchema(document: Json, schema: unknown): SchemaFacts {
	const parts: Json[] = [];
	const references: string[] = [];
	collect(document, schema, parts, references);
	const first = (key: string): unknown => parts.find((part) => part[key] !== undefined)?.[key];
	const alternatives = parts.flatMap((part) => [part.oneOf, part.anyOf].filter(Array.isArray).flat() as unknown[]);
	const variants = alternatives.map((one) => readSchema(document, isSelf(one, references) ? {} : one));
	const properties = new Map<string, unknown>(variants.flatMap((variant) => [...variant.properties]));
	for (const part of [...parts].reverse()) {
		if (isObject(part.properties))
			for (const [name, inner] of Object.entries(part.properties)) properties.set(name, inner);
	}
	const required = new Set(
		parts
			.flatMap((part) => (Array.isArray(part.required) ? (part.required as unknown[]) : []))
			.filter((name) => typeof name === 'string'),
	);
	const items = first('items') ?? variants.find((variant) => variant.items !== undefined)?.items;
	const values = valuesOf(parts) ?? variants.map(({ values: some }) => some).find((some) => some !== undefined);
	const type =
		typeOf(first('type'), properties, items, values) ??
		variants.map((one) => one.type).find((one) => one !== undefined);
	return {
		...(type !== undefined && { type }),
		...textual('format', first('format') ?? first('contentEncoding')),
		...textual('pattern', first('pattern')),
		...textual('description', first('description')),
		...given('example', exampleOf(first)),
		...given('default', first('default')),
		...numeric('minimum', first('minimum')),
		...numeric('maximum', first('maximum')),
		...(values !== undefined && { values }),
		required,
		properties,
		...(items !== undefined && { items }),
		marks: Object.assign({}, ...[...parts].reverse().map(marksOf)) as Json,
		references,
	};
}

const isSelf = (schema: unknown, references: readonly string[]): boolean =>
	isObject(schema) && typeof schema.$ref === 'string' && references.includes(schema.$ref);

function collect(document: Json, schema: unknown, parts: Json[], references: string[]): void {
	if (!isObject(schema) || parts.length > 200) return;
	parts.push(schema);
	if (typeof schema.$ref === 'string' && !references.includes(schema.$ref)) {
		references.push(schema.$ref);
		collect(document, resolve(document, schema.$ref), parts, references);
	}
	if (Array.isArray(schema.allOf))
		for (const part of schema.allOf as unknown[]) collect(document, part, parts, references);
}

const marksOf = (part: Json): Json => Object.fromEntries(Object.entries(part).filter(([key]) => key.startsWith('x-')));

function valuesOf(parts: readonly Json[]): readonly unknown[] | undefined {
	for (const part of parts) {
		if (isObject(part['x-values'])) return Object.values(part['x-values']);
		if (Array.isArray(part.enum)) return (part.enum as unknown[]).filter((value) => value !== null);
		if (part.const !== undefined) return [part.const];
	}
	return undefined;
}

const TYPES: Record<string, SchemaFacts['type']> = {
	string: 'text',
	number: 'number',
	integer: 'number',
	boolean: 'boolean',
	object: 'object',
	array: 'list',
	file: 'text',
};

function typeOf(
	stated: unknown,
	properties: ReadonlyMap<string, unknown>,
	items: unknown,
	values?: readonly unknown[],
): SchemaFacts['type'] {
	const types = [stated].flat().filter((type) => type !== 'null');
	const known = types.map((type) => TYPES[String(type)]).find((type) => type !== undefined);
	if (known !== undefined) return known;
	if (properties.size > 0) return 'object';
	if (items !== undefined) return 'list';
	const [value] = values ?? [];
	if (typeof value === 'string') return 'text';
	if (typeof value === 'number') return 'number';
	return typeof value === 'boolean' ? 'boolean' : undefined;
}

const given = (key: string, value: unknown): Record<string, unknown> => (value === undefined ? {} : { [key]: value });

function exampleOf(first: (key: string) => unknown): unknown {
	const examples = first('examples');
	return first('example') ?? (Array.isArray(examples) ? (examples as unknown[])[0] : undefined);
}

const textual = (key: string, value: unknown): Record<string, string> =>
	typeof value === 'string' ? { [key]: value } : {};
const numeric = (key: string, value: unknown): Record<string, number> =>
	typeof value === 'number' ? { [key]: value } : {};
