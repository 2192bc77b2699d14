import { missing } from '../../apiError';
import { wireName } from '../../naming';
import { placeNumberOrder } from '../../numberOrder';
import type { Handler } from '../../operation';
import { knownRanges, resellerOf } from '../../checkOrder';
import { applyDetails, detailsOf } from './customerDetails';
import { placed } from './getOrder';

/** POST numberCollectionUpdateCustomerDetails: an order; what it gives is changed, the rest stays */
export const updateCustomer: Handler<'updateCustomer', 'inbound'> = (request) => {
	const { world, store, operation, body, trackingId } = request;
	const reseller = resellerOf(world, operation, body);
	const entries = knownRanges(request, reseller.country);
	const details = detailsOf(body);
	return placed(
		placeNumberOrder(world, {
			store,
			operation,
			type: 'updateCustomer',
			event: body.action === 'ADD' ? 'updateCustomerAdd' : 'updateCustomerModify',
			entries,
			reseller,
			trackingId,
			customerReference: details.endCustomer?.customerReference,
			check: () => {
				if (Object.keys(details).length === 0) {
					throw missing(
						['relatedParty.endCustomer', 'directoryService']
							.map((path) => wireName(operation, 'body', path))
							.join(' or '),
					);
				}
			},
			complete: (entry) => applyDetails(entry, details),
		}),
	);
};
