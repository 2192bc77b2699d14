import { inbound } from '../../../shared/contract/wire.generated';
import { filters, readCollection } from '../../../shared/fields/collection';
import { pagingFields } from '../../../shared/fields/pagingFields';
import {
	customerReferenceField,
	readCustomerReference,
	readServiceProfile,
	serviceProfileField,
} from '../../../shared/fields/reseller';
import { optionalE164 } from '../../../shared/numbers/e164';
import { numberItem } from '../../../shared/operation/records';
import type { CallOperation, Field } from '../../../shared/operation/types';
import { optionalText } from '../../../shared/text';
import {
	INBOUND_COUNTRY_OPTIONS,
	INBOUND_STATUSES,
	numberTypeFilter,
	placeFilters,
	readInboundCountry,
	readPlace,
} from '../../inboundFields';

const ownFilters: Field[] = [
	{ displayName: 'Country', name: 'country', type: 'options', options: INBOUND_COUNTRY_OPTIONS, default: 'GB' },
	{
		displayName: 'Number (CLI)',
		name: 'cli',
		type: 'string',
		default: '',
		placeholder: 'e.g. +448082000000',
		description: 'One number in international format. The result then includes its end customer.',
	},
	{
		displayName: 'Status',
		name: 'status',
		type: 'options',
		options: INBOUND_STATUSES.map((value) => ({ name: value, value })),
		default: 'Activated',
		takesOtherValues: true,
		description: "Number status, in Colt's words",
	},
];

/** GET numberCollection for the inventory */
export const getMany: CallOperation = {
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many inbound numbers',
	description: 'List your inbound numbers at Colt with their status',
	wire: inbound.operations.searchNumbers,
	fields: [
		...pagingFields,
		filters(...ownFilters, numberTypeFilter, ...placeFilters, customerReferenceField, serviceProfileField),
	],
	isList: true,
	toRequest(params, context) {
		const more = readCollection(params, 'filters');
		const country = readInboundCountry(more.country, context);
		const cli = optionalE164(more.cli, 'Number (CLI)', country, context.checks);
		return {
			query: {
				status: optionalText(more.status),
				country,
				numberType: optionalText(more.numberType),
				...readPlace(more),
				customerReference: readCustomerReference(more.customerReference),
				start: cli,
				end: cli,
				serviceProfile: readServiceProfile(more, context),
			},
		};
	},
	toItem: (record) => numberItem(record),
};
