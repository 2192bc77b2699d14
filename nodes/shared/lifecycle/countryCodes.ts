/** Colt's 20 countries as ISO 3166 codes, zone A first (document 000). */
export const COUNTRY_CODES = [
	'AT',
	'BE',
	'DK',
	'FR',
	'DE',
	'IE',
	'IT',
	'NL',
	'PT',
	'ES',
	'SE',
	'CH',
	'GB',
	'LU',
	'SK',
	'FI',
	'NO',
	'CZ',
	'RO',
	'PL',
] as const;

export type CountryCode = (typeof COUNTRY_CODES)[number];

/** Calling codes without `+` (document 000, "Number Format"). */
export const CALLING_CODES: Record<CountryCode, string> = {
	AT: '43',
	BE: '32',
	DK: '45',
	FR: '33',
	DE: '49',
	IE: '353',
	IT: '39',
	NL: '31',
	PT: '351',
	ES: '34',
	SE: '46',
	CH: '41',
	GB: '44',
	LU: '352',
	SK: '421',
	FI: '358',
	NO: '47',
	CZ: '420',
	RO: '40',
	PL: '48',
};

export const isCountryCode = (value: string): value is CountryCode =>
	(COUNTRY_CODES as readonly string[]).includes(value);

/** English names, as menus show them. */
export const COUNTRY_NAMES: Record<CountryCode, string> = {
	AT: 'Austria',
	BE: 'Belgium',
	CH: 'Switzerland',
	CZ: 'Czech Republic',
	DE: 'Germany',
	DK: 'Denmark',
	ES: 'Spain',
	FI: 'Finland',
	FR: 'France',
	GB: 'United Kingdom',
	IE: 'Ireland',
	IT: 'Italy',
	LU: 'Luxembourg',
	NL: 'Netherlands',
	NO: 'Norway',
	PL: 'Poland',
	PT: 'Portugal',
	RO: 'Romania',
	SE: 'Sweden',
	SK: 'Slovakia',
};

const byName = new Map<string, CountryCode>([
	['UK', 'GB'],
	...COUNTRY_CODES.flatMap((code): Array<[string, CountryCode]> => [
		[code, code],
		[COUNTRY_NAMES[code].toUpperCase(), code],
	]),
]);

/** A country by its code in any case, `UK`, or its English name; undefined for none of the 20. */
export const countryNamed = (text: string): CountryCode | undefined => byName.get(text.trim().toUpperCase());

/** The country whose calling code an E.164 number (`+…`) starts with; none of the 20 codes is a prefix of another. */
export function countryOfE164(number: string): CountryCode | undefined {
	return COUNTRY_CODES.find((country) => number.startsWith(`+${CALLING_CODES[country]}`));
}
