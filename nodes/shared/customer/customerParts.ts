import type { FieldType } from 'n8n-workflow';

import { ADDRESS_FIELDS, addressFieldsOf, COUNTRY_CODES, VIES_CHOICE_COUNTRIES } from '../lifecycle/countries';
import type { AddressField, CountryCode } from '../lifecycle/countries';
import { directoryRuleOf } from '../lifecycle/directoryServices';

/** The three parts of an order that speak of the end customer (document 001, "Phonebook Publication"). */
export type Section = 'endCustomer' | 'directoryService' | 'emergencyAddress';

/** One field of the end customer form. */
export interface CustomerPart {
	/** Stored id, and the column name that is mapped automatically. */
	id: string;
	label: string;
	/** Labels in countries that call it otherwise. */
	localLabels?: Partial<Record<CountryCode, string>>;
	/** What the label was before: columns of that name are still mapped. */
	formerLabel?: string;
	section: Section;
	/** Logical path inside the section. */
	path: readonly string[];
	type: FieldType;
	options?: Array<{ name: string; value: string }>;
	/** Whether it is a phone number, which is sent in E.164. */
	isPhone?: boolean;
	isEmail?: boolean;
	/** Countries that know the field; absent for all. */
	isKnownIn(country: CountryCode): boolean;
}

const everywhere = (): boolean => true;

const ADDRESS_LABELS: Record<AddressField, string> = {
	houseNumber: 'House Number',
	streetName: 'Street Name',
	streetType: 'Street Type',
	city: 'City',
	postalCode: 'Postal Code',
	country: 'Country',
	poBoxNumber: 'PO Box Number',
	addressExtension: 'Address Extension',
	subLocality: 'Sub-Locality',
	district: 'District',
	province: 'Province',
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The country of an address is the order's own and is filled in, so it is no field of the form. */
const ADDRESS_PARTS = ADDRESS_FIELDS.filter((name) => name !== 'country');

/** The address parts of a section; those that no country knows there are left out. */
const addressParts = (
	section: Section,
	prefix: string,
	labelPrefix: string,
	path: readonly string[],
	isKnownIn: (country: CountryCode) => boolean,
): CustomerPart[] =>
	ADDRESS_PARTS.map((name): CustomerPart => ({
		id: prefix === '' ? name : `${prefix}${capital(name)}`,
		label: labelPrefix + ADDRESS_LABELS[name],
		section,
		path: [...path, name],
		type: 'string',
		isKnownIn: (country) => isKnownIn(country) && addressFieldsOf(country).includes(name),
	})).filter((part) => COUNTRY_CODES.some((country) => part.isKnownIn(country)));

const text = (
	id: string,
	label: string,
	section: Section,
	path: readonly string[],
	isKnownIn: (country: CountryCode) => boolean = everywhere,
): CustomerPart => ({
	id,
	label,
	section,
	path,
	type: 'string',
	isKnownIn,
});

const hasDirectory = (country: CountryCode): boolean => directoryRuleOf(country) !== undefined;
const isNl = (country: CountryCode): boolean => country === 'NL';
const hasViesChoice = (country: CountryCode): boolean => VIES_CHOICE_COUNTRIES.includes(country);

/** Every field of the form, in the order it is shown. */
export const CUSTOMER_PARTS: readonly CustomerPart[] = [
	text('endCustomerName', 'End Customer Name', 'endCustomer', ['name']),
	{
		...text('registrationNumber', 'Registration Number', 'endCustomer', ['registrationNumber']),
		// Portal: VAT check for PT, ES and FI, porting in FR and SE.
		localLabels: { PT: 'VAT ID (NIF)', ES: 'VAT ID (NIF, CIF)', FI: 'VAT ID', FR: 'SIRET', SE: 'Organisation Number' },
	},
	{
		id: 'registrationNumberNotInVies',
		label: 'VAT ID Not in VIES',
		formerLabel: 'VAT ID Not Registered in VIES',
		section: 'endCustomer',
		path: ['registrationNumberNotInVies'],
		type: 'boolean',
		isKnownIn: hasViesChoice,
	},
	...addressParts('endCustomer', '', '', ['address'], everywhere),
	text('contactName', 'Contact Name', 'endCustomer', ['contact', 'name']),
	{ ...text('contactPhone', 'Contact Phone', 'endCustomer', ['contact', 'phone']), isPhone: true },
	{ ...text('contactEmail', 'Contact Email', 'endCustomer', ['contact', 'email']), isEmail: true },
	{
		id: 'directoryPublish',
		label: 'Publish in Directory',
		formerLabel: 'Directory: Publish the Number',
		section: 'directoryService',
		path: ['publish'],
		type: 'boolean',
		isKnownIn: hasDirectory,
	},
	{
		...text('directoryListingName', 'Directory Listing', 'directoryService', ['listingName'], hasDirectory),
		formerLabel: 'Directory: Listing Name',
	},
	{
		...text('directoryCategory', 'Directory Category', 'directoryService', ['category'], hasDirectory),
		formerLabel: 'Directory: Business Category',
	},
	{
		id: 'directoryUsage',
		label: 'Directory Use',
		formerLabel: 'Directory: Used For',
		section: 'directoryService',
		path: ['usage'],
		type: 'options',
		options: [
			{ name: 'Voice', value: 'voice' },
			{ name: 'Fax', value: 'fax' },
			{ name: 'Voice and Fax', value: 'voiceAndFax' },
		],
		isKnownIn: hasDirectory,
	},
	...addressParts('emergencyAddress', 'emergency', 'Emergency ', [], isNl),
];
