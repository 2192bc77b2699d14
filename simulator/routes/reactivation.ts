import { isNl088 } from '../../nodes/shared/lifecycle/countries';
import { ruleError } from '../apiError';
import { wireName } from '../naming';
import { placeNumberOrder } from '../numberOrder';
import type { Handler } from '../operation';
import { knownRanges, resellerOf } from '../checkOrder';

/** POST /v1/reactivation/order: back to the same end customer, who stays with the number during quarantine */
export const reactivateNumbers: Handler<'reactivateNumbers'> = (request) => {
	const { world, store, operation, body, trackingId } = request;
	const reseller = resellerOf(world, operation, body);
	const entries = knownRanges(request, reseller.country);
	const final = entries.find((entry) => isNl088(entry.start) && entry.status === 'Returned');
	if (final)
		throw ruleError(
			`${wireName(operation, 'body', 'ranges.start')} ${final.start} has resourceStatus Returned: an 088 ` +
				'number cannot be reactivated.',
		);
	const order = placeNumberOrder(world, {
		store,
		operation,
		type: 'reactivation',
		event: 'reactivation',
		entries,
		reseller,
		trackingId,
		customerReference: body.relatedParty.endCustomer?.customerReference,
	});
	return { body: { order: { id: order.id } } };
};
