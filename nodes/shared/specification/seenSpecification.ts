import type { Json } from '../corrections/tree';
import { isObject } from '../corrections/tree';

/** Answers of one operation, as they were sent. */
export interface SeenAnswers {
	operationId: string;
	method: string;
	path: string;
	bodies: readonly unknown[];
	/** Names of headers that hold counts and the like. */
	headers: readonly string[];
}

const MOST_ENTRIES = 20;
const DEEPEST = 8;

/** A schema that fits all of the values: names and kinds of what was seen, no values. */
function schemaOf(values: readonly unknown[], isName: (name: string) => boolean, depth = 0): Json {
	const given = values.filter((value) => value !== null && value !== undefined);
	const objects = given.filter(isObject);
	const entries = given.filter(Array.isArray).flatMap((list) => (list as unknown[]).slice(0, MOST_ENTRIES));
	if (depth > DEEPEST) return {};
	if (given.some(Array.isArray)) return { type: 'array', items: schemaOf(entries, isName, depth + 1) };
	if (objects.length > 0) {
		const names = [...new Set(objects.flatMap((one) => Object.keys(one)))].filter(isName);
		return {
			type: 'object',
			properties: Object.fromEntries(
				names.map((name) => [
					name,
					schemaOf(
						objects.map((one) => (Object.hasOwn(one, name) ? one[name] : undefined)),
						isName,
						depth + 1,
					),
				]),
			),
		};
	}
	const [first] = given;
	if (typeof first === 'number') return { type: given.every(Number.isInteger) ? 'integer' : 'number' };
	if (typeof first === 'boolean') return { type: 'boolean' };
	if (typeof first !== 'string') return {};
	const isMoment = given.every((value) => typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value));
	const isDay = given.every((value) => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value));
	return { type: 'string', ...(isMoment && { format: 'date-time' }), ...(isDay && { format: 'date' }) };
}

/**
 * An OpenAPI document of what was seen of an API: the same comparison that reads Colt's own specification reads it.
 * @param isName whether the name of a member may be told; others are left out
 */
export function seenSpecification(
	answers: readonly SeenAnswers[],
	basePath: string,
	isName: (name: string) => boolean,
): Json {
	const paths: Record<string, Json> = {};
	for (const { operationId, method, path, bodies, headers } of answers) {
		const parameters = [...path.matchAll(/\{([^}]+)\}/g)].map(([, name = '']) => ({
			name,
			in: 'path',
			required: true,
			schema: { type: 'string' },
		}));
		const response = {
			description: 'seen',
			headers: Object.fromEntries(headers.map((name) => [name, { schema: { type: 'integer' } }])),
			content: { 'application/json': { schema: schemaOf(bodies, isName) } },
		};
		paths[path] = {
			...paths[path],
			[method.toLowerCase()]: { operationId, parameters, responses: { '200': response } },
		};
	}
	return { openapi: '3.0.3', info: { title: 'seen', version: '1' }, servers: [{ url: basePath }], paths };
}
