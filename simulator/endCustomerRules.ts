import type { CliDetails, EndCustomer } from '../nodes/shared/contract/logicalTypes';
import type { Operation } from '../nodes/shared/contract/table';
import { type CountryCode, VIES_COUNTRIES } from '../nodes/shared/lifecycle/countries';
import { type DirectoryApi, type Need, directoryRuleOf } from '../nodes/shared/lifecycle/directoryServices';
import { missing, ruleError } from './apiError';
import { wireName } from './naming';

const NAMES = {
	endCustomer: 'relatedParty.endCustomer',
	directoryService: 'directoryService',
	emergencyAddress: 'emergencyAddress',
} as const;

/** Whether an end customer is given at all; a customer reference alone is a label, not an end customer. */
export const isGiven = (customer: EndCustomer | undefined): customer is EndCustomer =>
	customer !== undefined &&
	Object.entries(customer).some(
		([name, value]) => name !== 'customerReference' && value !== undefined && value !== null,
	);

/**
 * Checks end customer, directory service and emergency address as the country asks (001, "Phonebook Publication").
 * Countries without a row there need the end customer on activation, port-in and update.
 * @throws ApiError 400/002 naming the missing field
 */
export function checkDetails(operation: Operation, api: DirectoryApi, country: CountryCode, details: CliDetails): void {
	const rule = directoryRuleOf(country);
	const given = { ...details, endCustomer: isGiven(details.endCustomer) ? details.endCustomer : undefined };
	const parts = Object.keys(NAMES) as Array<keyof typeof NAMES>;
	const needs = parts.map(
		(part) => [part, rule?.[part][api] ?? (part === 'endCustomer' ? 'mandatory' : 'optional')] as [typeof part, Need],
	);
	for (const [part, need] of needs) {
		if (need === 'mandatory' && !given[part]) throw missing(wireName(operation, 'body', NAMES[part]));
	}
	const choice = needs.filter(([, need]) => need === 'at least one').map(([part]) => part);
	if (choice.length > 0 && !choice.some((part) => given[part])) {
		throw missing(choice.map((part) => wireName(operation, 'body', NAMES[part])).join(' or '));
	}
	if (given.endCustomer) checkCustomer(operation, api, country, given.endCustomer);
}

const hasPart = (address: EndCustomer['address']): boolean =>
	Object.entries(address ?? {}).some(([name, value]) => name !== 'country' && Boolean(value));

function checkCustomer(operation: Operation, api: DirectoryApi, country: CountryCode, customer: EndCustomer): void {
	const field = (path: string): string => wireName(operation, 'body', `relatedParty.endCustomer.${path}`);
	if (api !== 'updateCustomerModify' && !customer.name) throw missing(field('name'));
	// No document makes any one part of an address mandatory.
	if (api !== 'updateCustomerModify' && !hasPart(customer.address)) throw missing(field('address'));
	if (VIES_COUNTRIES.includes(country) && api !== 'updateCustomerModify' && !customer.registrationNumber)
		throw missing(field('registrationNumber'));
	if (customer.address?.country && customer.address.country !== country) {
		throw ruleError(
			`${field('address.country')} ${customer.address.country} differs from the country of the numbers, ${country}.`,
		);
	}
}
