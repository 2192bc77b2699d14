import type { Effect } from '../contract/table';
import type { RefusedName } from '../refusals/namesInText';
import type { Check } from './localChecks';

/**
 * What can go wrong on the way to Colt and back, apart from the errors Colt documents; see the catalogue in
 * faults.ts.
 */
export type Fault =
	| 'unreachable'
	| 'certificate'
	| 'lost'
	| 'timeout'
	| 'cutOff'
	| 'tooLarge'
	| 'empty'
	| 'notJson'
	| 'hiddenError'
	| 'noOrderId'
	| 'rateLimitStalled'
	| 'stoppedWaiting'
	| 'stoppedSending';

export type { Effect } from '../contract/table';

/**
 * What is known about the effect of a failed call at Colt.
 * `notSent`: nothing left this machine. `refused`: Colt answered that it did nothing.
 * `unknown`: the request may have been carried out although no usable answer came back.
 */
export type Outcome = 'notSent' | 'refused' | 'unknown';

export type ProblemKind = 'input' | 'api' | 'authentication' | 'network' | 'configuration' | 'cancelled';

/** A failure as shown to the user; the same fields appear on continue-on-fail items. Contains no secret. */
export interface Problem {
	kind: ProblemKind;
	/** One sentence: what happened. */
	message: string;
	/** What to do next. */
	remedy: string;
	outcome: Outcome;
	/** What the call would have done; absent where nothing calls Colt. Decides how the outcome is put into words. */
	effect?: Effect;
	/** Entry of the catalogue of faults, for a failure that is not one of Colt's documented errors. */
	fault?: Fault;
	/** Entry of the catalogue of local checks. */
	check?: Check;
	/** Label of the field at fault, as shown in the editor. */
	field?: string;
	httpStatus?: number;
	/** Colt's own `code`, such as `002`. */
	code?: string;
	/** Colt's own `reason`. */
	reason?: string;
	/** Colt's own `message`. */
	vendorMessage?: string;
	/** Names of fields that Colt complains of, as its answer has them; not shown as they are. */
	refusedNames?: RefusedName[];
	/** A corrections document that may put it right, for a person to decide on: the text to paste. */
	correction?: string;
	/** The `x-tracking-id` the call carried: what Colt's support asks for. */
	trackingId?: string;
	/** The network's code, such as `ECONNREFUSED`. */
	networkCode?: string;
	/** Which of several items it is, as people count: `Item 3 of 5 (+442081324758)`. */
	item?: string;
	/** What became of the other items, in a few words for the first line. */
	others?: string;
	/** What became of the other items, item by item. */
	batch?: string;
	/** Tracking IDs of other requests of the same node run whose outcome is unknown. */
	unknownRequests?: string[];
	/** Order IDs that the same node run had already placed when it stopped. */
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

/** A text may repeat what was put in or what Colt said, however long: the middle of a long one is left out. */
export const shortened = (text: string): string =>
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
