import { inbound } from '../../../shared/contract/wire.generated';
import { filters, readCollection } from '../../../shared/fields/collection';
import { pagingFields } from '../../../shared/fields/paging';
import {
	customerReferenceField,
	readCustomerReference,
	readServiceProfile,
	serviceProfileField,
} from '../../../shared/fields/reseller';
import type { NumberStatus } from '../../../shared/lifecycle/numberStatus';
import { toE164 } from '../../../shared/numbers/e164';
import { numberItem } from '../../../shared/operation/records';
import type { CallOperation, Field } from '../../../shared/operation/types';
import { optionalText } from '../../../shared/text';
import { INBOUND_COUNTRY_OPTIONS, numberTypeFilter, placeFilters, readInboundCountry, readPlace } from '../../fields';

/** This API ports no numbers, so of the statuses of document 000 these remain for numbers one holds. */
const STATUSES: readonly NumberStatus[] = ['Activated', 'Allocated', 'Quarantined', 'Reserved'];

const ownFilters: Field[] = [
	{ displayName: 'Country', name: 'country', type: 'options', options: INBOUND_COUNTRY_OPTIONS, default: 'GB' },
	{
		displayName: 'Number (CLI)',
		name: 'cli',
		type: 'string',
		default: '',
		placeholder: 'e.g. +448082000000',
		description: 'One number in international format; its end customer is read too',
	},
	{
		displayName: 'Status',
		name: 'status',
		type: 'options',
		options: STATUSES.map((value) => ({ name: value, value })),
		default: 'Activated',
		takesOtherValues: true,
		description: 'Number status, as Colt names it',
	},
];

/** GET numberCollection for the inventory */
export const getMany: CallOperation = {
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many inbound numbers of your inventory',
	description: 'List the inbound numbers you hold at Colt with their status',
	wire: inbound.operations.searchNumbers,
	fields: [
		...pagingFields,
		filters(...ownFilters, numberTypeFilter, ...placeFilters, customerReferenceField, serviceProfileField),
	],
	isList: true,
	toRequest(params, context) {
		const more = readCollection(params, 'filters');
		const given = optionalText(more.cli);
		const country = readInboundCountry(more.country, context);
		const cli = given === undefined ? undefined : toE164(given, 'Number (CLI)', country);
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
