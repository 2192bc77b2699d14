import type { IPollFunctions } from 'n8n-workflow';

import type { Problem } from '../../shared/errors/problem';

/** After so many polls in which an order's details could not be read, the order is told without them. */
const MOST_TRIES = 3;

/** Failed readings of details by order, of each trigger in this process; forgotten when a poll succeeds without any. */
const tries = new Map<string, Map<string, number>>();

/** A trigger's name in this process: its workflow and node. */
export const nameOf = (context: IPollFunctions): string => `${context.getWorkflow().id ?? ''} ${context.getNode().id}`;

/** Colt's word that there are no such details is not asked for again. */
const isRefusal = ({ outcome, httpStatus = 0 }: Problem): boolean => outcome === 'refused' && httpStatus >= 400 && httpStatus < 500 && ![401, 403, 429].includes(httpStatus);

/** Counts failed readings, and says for which orders the next poll is to try again. */
export function countTries(context: IPollFunctions, failed: ReadonlyMap<string, Problem>): Set<string> {
	const counts = new Map<string, number>();
	const again = new Set<string>();
	for (const [id, problem] of failed) {
		const count = (tries.get(nameOf(context))?.get(id) ?? 0) + 1;
		counts.set(id, count);
		const goesOn = isRefusal(problem) || count >= MOST_TRIES;
		if (!goesOn) again.add(id);
		context.logger.warn(`The details of order ${id} could not be read: ${problem.message}. The order is told ${goesOn ? 'without them' : 'in the next poll'}`);
	}
	if (counts.size > 0) tries.set(nameOf(context), counts);
	else tries.delete(nameOf(context));
	return again;
}
