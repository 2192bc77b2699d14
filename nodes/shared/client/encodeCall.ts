import { encodeBody, encodeHeaders, encodePath, encodeQuery, pathFor } from '../contract/codec';
import type { Operation } from '../contract/table';
import type { CorrectedOperation } from '../corrections/compile';
import { bodyText, fillIn } from '../documents/content';
import type { LogicalRequest } from '../operation/types';
import { correctedParts, fillPath, queryTexts } from './correctedCall';
import type { WireRequest } from './http';
import { mergePatch } from './mergePatch';

/** One call of the contract, ready to be encoded. */
export interface Call {
	operation: Operation;
	request: LogicalRequest;
	trackingId: string;
	/** Wire-named query parameters of the user's own; an empty value removes the parameter. */
	extraQuery?: Record<string, string>;
	/** Merge patch (RFC 7386) in wire names, applied last to the body. */
	bodyPatch?: Record<string, unknown>;
	/** In a bulk, the patch of each row, applied to the row alone. */
	rowPatches?: ReadonlyArray<Record<string, unknown> | undefined>;
	/** Whether all that is in it is what a person wants: what does not exist at Colt is refused, and not left out. */
	isWish?: true;
	/** Called when it is the call's turn, right before it is sent; by throwing it keeps the call from being sent. */
	beforeSend?: () => void;
}

/** The country an order or search is for; where Application IDs differ by country it decides the token. */
export function countryOf({ request }: Call): string | undefined {
	const country = request.echo?.country ?? request.query?.country;
	return typeof country === 'string' ? country : undefined;
}

/** A call's parts in Colt's names, and where it goes. */
interface EncodedCall {
	method: WireRequest['method'];
	path: string;
	query: Record<string, string>;
	headers: Record<string, string>;
	body?: unknown;
}

function encodeParts(
	{ operation, request, trackingId, isWish }: Call,
	correction: CorrectedOperation | undefined,
): EncodedCall {
	const query = encodeQuery(operation, request.query ?? {}) as Record<string, string>;
	const header = encodeHeaders(operation, { trackingId });
	const body = operation.method === 'POST' ? encodeBody(operation, request.body ?? {}) : undefined;
	if (correction === undefined) {
		const path = pathFor(operation, request.path ?? {});
		return { method: operation.method, path, query, headers: header, body };
	}
	const path = encodePath(operation, request.path ?? {});
	const parts = correctedParts(
		operation,
		correction,
		{ path, query, header, body },
		isWish === true ? 'refused' : 'allowed',
	);
	return {
		method: parts.method as WireRequest['method'],
		path: fillPath(parts, operation.id),
		query: queryTexts(parts.query),
		headers: queryTexts(parts.header),
		body: parts.body,
	};
}

/**
 * Encodes a call: the contract's names, corrected as the credential says; the user's own query parameters and patch are
 * applied last.
 * @throws ColtError of kind `input` for a value that Colt has no form for
 */
export function encode(baseUrl: string, call: Call, correction?: CorrectedOperation): WireRequest {
	const { extraQuery, bodyPatch, rowPatches } = call;
	const { method, path, query: parameters, headers, body } = encodeParts(call, correction);
	const query = new URLSearchParams(parameters);
	for (const [name, value] of Object.entries(extraQuery ?? {})) {
		if (value === '') query.delete(name);
		else query.set(name, value);
	}
	const search = query.toString();
	const wire: WireRequest = {
		method,
		url: baseUrl + path + (search === '' ? '' : `?${search}`),
		headers: { accept: 'application/json', ...headers },
	};
	if (body !== undefined) {
		wire.headers['content-type'] = 'application/json';
		const patched = bodyPatch === undefined ? body : mergePatch(body, bodyPatch);
		const { text, files } = bodyText(rowPatches === undefined ? patched : patchRows(patched, rowPatches));
		wire.body = text;
		if (files.size > 0) wire.files = files;
	}
	return wire;
}

/** The request with its files read, for this one sending. @throws ColtError when one cannot be read */
export async function withFiles({ files, ...request }: WireRequest): Promise<WireRequest> {
	return files === undefined || request.body === undefined
		? request
		: { ...request, body: await fillIn(request.body, files) };
}

/** A bulk body contains its rows in its only list. */
function patchRows(body: unknown, patches: ReadonlyArray<Record<string, unknown> | undefined>): unknown {
	const entries = Object.entries(body as Record<string, unknown>).map(([name, value]): [string, unknown] => [
		name,
		Array.isArray(value)
			? value.map((row: unknown, index) => (patches[index] === undefined ? row : mergePatch(row, patches[index])))
			: value,
	]);
	return Object.fromEntries(entries);
}
