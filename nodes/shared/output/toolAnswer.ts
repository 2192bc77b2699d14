import type { IDataObject } from 'n8n-workflow';

import type { Effect } from '../contract/table';
import { toText } from '../text';
import { DRY_RUN } from './shape';

const BEFORE = 'The order had been placed before and was not placed again';

/** What an order or another change came to, in one sentence. */
function sentence({ outcome, alreadyPlaced, orderId, hint }: IDataObject): string {
	if (outcome === DRY_RUN) return toText(hint);
	if (outcome === 'done') return 'Done at Colt. No order was created.';
	const which = toText(orderId) === '' ? '' : `: ${toText(orderId)}`;
	return alreadyPlaced === true || outcome === 'adopted'
		? `${BEFORE}${which}`
		: `A real order was placed at Colt${which}`;
}

/**
 * The items of one call as an AI model gets them: what happened first, in words. A search that finds nothing says so,
 * or the model would be told nothing at all.
 */
export function toolAnswer(items: readonly IDataObject[], effect: Effect | undefined): IDataObject[] {
	if (effect === undefined) return [...items];
	if (items.length === 0) return [{ result: 'Colt has nothing that matches' }];
	return effect === 'read' ? [...items] : items.map((item) => ({ result: sentence(item), ...item }));
}
