import { inputError } from '../../../shared/errors/problem';
import { additionalFields, readCollection } from '../../../shared/fields/collection';
import { countryField } from '../../../shared/fields/numberRange';
import { PRODUCT, readServiceProfile, serviceProfileField } from '../../../shared/fields/reseller';
import { needCountry } from '../../../shared/numbers/readCountry';
import type { Field, Params, RequestContext } from '../../../shared/operation/types';
import { optionalText } from '../../../shared/text';
import { checkSearchPlace } from '../freeNumberSearch';

export const lacField: Field = {
	displayName: 'Local Area Code (LAC)',
	name: 'lac',
	type: 'string',
	default: '',
	placeholder: 'e.g. 20',
	description: 'Area code the free numbers belong to',
};

const number = (displayName: string, name: string, description: string): Field => ({
	displayName,
	name,
	type: 'number',
	typeOptions: { minValue: 1, numberPrecision: 0 },
	default: 1,
	description,
});

const cityField: Field = {
	displayName: 'City',
	name: 'city',
	type: 'string',
	default: '',
	description: 'Not available in France',
};
const quantityField = number('Quantity', 'quantity', 'How many numbers or ranges');
const rangeSizeField = number('Range Size', 'rangeSize', 'How many numbers in a row, such as 1, 10 or 100');

export const placeFields: Field[] = [countryField, { ...lacField, required: true }];
export const quantityFields: Field = additionalFields(cityField, quantityField, rangeSizeField, serviceProfileField);
export const countFilters: Field = additionalFields(cityField, rangeSizeField, serviceProfileField);

/** Country, area and amounts of one item, in logical names. */
export function readPlace(params: Params, context: RequestContext) {
	const more = readCollection(params, 'additionalFields');
	const lac = optionalText(params.lac);
	if (lac === undefined)
		throw inputError('Local Area Code (LAC)', 'is empty', 'Give the area code, such as 20 for London.', 'missing');
	const country = needCountry(params.country);
	const city = optionalText(more.city);
	checkSearchPlace(country, city, context);
	return {
		country,
		serviceProfile: readServiceProfile(more, context),
		area: { lac, city, rangeSize: more.rangeSize },
		quantity: more.quantity,
	};
}

/** The body that lock and backfill share. */
export function supplyBody(params: Params, context: RequestContext): Record<string, unknown> {
	const { country, serviceProfile, area, quantity } = readPlace(params, context);
	return {
		...area,
		quantity,
		productOffering: { name: PRODUCT },
		relatedParty: { reseller: { serviceProfile, country } },
	};
}
