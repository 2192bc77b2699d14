import type { INodeExecutionData, IPollFunctions } from 'n8n-workflow';

import type { Problem } from '../../shared/errors/problem';
import { judgeFailure, outageNote } from './outage';
import type { Outage } from './outage';

/**
 * n8n polls with one context from an activation of the workflow to its end, and starts a poll although the one before
 * still runs. With durable cursors each poll has a context of its own, and n8n itself waits longer after each failure.
 */
interface Activation {
	isRunning: boolean;
	outage?: Outage;
}

const activations = new WeakMap<IPollFunctions, Activation>();

function activationOf(context: IPollFunctions): Activation {
	const known = activations.get(context) ?? { isRunning: false };
	activations.set(context, known);
	return known;
}

/** Polls, unless the poll before is still at it: two at once would both tell what is new. */
export async function oneAtATime(
	context: IPollFunctions, poll: (context: IPollFunctions) => Promise<INodeExecutionData[][] | null>,
): Promise<INodeExecutionData[][] | null> {
	const activation = activationOf(context);
	if (activation.isRunning) {
		context.logger.warn('The poll before has not ended yet; this one is left out', { node: context.getNode().name });
		return null;
	}
	activation.isRunning = true;
	try {
		const result = await poll(context);
		delete activation.outage;
		return result;
	} finally {
		activation.isRunning = false;
	}
}

/**
 * Whether a failed poll goes to the error workflow. The first of an activation always does, so that a trigger that cannot
 * work is not activated; a long outage is reported at growing distances, and every failure stands in n8n's log.
 * @returns what the report adds to the failure, or undefined for none
 */
export function reportOf(context: IPollFunctions, problem: Problem): string | undefined {
	const activation = activationOf(context);
	const { isReported, outage } = judgeFailure(activation.outage, problem, Date.now());
	activation.outage = outage;
	if (isReported || context.getMode() === 'manual') return outageNote(outage);
	context.logger.warn(`Poll failed, ${outage.count} in a row: ${problem.message}`, { node: context.getNode().name, trackingId: problem.trackingId });
	return undefined;
}
