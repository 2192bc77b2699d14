import type { IDataObject } from 'n8n-workflow';

import { toProblem } from '../errors/present';
import type { Effect, Problem } from '../errors/problem';

/** The result of one input item. */
export type ItemResult = { items: IDataObject[] } | { problem: Problem } | { skipped: true };

/**
 * The outcome of work that may fail; never rejects.
 * @param effect what the work does at Colt; a defect in the middle of an order leaves its outcome unknown
 */
export async function runItem(work: () => Promise<IDataObject[]>, effect: Effect = 'read'): Promise<ItemResult> {
	try {
		return { items: await work() };
	} catch (error) {
		return { problem: toProblem(error, effect === 'read' ? 'notSent' : 'unknown') };
	}
}
