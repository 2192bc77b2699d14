import type { NumberRecord } from '../../nodes/shared/contract/logicalTypes';
import { sameStatus } from '../../nodes/shared/lifecycle/orderStatus';
import { rangesOverlap } from '../../nodes/shared/numbers/rangeOverlap';
import { INTERNAL, type NumberEntry, without } from '../model';
import { type Handler, page } from '../operation';
import type { World } from '../world';
import { summaryOf } from './freeNumbers';

/** A number with end customer, address and RIO code, without what only the simulator knows. */
const detailsOf = (entry: NumberEntry): NumberRecord => without(entry, ...INTERNAL) as NumberRecord;

/** The customer's own numbers: all that are not free. */
const inventory = (world: World): NumberEntry[] => world.sip.numbers.list().filter(({ status }) => status !== 'Free');

/** GET /v1/Number: a list by criteria, or the details of the ranges that overlap start to end */
export const searchInventory: Handler<'searchInventory'> = ({ world, query }) => {
	const { start, end } = query;
	const within = (entry: NumberEntry, from: string | undefined, to: string | undefined): boolean =>
		!from || rangesOverlap({ start: from, end: to ?? from }, entry);
	const found = inventory(world).filter(
		(entry) =>
			within(entry, start ?? end, end) &&
			(!query.status || sameStatus(entry.status, query.status)) &&
			(!query.country || entry.country === query.country) &&
			(query.customerReference === undefined || entry.customerReference === query.customerReference) &&
			(!query.orderId || entry.orderId === query.orderId) &&
			(!query.serviceProfile || entry.serviceProfile === query.serviceProfile),
	);
	const { items, paging } = page(found, query);
	return { body: items.map(start && end ? detailsOf : summaryOf), paging };
};
