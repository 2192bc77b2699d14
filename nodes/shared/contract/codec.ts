import { decode, type Dictionary } from './decode';
import { encode } from './encode';
import { toText } from '../text';
import type { ObjectShape, Operation, Shape } from './table';

type Of<O, K extends 'params' | 'query' | 'body' | 'response'> =
	O extends Operation<infer P, infer Q, infer B, infer R> ? { params: P; query: Q; body: B; response: R }[K] : never;

/** Counts of a paged answer, from its headers; absent when the API does not send them, or what is no count. */
export interface Paging {
	totalCount?: number;
	resultCount?: number;
}

const empty: ObjectShape = { fields: {} };
const object = (shape: ObjectShape | undefined, value: unknown): Dictionary =>
	encode(shape ?? empty, value ?? {}) as Dictionary;

/**
 * Path of an operation below its API's base path, parameters percent-encoded.
 * Throws when a parameter is missing or empty.
 */
export function pathFor<O extends Operation>(op: O, params?: Of<O, 'params'>): string {
	const wire = object(op.params, params);
	return op.path.replace(/\{([^}]+)\}/g, (_, name: string) => {
		const value = wire[name];
		if (typeof value !== 'string' || value === '') throw new Error(`Path parameter ${name} of ${op.id} is missing`);
		return encodeURIComponent(value);
	});
}

/** Path parameters in wire names. */
export function encodePath<O extends Operation>(op: O, params: Of<O, 'params'>): Dictionary {
	return object(op.params, params);
}

/** Query in wire names. Drops undefined and nothing else; an unknown logical name throws. */
export function encodeQuery<O extends Operation>(op: O, logical: Of<O, 'query'>): Dictionary {
	return object(op.query, logical);
}

/** Body in wire names. Drops undefined and nothing else; an unknown logical name throws. */
export function encodeBody<O extends Operation>(op: O, logical: Of<O, 'body'>): Dictionary {
	return object(op.body, logical);
}

/** Request headers in wire names, e.g. `{ trackingId }`. */
export function encodeHeaders(op: Operation, logical: { trackingId: string }): Record<string, string> {
	return object(op.headers, logical) as Record<string, string>;
}

/**
 * Answer in logical names: unknown keys are left out, other accepted names are honoured,
 * a list may come bare or wrapped in an object.
 */
export function decodeResponse<O extends Operation>(op: O, wire: unknown): Of<O, 'response'> {
	const { response } = op;
	return (response ? decode(response, unwrap(response, wire)) : wire) as Of<O, 'response'>;
}

/** Paging counts from response headers; names in any case. */
export function decodePaging(op: Operation, headers: Readonly<Record<string, unknown>>): Paging {
	const lower = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
	const counts: Paging = {};
	for (const [logical, field] of Object.entries(op.responseHeaders?.fields ?? {})) {
		const text = toText(lower[(typeof field === 'string' ? field : field.wire).toLowerCase()]).trim();
		if (/^\d+$/.test(text)) counts[logical as keyof Paging] = Number(text);
	}
	return counts;
}

/** Query in logical names; unknown keys are left out. */
export function decodeQuery<O extends Operation>(op: O, wire: unknown): Of<O, 'query'> {
	return decode(op.query ?? empty, wire) as Of<O, 'query'>;
}

/** Body in logical names; unknown keys are left out. */
export function decodeBody<O extends Operation>(op: O, wire: unknown): Of<O, 'body'> {
	return decode(op.body ?? empty, wire) as Of<O, 'body'>;
}

/** Answer in wire names. */
export function encodeResponse<O extends Operation>(op: O, logical: Of<O, 'response'>): unknown {
	return op.response ? encode(op.response, logical) : logical;
}

/**
 * The inner value of an answer that wraps what the contract expects bare:
 * a list inside an object, or one object inside another or inside a list of one.
 */
function unwrap(shape: Shape, wire: unknown): unknown {
	if (typeof wire !== 'object' || wire === null) return wire;
	if ('list' in shape) {
		return Array.isArray(wire) ? wire : (listIn(shape, wire) ?? wire);
	}
	if (!('fields' in shape)) return wire;
	if (Array.isArray(wire)) return wire.length === 1 ? wire[0] : wire;
	const values = Object.values(wire);
	const known = Object.keys(decode(shape, wire) as object).length > 0;
	const only: unknown = values[0];
	return !known && values.length === 1 && typeof only === 'object' && only !== null ? only : wire;
}

/** The list inside an object whose entries say most in the contract's names: there may be links or errors beside it. */
function listIn(shape: Extract<Shape, { list: unknown }>, wire: object): unknown[] | undefined {
	const known = ([first]: unknown[]): number =>
		typeof first === 'object' && first !== null && shape.list !== null
			? Object.keys(decode(shape.list, first) as object).length
			: 0;
	const lists = Object.values(wire).filter((value): value is unknown[] => Array.isArray(value));
	return lists.reduce<unknown[] | undefined>(
		(best, list) => (best === undefined || known(list) > known(best) ? list : best),
		undefined,
	);
}

/** An operation of the contract whatever its types. */
export type { Operation as WireOperation } from './table';
