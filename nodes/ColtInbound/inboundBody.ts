import type { CustomerSections } from '../shared/customer/readCustomer';
import { inputError } from '../shared/errors/problem';
import { readOrderedRanges } from '../shared/fields/orderFields';
import type { OrderedRanges } from '../shared/fields/orderFields';
import { readCustomerReference, readServiceProfile } from '../shared/fields/reseller';
import { INBOUND_COUNTRIES } from '../shared/lifecycle/countries';
import type { Field, Params, RequestContext } from '../shared/operation/types';
import { optionalText } from '../shared/text';

/** The documents name no product offering of this API, so none is sent unless the user enters one. */
export const productOfferingField: Field = {
	displayName: 'Product Offering',
	name: 'productOffering',
	type: 'string',
	default: '',
	description:
		"Name of the product at Colt. Leave empty unless Colt has given you one: Colt's documents do not name any.",
};

/**
 * Reads the ranges of an order.
 * @throws ColtError naming the field, also when the country is not one of the 13 of document 002
 */
export function readInboundRanges(params: Params, more: Params, context: RequestContext): OrderedRanges {
	const ordered = readOrderedRanges(params, more, context);
	if (context.checks && !INBOUND_COUNTRIES.includes(ordered.country)) {
		throw inputError(
			'Number Range Start',
			`is a number of ${ordered.country}, where Colt has no inbound numbers`,
			`The Inbound API serves ${INBOUND_COUNTRIES.join(', ')}.`,
			'notInCountry',
		);
	}
	return ordered;
}

/** The parts every order body shares, with the end customer's sections if there are any. */
export function inboundBody(
	{ ranges, country }: OrderedRanges,
	more: Params,
	context: RequestContext,
	sections: CustomerSections = {},
): Record<string, unknown> {
	const customerReference = readCustomerReference(more.customerReference);
	const name = optionalText(more.productOffering);
	const { endCustomer, directoryService, emergencyAddress } = sections;
	return {
		ranges: ranges.map(({ start, end }) => ({ start, end })),
		productOffering: name === undefined ? undefined : { name },
		relatedParty: {
			reseller: { serviceProfile: readServiceProfile(more, context), country },
			endCustomer:
				endCustomer === undefined && customerReference === undefined
					? undefined
					: { ...endCustomer, customerReference },
		},
		directoryService,
		emergencyAddress,
	};
}
