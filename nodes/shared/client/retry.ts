import type { Effect } from '../contract/table';
import { API_ERRORS, lookUp } from '../errors/catalogue';
import type { Problem } from '../errors/problem';

/** How often a call is repeated at most after a failure other than 429, which only says: later. */
export const RETRIES = 4;

const BASE_MS = 400;
const CAP_MS = 20_000;
/** A longer Retry-After is not sat out inside an execution. */
const RETRY_AFTER_CAP_MS = 120_000;
const LONGEST_HEADER = 100;

/** Exponential backoff with full jitter. */
export const backoffMs = (attempt: number, random: () => number = Math.random): number =>
	Math.round(random() * Math.min(CAP_MS, BASE_MS * 2 ** attempt));

/**
 * The wait a `Retry-After` header asks for, in seconds or as an HTTP date (RFC 9110, 10.2.3).
 * @returns undefined if it is missing or unreadable
 */
export function retryAfterMs(headers: Record<string, string> | undefined, now: number): number | undefined {
	const value = headers?.['retry-after']?.trim().slice(0, LONGEST_HEADER);
	if (value === undefined || value === '') return undefined;
	// An HTTP date starts with the day of the week; Date.parse alone would take `-5` for a date.
	const ms = /^\d+$/.test(value)
		? Number(value) * 1_000
		: /^[A-Za-z]{3}/.test(value)
			? Date.parse(value) - now
			: Number.NaN;
	return Number.isNaN(ms) ? undefined : Math.min(Math.max(ms, 0), RETRY_AFTER_CAP_MS);
}

/** What has happened to a call so far. */
export interface CallHistory {
	effect: Effect;
	/** Failures other than 429, this one included. */
	failures: number;
	/** Whether the call already had a new token after a 401. */
	hasNewToken: boolean;
	/** Whether this operation has refused one new token after the other. */
	refusesTokens: boolean;
	/** Whether 429 has been the only answer to this client for too long. */
	isStalled: boolean;
}

/** What to do about a failed call. */
export type NextStep = 'giveUp' | 'renewToken' | 'waitForTurn' | 'stall' | 'tryAgain';

/** 401/004 is about client and country: a new token changes nothing. */
const isTokenRefused = ({ httpStatus, code }: Problem): boolean => httpStatus === 401 && code !== '004';

/**
 * A failure that may be over at the next try: of the network or of Colt's servers, or an answer that cannot be read.
 */
const mayPass = ({ kind, httpStatus }: Problem): boolean =>
	kind === 'network' || (httpStatus !== undefined && (httpStatus >= 500 || (httpStatus >= 200 && httpStatus < 300)));

/** The request was certainly not carried out: it never left, or Colt says so (503 with Retry-After). */
const hadNoEffect = ({ outcome, httpStatus, code }: Problem): boolean =>
	outcome === 'notSent' ||
	(httpStatus !== undefined && lookUp(API_ERRORS, httpStatus, code).resend === 'safe') ||
	(httpStatus === 503 && outcome === 'refused');

/** What to do about a failed call; a second order would be billed twice. */
export function nextStep(problem: Problem, history: CallHistory): NextStep {
	// Colt did not look at the request because of the token: a new token is worth one more try.
	if (isTokenRefused(problem) && !history.hasNewToken && !history.refusesTokens) return 'renewToken';

	// Over the rate limit nothing is carried out: wait for a turn as long as anything gets through.
	if (problem.httpStatus === 429) return history.isStalled ? 'stall' : 'waitForTurn';

	// Colt has refused the request itself: it would refuse it again.
	if (!mayPass(problem)) return 'giveUp';

	// The order may have been placed: sending it again could place a second one.
	if (history.effect !== 'read' && !hadNoEffect(problem)) return 'giveUp';

	// Enough tries.
	if (history.failures > RETRIES) return 'giveUp';

	return 'tryAgain';
}
