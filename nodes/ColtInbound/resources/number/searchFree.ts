import { inbound } from '../../../shared/contract/wire.generated';
import { filters, readCollection } from '../../../shared/fields/collection';
import { pagingFields } from '../../../shared/fields/pagingFields';
import { readServiceProfile, serviceProfileField } from '../../../shared/fields/reseller';
import { needCountry } from '../../../shared/numbers/readCountry';
import { numberItem } from '../../../shared/operation/records';
import type { CallOperation } from '../../../shared/operation/types';
import { optionalText } from '../../../shared/text';
import { inboundCountryField, numberTypeField, placeFilters, readInboundCountry, readPlace } from '../../inboundFields';

/** GET numberCollection for free numbers. It is inferred that the status distinguishes them from your own. */
export const searchFree: CallOperation = {
	value: 'searchFree',
	name: 'Search Free',
	action: 'Search free inbound numbers',
	description: "Find free inbound numbers in Colt's stock, ready to be reserved or activated",
	wire: inbound.operations.searchNumbers,
	fields: [inboundCountryField, numberTypeField, ...pagingFields, filters(...placeFilters, serviceProfileField)],
	isList: true,
	toRequest(params, context) {
		const more = readCollection(params, 'filters');
		const country = readInboundCountry(needCountry(params.country), context);
		return {
			query: {
				status: 'Free',
				country,
				numberType: optionalText(params.numberType),
				...readPlace(more),
				serviceProfile: readServiceProfile(more, context),
			},
			echo: { country },
		};
	},
	toItem: (record, request) => ({ ...request.echo, ...numberItem(record, request.echo?.country) }),
};
