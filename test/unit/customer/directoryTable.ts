import type { CountryCode } from '../../../nodes/shared/lifecycle/countryCodes';

/** M mandatory, O optional, A any or all of the cells so marked, N not applicable. */
export type Cell = 'M' | 'O' | 'A' | 'N';

export interface DirectoryRow {
	api: 'activation' | 'updateCustomerAdd' | 'updateCustomerModify';
	/** BE, ES, SE: end customer, address and directory service in one column. */
	all: Cell;
	/** NL: the same. */
	nl: Cell;
	nlEmergency: Cell;
	/** IE, IT, PT, UK, CH: end customer and address. */
	customer: Cell;
	/** IE, IT, PT, UK, CH: directory service. */
	directory: Cell;
}

/** The table of document 001, "Phonebook Publication", copied by hand; its pre-activation row is all N. */
export const DIRECTORY_TABLE: readonly DirectoryRow[] = [
	{ api: 'activation', all: 'M', nl: 'M', nlEmergency: 'N', customer: 'M', directory: 'O' },
	{ api: 'updateCustomerAdd', all: 'M', nl: 'M', nlEmergency: 'O', customer: 'M', directory: 'O' },
	{ api: 'updateCustomerModify', all: 'M', nl: 'A', nlEmergency: 'A', customer: 'A', directory: 'A' },
];

export const COLUMN_ALL: readonly CountryCode[] = ['BE', 'ES', 'SE'];
export const COLUMN_SPLIT: readonly CountryCode[] = ['IE', 'IT', 'PT', 'GB', 'CH'];

/** Countries whose directory services the text above the table names. */
export const WITH_DIRECTORY: readonly CountryCode[] = ['BE', 'IE', 'IT', 'PT', 'SE', 'NL', 'ES', 'AT', 'GB', 'CH'];

/** Address parts by country, colt-api section 5, without `country`; others are not documented. */
export const ADDRESS: Partial<Record<CountryCode, string>> = {
	AT: 'houseNumber streetName city postalCode',
	DK: 'houseNumber streetName city postalCode',
	DE: 'houseNumber streetName city postalCode',
	NL: 'houseNumber streetName city postalCode',
	SE: 'houseNumber streetName city postalCode',
	GB: 'houseNumber streetName city postalCode',
	CH: 'houseNumber streetName city postalCode',
	FR: 'houseNumber streetName city postalCode streetType poBoxNumber',
	BE: 'houseNumber streetName city postalCode addressExtension subLocality',
	IT: 'houseNumber streetName city postalCode streetType subLocality province',
	PT: 'houseNumber streetName city postalCode district',
	ES: 'houseNumber streetName city postalCode streetType province',
};

export const EVERY_PART =
	'houseNumber streetName streetType city postalCode poBoxNumber addressExtension subLocality district province';
