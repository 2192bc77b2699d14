import type { Json } from '../../../../nodes/shared/corrections/tree';

/** How an invented specification writes a value: a type in short, a schema of its own, an object or a list of one. */
export type Written = string | Json | [Written];

const TYPES: Readonly<Record<string, Json>> = {
	text: { type: 'string' },
	number: { type: 'integer' },
	switch: { type: 'boolean' },
	day: { type: 'string', format: 'date' },
	moment: { type: 'string', format: 'date-time' },
};

/** Marks a schema that is meant as it is. */
export const own = (schema: Json): Json => ({ 'x-own': schema });
export const oneOf = (...values: string[]): Json => own({ type: 'string', enum: values });
export const said = (description: string, type = 'string'): Json => own({ type, description });

/** A schema; a name with `!` at its end is mandatory. */
export function schemaOf(written: Written): Json {
	if (typeof written === 'string') return { ...TYPES[written] };
	if (Array.isArray(written)) return { type: 'array', items: schemaOf(written[0]) };
	if (written['x-own'] !== undefined) return written['x-own'] as Json;
	const members = Object.entries(written as Record<string, Written>);
	const required = members.filter(([name]) => name.endsWith('!')).map(([name]) => name.slice(0, -1));
	return {
		type: 'object',
		properties: Object.fromEntries(members.map(([name, inner]) => [name.replace(/!$/, ''), schemaOf(inner)])),
		...(required.length > 0 && { required }),
	};
}

/** One operation of an invented specification. */
export interface Invented {
	at: string;
	id?: string;
	query?: Record<string, Written>;
	header?: Record<string, Written>;
	body?: Written;
	answer?: Written;
}

/** An OpenAPI 3 document of some operations: `at` is the method and the path below the base path. */
export function document(title: string, operations: readonly Invented[]): Json {
	const paths: Record<string, Json> = {};
	for (const { at, id, query = {}, header = {}, body, answer } of operations) {
		const [method = 'get', path = ''] = at.split(' ');
		const parameters = [...path.matchAll(/\{([^}]+)\}/g)].map(([, name]) => ({
			name,
			in: 'path',
			required: true,
			schema: { type: 'string' },
		})) as Json[];
		for (const [section, names] of Object.entries({ query, header }))
			for (const [name, written] of Object.entries(names))
				parameters.push({
					name: name.replace(/!$/, ''),
					in: section,
					required: name.endsWith('!'),
					schema: schemaOf(written),
				});
		(paths[path] ??= {})[method.toLowerCase()] = {
			...(id !== undefined && { operationId: id }),
			parameters,
			...(body !== undefined && {
				requestBody: { required: true, content: { 'application/json': { schema: schemaOf(body) } } },
			}),
			responses: { 200: { description: 'OK', content: { 'application/json': { schema: schemaOf(answer ?? {}) } } } },
		};
	}
	const servers = [{ url: 'https://api.example.com/numberManagement' }];
	return { openapi: '3.0.3', info: { title, version: '1' }, servers, paths };
}

export type Kind = 'rename' | 'move' | 'value' | 'structure' | 'absent' | 'date' | 'paging' | 'same';

/**
 * By operation and logical name: where it truly stands there, what kind of difference that is, and
 * what its correction must
 * say beside the place; `ask` where it may not be taken over. What is not listed is not there.
 */
export type Truth = Record<string, Record<string, [kind: Kind, place: string, correction?: Json | 'ask']>>;

export interface InventedApi {
	document: Json;
	truth: Truth;
}
