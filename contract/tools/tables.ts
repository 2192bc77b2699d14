import type { ApiTable, ObjectShape, Operation, Shape } from '../../nodes/shared/contract/table';
import { type ContractDocument, type OperationObject, type Parameter, follow, operationsOf } from './document';
import { ShapeBuilder } from './shapes';

export interface BuiltTable {
	table: ApiTable;
	/** Named shapes by `$ref`, in the order of declaration. */
	named: ReadonlyMap<string, Shape>;
}

/** The wire table of one contract document. */
export function buildTable(document: ContractDocument): BuiltTable {
	const builder = new ShapeBuilder(document);
	const server = document.servers[0];
	const operations = operationsOf(document).map(({ path, method, operation }) => [
		operation.operationId,
		buildOperation(document, builder, path, method, operation),
	]);
	const table: ApiTable = {
		hosts: server.variables.host['x-environments'],
		basePath: new URL(server.url.replace('{host}', 'host')).pathname,
		error: builder.object('#/components/schemas/Error'),
		operations: Object.fromEntries(operations) as Record<string, Operation>,
	};
	return { table, named: builder.named };
}

function buildOperation(
	document: ContractDocument,
	builder: ShapeBuilder,
	path: string,
	method: 'GET' | 'POST',
	operation: OperationObject,
): Operation {
	const parameters = (operation.parameters ?? []).map((parameter) => follow(document, parameter));
	const place = (where: Parameter['in']): ObjectShape | undefined => {
		const fields = parameters
			.filter((parameter) => parameter.in === where)
			.map(({ name, schema, ...naming }) => builder.entry(name, schema, naming));
		const required = parameters
			.filter((parameter) => parameter.in === where && (where === 'path' || parameter.required === true))
			.map(({ name, 'x-name': logical }) => logical ?? name);
		if (fields.length === 0) return undefined;
		return { fields: Object.fromEntries(fields), ...(required.length > 0 && { required }) };
	};
	const [contentType, content] = Object.entries(operation.requestBody?.content ?? {})[0] ?? [];
	const body = content && builder.shape(content.schema);
	if (body && !('fields' in body)) throw new Error(`The body of ${operation.operationId} is not an object`);
	const success = operation.responses['200'];
	const answer = Object.values(success?.content ?? {})[0];
	const headers = Object.entries(success?.headers ?? {}).map(([name, header]) => [header['x-name'] ?? name, name]);
	return {
		id: operation.operationId,
		method,
		path,
		effect: operation['x-effect'],
		restricted: operation['x-restricted'] ? true : undefined,
		contentType,
		params: place('path'),
		headers: place('header'),
		query: place('query'),
		body,
		response: answer && builder.shape(answer.schema),
		responseHeaders: headers.length > 0 ? { fields: Object.fromEntries(headers) as Record<string, string> } : undefined,
	};
}
