import { decode, type Dictionary } from './decode';
import { encode } from './encode';
import { unwrap } from './envelope';
import { toText } from '../text';
import type { ObjectShape, Operation } from './table';

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
 * a list or a record may come bare or wrapped in an object.
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

/** An operation of the contract whatever its types. */
export type { Operation as WireOperation } from './table';
