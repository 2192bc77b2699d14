import { toProblem } from '../errors/present';
import { ColtError } from '../errors/problem';
import type { Problem } from '../errors/problem';
import { gather } from './evidence';
import type { Looking } from './evidenceReader';
import { verdictOf } from './match';
import type { Verdict } from './match';
import { ledger } from './orderMemory';
import type { OpenCall } from './orderMemory';
import type { LookUpRule } from './recoveryRules';

/** An order may appear late: the looks come at growing distances. */
const FIRST_PAUSE_MS = 300;
const GROWTH = 2;
/** After so many looks that failed it is Colt that cannot be asked. */
const MOST_FAILED_LOOKS = 2;

/** The end of a search. */
export interface Search {
	verdict: Verdict;
	looks: number;
	seconds: number;
}

/** Pauses before each look: at least one, in all at most `patienceMs`. */
export function pausesFor(patienceMs: number): number[] {
	const pauses: number[] = [];
	for (let pause = FIRST_PAUSE_MS, total = pause; total <= patienceMs; pause *= GROWTH, total += pause)
		pauses.push(pause);
	return pauses.length === 0 ? [0] : pauses;
}

/** Only one item can have an order, and none while another call may still be told that it is its own. */
export function claim(verdict: Verdict, open: OpenCall): Verdict {
	if (verdict.is !== 'found') return verdict;
	if (ledger.isContested(open))
		return {
			is: 'unclear',
			why: `order ${verdict.order.id} may be that of another item that asks for the same numbers`,
		};
	ledger.learn(verdict.order.id);
	return verdict;
}

/**
 * Looks for an order until it is found or the patience is over; whatever it finds is the caller's from then on.
 * @throws ColtError of kind `cancelled`
 */
export async function search(looking: Looking, open: OpenCall, patienceMs: number): Promise<Search> {
	const pauses = pausesFor(patienceMs);
	let verdict: Verdict = { is: 'unclear', why: 'nothing could be read' };
	let failed = 0;
	let waited = 0;
	for (const [index, pause] of pauses.entries()) {
		await looking.client.pause(pause);
		waited += pause;
		const evidence = await gather(looking, index === pauses.length - 1);
		verdict = claim(verdictOf(looking.rule, looking.sought, evidence, ledger.isKnown), open);
		failed += evidence.failures.length > 0 ? 1 : 0;
		if (verdict.is === 'found' || verdict.is === 'done' || failed >= MOST_FAILED_LOOKS)
			return { verdict, looks: index + 1, seconds: Math.round(waited / 1_000) };
	}
	return { verdict, looks: pauses.length, seconds: Math.round(waited / 1_000) };
}

/** What of Colt may be there: an order, or what an operation without one makes. */
const effectOf = ({ orderType, by }: LookUpRule): string =>
	orderType !== undefined ? 'order' : by === undefined ? 'effect of this call' : 'change';

/** What to do when the search has not told what became of a call. */
export function mayExist(cause: Problem, rule: LookUpRule, trackingId: string, found: Search | undefined): ColtError {
	const looked =
		found === undefined || found.looks === 0
			? ''
			: ` The node looked for it ${found.looks === 1 ? 'once' : `${found.looks} times in ${found.seconds} s`}: ${whyOf(found.verdict)}.`;
	return new ColtError({
		...cause,
		outcome: 'unknown',
		remedy: `The ${effectOf(rule)} may exist.${looked} Before you run it again, ${rule.check}, or ask Colt's support for tracking ID ${trackingId}.`,
		trackingId,
	});
}

function whyOf(verdict: Verdict): string {
	if ('why' in verdict) return verdict.why;
	return verdict.is === 'absent' ? 'it was not there, and sending it again has not helped' : 'it is there';
}

/** The execution was stopped during a search: what was sent stays unknown. */
export function stoppedWhileLooking(error: unknown, cause: Problem, rule: LookUpRule, trackingId: string): ColtError {
	const problem = toProblem(error);
	if (problem.kind !== 'cancelled') return error instanceof ColtError ? error : new ColtError(problem);
	return mayExist(
		{
			...cause,
			kind: 'cancelled',
			message: `${cause.message}; the execution was stopped while the node looked for the order`,
		},
		rule,
		trackingId,
		undefined,
	);
}
