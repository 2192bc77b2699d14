/** The part of OpenAPI 3.1 that the contract uses, with its own extensions. */
export interface Schema {
	$ref?: string;
	type?: string;
	properties?: Record<string, Schema>;
	required?: string[];
	allOf?: Schema[];
	anyOf?: Schema[];
	items?: Schema;
	enum?: unknown[];
	'x-name'?: string;
	'x-source'?: 'documented' | 'inferred';
	'x-document'?: string;
	'x-basis'?: string;
	'x-values'?: Record<string, string>;
	/** Other wire values that are read as a logical one, and never sent. */
	'x-other-values'?: Record<string, string[]>;
	'x-aliases'?: string[];
	'x-sort-by'?: string;
	[key: string]: unknown;
}

export interface Parameter {
	$ref?: string;
	name: string;
	in: 'query' | 'path' | 'header';
	required?: boolean;
	schema: Schema;
	'x-name'?: string;
	'x-source'?: 'documented' | 'inferred';
	'x-document'?: string;
	'x-basis'?: string;
}

type Content = Record<string, { schema: Schema }>;

export interface Response {
	$ref?: string;
	description?: string;
	headers?: Record<string, Pick<Parameter, 'schema' | 'x-name' | 'x-source' | 'x-basis'>>;
	content?: Content;
}

export interface OperationObject {
	operationId: string;
	summary?: string;
	'x-effect': 'read' | 'order' | 'write';
	'x-restricted'?: boolean;
	parameters?: Parameter[];
	requestBody?: { content: Content };
	responses: Record<string, Response>;
}

export type PathItem = Partial<Record<'get' | 'post', OperationObject>>;

export interface ContractDocument {
	openapi: string;
	servers: [
		{
			url: string;
			variables: {
				host: { default?: string; enum?: string[]; 'x-environments': Record<'production' | 'sandbox', string> };
			};
		},
	];
	paths: Record<string, PathItem>;
	webhooks?: Record<string, PathItem>;
	components: {
		schemas: Record<string, Schema>;
		parameters: Record<string, Parameter>;
		responses: Record<string, Response>;
	};
	[key: string]: unknown;
}

/** The schema, parameter or response that `#/components/…` names. Throws when there is none. */
export function resolveRef<T extends object>(document: ContractDocument, ref: string): T {
	let found: unknown = document;
	for (const key of ref.replace(/^#\//, '').split('/')) found = (found as Record<string, unknown> | undefined)?.[key];
	if (!found) throw new Error(`${ref} does not exist`);
	return found as T;
}

/** The object itself, or what its `$ref` names. */
export function follow<T extends { $ref?: string }>(document: ContractDocument, value: T): T {
	return value.$ref ? resolveRef<T>(document, value.$ref) : value;
}

/** A copy in which every `$ref` is replaced by what it names; keys beside a `$ref` win. */
export function inlined(document: ContractDocument): ContractDocument {
	const copy = (value: unknown): unknown => {
		if (Array.isArray(value)) return value.map(copy);
		if (typeof value !== 'object' || value === null) return value;
		const { $ref, ...rest } = value as { $ref?: string };
		const beside = Object.fromEntries(Object.entries(rest).map(([key, part]) => [key, copy(part)]));
		return $ref === undefined ? beside : { ...(copy(resolveRef(document, $ref)) as object), ...beside };
	};
	return copy(document) as ContractDocument;
}

/** Every operation of a document, the callback included, with its path (empty for a callback). */
export function operationsOf(
	document: ContractDocument,
): Array<{ path: string; method: 'GET' | 'POST'; operation: OperationObject }> {
	const items = [
		...Object.entries(document.paths),
		...Object.values(document.webhooks ?? {}).map((item) => ['', item] as const),
	];
	return items.flatMap(([path, item]) =>
		Object.entries(item).map(([method, operation]) => ({
			path,
			method: method.toUpperCase() as 'GET' | 'POST',
			operation,
		})),
	);
}
