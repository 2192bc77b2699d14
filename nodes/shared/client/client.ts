import { decodeResponse, encodeBody, encodeHeaders, encodeQuery, pathFor } from '../contract/codec';
import type { Operation } from '../contract/table';
import { API_ERRORS, lookUp } from '../errors/catalogue';
import { withoutSecrets } from '../errors/blot';
import { ColtError } from '../errors/problem';
import type { Problem } from '../errors/problem';
import type { LogicalRequest } from '../operation/types';
import { faultProblem } from '../errors/faults';
import { apiProblem, networkProblem } from './failure';
import type { WireRequest, WireResponse } from './http';
import { mergePatch } from './mergePatch';
import { backoffMs, mostRetries, retryAfterMs } from './retry';

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
}

/** A successful answer. */
export interface Answer {
	status: number;
	headers: Record<string, string>;
	/** As Colt sent it. */
	raw: unknown;
	/** In the contract's logical names. */
	decoded: unknown;
	trackingId: string;
}

/** What the client is given by its shell; everything that touches the world. */
export interface Surroundings {
	/** Address of the API: origin and base path. */
	baseUrl: string;
	/** A token for a country; `rejected` is one Colt has just answered 401 to. */
	token(country: string | undefined, rejected?: string): Promise<string>;
	/** Sends one authenticated request. */
	send(request: WireRequest, token: string): Promise<WireResponse>;
	/** Resolves after the time, or rejects when the execution is cancelled. */
	pause(ms: number): Promise<void>;
	/** Values that must never stand in a message. */
	secrets: readonly string[];
}

/** The one place that talks to Colt's number APIs. */
export class ColtClient {
	private readonly around: Surroundings;

	constructor(around: Surroundings) {
		this.around = around;
	}

	/**
	 * Makes one call, with the retries its effect allows: reads after any passing failure, orders only when they
	 * certainly had no effect (design.md, "Safety rules of the client").
	 * @throws ColtError
	 */
	async call(call: Call): Promise<Answer> {
		const request = encode(this.around.baseUrl, call);
		const { effect } = call.operation;
		const tokens: string[] = [];
		let rejected: string | undefined;
		for (let attempt = 1; ; attempt += 1) {
			const token = await this.around.token(countryOf(call), rejected);
			tokens.push(token);
			const result = await this.around.send(request, token).then(
				(response) => ({ response, problem: judge(response, call) }),
				(error: unknown) => ({ response: undefined, problem: networkProblem(error, call.trackingId, effect) }),
			);
			if (result.problem === undefined && result.response !== undefined) return read(result.response, call);
			const problem = result.problem as Problem;
			if (problem.httpStatus === 401 && problem.code !== '004' && rejected === undefined) {
				rejected = token;
				continue;
			}
			const resendable = problem.outcome === 'notSent' || effect === 'read' || isSafe(problem);
			const passing = problem.kind === 'network' || isPassing(problem);
			if (!resendable || !passing || attempt > mostRetries(problem.httpStatus)) throw new ColtError(withoutSecrets(problem, [...this.around.secrets, ...tokens]));
			await this.around.pause(retryAfterMs(result.response?.headers, Date.now()) ?? backoffMs(attempt));
		}
	}

	/** Waits, but no longer than the execution lives. @throws ColtError of kind `cancelled` */
	async pause(ms: number): Promise<void> {
		await this.around.pause(ms);
	}
}

/** The country an order or search is for; where Application IDs differ by country it decides the token. */
function countryOf({ request }: Call): string | undefined {
	const country = request.echo?.country ?? request.query?.country;
	return typeof country === 'string' ? country : undefined;
}

const isSafe = ({ httpStatus, code }: Problem): boolean =>
	httpStatus !== undefined && lookUp(API_ERRORS, httpStatus, code).resend === 'safe';

const isPassing = ({ httpStatus }: Problem): boolean =>
	httpStatus !== undefined && (httpStatus === 429 || httpStatus >= 500 || (httpStatus >= 200 && httpStatus < 300));

/** Encodes a call, the user's own query parameters and patch applied last. */
export function encode(baseUrl: string, { operation, request, trackingId, extraQuery, bodyPatch, rowPatches }: Call): WireRequest {
	const query = new URLSearchParams(encodeQuery(operation, request.query ?? {}) as Record<string, string>);
	for (const [name, value] of Object.entries(extraQuery ?? {})) {
		if (value === '') query.delete(name);
		else query.set(name, value);
	}
	const search = query.toString();
	const wire: WireRequest = {
		method: operation.method,
		url: baseUrl + pathFor(operation, request.path ?? {}) + (search === '' ? '' : `?${search}`),
		headers: { accept: 'application/json', ...encodeHeaders(operation, { trackingId }) },
	};
	if (wire.method === 'POST') {
		const body = encodeBody(operation, request.body ?? {});
		wire.headers['content-type'] = 'application/json';
		const patched = bodyPatch === undefined ? body : mergePatch(body, bodyPatch);
		wire.body = JSON.stringify(rowPatches === undefined ? patched : patchRows(patched, rowPatches));
	}
	return wire;
}

/** A bulk body holds its rows in its only list. */
function patchRows(body: unknown, patches: ReadonlyArray<Record<string, unknown> | undefined>): unknown {
	const entries = Object.entries(body as Record<string, unknown>).map(([name, value]): [string, unknown] => [
		name,
		Array.isArray(value)
			? value.map((row: unknown, index) => (patches[index] === undefined ? row : mergePatch(row, patches[index])))
			: value,
	]);
	return Object.fromEntries(entries);
}

function parse(text: string): { value: unknown } | undefined {
	try {
		return { value: JSON.parse(text) };
	} catch {
		return undefined;
	}
}

/** The problem of an answer, or undefined when it is a usable success. */
function judge(response: WireResponse, { operation, trackingId }: Call): Problem | undefined {
	if (response.status < 200 || response.status > 299) {
		return apiProblem(response, trackingId, API_ERRORS, 'api', operation.effect);
	}
	const parsed = parse(response.text);
	if (parsed !== undefined && typeof parsed.value === 'object' && parsed.value !== null) return undefined;
	return faultProblem(response.text === '' ? 'empty' : 'notJson', {
		effect: operation.effect,
		trackingId,
		httpStatus: response.status,
		detail: `HTTP ${response.status}`,
	});
}

function read(response: WireResponse, { operation, trackingId }: Call): Answer {
	const raw = parse(response.text)?.value;
	return { status: response.status, headers: response.headers, raw, decoded: decodeResponse(operation, raw), trackingId };
}
