import { hoistDefinitions } from './hoist';
import { type Json, type Place, below, entriesBelow, isObject, target, top } from './place';

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch'];

/**
 * Prepares Swagger 2.0 for the upgrader, which leaves a body that is a shared or a path's parameter among the
 * parameters: every parameter is written out at its operation. Requests that the vendor sends (`x-webhooks`) become
 * paths.
 */
export function beforeUpgrade(document: Json): void {
	hoistDefinitions(document);
	const paths = (document['paths'] ??= {}) as Json;
	for (const [name, item] of Object.entries((document['x-webhooks'] ?? {}) as Json)) paths[`/${name}`] = item;
	delete document['x-webhooks'];
	for (const [, item] of entriesBelow(top(document), 'paths')) {
		const shared = parametersOf(item);
		delete item.value['parameters'];
		for (const method of METHODS) {
			const operation = below(item, method);
			if (!operation) continue;
			operation.value['parameters'] = merged(shared, parametersOf(operation));
			if (operation.value['responses']) operation.value['responses'] = responsesOf(operation);
		}
	}
}

/** A form is mandatory when one of its fields is; the upgrader says nothing of it. */
export function afterUpgrade(document: Json): void {
	for (const [, item] of entriesBelow(top(document), 'paths')) {
		for (const [, operation] of entriesBelow(item)) {
			const body = below(operation, 'requestBody');
			const [content] = entriesBelow(body, 'content');
			const required = content && isFormType(content[0]) ? below(content[1], 'schema', 'required') : undefined;
			if (body && required && body.value['required'] === undefined) body.value['required'] = true;
		}
	}
}

const isFormType = (type: string): boolean => /x-www-form-urlencoded|form-data/.test(type);

const parametersOf = (place: Place): Json[] =>
	entriesBelow(place, 'parameters').map(([, parameter]) => ({ ...target(parameter).value }));

/** Answers of an operation; one that bundling has put among the schemas is written out. */
const responsesOf = (operation: Place): Json =>
	Object.fromEntries(
		entriesBelow(operation, 'responses').map(([status, answer]) => [
			status,
			isHoisted(answer) ? { ...target(answer).value } : answer.value,
		]),
	);
const isHoisted = ({ value }: Place): boolean => String(value['$ref']).startsWith('#/definitions/');

/** An operation's own parameters win over those of its path. */
function merged(shared: readonly Json[], own: readonly Json[]): Json[] {
	const key = (parameter: Json): string =>
		parameter['in'] === 'body' ? 'body' : `${String(parameter['in'])} ${String(parameter['name'])}`;
	const overridden = new Set(own.filter(isObject).map(key));
	return [...shared.filter((parameter) => !overridden.has(key(parameter))), ...own];
}
