/** How often a call is repeated at most after a failure other than 429, which only says: later. */
export const RETRIES = 4;

const BASE_MS = 400;
const CAP_MS = 20_000;
/** A longer Retry-After is not sat out inside an execution. */
const RETRY_AFTER_CAP_MS = 120_000;

/** Exponential backoff with full jitter. */
export const backoffMs = (attempt: number, random: () => number = Math.random): number =>
	Math.round(random() * Math.min(CAP_MS, BASE_MS * 2 ** attempt));

/**
 * The wait a `Retry-After` header asks for, in seconds or as an HTTP date (RFC 9110, 10.2.3).
 * @returns undefined when there is none or it is unreadable
 */
export function retryAfterMs(headers: Record<string, string> | undefined, now: number): number | undefined {
	const value = headers?.['retry-after']?.trim();
	if (value === undefined || value === '') return undefined;
	// An HTTP date starts with the day of the week; Date.parse alone would take `-5` for a date.
	const ms = /^\d+$/.test(value)
		? Number(value) * 1_000
		: /^[A-Za-z]{3}/.test(value)
			? Date.parse(value) - now
			: Number.NaN;
	return Number.isNaN(ms) ? undefined : Math.min(Math.max(ms, 0), RETRY_AFTER_CAP_MS);
}
