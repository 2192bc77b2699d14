import type { ColtClient } from '../client/client';
import type { Since } from './evidenceReader';
import { gatherEvidence, gatherListEvidence } from './evidence';
import { verdictOf } from './matchOrder';
import type { Verdict } from './matchOrder';
import { orderMemory } from './orderMemory';
import type { OpenCall, Owner } from './orderMemory';
import type { RecoveryRule } from './recovery';
import type { Wanted } from './wanted';

/** An order may appear late, so the pauses between attempts grow. */
const FIRST_PAUSE_MS = 300;
const GROWTH = 2;
/** After this many failed attempts, Colt counts as unavailable. */
const MOST_FAILED_ATTEMPTS = 2;

/** One order to search for. */
export interface Candidate {
	wanted: Wanted;
	open: OpenCall;
	/** The run of the node it is for. */
	owner: Owner;
}

/** How to search for orders. */
export interface Search {
	client: ColtClient;
	rule: RecoveryRule;
	/** At the numbers or the parent of a single order, or in the list of orders for many at once. */
	lookIn: 'number' | 'list';
	since: Since;
	patienceMs: number;
	trackingId: string;
	/**
	 * `own`: an order sent by this process and not yet assigned to any item. `any`: an order placed by anyone, unless
	 * it is assigned to another item of the same run.
	 */
	whose: 'own' | 'any';
	/** Whether a match may be adopted as the item's order, or only reported. */
	mayAdopt(candidate: Candidate): boolean;
}

/** The result of a search, with one verdict per candidate in the same order. */
export interface SearchResult {
	verdicts: Verdict[];
	attempts: number;
	seconds: number;
}

/** Pauses before each attempt: at least one, at most `patienceMs` in total. */
export function pausesFor(patienceMs: number): number[] {
	const pauses: number[] = [];
	for (let pause = FIRST_PAUSE_MS, total = pause; total <= patienceMs; pause *= GROWTH, total += pause)
		pauses.push(pause);
	return pauses.length === 0 ? [0] : pauses;
}

/**
 * Assigns a found order to an item. Each order belongs to one item, and to none while another call may still claim it.
 */
export function claim(verdict: Verdict, { open, owner }: Pick<Candidate, 'open' | 'owner'>, mayAdopt = true): Verdict {
	if (verdict.is !== 'found') return verdict;
	const { id } = verdict.order;
	if (!mayAdopt) return { is: 'unclear', why: `order ${id} may be it` };
	if (orderMemory.isContested(open))
		return { is: 'unclear', why: `order ${id} may be that of another item that asks for the same numbers` };
	orderMemory.give(id, owner);
	return verdict;
}

/** The filter for one read of the list for many rows: by country only if all rows have the same. */
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
 * Searches for orders until all are found or the time is over. Found orders are assigned to the caller.
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
