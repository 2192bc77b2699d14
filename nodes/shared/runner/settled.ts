import type { IDataObject } from 'n8n-workflow';

import { toProblem } from '../errors/present';
import type { Problem } from '../errors/problem';

/** What became of one input item. */
export type Settled = { items: IDataObject[] } | { problem: Problem } | { skipped: true };

/** The outcome of work that may fail; never rejects. */
export async function settle(work: () => Promise<IDataObject[]>): Promise<Settled> {
	try {
		return { items: await work() };
	} catch (error) {
		return { problem: toProblem(error) };
	}
}
