import { byName } from '../byName';
import { COUNTRY_CODES, COUNTRY_NAMES } from '../lifecycle/countryCodes';
import { toNumberRange } from '../numbers/range';
import { COUNTRY_FROM_NUMBER } from '../numbers/readCountry';
import type { NumberRange } from '../numbers/range';
import type { Field, Params } from '../operation/types';
import { locatorField } from './locator';

/** The 20 countries as menu entries, by name. */
export const COUNTRY_OPTIONS = COUNTRY_CODES.map((value) => ({
	name: `${COUNTRY_NAMES[value]} (${value})`,
	value,
})).sort(byName);

export const startField: Field = {
	displayName: 'Number Range Start',
	name: 'numberRangeStart',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. +442081324758',
	holdsPhoneNumber: true,
	description:
		'First number of the range, or the single number. International format; with a country chosen, national ' +
		'format works too. Blanks, dots and hyphens do not matter.',
};

export const endField: Field = {
	displayName: 'Number Range End',
	name: 'numberRangeEnd',
	type: 'string',
	default: '',
	placeholder: 'e.g. +442081324759',
	emptyIsMeant: true,
	holdsPhoneNumber: true,
	description: 'Last number of the range. Leave empty for a single number; in Austria only the main number is given.',
};

export const rangeCountryField: Field = {
	displayName: 'Country',
	name: 'country',
	type: 'options',
	options: [{ name: 'From the Number', value: COUNTRY_FROM_NUMBER }, ...COUNTRY_OPTIONS],
	default: COUNTRY_FROM_NUMBER,
	description: 'Country the number belongs to. Choose it when the number is written in national format.',
};

export const countryField: Field = {
	displayName: 'Country',
	name: 'country',
	type: 'options',
	options: COUNTRY_OPTIONS,
	required: true,
	default: 'GB',
	description: 'Country to look in',
};

/** The three fields that name a range, the country first: a number in national format is read by it. */
export const rangeFields: Field[] = [rangeCountryField, startField, endField];

const BY_NUMBER = { name: 'number', label: 'By Number' };

/** The same fields for your own numbers, which can be picked. */
export const ownRangeFields: Field[] = [
	rangeCountryField,
	locatorField(startField, { list: 'searchOwnNumbers', choose: 'Choose a number', by: BY_NUMBER }),
	endField,
];

/** The same fields for free numbers of the chosen country. */
export const freeRangeFields: Field[] = [
	rangeCountryField,
	locatorField(startField, { list: 'searchFreeNumbers', choose: 'Choose a free number', by: BY_NUMBER }),
	endField,
];

/** Reads the three range fields of one item. */
export const readRange = (params: Params, checks = true): NumberRange =>
	toNumberRange(
		{ start: params.numberRangeStart, end: params.numberRangeEnd, country: params.country },
		undefined,
		checks,
	);
