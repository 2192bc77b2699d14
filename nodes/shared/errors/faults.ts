import type { CatalogueEntry } from './catalogue';
import type { Effect, Fault, Outcome, Problem, ProblemKind } from './problem';

export type { Fault } from './problem';

/** A fault's catalogue entry: `resend` is about orders, reads may always be repeated. */
export interface FaultEntry extends CatalogueEntry {
	kind: ProblemKind;
}

const network = (meaning: string, remedy: string, resend: CatalogueEntry['resend'] = 'unknown'): FaultEntry => ({
	kind: 'network',
	meaning,
	remedy,
	resend,
});
const answer = (meaning: string, remedy: string): FaultEntry => ({ kind: 'api', meaning, remedy, resend: 'unknown' });

const REACH = 'Check the environment and base URL of the credential, and the network of this machine, then try again.';
const SOMETHING_ELSE = "Check the credential's base URL: something other than Colt's API may be answering.";

/** Every fault, once: the node, the page on errors and the tests read them here. */
export const FAULTS: Readonly<Record<Fault, FaultEntry>> = {
	unreachable: network('Colt could not be reached', REACH, 'safe'),
	certificate: network(
		"The server's certificate is not trusted",
		"Check the credential's base URL, and that this machine trusts the certificate of your gateway or proxy.",
		'safe',
	),
	lost: network('The connection to Colt failed before an answer came', REACH),
	timeout: network('Colt gave no answer in time', 'Try again later. If it happens again, ask for less at once.'),
	cutOff: network("Colt's answer ended before it was complete", 'Try again later.'),
	tooLarge: answer(
		"Colt's answer is larger than this node reads",
		'Ask for less at once: a lower limit or narrower filters.',
	),
	empty: answer('Colt answered with an empty body', SOMETHING_ELSE),
	notJson: answer('Colt answered with a body that is not JSON', SOMETHING_ELSE),
	hiddenError: answer(
		'Colt reported an error under an HTTP status of success',
		"Follow Colt's message, or ask Colt's support with the tracking ID.",
	),
	noOrderId: answer('Colt answered without an order ID', SOMETHING_ELSE),
	rateLimitStalled: {
		kind: 'api',
		meaning: "Colt's rate limit has not allowed any call for a long time",
		remedy: 'Wait a while, then try again. Other programs may be using up the limit of this client.',
		resend: 'safe',
	},
	stoppedWaiting: {
		kind: 'cancelled',
		meaning: 'The execution was stopped while waiting to try again',
		remedy: "Run the workflow again when you are ready. Orders that were placed before are in Colt's list of orders.",
		resend: 'safe',
	},
	stoppedSending: {
		kind: 'cancelled',
		meaning: 'The execution was stopped while a request to Colt was running',
		remedy: 'Run the workflow again when you are ready.',
		resend: 'unknown',
	},
};

/** What to do when an order may or may not exist. */
export const unknownRemedy = (trackingId: string): string =>
	"The order may exist. Before you run it again, look at the number's status or, where there is one, the list " +
	`of orders, or ask Colt's support for tracking ID ${trackingId}.`;

/** What is known of the call that a fault ended. */
export interface FaultFacts {
	effect: Effect;
	trackingId?: string;
	httpStatus?: number;
	networkCode?: string;
	/** Added to the sentence in brackets, such as a size or a time. */
	detail?: string;
}

/** A fault as a problem. After an order its outcome is unknown unless the fault proves that nothing was sent. */
export function faultProblem(fault: Fault, { effect, detail, ...facts }: FaultFacts): Problem {
	const { kind, meaning, remedy, resend } = FAULTS[fault];
	const outcome: Outcome = resend === 'safe' ? 'notSent' : effect === 'read' ? 'refused' : 'unknown';
	return {
		kind,
		fault,
		message: detail === undefined ? meaning : `${meaning} (${detail})`,
		remedy: outcome === 'unknown' && facts.trackingId !== undefined ? unknownRemedy(facts.trackingId) : remedy,
		outcome,
		...facts,
	};
}
