import { type ContractDocument, type Parameter, type Schema, follow, operationsOf } from './document';
import { visit } from './load';

/** A copy of a contract document in logical names and values: properties, `required`, enums, parameters, headers. */
export function toLogical(original: ContractDocument): ContractDocument {
	const document = structuredClone(original);
	visit(document, (node) => {
		if (Array.isArray(node['required'])) renameRequired(original, node);
	});
	visit(document, (node) => {
		const values = node['x-values'];
		if (values && typeof values === 'object') node['enum'] = Object.keys(values);
		if (node['properties']) renameProperties(node);
		// "One of these is mandatory" has no useful form as a type: it would become a union with unknown.
		delete node['anyOf'];
	});
	for (const parameter of Object.values(document.components.parameters)) renameParameter(parameter);
	for (const { operation } of operationsOf(document)) renameHeaders(operation.responses['200']?.headers);
	return document;
}

/** Properties of a schema, those of its `allOf` parts too. */
function allProperties(document: ContractDocument, schema: Schema): Array<[string, Schema]> {
	const own = follow(document, schema);
	return [
		...(own.allOf ?? []).flatMap((part) => allProperties(document, part)),
		...Object.entries(own.properties ?? {}),
	];
}

function renameRequired(document: ContractDocument, schema: Schema): void {
	const names = new Map(allProperties(document, schema).map(([wire, property]) => [wire, property['x-name'] ?? wire]));
	schema.required = schema.required?.map((wire) => names.get(wire) ?? wire);
}

function renameProperties(schema: Schema): void {
	const renamed = Object.entries(schema.properties ?? {}).map(([wire, property]) => [
		property['x-name'] ?? wire,
		property,
	]);
	schema.properties = Object.fromEntries(renamed) as Record<string, Schema>;
}

function renameParameter(parameter: Parameter): void {
	parameter.name = parameter['x-name'] ?? parameter.name;
}

function renameHeaders(headers: Record<string, { 'x-name'?: string }> | undefined): void {
	if (!headers) return;
	for (const [name, header] of Object.entries(headers)) {
		delete headers[name];
		headers[header['x-name'] ?? name] = header;
	}
}
