import { inputError } from '../errors/problem';
import type { OrderedRanges } from '../fields/orderFields';
import { orderBody } from '../fields/orderFields';
import { readCustomerReference } from '../fields/reseller';
import type { Field, Params, RequestContext } from '../operation/types';
import type { CustomerSections } from './readCustomer';

/** Document 001: in the Netherlands the details belong to the order or to each CLI. */
export const detailsLevelField: Field = {
	displayName: 'Details Level (NL)',
	name: 'detailsLevel',
	type: 'options',
	options: [
		{
			name: 'Order',
			value: 'order',
			description: 'One end customer, directory entry and emergency address for all numbers',
		},
		{ name: 'Number (CLI)', value: 'cli', description: 'They are repeated in each number range of the order' },
	],
	default: 'order',
	description: 'Where the end customer form goes. Only the Netherlands know the number level.',
};

/**
 * The body of an order with an end customer: the shared parts, and the form at order or number level.
 * @throws ColtError when the number level is asked for outside the Netherlands
 */
export function customerBody(
	ordered: OrderedRanges,
	sections: CustomerSections,
	more: Params,
	context: RequestContext,
): Record<string, unknown> {
	const body = orderBody(ordered, more, context);
	const customerReference = readCustomerReference(more.customerReference);
	const { endCustomer, directoryService, emergencyAddress } = sections;
	if (more.detailsLevel === 'cli') {
		if (context.checks && ordered.country !== 'NL')
			throw inputError(
				'Details Level (NL)',
				`is not known in ${ordered.country}`,
				'Use the order level: only the Netherlands know the number level.',
				'notInCountry',
			);
		if (customerReference !== undefined) body.relatedParty.endCustomer = { customerReference };
		return {
			...body,
			ranges: body.ranges.map((range) => ({ ...range, endCustomer, directoryService, emergencyAddress })),
		};
	}
	if (endCustomer !== undefined || customerReference !== undefined)
		body.relatedParty.endCustomer = { ...endCustomer, customerReference };
	return { ...body, directoryService, emergencyAddress };
}
