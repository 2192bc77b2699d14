import type { ColtClient } from '../client/client';
import type { Since } from './evidenceReader';
import { gatherEvidence, gatherListEvidence } from './evidence';
import { verdictOf } from './match';
import type { Verdict } from './match';
import { orderMemory } from './orderMemory';
import type { OpenCall, Owner } from './orderMemory';
import type { RecoveryRule } from './recovery';
import type { Wanted } from './wanted';

/** An order may appear late: the looks come at growing distances. */
const FIRST_PAUSE_MS = 300;
const GROWTH = 2;
/** After so many looks that failed it is Colt that cannot be asked. */
const MOST_FAILED_ATTEMPTS = 2;

/** One order that is looked for. */
export interface Candidate {
	wanted: Wanted;
	open: OpenCall;
	/** The run of the node it is for. */
	owner: Owner;
}

/** How orders are looked for. */
export interface Search {
	client: ColtClient;
	rule: RecoveryRule;
	/** At the numbers or the parent of a single order, or in the list of orders for many at once. */
	lookIn: 'number' | 'list';
	since: Since;
	patienceMs: number;
	trackingId: string;
	/**
	 * `own`: an order that this process has sent; it is none that anybody was given. `any`: whoever placed it, but for
	 * those given in the same run.
	 */
	whose: 'own' | 'any';
	/** Whether what is found may be taken for the order, or only be told. */
	mayAdopt(candidate: Candidate): boolean;
}

/** The end of a search: what it has come to for each order, in their order. */
export interface SearchResult {
	verdicts: Verdict[];
	attempts: number;
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
export function claim(verdict: Verdict, { open, owner }: Pick<Candidate, 'open' | 'owner'>, mayAdopt = true): Verdict {
	if (verdict.is !== 'found') return verdict;
	const { id } = verdict.order;
	if (!mayAdopt) return { is: 'unclear', why: `order ${id} may be it` };
	if (orderMemory.isContested(open))
		return { is: 'unclear', why: `order ${id} may be that of another item that asks for the same numbers` };
	orderMemory.give(id, owner);
	return verdict;
}

/** One read of the list for many rows: of a country only where all are of the same. */
function listWanted(rule: RecoveryRule, candidates: readonly Candidate[]): Wanted {
	const countries = new Set(candidates.map(({ wanted }) => wanted.country));
	const [country] = countries;
	return {
		ranges: [],
		...(rule.orderType !== undefined && { type: rule.orderType }),
		...(countries.size === 1 && country !== undefined && { country }),
	};
}

const isOver = ({ is }: Verdict): boolean => is === 'found' || is === 'done';

/**
 * Looks for orders until all are found or the patience is over; what is found is its caller's from then on.
 * @throws ColtError of kind `cancelled`
 */
export async function findOrders(search: Search, candidates: readonly Candidate[]): Promise<SearchResult> {
	const { client, rule, lookIn, since, trackingId } = search;
	const verdicts: Verdict[] = candidates.map(() => ({ is: 'unclear', why: 'nothing could be read' }));
	const isTaken = (id: string, { owner }: Candidate): boolean =>
		search.whose === 'own' ? orderMemory.isGiven(id, owner) : orderMemory.isGivenIn(id, owner);
	const pauses = pausesFor(search.patienceMs);
	let [attempts, failed, waited] = [0, 0, 0];
	for (const pause of pauses) {
		await client.pause(pause);
		waited += pause;
		attempts += 1;
		const [first] = candidates as [Candidate];
		const lookup = { client, rule, since, trackingId };
		const evidence =
			lookIn === 'list'
				? await gatherListEvidence({ ...lookup, wanted: listWanted(rule, candidates) })
				: await gatherEvidence({ ...lookup, wanted: first.wanted }, attempts === pauses.length, (id) =>
						isTaken(id, first),
					);
		for (const [index, candidate] of candidates.entries()) {
			if (isOver(verdicts[index] as Verdict)) continue;
			const verdict = verdictOf(rule, candidate.wanted, evidence, (id) => isTaken(id, candidate));
			verdicts[index] = claim(verdict, candidate, search.mayAdopt(candidate));
		}
		failed += evidence.failures.length > 0 ? 1 : 0;
		if (verdicts.every(isOver) || failed >= MOST_FAILED_ATTEMPTS) break;
	}
	return { verdicts, attempts, seconds: Math.round(waited / 1_000) };
}
