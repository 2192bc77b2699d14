import { ENTRIES } from '../corrections/place';
import type { Place } from '../corrections/place';
import { isObject } from '../corrections/tree';
import type { Json } from '../corrections/tree';
import { follow, readSchema } from './schema';
import type { SchemaFacts } from './schema';

/** A name of a specification, with where it stands and what is said of it. */
export interface SpecName {
	/** The place from its section on: `query.country`, `body.numberRangeList[].numberRangeStart`. */
	place: Place;
	/** The same in the contract's logical names, for our own contract. */
	logical: Place;
	type?: SchemaFacts['type'];
	format?: string;
	values?: readonly unknown[];
	/** Logical values to wire values, for our own contract. */
	logicalValues?: Readonly<Record<string, string>>;
	minimum?: number;
	maximum?: number;
	description?: string;
	example?: unknown;
	default?: unknown;
	pattern?: string;
	isRequired: boolean;
	/** Whether it has no names below it. */
	isLeaf: boolean;
	aliases: readonly string[];
	/** For our own contract: told by the vendor's documents, or inferred. */
	source?: 'documented' | 'inferred';
}

/** One operation of a specification. */
export interface SpecOperation {
	id?: string;
	method: string;
	/** Path with the base path of its server. */
	fullPath: string;
	/** As the document writes it. */
	path: string;
	summary: string;
	request: readonly SpecName[];
	answer: readonly SpecName[];
	/** A request that the vendor sends to the customer. */
	isCallback: boolean;
}

const METHODS = ['get', 'put', 'post', 'delete', 'patch'];
const DEEPEST = 10;
/** Names of one half of an operation: more is no form that people fill in. */
const MOST_NAMES = 2_000;

/** Every operation of an OpenAPI 3 or Swagger 2 document. */
export const readOperations = (document: Json): SpecOperation[] => [...operationsIn(document)];

/** The operations of a document one by one: reading one takes a while if it is large. */
export function* operationsIn(document: Json): Generator<SpecOperation> {
	const read = (section: unknown): Array<[string, unknown]> => Object.entries(isObject(section) ? section : {});
	for (const [path, item] of read(document.paths)) yield* operationsAt(document, path, item, false);
	for (const [name, item] of [...read(document.webhooks), ...read(document['x-webhooks'])])
		yield* operationsAt(document, `/${name}`, item, true);
}

function operationsAt(document: Json, path: string, item: unknown, isCallback: boolean): SpecOperation[] {
	const { value: found } = follow(document, item);
	if (found === undefined) return [];
	return METHODS.flatMap((method): SpecOperation[] => {
		const operation = found[method];
		if (!isObject(operation)) return [];
		const parameters = [...listOf(found.parameters), ...listOf(operation.parameters)].flatMap((one) => {
			const { value } = follow(document, one);
			return value === undefined ? [] : [value];
		});
		const base = basePathOf(document, found, operation);
		return [
			{
				...(typeof operation.operationId === 'string' && { id: operation.operationId }),
				method: method.toUpperCase(),
				fullPath: `${base}${path}`.replace(/\/{2,}/g, '/'),
				path,
				summary: [operation.summary, operation.description].filter((text) => typeof text === 'string').join(' '),
				request: requestNames(document, operation, parameters),
				answer: answerNames(document, operation),
				isCallback,
			},
		];
	});
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);

/** Path of the nearest server, or Swagger's basePath, without a slash at the end. */
function basePathOf(document: Json, item: Json, operation: Json): string {
	if (typeof document.basePath === 'string') return trimSlashes(document.basePath);
	const [server] =
		[operation.servers, item.servers, document.servers].map(listOf).find((list) => list.length > 0) ?? [];
	const written = isObject(server) && typeof server.url === 'string' ? server.url : '/';
	const filled = written.replace(/\{[^}]*\}/g, 'x');
	return URL.canParse(filled, 'https://relative.invalid')
		? trimSlashes(new URL(filled, 'https://relative.invalid').pathname)
		: '';
}

function trimSlashes(path: string): string {
	let end = path.length;
	while (end > 0 && path[end - 1] === '/') end -= 1;
	return path.slice(0, end);
}

function requestNames(document: Json, operation: Json, parameters: readonly Json[]): SpecName[] {
	const names: SpecName[] = [];
	for (const parameter of parameters) {
		const section = String(parameter.in);
		if (section === 'body')
			addSchema(document, parameter.schema, ['body'], ['body'], parameter.required === true, names);
		else if (section === 'formData') addParameter(document, parameter, 'body', names);
		else if (['path', 'query', 'header'].includes(section)) addParameter(document, parameter, section, names);
	}
	const { value: body } = follow(document, operation.requestBody);
	if (body !== undefined)
		addSchema(document, jsonSchemaOf(body.content), ['body'], ['body'], body.required === true, names);
	return names;
}

function addParameter(document: Json, parameter: Json, section: string, names: SpecName[]): void {
	const name = String(parameter.name);
	if (section === 'header' && /^(accept|content-type|authorization)$/i.test(name)) return;
	const schema = parameter.schema ?? jsonSchemaOf(parameter.content) ?? parameter;
	const facts = readSchema(document, schema);
	const marks = { ...facts.marks, ...marksOf(parameter) };
	const description = typeof parameter.description === 'string' ? parameter.description : facts.description;
	const logical = typeof marks['x-name'] === 'string' ? marks['x-name'] : name;
	names.push({
		...nameOf(
			[section, name],
			[section, logical],
			{ ...facts, marks },
			parameter.required === true || section === 'path',
		),
		...(description !== undefined && { description }),
		...(parameter.example !== undefined && { example: parameter.example }),
		isLeaf: true,
	});
}

const marksOf = (value: Json): Json =>
	Object.fromEntries(Object.entries(value).filter(([key]) => key.startsWith('x-')));

function answerNames(document: Json, operation: Json): SpecName[] {
	const names: SpecName[] = [];
	const responses = isObject(operation.responses) ? operation.responses : {};
	const status =
		Object.keys(responses)
			.filter((code) => /^2/.test(code))
			.sort()[0] ?? 'default';
	const { value: response } = follow(document, responses[status]);
	if (response === undefined) return names;
	for (const [name, header] of Object.entries(isObject(response.headers) ? response.headers : {})) {
		const { value } = follow(document, header);
		if (value !== undefined) addParameter(document, { ...value, name, in: 'header' }, 'header', names);
	}
	addSchema(document, response.schema ?? jsonSchemaOf(response.content), ['body'], ['body'], true, names);
	return names;
}

/** The JSON form of a content; any other where there is none. */
function jsonSchemaOf(content: unknown): unknown {
	if (!isObject(content)) return undefined;
	const forms = Object.entries(content);
	const form = forms.find(([type]) => /json/i.test(type)) ?? forms[0];
	return isObject(form?.[1]) ? form[1].schema : undefined;
}

function addSchema(
	document: Json,
	schema: unknown,
	place: Place,
	logical: Place,
	isRequired: boolean,
	names: SpecName[],
	open: readonly string[] = [],
): void {
	if (schema === undefined || place.length > DEEPEST || names.length >= MOST_NAMES) return;
	const facts = readSchema(document, schema);
	// A schema that contains itself is not followed a second time.
	if (facts.references.some((reference) => open.includes(reference))) return;
	const inner = [...open, ...facts.references];
	const isLeaf = facts.properties.size === 0 && facts.items === undefined;
	names.push({ ...nameOf(place, logical, facts, isRequired), isLeaf });
	if (facts.items !== undefined)
		addSchema(document, facts.items, [...place, ENTRIES], [...logical, ENTRIES], false, names, inner);
	for (const [name, property] of facts.properties) {
		const { marks } = readSchema(document, property);
		const own = typeof marks['x-name'] === 'string' ? marks['x-name'] : name;
		addSchema(document, property, [...place, name], [...logical, own], facts.required.has(name), names, inner);
	}
}

function nameOf(place: Place, logical: Place, facts: SchemaFacts, isRequired: boolean): Omit<SpecName, 'isLeaf'> {
	const { type, format, values, minimum, maximum, description, example, pattern, default: preset, marks } = facts;
	const aliases = Array.isArray(marks['x-aliases']) ? (marks['x-aliases'] as string[]) : [];
	return {
		place,
		logical,
		...(type !== undefined && { type }),
		...(format !== undefined && { format }),
		...(values !== undefined && { values }),
		...(isObject(marks['x-values']) && { logicalValues: marks['x-values'] as Record<string, string> }),
		...(minimum !== undefined && { minimum }),
		...(maximum !== undefined && { maximum }),
		...(description !== undefined && { description }),
		...(example !== undefined && { example }),
		...(preset !== undefined && { default: preset }),
		...(pattern !== undefined && { pattern }),
		isRequired,
		aliases,
		...((marks['x-source'] === 'documented' || marks['x-source'] === 'inferred') && { source: marks['x-source'] }),
	};
}
