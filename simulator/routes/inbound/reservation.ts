import { placeNumberOrder } from '../../numberOrder';
import type { Handler } from '../../operation';
import { knownRanges, resellerOf } from '../../rules';
import { placed } from './orders';

/** POST numberCollectionReservation: an order */
export const reserveNumbers: Handler<'reserveNumbers', 'inbound'> = ({ world, operation, body, trackingId }) => {
	const reseller = resellerOf(world, operation, body);
	const entries = knownRanges(world, operation, body, reseller.country);
	const customerReference = body.relatedParty?.endCustomer?.customerReference;
	return placed(
		placeNumberOrder(world, {
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
