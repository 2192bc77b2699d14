import { CALLING_CODES, COUNTRY_CODES, ZONE_A, ZONE_B, type CountryCode } from './countryCodes';

export { CALLING_CODES, COUNTRY_CODES, ZONE_A, ZONE_B, type CountryCode };

/** Countries of the Inbound API, document 002. */
export const INBOUND_COUNTRIES: readonly CountryCode[] = ZONE_A;

/** Every country but those given. */
export const allExcept = (...countries: CountryCode[]): readonly CountryCode[] =>
	COUNTRY_CODES.filter((country) => !countries.includes(country));

/** Names of an end customer's address parts. */
export const ADDRESS_FIELDS = [
	'houseNumber',
	'streetName',
	'streetType',
	'city',
	'postalCode',
	'country',
	'poBoxNumber',
	'addressExtension',
	'subLocality',
	'district',
	'province',
] as const;

export type AddressField = (typeof ADDRESS_FIELDS)[number];

const common: readonly AddressField[] = ['houseNumber', 'streetName', 'city', 'postalCode', 'country'];

/**
 * Address parts that a country uses (address API, public developer portal). Ireland and Zone B are not documented:
 * there every part may be sent and the API decides.
 */
export const ADDRESS_FIELDS_BY_COUNTRY: Readonly<Partial<Record<CountryCode, readonly AddressField[]>>> = {
	AT: common,
	DK: common,
	DE: common,
	NL: common,
	SE: common,
	GB: common,
	CH: common,
	FR: [...common, 'streetType', 'poBoxNumber'],
	BE: [...common, 'addressExtension', 'subLocality'],
	IT: [...common, 'streetType', 'subLocality', 'province'],
	PT: [...common, 'district'],
	ES: [...common, 'streetType', 'province'],
};

/** Address parts of a country; all of them where none are documented. */
export const addressFieldsOf = (country: CountryCode): readonly AddressField[] =>
	ADDRESS_FIELDS_BY_COUNTRY[country] ?? ADDRESS_FIELDS;

/** Countries whose registration number is checked against VIES (000: PT and ES; the portal's VAT check: FI too). */
export const VIES_COUNTRIES: readonly CountryCode[] = ['PT', 'ES', 'FI'];
/** Countries where the order can say that the VAT ID is not registered in VIES (000). */
export const VIES_CHOICE_COUNTRIES: readonly CountryCode[] = ['PT', 'ES'];
/** Countries where an order that is done may still wait for the emergency database (000: all except DE, DK, Zone B). */
export const EMERGENCY_DATABASE_COUNTRIES: readonly CountryCode[] = allExcept('DE', 'DK', ...ZONE_B);
/** Countries without lockFreeNumbers reservations: FR, DE and Zone B (004). */
export const LOCK_COUNTRIES: readonly CountryCode[] = allExcept('FR', 'DE', ...ZONE_B);
/** Largest DE block without the regulator's approval (000). */
export const DE_LARGEST_UNAPPROVED_BLOCK = 100;
/** Why the Dutch registry rejects the activation of 088 numbers, by its blocking code (000). */
export const NL088_REJECTIONS: ReadonlyArray<[code: string, meaning: string]> = [
	['10', 'The numbers are already active: a port-in is the way'],
	['11', 'ACM has no valid assignment of these numbers: ask ACM'],
	['99', 'Another reason: see the notes of the order'],
];
/** Range sizes of customer-owned blocks in France (000). */
export const FR_RANGE_SIZES: readonly number[] = [1, 10, 100];

/** Whether an E.164 number is a Dutch 088 nomadic number (000). */
export const isNl088 = (number: string): boolean => /^\s*\+?3188/.test(number);
/** Whether an E.164 number is a Spanish nomadic number, area codes 512 and 516, which cannot be ported (000). */
export const isSpanishNomadic = (number: string): boolean => /^\s*\+?345(12|16)/.test(number);
