import type { ILoadOptionsFunctions, ResourceMapperField, ResourceMapperFields } from 'n8n-workflow';

import type { CountryCode } from '../lifecycle/countries';
import type { DirectoryApi } from '../lifecycle/directoryServices';
import { COUNTRY_FROM_NUMBER } from '../numbers/readCountry';
import { plainText } from '../numbers/written';
import { countryNamed, countryOfE164 } from '../lifecycle/countryCodes';
import { chosenValue } from '../input/chosenValue';
import type { Field } from '../operation/types';
import { toText } from '../text';
import { noticeField } from '../fields/notice';
import { ADDRESS_FIELDS_BY_COUNTRY, VIES_COUNTRIES } from '../lifecycle/countries';
import { columnsText } from './columnsText';
import { CUSTOMER_PARTS } from './customerParts';
import type { CustomerPart } from './customerParts';
import { certainRuleOf } from './directoryRule';

export const CUSTOMER_FIELD = 'endCustomer';

/** The names of the loaders that fill the form, by what the order does. */
export type CustomerLoader = 'loadActivationCustomer' | 'loadAddCustomer' | 'loadModifyCustomer' | 'loadPortInCustomer';

const isShown = (part: CustomerPart, country: CountryCode | undefined): boolean =>
	country === undefined || part.isKnownIn(country);

/** Address parts that every address of a country with documented parts has (address API, public developer portal). */
const NEEDED_ADDRESS = ['streetName', 'city', 'postalCode'];

/**
 * Which parts the form marks as required, by the tables of document 001 (for port-ins in NL alone) and, for the VAT
 * ID, by Colt's VAT check. The mark does not keep the node from running: checkCustomer refuses what must not be sent.
 */
function isRequired(part: CustomerPart, country: CountryCode | undefined, api: DirectoryApi): boolean {
	if (country === undefined) return false;
	if (part.id === 'registrationNumber')
		return VIES_COUNTRIES.includes(country) && (api === 'activation' || api === 'updateCustomerAdd');
	const rule = api !== 'portIn' || country === 'NL' ? certainRuleOf(country) : undefined;
	if (part.id === 'directoryPublish') return rule?.directoryService[api] === 'mandatory';
	if (rule?.endCustomer[api] !== 'mandatory') return false;
	const address = country in ADDRESS_FIELDS_BY_COUNTRY ? NEEDED_ADDRESS : ['city'];
	return part.id === 'endCustomerName' || address.includes(part.id);
}

const labelOf = ({ label, localLabels }: CustomerPart, country: CountryCode | undefined): string =>
	(country === undefined ? undefined : localLabels?.[country]) ?? label;

/** Parts that are off until the user adds them, to keep the form short. */
const isExtra = ({ id }: CustomerPart): boolean => /^(contact|directoryCategory|directoryUsage)/.test(id);

/**
 * n8n fills a switch of such a form with "no" automatically, and the order would contain a decision that no one made; a
 * list stays empty until somebody chooses.
 */
const YES_OR_NO = [
	{ name: 'Yes', value: 'true' },
	{ name: 'No', value: 'false' },
];

/**
 * The end customer form of a country, as n8n's resource mapper wants it; the address parts, the directory service and
 * the emergency address appear only where the country knows them. Without a country every field is offered.
 */
export function customerFields(country: CountryCode | undefined, api: DirectoryApi): ResourceMapperField[] {
	return CUSTOMER_PARTS.filter((part) => isShown(part, country)).map((part) => ({
		id: part.id,
		displayName: labelOf(part, country),
		type: part.type === 'boolean' ? 'options' : part.type,
		required: isRequired(part, country, api),
		defaultMatch: false,
		canBeUsedToMatch: false,
		display: true,
		removed: country === undefined ? part.section !== 'endCustomer' || isExtra(part) : isExtra(part),
		...(part.type === 'boolean' ? { options: YES_OR_NO } : part.options !== undefined && { options: part.options }),
	}));
}

/** The country the editor's form is for: the chosen one, else the number's, if it is no expression. */
function countryOf(context: ILoadOptionsFunctions): CountryCode | undefined {
	const chosen = toText(context.getCurrentNodeParameter('country'));
	const country = countryNamed(chosen);
	if (country !== undefined) return country;
	if (chosen !== '' && chosen !== COUNTRY_FROM_NUMBER) return undefined;
	const start = plainText(chosenValue(context.getCurrentNodeParameter('numberRangeStart')))
		.replace(/[ .()-]/g, '')
		.replace(/^00/, '+');
	return start.startsWith('+') ? countryOfE164(start) : undefined;
}

const loader = (api: DirectoryApi) =>
	async function load(this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
		return await Promise.resolve({ fields: customerFields(countryOf(this), api) });
	};

/** The loaders of the form, as n8n's `methods.resourceMapping`. */
export const customerLoaders: Record<CustomerLoader, (this: ILoadOptionsFunctions) => Promise<ResourceMapperFields>> = {
	loadActivationCustomer: loader('activation'),
	loadAddCustomer: loader('updateCustomerAdd'),
	loadModifyCustomer: loader('updateCustomerModify'),
	loadPortInCustomer: loader('portIn'),
};

/** The end customer form as a field of an operation. */
export const customerField = (resourceMapperMethod: CustomerLoader, more: Partial<Field> = {}): Field => ({
	displayName: 'End Customer',
	name: CUSTOMER_FIELD,
	type: 'resourceMapper',
	noDataExpression: true,
	default: { mappingMode: 'defineBelow', value: null },
	description:
		'Who the number is for and where. The fields follow the country: choose it first, or write the number in ' +
		'international format.',
	typeOptions: {
		loadOptionsDependsOn: ['country', 'numberRangeStart'],
		resourceMapper: {
			resourceMapperMethod,
			mode: 'add',
			fieldWords: { singular: 'field', plural: 'fields' },
			valuesLabel: 'End Customer',
			addAllFields: true,
			multiKeyMatch: false,
			supportAutoMap: true,
		},
	},
	...more,
});

/** Names the columns, which the editor hides while they are mapped automatically. */
export const columnsNotice: Field = noticeField('columnsNotice', columnsText(), {
	'/endCustomer.mappingMode': ['autoMapInputData'],
});
