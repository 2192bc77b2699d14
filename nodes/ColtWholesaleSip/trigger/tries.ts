import type { IPollFunctions } from 'n8n-workflow';

import type { Problem } from '../../shared/errors/problem';

/** After so many polls in which a fact about an order could not be read, the order is told without it. */
const MOST_TRIES = 3;

/** What is read about an order besides the list. */
export type Fact = 'details' | 'numbers';

/** Failed readings by order, of each trigger and fact in this process; forgotten when a poll succeeds without any. */
const tries = new Map<string, Map<string, number>>();

/** A trigger's name in this process: its workflow and node. */
export const nameOf = (context: IPollFunctions): string => `${context.getWorkflow().id ?? ''} ${context.getNode().id}`;

/** Colt's word that there are no such details is not asked for again. */
const isRefusal = ({ outcome, httpStatus = 0 }: Problem): boolean =>
	outcome === 'refused' && httpStatus >= 400 && httpStatus < 500 && ![401, 403, 429].includes(httpStatus);

/**
 * Counts failed readings, and says for which orders the next poll is to try again.
 * @param late orders this poll had no time for: their count stays
 */
export function countTries(
	context: IPollFunctions,
	fact: Fact,
	failed: ReadonlyMap<string, Problem>,
	late: ReadonlySet<string> = new Set(),
): Set<string> {
	const name = `${nameOf(context)} ${fact}`;
	const before = tries.get(name) ?? new Map<string, number>();
	const counts = new Map([...before].filter(([id]) => late.has(id)));
	const again = new Set<string>();
	for (const [id, problem] of failed) {
		const count = (before.get(id) ?? 0) + 1;
		counts.set(id, count);
		const goesOn = isRefusal(problem) || count >= MOST_TRIES;
		if (!goesOn) again.add(id);
		context.logger.warn(
			`The ${fact} of order ${id} could not be read: ${problem.message}. The order is told ${goesOn ? 'without them' : 'in the next poll'}`,
		);
	}
	if (counts.size > 0) tries.set(name, counts);
	else tries.delete(name);
	return again;
}
