import { inputError } from '../shared/errors/problem';
import { COUNTRY_OPTIONS, countryField, freeRangeFields, ownRangeFields } from '../shared/fields/numberRange';
import { INBOUND_COUNTRIES } from '../shared/lifecycle/countries';
import type { CountryCode } from '../shared/lifecycle/countries';
import type { NumberStatus } from '../shared/lifecycle/numberStatus';
import { COUNTRY_FROM_NUMBER, readCountry } from '../shared/numbers/readCountry';
import type { Field, Params, RequestContext } from '../shared/operation/types';
import { optionalText } from '../shared/text';

/** The 13 countries of the Inbound API (document 002) as menu entries, by name. */
export const INBOUND_COUNTRY_OPTIONS = COUNTRY_OPTIONS.filter(({ value }) => INBOUND_COUNTRIES.includes(value));

export const inboundCountryField: Field = { ...countryField, options: INBOUND_COUNTRY_OPTIONS };

/** The three fields that name a range of inbound numbers, which can be picked. */
const rangeFieldsFrom = (fields: readonly Field[]): Field[] =>
	fields.map((field) => {
		if (field.name === 'country')
			return {
				...field,
				options: [{ name: 'From the Number', value: COUNTRY_FROM_NUMBER }, ...INBOUND_COUNTRY_OPTIONS],
			};
		const placeholder = field.name === 'numberRangeEnd' ? 'e.g. +448082000009' : 'e.g. +448082000000';
		return {
			...field,
			...(field.placeholder !== undefined && { placeholder }),
			...(field.modes !== undefined && {
				modes: field.modes.map((mode) => (mode.type === 'list' ? mode : { ...mode, placeholder })),
			}),
		};
	});

export const inboundOwnRangeFields: Field[] = rangeFieldsFrom(ownRangeFields);
export const inboundFreeRangeFields: Field[] = rangeFieldsFrom(freeRangeFields);

/** Statuses of document 000 that a number in the inventory can have: this API ports no numbers. */
export const INBOUND_STATUSES: readonly NumberStatus[] = ['Activated', 'Allocated', 'Quarantined', 'Reserved'];

/** The types that document 002 names. */
const NUMBER_TYPES = [
	{ name: 'Freephone', value: 'Freephone', description: 'Free of charge for the caller' },
	{ name: 'Full Rate', value: 'Full Rate', description: 'The caller pays the full rate' },
	{ name: 'IN Geo', value: 'IN Geo', description: 'A local area code in front of inbound services' },
	{ name: 'National Rate', value: 'National Rate', description: 'The caller pays the national rate' },
	{ name: 'Shared Cost', value: 'Shared Cost', description: 'Caller and called party share the cost' },
];

export const numberTypeField: Field = {
	displayName: 'Number Type',
	name: 'numberType',
	type: 'options',
	options: [{ name: 'Any', value: '', description: 'Numbers of every type' }, ...NUMBER_TYPES],
	default: '',
	takesOtherValues: true,
	description: 'Colt does not document which types exist in which country',
};

export const numberTypeFilter: Field = { ...numberTypeField, options: NUMBER_TYPES, default: 'Freephone' };

/** Filters that searches for free and for own numbers share. */
export const placeFilters: Field[] = [
	{ displayName: 'City', name: 'city', type: 'string', default: '', description: 'City of the numbers, for IN Geo' },
	{
		displayName: 'Local Area Code (LAC)',
		name: 'lac',
		type: 'string',
		default: '',
		placeholder: 'e.g. 20',
		description: 'Area code of the numbers',
	},
	{
		displayName: 'Range Size',
		name: 'rangeSize',
		type: 'number',
		typeOptions: { minValue: 1, numberPrecision: 0 },
		default: 1,
		description: 'How many numbers in a row, such as 1, 10 or 100',
	},
];

/** Reads the filters of {@link placeFilters}. */
export const readPlace = (filters: Params): Record<string, unknown> => ({
	lac: optionalText(filters.lac),
	city: optionalText(filters.city),
	rangeSize: filters.rangeSize,
});

/**
 * A country, in any case.
 * @returns undefined when nothing is given
 * @throws ColtError naming the field when it is not one of the 13 of document 002
 */
export function readInboundCountry(value: unknown, { checks }: RequestContext): CountryCode | undefined {
	const country = readCountry(value);
	if (!checks || country === undefined || INBOUND_COUNTRIES.includes(country)) return country;
	throw inputError(
		'Country',
		`${country} is not available: Colt has no inbound numbers there`,
		`The Inbound API serves ${INBOUND_COUNTRIES.join(', ')}.`,
		'notInCountry',
	);
}
