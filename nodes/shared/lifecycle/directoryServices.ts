import type { CountryCode } from './countries';

/** Whether a part of the request is needed (001, "Phonebook Publication"). */
export type Need = 'mandatory' | 'optional' | 'at least one' | 'not applicable';

export type DirectoryApi = 'activation' | 'portIn' | 'updateCustomerAdd' | 'updateCustomerModify';

export interface DirectoryRule {
	countries: readonly CountryCode[];
	endCustomer: Record<DirectoryApi, Need>;
	directoryService: Record<DirectoryApi, Need>;
	emergencyAddress: Record<DirectoryApi, Need>;
	source: string;
}

const each = (activation: Need, portIn: Need, add: Need, modify: Need): Record<DirectoryApi, Need> => ({
	activation,
	portIn,
	updateCustomerAdd: add,
	updateCustomerModify: modify,
});
const never = each('not applicable', 'not applicable', 'not applicable', 'not applicable');

/**
 * Directory services by country. `at least one`: any one or more of the parts so marked. The port-in column is
 * documented for NL only; elsewhere a port is taken to need the end customer, as an activation does, and a directory
 * service to be optional. Austria is in the text of 001 but not in its table, Switzerland in the table but not in
 * the text: Austria is therefore optional throughout.
 */
export const DIRECTORY_RULES: readonly DirectoryRule[] = [
	{
		countries: ['BE', 'ES', 'SE'],
		endCustomer: each('mandatory', 'mandatory', 'mandatory', 'mandatory'),
		directoryService: each('mandatory', 'optional', 'mandatory', 'mandatory'),
		emergencyAddress: never,
		source: '001',
	},
	{
		countries: ['NL'],
		endCustomer: each('mandatory', 'mandatory', 'mandatory', 'at least one'),
		directoryService: each('mandatory', 'mandatory', 'mandatory', 'at least one'),
		// The table prints "not applicable" for activation, the text above it "optional".
		emergencyAddress: each('optional', 'optional', 'optional', 'at least one'),
		source: '001',
	},
	{
		countries: ['IE', 'IT', 'PT', 'GB', 'CH'],
		endCustomer: each('mandatory', 'mandatory', 'mandatory', 'at least one'),
		directoryService: each('optional', 'optional', 'optional', 'at least one'),
		emergencyAddress: never,
		source: '001',
	},
	{
		countries: ['AT'],
		endCustomer: each('optional', 'optional', 'optional', 'at least one'),
		directoryService: each('optional', 'optional', 'optional', 'at least one'),
		emergencyAddress: never,
		source: '001, text only',
	},
];

/** The rule of a country; undefined where there is no directory service. */
export const directoryRuleOf = (country: CountryCode): DirectoryRule | undefined =>
	DIRECTORY_RULES.find((rule) => rule.countries.includes(country));
