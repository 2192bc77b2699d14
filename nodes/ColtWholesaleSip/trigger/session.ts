import type { INodeExecutionData, IPollFunctions } from 'n8n-workflow';

import type { Problem } from '../../shared/errors/problem';
import { judgeFailure, outageNote } from './outage';
import type { Outage } from './outage';
import { nameOf } from './tries';

/** Whether polls fail, by the context n8n polls with: one from an activation of the workflow to its end, or one for each poll with durable cursors. */
const outages = new WeakMap<IPollFunctions, Outage>();

/** The polls under way in this process by trigger, and when each began, milliseconds since the epoch. */
const running = new Map<string, number>();

/** No poll lasts longer: one that does is given up. */
const LONGEST_MS = 10 * 60_000;

/**
 * Polls, unless a poll of this trigger is still at it: two at once would both tell what is new. n8n starts a poll although
 * the one before still runs, and with durable cursors all at once that were due while it was down. The test step remembers
 * nothing, and is left alone.
 */
export async function oneAtATime(
	context: IPollFunctions,
	poll: (context: IPollFunctions) => Promise<INodeExecutionData[][] | null>,
): Promise<INodeExecutionData[][] | null> {
	if (context.getMode() === 'manual') return await poll(context);
	const name = nameOf(context);
	const now = Date.now();
	if (now - (running.get(name) ?? Number.NEGATIVE_INFINITY) < LONGEST_MS) {
		context.logger.info('The poll before has not ended yet; this one is left out', { node: context.getNode().name });
		return null;
	}
	running.set(name, now);
	try {
		const result = await poll(context);
		outages.delete(context);
		return result;
	} finally {
		if (running.get(name) === now) running.delete(name);
	}
}

/**
 * Whether a failed poll goes to the error workflow. The first of an activation always does, so that a trigger that cannot
 * work is not activated; a long outage is reported at growing distances, and every failure stands in n8n's log.
 * @returns what the report adds to the failure, or undefined for none
 */
export function reportOf(context: IPollFunctions, problem: Problem): string | undefined {
	const { isReported, outage } = judgeFailure(outages.get(context), problem, Date.now());
	outages.set(context, outage);
	if (isReported || context.getMode() === 'manual') return outageNote(outage);
	context.logger.warn(`Poll failed, ${outage.count} in a row: ${problem.message}`, {
		node: context.getNode().name,
		trackingId: problem.trackingId,
	});
	return undefined;
}
