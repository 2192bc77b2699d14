import { decodeResponse, encodeBody, encodeHeaders, encodeQuery, pathFor } from '../contract/codec';
import type { Operation } from '../contract/table';
import { API_ERRORS, lookUp } from '../errors/catalogue';
import { withoutSecrets } from '../errors/blot';
import { ColtError } from '../errors/problem';
import type { Problem } from '../errors/problem';
import type { LogicalRequest } from '../operation/types';
import { FAULTS, faultProblem } from '../errors/faults';
import { apiProblem, hiddenProblem, networkProblem } from './failure';
import type { WireRequest, WireResponse } from './http';
import { mergePatch } from './mergePatch';
import type { ExecutionCalls } from './rate/callQueue';
import { RETRIES, backoffMs, retryAfterMs } from './retry';
import { blotted, tellTales } from './secrets';

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
	/** Where calls wait for their turn, at the pace Colt allows. */
	lane: Pick<ExecutionCalls, 'enter' | 'accepted' | 'refused' | 'isStalled' | 'now'>;
	/** Sends one authenticated request. */
	send(request: WireRequest, token: string): Promise<WireResponse>;
	/** Resolves after the time, or rejects when the execution is cancelled. */
	pause(ms: number): Promise<void>;
	/** Values that must never stand in a message. */
	secrets: readonly string[];
}

/** So many new tokens in a row are tried at an operation that answers 401. */
const USELESS_RENEWALS = 2;

/** The one place that talks to Colt's number APIs. */
export class ColtClient {
	private readonly around: Surroundings;

	private tales: readonly string[];

	/** Tokens used so far: a renewal does not make an old one harmless. */
	private readonly tokens = new Set<string>();

	/** New tokens refused by an operation since it last took one. */
	private readonly refusals = new Map<string, Set<string>>();

	constructor(around: Surroundings) {
		this.around = around;
		this.tales = tellTales(around.secrets);
	}

	/**
	 * Makes one call, with the retries its effect allows: reads after any passing failure, orders only when they
	 * certainly had no effect (design.md, "Safety rules of the client").
	 * @throws ColtError
	 */
	async call(call: Call): Promise<Answer> {
		const request = encode(this.around.baseUrl, call);
		const { effect } = call.operation;
		const { lane } = this.around;
		let rejected: string | undefined;
		let waitMs: number | undefined;
		let refusedSince: number | undefined;
		for (let failures = 0; ;) {
			const token = await this.around.token(countryOf(call), rejected);
			const turn = await lane.enter(waitMs);
			const { response, problem } = await this.send(request, token, call);
			if (response?.status === 429) lane.refused(turn, retryAfterMs(response.headers, Date.now()));
			else if (response !== undefined) lane.accepted(turn);
			if (problem === undefined) {
				this.refusals.delete(call.operation.id);
				return read(response as WireResponse, call);
			}
			if (problem.httpStatus !== 401) this.refusals.delete(call.operation.id);
			else if (rejected !== undefined) this.noteRefusal(call.operation, token);
			if (
				problem.httpStatus === 401 &&
				problem.code !== '004' &&
				rejected === undefined &&
				!this.refusesTokens(call.operation)
			) {
				rejected = token;
				failures += 1;
				waitMs = 0;
				continue;
			}
			if (response?.status === 429) {
				refusedSince ??= lane.now();
				if (lane.isStalled(refusedSince)) throw new ColtError(stalled(problem));
				waitMs = retryAfterMs(response.headers, Date.now()) ?? 0;
				continue;
			}
			const resendable = problem.outcome === 'notSent' || effect === 'read' || isSafe(problem);
			const passing = problem.kind === 'network' || isPassing(problem);
			failures += 1;
			waitMs = 0;
			if (!resendable || !passing || failures > RETRIES) throw new ColtError(problem);
			await this.around.pause(retryAfterMs(response?.headers, Date.now()) ?? backoffMs(failures));
		}
	}

	/** Sends once. What comes back is told on, so it repeats no secret. */
	private async send(request: WireRequest, token: string, call: Call): Promise<Sent> {
		this.noteToken(token);
		try {
			const response = withoutTales(await this.around.send(request, token), this.tales);
			return { response, problem: judge(response, call) };
		} catch (error) {
			return { problem: withoutSecrets(networkProblem(error, call.trackingId, call.operation.effect), this.tales) };
		}
	}

	private noteRefusal({ id }: Operation, token: string): void {
		this.refusals.set(id, new Set([...(this.refusals.get(id) ?? []), token]));
	}

	/** An operation that refuses one new token after the other is not allowed to this client: many items must not ask for one each. */
	private refusesTokens({ id }: Operation): boolean {
		return (this.refusals.get(id)?.size ?? 0) >= USELESS_RENEWALS;
	}

	private noteToken(token: string): void {
		if (this.tokens.has(token)) return;
		this.tokens.add(token);
		this.tales = tellTales([...this.around.secrets, ...this.tokens]);
	}

	/** Waits, but no longer than the execution lives. @throws ColtError of kind `cancelled` */
	async pause(ms: number): Promise<void> {
		await this.around.pause(ms);
	}
}

/** An answer, and the problem if it is no usable success; or no answer, which is one. */
type Sent = { response: WireResponse; problem: Problem | undefined } | { response?: undefined; problem: Problem };

/** Colt's last word stays, with what it means that it was always the same. */
const stalled = (problem: Problem): Problem => ({
	...problem,
	fault: 'rateLimitStalled',
	message: FAULTS.rateLimitStalled.meaning,
	remedy: FAULTS.rateLimitStalled.remedy,
});

function withoutTales({ status, headers, text }: WireResponse, tales: readonly string[]): WireResponse {
	const clean = Object.entries(headers).map(([name, value]): [string, string] => [name, blotted(value, tales)]);
	return { status, headers: Object.fromEntries(clean), text: blotted(text, tales) };
}

/** The country an order or search is for; where Application IDs differ by country it decides the token. */
function countryOf({ request }: Call): string | undefined {
	const country = request.echo?.country ?? request.query?.country;
	return typeof country === 'string' ? country : undefined;
}

const isSafe = ({ httpStatus, code, outcome }: Problem): boolean =>
	httpStatus !== undefined &&
	(lookUp(API_ERRORS, httpStatus, code).resend === 'safe' || (httpStatus === 503 && outcome === 'refused'));

const isPassing = ({ httpStatus }: Problem): boolean =>
	httpStatus !== undefined && (httpStatus === 429 || httpStatus >= 500 || (httpStatus >= 200 && httpStatus < 300));

/** Encodes a call, the user's own query parameters and patch applied last. */
export function encode(
	baseUrl: string,
	{ operation, request, trackingId, extraQuery, bodyPatch, rowPatches }: Call,
): WireRequest {
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

/** Whether the contract knows nothing of what stands in an answer. */
function tellsNothing(operation: Operation, value: object): boolean {
	if (Array.isArray(value)) return false;
	const decoded: unknown = decodeResponse(operation, value);
	const [first = decoded] = Array.isArray(decoded) ? (decoded as unknown[]) : [];
	return typeof first === 'object' && first !== null && Object.keys(first).length === 0;
}

/** The problem of an answer, or undefined when it is a usable success. */
function judge(response: WireResponse, { operation, trackingId }: Call): Problem | undefined {
	if (response.status < 200 || response.status > 299) {
		return apiProblem(response, trackingId, API_ERRORS, 'api', operation.effect);
	}
	const parsed = parse(response.text);
	if (parsed !== undefined && typeof parsed.value === 'object' && parsed.value !== null) {
		return tellsNothing(operation, parsed.value)
			? hiddenProblem(response, { effect: operation.effect, trackingId })
			: undefined;
	}
	return faultProblem(response.text === '' ? 'empty' : 'notJson', {
		effect: operation.effect,
		trackingId,
		httpStatus: response.status,
		detail: `HTTP ${response.status}`,
	});
}

function read(response: WireResponse, { operation, trackingId }: Call): Answer {
	const raw = parse(response.text)?.value;
	return {
		status: response.status,
		headers: response.headers,
		raw,
		decoded: decodeResponse(operation, raw),
		trackingId,
	};
}
