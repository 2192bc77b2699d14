import { faultProblem } from '../errors/faults';
import type { Fault, FaultFacts } from '../errors/faults';
import type { Problem } from '../errors/problem';

/** How long a call may take and how large its answer may be. */
export interface Limits {
	/** Until the connection is established, milliseconds. */
	connectMs: number;
	/** Until the answer begins, milliseconds from the start. */
	responseMs: number;
	/** Until the answer is complete, milliseconds from the start. */
	totalMs: number;
	/** Of the answer's body, decompressed. */
	bytes: number;
}

const CONNECT_MS = 15_000;
const RESPONSE_MS = 60_000;
const TOTAL_MS = 120_000;
/** A page of 100 orders is some 200 kB; an answer of this size is not from Colt. */
const LARGEST_ANSWER = 20 * 1024 * 1024;

/** The limits of a call that may take so long in all. */
export const limitsFor = (totalMs = TOTAL_MS): Limits => ({
	connectMs: Math.min(CONNECT_MS, totalMs),
	responseMs: Math.min(RESPONSE_MS, totalMs),
	totalMs,
	bytes: LARGEST_ANSWER,
});

/** A call that met one of its limits, or whose answer broke off. */
export class BrokenOff extends Error {
	override readonly name = 'BrokenOff';

	constructor(
		readonly fault: Fault,
		/** What the message adds, such as the limit. */
		readonly detail?: string,
	) {
		super(fault);
	}

	/** As a problem of the call that was under way. */
	problem(facts: FaultFacts): Problem {
		return faultProblem(this.fault, { ...facts, ...(this.detail !== undefined && { detail: this.detail }) });
	}
}
