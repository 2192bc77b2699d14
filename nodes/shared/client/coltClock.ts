/** A Date header carries whole seconds: Colt's clock may be this much later than it says. */
const REST_OF_SECOND_MS = 999;
/** The clocks of Colt's gateway, which dates answers, and of the system behind it may differ by this much. */
const SKEW_MS = 5_000;
/** Used without a Date header, when only this machine's clock is known. */
const OWN_SKEW_MS = 60_000;

/** When an answer was made, by the clock of its sender (RFC 9110, 6.6.1); milliseconds since the epoch. */
export function dateOf(headers: Readonly<Record<string, string>>): number | undefined {
	const date = Date.parse(headers.date ?? '');
	return Number.isNaN(date) ? undefined : date;
}

/**
 * What Colt's clock shows, by the Date headers of its answers. Every moment is in milliseconds since the epoch; `own`
 * is a moment of this machine's clock.
 */
export class ColtClock {
	/** The latest answer that carried a Date header: Colt's clock beside this machine's. */
	reading: { colt: number; own: number } | undefined;

	/** Reads the headers of an answer that has just come in. */
	note(headers: Readonly<Record<string, string>>, own: number): void {
		const colt = dateOf(headers);
		if (colt !== undefined) this.reading = { colt, own };
	}

	/** Colt's time at a moment, never earlier than Colt's clock shows; this machine's own before the first answer. */
	timeAt(own = Date.now()): number {
		return this.reading === undefined ? own : this.reading.colt + REST_OF_SECOND_MS + (own - this.reading.own);
	}

	/**
	 * Colt's time at a moment, minus the largest possible difference: an order created before the result is older than
	 * the moment.
	 * @param seenBefore Colt's clock in an answer that came before the moment; it is never later than the moment
	 */
	earliestAt(own: number, seenBefore = Number.POSITIVE_INFINITY): number {
		if (this.reading === undefined) return Math.min(own, seenBefore) - OWN_SKEW_MS;
		return Math.min(this.reading.colt - (this.reading.own - own), seenBefore) - SKEW_MS;
	}
}
