import { wholesaleSip } from '../../../shared/contract/wire.generated';
import { COUNTRY_OPTIONS } from '../../../shared/fields/numberRange';
import { filters, readCollection } from '../../../shared/fields/collection';
import { orderIdFieldNamed } from '../../../shared/fields/orderIdField';
import { pagingFields } from '../../../shared/fields/pagingFields';
import {
	customerReferenceField,
	readCustomerReference,
	readServiceProfile,
	serviceProfileField,
} from '../../../shared/fields/reseller';
import { NUMBER_STATUSES } from '../../../shared/lifecycle/numberStatus';
import { optionalE164 } from '../../../shared/numbers/e164';
import { readCountry } from '../../../shared/numbers/readCountry';
import { numberItem } from '../../../shared/operation/records';
import type { CallOperation } from '../../../shared/operation/types';
import { optionalText } from '../../../shared/text';

const filtersField = filters(
	{ displayName: 'Country', name: 'country', type: 'options', options: COUNTRY_OPTIONS, default: 'GB' },
	customerReferenceField,
	{
		displayName: 'Number (CLI)',
		name: 'cli',
		type: 'string',
		default: '',
		placeholder: 'e.g. +442081324758',
		description: 'One number in international format, or in national format with the filter Country',
	},
	{ ...orderIdFieldNamed('The order that the numbers belong to'), required: false },
	{ ...serviceProfileField },
	{
		displayName: 'Status',
		name: 'status',
		type: 'options',
		options: NUMBER_STATUSES.map((value) => ({ name: value, value })),
		default: 'Activated',
		takesOtherValues: true,
		description: 'Number status, as Colt names it',
	},
);

/** GET /v1/Number with search criteria */
export const getMany: CallOperation = {
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many numbers',
	description: 'List your numbers at Colt, by status, customer reference, order or number',
	wire: wholesaleSip.operations.searchInventory,
	fields: [...pagingFields, filtersField],
	isList: true,
	toRequest(params, context) {
		const chosen = readCollection(params, 'filters');
		const country = readCountry(chosen.country);
		// The documents know no parameter for one number: a CLI is a range of one (000, "CLI details").
		const cli = optionalE164(chosen.cli, 'Number (CLI)', country, context.checks);
		return {
			query: {
				country,
				status: optionalText(chosen.status),
				customerReference: readCustomerReference(chosen.customerReference),
				orderId: optionalText(chosen.orderId),
				start: cli,
				end: cli,
				serviceProfile: readServiceProfile(chosen, context),
			},
		};
	},
	toItem: (record) => numberItem(record),
};
