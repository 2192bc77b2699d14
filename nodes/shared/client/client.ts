import type { IDataObject } from 'n8n-workflow';

import type { CorrectedOperation, Corrections } from '../corrections/compile';
import { FAULTS } from '../errors/faults';
import { ColtError } from '../errors/problem';
import type { Problem } from '../errors/problem';
import { withCredentialAdvice } from './credentialAdvice';
import type { CredentialKind } from './credentialAdvice';
import { ColtClock } from './coltClock';
import { countryOf, encode, withFiles } from './encodeCall';
import type { Call } from './encodeCall';
import type { WireRequest, WireResponse } from './http';
import { interpret } from './interpret';
import type { Answer } from './interpret';
import { networkProblem } from './networkProblem';
import { neverOrders } from './neverOrder';
import type { Observation, ObserveOptions } from './observation';
import type { ExecutionCalls } from './rate/callQueue';
import { readResponse } from './readResponse';
import type { ReadResponse } from './readResponse';
import { redact, secretForms } from './redact';
import type { SecretForms } from './redact';
import { backoffMs, nextStep, retryAfterMs } from './retry';

export type { Call } from './encodeCall';
export type { Answer } from './interpret';

/** What the client is given by its shell; everything that touches the world. */
export interface ClientDependencies {
	/** Address of the API: origin and base path. */
	baseUrl: string;
	/** Which credential the tokens come from: it decides the advice after a 401. */
	credential?: CredentialKind;
	/** How Colt's names differ from the contract's, as the credential says. */
	corrections?: Corrections;
	/** A token for a country; `rejected` is one Colt has just answered 401 to. */
	token(country: string | undefined, rejected?: string): Promise<string>;
	/** Where calls wait for their turn, at the pace Colt allows. */
	queue: Pick<ExecutionCalls, 'enter' | 'accepted' | 'refused' | 'isStalled' | 'now'>;
	/** Sends one authenticated request. */
	send(request: WireRequest, token: string): Promise<WireResponse>;
	/** Resolves after the time, or rejects when the execution is cancelled. */
	pause(ms: number): Promise<void>;
	/** Whether the credential forbids everything that writes. */
	neverOrder?: boolean;
	/** Values that must never appear in a message. */
	secrets: readonly string[];
}

/** At most this many new tokens in a row are tried at an operation that answers 401. */
const USELESS_RENEWALS = 2;

/** At most this many times a call is sent for an observation: once more with a new token, and after a 429. */
const OBSERVED_TRIES = 3;

/** An answer, or the problem instead, and what came with either. */
type Sent = ({ answer: Answer } | { problem: Problem }) & {
	headers?: Record<string, string>;
	response?: ReadResponse;
};

/** Colt's last word stays, with what it means that it was always the same. */
const stalled = (problem: Problem): Problem => ({
	...problem,
	fault: 'rateLimitStalled',
	message: FAULTS.rateLimitStalled.meaning,
	remedy: FAULTS.rateLimitStalled.remedy,
});

/** The one place that talks to Colt's number APIs. */
export class ColtClient {
	/** What Colt's clock shows, by the answers so far. */
	readonly clock = new ColtClock();

	private forms: SecretForms;

	/** Tokens used so far: a renewal does not make an old one harmless. */
	private readonly tokens = new Set<string>();

	/** New tokens refused by an operation since it last took one. */
	private readonly refusedTokens = new Map<string, Set<string>>();

	constructor(private readonly dependencies: ClientDependencies) {
		this.forms = secretForms(dependencies.secrets);
	}

	/** How an operation's names differ from the contract's; undefined where they do not. */
	correctionOf(operationId: string): CorrectedOperation | undefined {
		return this.dependencies.corrections?.get(operationId);
	}

	/**
	 * Makes one call, with the retries its effect allows: reads after any failure that may pass, orders only when they
	 * certainly had no effect (design.md, "Safety rules of the client").
	 * @throws ColtError
	 */
	async call(call: Call): Promise<Answer> {
		const { queue, baseUrl, corrections, neverOrder } = this.dependencies;
		const { id, effect } = call.operation;
		if (neverOrder === true && effect !== 'read') throw neverOrders();
		const request = encode(baseUrl, call, corrections?.get(id));
		let rejected: string | undefined;
		let waitMs: number | undefined;
		let limitedSince: number | undefined;
		for (let failures = 0; ;) {
			const token = await this.dependencies.token(countryOf(call), rejected);
			const permit = await queue.enter(waitMs);
			call.beforeSend?.();
			const { headers, response: _, ...sent } = await this.send(request, token, call);
			const isLimited = 'problem' in sent && sent.problem.httpStatus === 429;
			const retryAfter = retryAfterMs(headers, Date.now());
			if (isLimited) queue.refused(permit, retryAfter);
			else if (headers !== undefined) queue.accepted(permit);
			this.noteTokenUse(id, 'problem' in sent ? sent.problem : undefined, rejected === undefined ? undefined : token);
			if ('answer' in sent) return sent.answer;

			if (isLimited) limitedSince ??= queue.now();
			else failures += 1;
			const step = nextStep(sent.problem, {
				effect,
				failures,
				hasNewToken: rejected !== undefined,
				refusesTokens: this.refusesTokens(id),
				isStalled: limitedSince !== undefined && queue.isStalled(limitedSince),
			});
			if (step === 'giveUp') throw new ColtError(sent.problem);
			if (step === 'stall') throw new ColtError(stalled(sent.problem));
			if (step === 'renewToken') rejected = token;
			if (step === 'tryAgain') await this.pause(retryAfter ?? backoffMs(failures));
			waitMs = step === 'waitForTurn' ? (retryAfter ?? 0) : 0;
		}
	}

	/** A call as it would be sent, without headers and secrets. */
	preview(call: Call): IDataObject {
		const { method, url, body } = encode(this.dependencies.baseUrl, call, this.correctionOf(call.operation.id));
		const shown = { method, url, ...(body !== undefined && { body: JSON.parse(body) as unknown }) };
		return redact(shown, this.forms) as IDataObject;
	}

	/** Gets a token, and nothing else. @throws ColtError */
	async authenticate(): Promise<void> {
		this.noteToken(await this.dependencies.token(undefined));
	}

	/**
	 * Makes one read and gives whatever came, an error as well; it is not tried again but for a refused token or a 429.
	 * @throws ColtError without a token, for what Colt has no form for, or what `demand` throws
	 */
	async observe(call: Call, { timeoutMs, demand }: ObserveOptions): Promise<Observation> {
		const { queue, baseUrl } = this.dependencies;
		const request = { ...encode(baseUrl, call, this.correctionOf(call.operation.id)), timeoutMs };
		demand(call.operation, request);
		let rejected: string | undefined;
		let waitMs: number | undefined;
		for (let tries = 1; ; tries += 1) {
			const token = await this.dependencies.token(countryOf(call), rejected);
			const permit = await queue.enter(waitMs);
			const startedAt = Date.now();
			const { headers, response, ...meaning } = await this.send(request, token, call);
			const status = 'problem' in meaning ? meaning.problem.httpStatus : undefined;
			waitMs = status === 429 ? (retryAfterMs(headers, Date.now()) ?? 0) : 0;
			if (status === 429) queue.refused(permit, retryAfterMs(headers, Date.now()));
			else if (headers !== undefined) queue.accepted(permit);
			const isRefusedToken = status === 401 && rejected === undefined;
			if (tries < OBSERVED_TRIES && (status === 429 || isRefusedToken)) {
				if (isRefusedToken) rejected = token;
				continue;
			}
			const { method, url } = request;
			return { method, url, ms: Date.now() - startedAt, meaning, ...(response !== undefined && { response }) };
		}
	}

	/** Waits, at most until the execution ends. @throws ColtError of kind `cancelled` */
	async pause(ms: number): Promise<void> {
		await this.dependencies.pause(ms);
	}

	/** Sends once. Neither answer nor problem shows a secret. */
	private async send(request: WireRequest, token: string, call: Call): Promise<Sent> {
		this.noteToken(token);
		const { effect } = call.operation;
		const ready = await withFiles(request);
		try {
			const response = readResponse(await this.dependencies.send(ready, token), this.forms);
			const { headers } = response;
			const now = Date.now();
			const meaning = interpret(response, call, this.dependencies.corrections?.get(call.operation.id));
			if ('problem' in meaning) return { problem: this.advised(meaning.problem, headers), headers, response };
			this.clock.note(headers, now);
			return { ...meaning, headers, response };
		} catch (error) {
			const { trackingId } = call;
			return { problem: networkProblem(error, { trackingId, effect, url: request.url, forms: this.forms }) };
		}
	}

	private advised(problem: Problem, headers: Record<string, string>): Problem {
		const { credential } = this.dependencies;
		return credential === undefined ? problem : withCredentialAdvice(problem, credential, headers, Date.now());
	}

	/**
	 * Remembers which new tokens an operation refuses; anything but a 401 shows that it takes one.
	 * @param renewed the token, if it was made because of a 401
	 */
	private noteTokenUse(operationId: string, problem: Problem | undefined, renewed: string | undefined): void {
		if (problem?.httpStatus !== 401) this.refusedTokens.delete(operationId);
		else if (renewed !== undefined)
			this.refusedTokens.set(operationId, new Set([...(this.refusedTokens.get(operationId) ?? []), renewed]));
	}

	/**
	 * An operation that refuses one new token after the other is not allowed to this client: many items must not ask
	 * for one each.
	 */
	private refusesTokens(operationId: string): boolean {
		return (this.refusedTokens.get(operationId)?.size ?? 0) >= USELESS_RENEWALS;
	}

	private noteToken(token: string): void {
		if (this.tokens.has(token)) return;
		this.tokens.add(token);
		this.forms = secretForms([...this.dependencies.secrets, ...this.tokens]);
	}
}
