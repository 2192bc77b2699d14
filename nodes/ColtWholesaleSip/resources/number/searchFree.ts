import { wholesaleSip } from '../../../shared/contract/wire.generated';
import { countryField } from '../../../shared/fields/numberRange';
import { filters, readCollection } from '../../../shared/fields/collection';
import { pagingFields } from '../../../shared/fields/pagingFields';
import { readServiceProfile, serviceProfileField } from '../../../shared/fields/reseller';
import { needCountry } from '../../../shared/numbers/readCountry';
import { numberItem } from '../../../shared/operation/records';
import type { CallOperation, Field } from '../../../shared/operation/types';
import { optionalText } from '../../../shared/text';
import { checkSearchPlace } from '../freeNumberSearch';

const numberTypeField: Field = {
	displayName: 'Number Type',
	name: 'numberType',
	type: 'options',
	options: [
		{ name: 'Any', value: '', description: 'Leave it to Colt' },
		{ name: 'Geographic', value: 'Geo', description: 'Numbers of a local area; in Spain geo-nomadic ones too' },
		{ name: 'Non-Geographic', value: 'Non Geo', description: 'In Spain the nomadic numbers 512 and 516' },
	],
	default: '',
	takesOtherValues: true,
};

const filtersField = filters(
	{
		displayName: 'City',
		name: 'city',
		type: 'string',
		default: '',
		description: 'City to find numbers for. Not available in France.',
	},
	{
		displayName: 'Local Area Code (LAC)',
		name: 'lac',
		type: 'string',
		default: '',
		placeholder: 'e.g. 20',
		description: 'Area code of the numbers. In France one of 01 to 05.',
	},
	{
		displayName: 'Range Size',
		name: 'rangeSize',
		type: 'number',
		typeOptions: { minValue: 1, numberPrecision: 0 },
		default: 1,
		description: 'How many numbers in a row, such as 1, 10 or 100',
	},
	{ ...serviceProfileField },
);

/** GET /v1/freeNumber */
export const searchFree: CallOperation = {
	value: 'searchFree',
	name: 'Search Free',
	action: 'Search free numbers',
	description: "Find free numbers in Colt's stock, ready to be reserved or activated",
	wire: wholesaleSip.operations.searchFreeNumbers,
	fields: [countryField, numberTypeField, ...pagingFields, filtersField],
	isList: true,
	toRequest(params, context) {
		const chosen = readCollection(params, 'filters');
		const country = needCountry(params.country);
		const city = optionalText(chosen.city);
		checkSearchPlace(country, city, context);
		return {
			query: {
				country,
				numberType: optionalText(params.numberType),
				lac: optionalText(chosen.lac),
				city,
				rangeSize: chosen.rangeSize,
				serviceProfile: readServiceProfile(chosen, context),
			},
			echo: { country },
		};
	},
	toItem: (record, request) => ({ ...request.echo, ...numberItem(record, request.echo?.country) }),
};
