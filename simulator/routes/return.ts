import { placeNumberOrder } from '../numberOrder';
import type { Handler } from '../operation';
import { knownRanges, resellerOf } from '../rules';

/** POST /v1/return/order: cancels a reservation or deactivates numbers */
export const returnNumbers: Handler<'returnNumbers'> = ({ world, operation, body, trackingId }) => {
	const reseller = resellerOf(world, operation, body);
	const entries = knownRanges(world, operation, body, reseller.country);
	const order = placeNumberOrder(world, { operation, type: 'return', event: 'return', entries, reseller, trackingId });
	return { body: { order: { id: order.id } } };
};
