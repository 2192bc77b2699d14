import type { ColtClient } from '../client/client';

/**
 * The clocks of Colt's gateway and of the system behind it may differ by this much, and a Date header has whole
 * seconds.
 */
const SKEW_MS = 5_000;
/** Used without a Date header, when only this machine's clock is known. */
const OWN_SKEW_MS = 60_000;

/** A moment of Colt's clock beside this machine's, both in milliseconds since the epoch. */
export interface ClockReading {
	colt?: number;
	own: number;
}

/** Reads the Date header of an answer that has just come in. */
export function readClock(headers: Readonly<Record<string, string>>, own: number): ClockReading {
	const colt = Date.parse(headers.date ?? '');
	return Number.isNaN(colt) ? { own } : { own, colt };
}

/**
 * Converts a moment of this machine's clock to Colt's clock, minus the largest possible difference: an order created
 * before the result is older than the moment.
 * @param seenBefore Colt's clock in an answer that came before the moment; it is never later than the moment
 */
export function atColt(moment: number, { colt, own }: ClockReading, seenBefore?: number): number {
	if (colt === undefined) return Math.min(moment, seenBefore ?? moment) - OWN_SKEW_MS;
	return Math.min(colt - (own - moment), seenBefore ?? Number.POSITIVE_INFINITY) - SKEW_MS;
}

const lastSeen = new WeakMap<ColtClient, number>();

/** Remembers Colt's clock of an answer: no later order is older. */
export function noteClock(client: ColtClient, headers: Readonly<Record<string, string>>): void {
	const colt = Date.parse(headers.date ?? '');
	if (!Number.isNaN(colt)) lastSeen.set(client, colt);
}

/** Colt's clock in the last answer to an order; undefined before there was one. */
export const clockOf = (client: ColtClient): number | undefined => lastSeen.get(client);
