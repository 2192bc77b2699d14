import { placeNumberOrder } from '../../numberOrder';
import type { Handler } from '../../operation';
import { knownRanges, resellerOf } from '../../checkOrder';
import { placed } from './getOrder';

/** POST numberCollectionReservation: an order */
export const reserveNumbers: Handler<'reserveNumbers', 'inbound'> = (request) => {
	const { world, store, operation, body, trackingId } = request;
	const reseller = resellerOf(world, operation, body);
	const entries = knownRanges(request, reseller.country);
	const customerReference = body.relatedParty?.endCustomer?.customerReference;
	return placed(
		placeNumberOrder(world, {
			store,
			operation,
			type: 'reservation',
			event: 'reservation',
			entries,
			reseller,
			trackingId,
			customerReference,
		}),
	);
};
