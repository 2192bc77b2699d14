import { toProblem } from '../errors/present';
import type { Problem } from '../errors/problem';
import type { SearchResult } from './findOrder';
import type { Verdict } from './matchOrder';
import type { RecoveryRule } from './recovery';

/** What may exist at Colt: an order, or the effect of an operation that creates none. */
const effectOf = ({ orderType, by }: RecoveryRule): string =>
	orderType !== undefined ? 'order' : by === undefined ? 'effect of this call' : 'change';

function whyOf(verdict: Verdict): string {
	if ('why' in verdict) return verdict.why;
	return verdict.is === 'absent' ? 'it did not exist, and sending it again did not help' : 'it is there';
}

/** The result of the search for one order. */
export interface SearchOutcome extends Omit<SearchResult, 'verdicts'> {
	verdict: Verdict;
}

/** The problem for a call whose outcome is still unknown after the search. */
export function mayExist(
	cause: Problem,
	rule: RecoveryRule,
	trackingId: string,
	looked: SearchOutcome | undefined,
): Problem {
	const search =
		looked === undefined || looked.attempts === 0
			? ''
			: ' The node looked for it ' +
				`${looked.attempts === 1 ? 'once' : `${looked.attempts} times in ${looked.seconds} s`}: ` +
				`${whyOf(looked.verdict)}.`;
	return {
		...cause,
		outcome: 'unknown',
		remedy:
			`The ${effectOf(rule)} may exist.${search} Before you run it again, ${rule.check}, or ask Colt's support ` +
			`for tracking ID ${trackingId}.`,
		trackingId,
	};
}

/** The execution was stopped during a search: what was sent stays unknown. */
export function stoppedWhileSearching(error: unknown, cause: Problem, rule: RecoveryRule, trackingId: string): Problem {
	const problem = toProblem(error);
	if (problem.kind !== 'cancelled') return problem;
	const message = `${cause.message}; the execution was stopped while the node looked for the order`;
	return mayExist({ ...cause, kind: 'cancelled', message }, rule, trackingId, undefined);
}
