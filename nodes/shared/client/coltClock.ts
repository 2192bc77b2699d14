/** A moment of Colt's clock beside this machine's, both in milliseconds since the epoch. */
export interface ClockReading {
	/** Absent until an answer has shown it. */
	colt?: number;
	own: number;
}

/** A Date header carries whole seconds: Colt's clock may be this much later than it says. */
const REST_OF_SECOND_MS = 999;

/** What Colt's clock shows, by the Date headers of its answers (RFC 9110, 6.6.1). */
export class ColtClock {
	/** The latest answer that carried a Date header. */
	reading: Required<ClockReading> | undefined;

	/** Reads the headers of an answer that has just come in. */
	note(headers: Readonly<Record<string, string>>, own: number): void {
		const colt = Date.parse(headers.date ?? '');
		if (!Number.isNaN(colt)) this.reading = { colt, own };
	}

	/**
	 * Colt's time at a moment of this machine's clock, never earlier than Colt's clock shows; this machine's own before
	 * the first answer. Milliseconds since the epoch.
	 */
	timeAt(own = Date.now()): number {
		return this.reading === undefined ? own : this.reading.colt + REST_OF_SECOND_MS + (own - this.reading.own);
	}
}
