import { ENTRIES } from '../../../nodes/shared/corrections/place';
import type { Place } from '../../../nodes/shared/corrections/place';
import type { SpecOperation } from '../../../nodes/shared/specification/operations';
import { alterNames } from './alteredNames';
import type { AlteredName, NamingStyle } from './alteredNames';

type Json = Record<string, unknown>;
type Form = 'OpenAPI 3.0' | 'OpenAPI 3.1' | 'Swagger 2.0';

/** What was altered of one operation. */
export interface Truth {
	id: string;
	half: 'request' | 'answer';
	name: AlteredName;
}

/** A specification of another taste, and what differs in it. */
export function alteredDocument(
	operations: readonly SpecOperation[],
	basePath: string,
	taste: NamingStyle,
	form: Form,
): { document: Json; truth: Truth[] } {
	const truth: Truth[] = [];
	const paths: Record<string, Json> = {};
	for (const operation of operations.filter(({ isCallback }) => !isCallback)) {
		const [request, answer] = [alterNames(operation, 'request', taste), alterNames(operation, 'answer', taste)];
		for (const [half, names] of [
			['request', request],
			['answer', answer],
		] as const)
			truth.push(...names.map((name) => ({ id: operation.id ?? '', half, name })));
		const item = (paths[operation.path] ??= {});
		item[operation.method.toLowerCase()] = operationIn(form, operation, request, answer);
	}
	const info = { title: 'An altered one', version: '1' };
	if (form === 'Swagger 2.0') return { document: { swagger: '2.0', info, basePath, paths }, truth };
	const servers = [{ url: `https://api.example.com${basePath}` }];
	return { document: { openapi: form === 'OpenAPI 3.0' ? '3.0.3' : '3.1.0', info, servers, paths }, truth };
}

function operationIn(
	form: Form,
	operation: SpecOperation,
	request: readonly AlteredName[],
	answer: readonly AlteredName[],
): Json {
	const isSwagger = form === 'Swagger 2.0';
	const parameters: Json[] = request.flatMap(({ places, schema, ours }) =>
		places
			.filter(([section]) => section !== 'body')
			.map(([section, name]) => ({
				name,
				in: section,
				required: ours.isRequired || section === 'path',
				...(isSwagger ? schema : { schema }),
			})),
	);
	const body = schemaFor(request);
	if (isSwagger && body !== undefined) parameters.push({ name: 'body', in: 'body', required: true, schema: body });
	const headers = Object.fromEntries(
		answer.flatMap(({ places, schema }) =>
			places
				.filter(([section]) => section === 'header')
				.map(([, name = '']) => [name, isSwagger ? schema : { schema }]),
		),
	);
	const schema = schemaFor(answer) ?? {};
	const ok = {
		description: 'OK',
		headers,
		...(isSwagger ? { schema } : { content: { 'application/json': { schema } } }),
	};
	return {
		operationId: `call${operation.path.replace(/[^a-z]/gi, '')}`,
		parameters,
		...(!isSwagger &&
			body !== undefined && { requestBody: { required: true, content: { 'application/json': { schema: body } } } }),
		responses: { '200': ok },
	};
}

/** One schema for the body of some names: containers come into being on the way. */
function schemaFor(names: readonly AlteredName[]): Json | undefined {
	const inBody = names.flatMap(({ places, schema, ours }) =>
		places.filter(([section]) => section === 'body').map((place) => ({ place, schema, ours })),
	);
	if (inBody.length === 0) return undefined;
	const root: Json = {};
	for (const { place, schema, ours } of [...inBody].sort((one, other) => one.place.length - other.place.length)) {
		const holder = schemaAt(root, place.slice(1));
		for (const [key, value] of Object.entries(schema)) holder[key] ??= value;
		if (ours.isRequired && place.length > 1 && place.at(-1) !== ENTRIES) demand(root, place);
	}
	return root;
}

function schemaAt(root: Json, steps: Place): Json {
	return steps.reduce<Json>((schema, step) => {
		if (step === ENTRIES) {
			schema['type'] = 'array';
			return (schema['items'] ??= {}) as Json;
		}
		schema['type'] ??= 'object';
		const properties = (schema['properties'] ??= {}) as Record<string, Json>;
		return (properties[step] ??= {});
	}, root);
}

function demand(root: Json, place: Place): void {
	const holder = schemaAt(root, place.slice(1, -1));
	holder['required'] = [...new Set([...((holder['required'] as string[] | undefined) ?? []), place.at(-1)])];
}
