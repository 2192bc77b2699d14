import { inputError } from '../errors/problem';
import type { Field, Params, RequestContext } from '../operation/types';
import { optionalText } from '../text';
import { locatorField } from './locator';

/** Documents 003 and 004: the only product offering of this API. */
export const PRODUCT = 'Wholesale SIP';
const CUSTOMER_REFERENCE_MAX = 50;

export const serviceProfileField: Field = locatorField(
	{
		displayName: 'Service Profile',
		name: 'serviceProfile',
		type: 'string',
		default: '',
		placeholder: 'e.g. ANH',
		description:
			'Needed when Colt has given you more than one service profile in the country; the list has those of your ' +
			'numbers. Left empty, the default of the credential is used, if it has one.',
	},
	{
		list: 'searchServiceProfiles',
		choose: 'Choose a service profile',
		by: { name: 'name', label: 'By Name' },
	},
);

export const customerReferenceField: Field = {
	displayName: 'Customer Reference',
	name: 'customerReference',
	type: 'string',
	default: '',
	placeholder: 'e.g. My Customer',
	description:
		'Your own reference for the end customer, up to 50 characters. You can search your inventory for it later.',
};

/**
 * Checks a customer reference. Characters are code points, as JSON Schema's maxLength counts them: an emoji is one.
 * @throws ColtError above 50 characters (document 004)
 */
export function readCustomerReference(value: unknown): string | undefined {
	const reference = optionalText(value);
	const length = [...(reference ?? '')].length;
	if (length > CUSTOMER_REFERENCE_MAX) {
		throw inputError(
			'Customer Reference',
			`has ${length} characters`,
			`Shorten it: Colt takes at most ${CUSTOMER_REFERENCE_MAX}.`,
			'tooLong',
		);
	}
	return reference;
}

/** The service profile of the item, else the credential's default, else undefined. */
export const readServiceProfile = (params: Params, context: RequestContext): string | undefined =>
	optionalText(params.serviceProfile) ?? optionalText(context.defaultServiceProfile);
