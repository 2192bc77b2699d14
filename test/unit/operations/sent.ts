import { resources } from '../../../nodes/ColtWholesaleSip/registry';
import { encode } from '../../../nodes/shared/client/encodeCall';
import type { WireRequest } from '../../../nodes/shared/client/http';
import { decodeBody, decodeQuery } from '../../../nodes/shared/contract/codec';
import { readField } from '../../../nodes/shared/input/readField';
import { findOperation } from '../../../nodes/shared/operation/properties';
import type { CallOperation, Params, RequestContext } from '../../../nodes/shared/operation/types';

export const BASE = 'https://apis.colt.net/numberManagement';

/** An operation by its menu values, written `number: reserve`. */
export function operationOf(name: string): CallOperation {
	const [resource = '', value = ''] = name.split(': ');
	const operation = findOperation(resources, resource, value);
	if (operation === undefined || !('wire' in operation)) throw new Error(`No operation ${name}`);
	return operation;
}

/** The fields as a new node has them, some changed. */
export const filled = (operation: CallOperation, params: Params): Params => ({
	...Object.fromEntries(operation.fields.map((field) => [field.name, field.default])),
	...params,
});

/** The fields as the runner reads them for the operation. */
export const readAll = (operation: CallOperation, params: Params, { checks = true }: Partial<RequestContext> = {}) => {
	const values = filled(operation, params);
	return Object.fromEntries(
		operation.fields.map((field) => [field.name, readField(field, values[field.name], { stored: undefined, checks })]),
	);
};

/** An item without columns or files, checks on. */
export const CONTEXT: RequestContext = { checks: true, input: {}, documents: [] };

export const requestOf = (name: string, params: Params, context: Partial<RequestContext> = {}) =>
	operationOf(name).toRequest(readAll(operationOf(name), params, context), { ...CONTEXT, ...context });

/** What the client would send for the fields of one item; a bulk has it as its only row. */
export function wireOf(name: string, params: Params, context: Partial<RequestContext> = {}): WireRequest {
	const { wire: operation, bulk } = operationOf(name);
	const single = requestOf(name, params, context);
	const request = bulk === undefined ? single : bulk.join([single.body ?? {}]);
	return encode(BASE, { operation, request, trackingId: 'abcd456e-d45645' });
}

const bodyOf = (wire: WireRequest): unknown =>
	wire.body === undefined ? undefined : (JSON.parse(wire.body) as unknown);

/** Method and path as sent; query and body back in logical names, so that inferred wire names stand in the contract alone. */
export interface Sent {
	call: string;
	query?: unknown;
	body?: unknown;
}

export function sent(name: string, params: Params, context: Partial<RequestContext> = {}): Sent {
	const { wire: operation } = operationOf(name);
	const wire = wireOf(name, params, context);
	const url = new URL(wire.url);
	const body = bodyOf(wire);
	const query = Object.fromEntries(url.searchParams);
	return {
		call: `${wire.method} ${url.pathname.replace('/numberManagement', '')}`,
		...(Object.keys(query).length > 0 && { query: decodeQuery(operation, query) }),
		...(body !== undefined && { body: decodeBody(operation, body) }),
	};
}

/** The body as it leaves, in wire names. */
export const wireBody = (name: string, params: Params, context: Partial<RequestContext> = {}): unknown =>
	bodyOf(wireOf(name, params, context));
