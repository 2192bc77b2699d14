import { isGiven } from '../../endCustomerRules';
import { missing } from '../../apiError';
import { wireName } from '../../naming';
import { placeNumberOrder } from '../../numberOrder';
import type { Handler } from '../../operation';
import { knownRanges, resellerOf } from '../../checkOrder';
import { applyDetails, detailsOf } from './customerDetails';
import { placed } from './getOrder';

/** POST numberCollectionActivation: assigns the numbers to an end customer (002), who must be named */
export const activateNumbers: Handler<'activateNumbers', 'inbound'> = (request) => {
	const { world, store, operation, body, trackingId } = request;
	const reseller = resellerOf(world, operation, body);
	const entries = knownRanges(request, reseller.country);
	const details = detailsOf(body);
	return placed(
		placeNumberOrder(world, {
			store,
			operation,
			type: 'activation',
			event: 'activation',
			entries,
			reseller,
			trackingId,
			customerReference: details.endCustomer?.customerReference,
			check: () => {
				if (!isGiven(details.endCustomer)) throw missing(wireName(operation, 'body', 'relatedParty.endCustomer'));
				if (!details.endCustomer.name) throw missing(wireName(operation, 'body', 'relatedParty.endCustomer.name'));
			},
			complete: (entry) => applyDetails(entry, details),
		}),
	);
};
