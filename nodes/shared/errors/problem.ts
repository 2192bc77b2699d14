import type { Check } from './checks';
import type { Fault } from './faults';

/**
 * What is known about the effect of a failed call at Colt.
 * `notSent`: nothing left this machine. `refused`: Colt answered that it did nothing.
 * `unknown`: the request may have been carried out although no usable answer came back.
 */
export type Outcome = 'notSent' | 'refused' | 'unknown';

export type ProblemKind = 'input' | 'api' | 'authentication' | 'network' | 'configuration' | 'cancelled';

/** A failure as told to the user; the same fields appear on continue-on-fail items. Holds no secret. */
export interface Problem {
	kind: ProblemKind;
	/** One sentence: what happened. */
	message: string;
	/** What to do next. */
	remedy: string;
	outcome: Outcome;
	/** Entry of the catalogue of faults, for a failure that is none of Colt's documented errors. */
	fault?: Fault;
	/** Entry of the catalogue of local checks. */
	check?: Check;
	/** Label of the field at fault, as it stands in the editor. */
	field?: string;
	httpStatus?: number;
	/** Colt's own `code`, such as `002`. */
	code?: string;
	/** Colt's own `reason`. */
	reason?: string;
	/** Colt's own `message`. */
	vendorMessage?: string;
	/** The `x-tracking-id` the call carried: what Colt's support asks for. */
	trackingId?: string;
	/** The network's code, such as `ECONNREFUSED`. */
	networkCode?: string;
	/** How far a node with several items got. */
	batch?: string;
	/** Tracking ids of other requests of the same node run of which nothing is known. */
	unknownRequests?: string[];
	/** Order ids that the same node run had already placed when this failure stopped it. */
	placedOrders?: string[];
}

/** The one error type of the pure core and of the client; the shells turn it into n8n's. */
export class ColtError extends Error {
	override readonly name = 'ColtError';

	readonly problem: Problem;

	/** n8n shows it under the message when it wraps the error itself. */
	readonly description: string;

	constructor(problem: Problem) {
		super(problem.message);
		this.description = problem.remedy;
		this.problem = problem;
	}
}

const LONGEST = 400;

/** A text that repeats what was put in may be as long as that: its middle is left out. */
const shortened = (text: string): string =>
	text.length <= LONGEST ? text : `${text.slice(0, LONGEST / 2)} … ${text.slice(-LONGEST / 4)}`;

/**
 * Input that is refused before anything is sent.
 * @param field the field's label in the editor
 * @param what what is wrong with it, as the end of "<field> …"
 * @param remedy how to put it right
 * @param check its kind in the catalogue of checks
 */
export function inputError(field: string, what: string, remedy: string, check: Check = 'value'): ColtError {
	return new ColtError({
		kind: 'input',
		check,
		message: `${field} ${shortened(what)}`,
		remedy,
		field,
		outcome: 'notSent',
	});
}
