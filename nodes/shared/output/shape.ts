import type { IDataObject } from 'n8n-workflow';

import type { Effect } from '../contract/table';
import type { CallOperation } from '../operation/types';
import { arranged, ORDER_FIRST } from './arrange';
import { simplified } from './simplify';

/** How the items of a node look. Version 1 of the nodes has no choice: it keeps its items as they were. */
export interface OutputShape {
	isSimplified: boolean;
}

/** The first version of the nodes that has Simplify. */
export const SIMPLIFY_VERSION = 2;

/** The outcome of an item that was only checked. */
export const DRY_RUN = 'dryRun';

/** What a call came to that Colt took at once. */
const PLAIN_OUTCOME: Partial<Record<Effect, string>> = { order: 'placed', write: 'done' };

/** Colt's support asks for the tracking ID of an order; that of a read that went well is of no use. */
function withoutTracking({ trackingId: _, ...item }: IDataObject): IDataObject {
	return item;
}

/**
 * An item of an operation as version 2 of the nodes outputs it.
 * @param item as the operation and the runner made it, with `trackingId` and `raw`
 */
export function shaped(
	item: IDataObject,
	{ wire: { effect }, first }: Pick<CallOperation, 'wire' | 'first'>,
	{ isSimplified }: OutputShape,
): IDataObject {
	const outcome = PLAIN_OUTCOME[effect];
	const whole: IDataObject = outcome === undefined ? item : { outcome, ...item };
	// The request of a dry run is shown as it would be sent.
	if (item.outcome === DRY_RUN) return arranged(item, ORDER_FIRST);
	const order = first ?? (effect === 'read' ? [] : ORDER_FIRST);
	if (!isSimplified) return arranged(whole, order);
	const simple = simplified(whole);
	return arranged(effect === 'read' ? withoutTracking(simple) : simple, order);
}
