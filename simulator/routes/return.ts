import { placeNumberOrder } from '../numberOrder';
import type { Handler } from '../operation';
import { knownRanges, resellerOf } from '../checkOrder';

/** POST /v1/return/order: cancels a reservation or deactivates numbers */
export const returnNumbers: Handler<'returnNumbers'> = (request) => {
	const { world, store, operation, body, trackingId } = request;
	const reseller = resellerOf(world, operation, body);
	const entries = knownRanges(request, reseller.country);
	const order = placeNumberOrder(world, {
		store,
		operation,
		type: 'return',
		event: 'return',
		entries,
		reseller,
		trackingId,
	});
	return { body: { order: { id: order.id } } };
};
