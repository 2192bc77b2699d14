import type { Field, Params } from '../operation/types';
import { optionalText } from '../text';
import { readCustomerReference } from './reseller';

export const endCustomerNameField: Field = {
	displayName: 'End Customer Name',
	name: 'endCustomerName',
	type: 'string',
	default: '',
	placeholder: 'e.g. Example Trading Ltd',
	description: 'Registered name of the company or person the number is for',
};

export const registrationField: Field = {
	displayName: 'Registration Number',
	name: 'registrationNumber',
	type: 'string',
	default: '',
	description: "The end customer's registration number; in Portugal and Spain the VAT ID (NIF, CIF)",
};

const part = (displayName: string, name: string, more: Partial<Field> = {}) => ({
	displayName,
	name,
	type: 'string' as const,
	default: '',
	...more,
});

/** The address parts of all countries (Colt's address API, on its developer portal). */
export const addressField: Field = {
	displayName: 'End Customer Address',
	name: 'address',
	type: 'collection',
	placeholder: 'Add part of the address',
	default: {},
	description: 'Where the end customer is; emergency services are sent there',
	options: [
		part('Address Extension', 'addressExtension', { description: 'Used in Belgium' }),
		part('City', 'city'),
		part('District', 'district', { description: 'Used in Portugal' }),
		part('House Number', 'houseNumber'),
		part('PO Box Number', 'poBoxNumber', { description: 'Used in France' }),
		part('Postal Code', 'postalCode'),
		part('Province', 'province', { description: 'Used in Italy and Spain' }),
		part('Street Name', 'streetName'),
		part('Street Type', 'streetType', { description: 'Used in France, Italy and Spain' }),
		part('Sub-Locality', 'subLocality', { description: 'Used in Belgium and Italy' }),
	],
};

/** Trims every text and drops the empty ones; undefined when nothing is left. */
function filled(values: Record<string, unknown>): Record<string, string> | undefined {
	const entries = Object.entries(values).flatMap(([name, value]) => {
		const text = optionalText(value);
		return text === undefined ? [] : [[name, text] as const];
	});
	return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

/** The end customer of an order body; undefined when the item says nothing about one. */
export function readEndCustomer(params: Params, more: Params): Record<string, unknown> | undefined {
	const customer = {
		customerReference: readCustomerReference(more.customerReference),
		name: optionalText(params.endCustomerName),
		registrationNumber: optionalText(more.registrationNumber),
		address: filled((params.address ?? {}) as Record<string, unknown>),
	};
	return Object.values(customer).every((value) => value === undefined) ? undefined : customer;
}
