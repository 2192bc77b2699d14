import type { Json } from '../../../scripts/contract-diff/place';
import { visit } from '../../../contract/tools/load';
import type { Copy, Operation, Parameter } from './copy';

interface Body {
	required?: boolean;
	content: Record<string, { schema: Json }>;
}

/**
 * An OpenAPI 3 document of our contracts as a vendor on Swagger 2.0 would have written it. `anyOf` has no place
 * there.
 */
export function toSwagger2(copy: Copy): Json {
	const url = new URL(copy.servers[0]?.url ?? '');
	const paths = Object.entries({
		...copy.paths,
		...Object.fromEntries(Object.entries(copy.webhooks ?? {}).map(([name, item]) => [`/${name}`, item])),
	});
	const document: Json = {
		swagger: '2.0',
		info: copy['info'],
		host: url.host,
		basePath: url.pathname,
		schemes: ['https'],
		consumes: ['application/json'],
		produces: ['application/json'],
		paths: Object.fromEntries(
			paths.map(([path, item]) => [
				path,
				Object.fromEntries(Object.entries(item).map(([method, operation]) => [method, operationOf(operation)])),
			]),
		),
		definitions: copy.components.schemas,
		parameters: Object.fromEntries(
			Object.entries(copy.components.parameters).map(([name, parameter]) => [name, flat(parameter)]),
		),
		responses: Object.fromEntries(
			Object.entries(copy.components.responses ?? {}).map(([name, response]) => [name, responseOf(response)]),
		),
	};
	visit(document, (node) => {
		delete node['anyOf'];
		if (typeof node['$ref'] === 'string')
			node['$ref'] = node['$ref'].replace('#/components/schemas/', '#/definitions/').replace('#/components/', '#/');
	});
	return document;
}

function operationOf({ parameters = [], requestBody, responses, ...rest }: Operation): Json {
	const [type, media] = Object.entries((requestBody as Body | undefined)?.content ?? {})[0] ?? [];
	const isForm = type === 'application/x-www-form-urlencoded';
	const body =
		media && !isForm
			? [{ name: 'body', in: 'body', required: (requestBody as Body).required, schema: media.schema }]
			: [];
	return {
		...rest,
		...(isForm && { consumes: [type] }),
		parameters: [
			...parameters.map((parameter) => ('name' in parameter ? flat(parameter) : parameter)),
			...(isForm ? FORM : []),
			...body,
		],
		responses: Object.fromEntries(
			Object.entries(responses).map(([status, response]) => [status, responseOf(response)]),
		),
	};
}

/** The token request's only field. */
const FORM = [{ name: 'grant_type', in: 'formData', required: true, type: 'string', enum: ['client_credentials'] }];

const flat = ({ schema, ...rest }: Parameter): Json => ({ ...rest, ...schema });

function responseOf(response: Json): Json {
	const { content, headers, ...rest } = response as { content?: Body['content']; headers?: Record<string, Parameter> };
	const [media] = Object.values(content ?? {});
	return {
		...rest,
		...(media && { schema: media.schema }),
		...(headers && {
			headers: Object.fromEntries(Object.entries(headers).map(([name, header]) => [name, flat(header)])),
		}),
	};
}
