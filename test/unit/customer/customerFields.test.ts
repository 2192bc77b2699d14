import type { ILoadOptionsFunctions } from 'n8n-workflow';

import { customerFields, customerLoaders } from '../../../nodes/shared/customer/customerFields';
import { COUNTRY_CODES } from '../../../nodes/shared/lifecycle/countryCodes';
import type { CountryCode } from '../../../nodes/shared/lifecycle/countryCodes';
import { ADDRESS, EVERY_PART, WITH_DIRECTORY } from './directoryTable';

const ids = (country: CountryCode | undefined): string[] => customerFields(country, 'activation').map(({ id }) => id);
const words = (text: string): string[] => text.split(' ').toSorted();

describe('the form follows the country', () => {
	test.each(COUNTRY_CODES)('%s: address parts of section 5', (country) => {
		const address = ids(country).filter((id) => EVERY_PART.split(' ').includes(id));
		expect(address.toSorted()).toEqual(words(ADDRESS[country] ?? EVERY_PART));
	});

	test.each(COUNTRY_CODES)('%s: directory fields, document 001', (country) => {
		const directory = ids(country).filter((id) => id.startsWith('directory'));
		expect(directory).toEqual(
			WITH_DIRECTORY.includes(country)
				? ['directoryPublish', 'directoryListingName', 'directoryCategory', 'directoryUsage']
				: [],
		);
	});

	test.each(COUNTRY_CODES)('%s: emergency address in the Netherlands alone', (country) => {
		const emergency = ids(country).filter((id) => id.startsWith('emergency'));
		expect(emergency).toEqual(
			country === 'NL' ? ['emergencyHouseNumber', 'emergencyStreetName', 'emergencyCity', 'emergencyPostalCode'] : [],
		);
	});

	test.each(COUNTRY_CODES)('%s: the VIES choice in Portugal and Spain alone', (country) => {
		expect(ids(country).includes('registrationNumberNotInVies')).toBe(['PT', 'ES'].includes(country));
		expect(ids(country)).toEqual(
			expect.arrayContaining(['endCustomerName', 'registrationNumber', 'contactName', 'contactPhone', 'contactEmail']),
		);
	});

	test.each<[CountryCode, string]>([
		['PT', 'VAT ID (NIF)'],
		['ES', 'VAT ID (NIF, CIF)'],
		['FI', 'VAT ID'],
		['FR', 'SIRET'],
		['SE', 'Organisation Number'],
		['GB', 'Registration Number'],
	])('%s calls the registration number %s', (country, label) => {
		const field = customerFields(country, 'activation').find(({ id }) => id === 'registrationNumber');
		expect(field?.displayName).toBe(label);
	});

	it('offers everything while the country is not known, and shows the end customer alone', () => {
		const fields = customerFields(undefined, 'activation');
		expect(new Set(fields.map(({ id }) => id))).toEqual(new Set(COUNTRY_CODES.flatMap((country) => ids(country))));
		expect(
			fields
				.filter(({ removed }) => removed !== true)
				.map(({ id }) => id)
				.toSorted(),
		).toEqual(words(`endCustomerName registrationNumber registrationNumberNotInVies ${EVERY_PART}`));
	});

	it('has every id and label once', () => {
		const fields = customerFields(undefined, 'activation');
		expect(new Set(fields.map(({ id }) => id)).size).toBe(fields.length);
		expect(new Set(fields.map(({ displayName }) => displayName)).size).toBe(fields.length);
	});

	it('gives yes-or-no and choice fields their type', () => {
		const types = Object.fromEntries(customerFields('ES', 'activation').map(({ id, type }) => [id, type]));
		expect(types).toMatchObject({
			directoryPublish: 'options',
			registrationNumberNotInVies: 'options',
			directoryUsage: 'options',
			city: 'string',
		});
	});
});

describe('required', () => {
	const required = (country: CountryCode | undefined, api: Parameters<typeof customerFields>[1]): string[] =>
		customerFields(country, api)
			.filter((field) => field.required)
			.map(({ id }) => id);

	const ADDRESS_PARTS = ['streetName', 'city', 'postalCode'];
	const NAME_AND_ADDRESS = ['endCustomerName', ...ADDRESS_PARTS];

	test.each([
		['BE', [...NAME_AND_ADDRESS, 'directoryPublish']],
		['SE', [...NAME_AND_ADDRESS, 'directoryPublish']],
		['NL', [...NAME_AND_ADDRESS, 'directoryPublish']],
		['ES', [...NAME_AND_ADDRESS, 'registrationNumber', 'directoryPublish']],
		['PT', [...NAME_AND_ADDRESS, 'registrationNumber']],
		['IE', ['endCustomerName', 'city']],
		['IT', NAME_AND_ADDRESS],
		['GB', NAME_AND_ADDRESS],
		['CH', NAME_AND_ADDRESS],
		['FI', ['registrationNumber']],
	] as const)('%s: for activation and ADD', (country, parts) => {
		expect(required(country, 'activation').toSorted()).toEqual(parts.toSorted());
		expect(required(country, 'updateCustomerAdd').toSorted()).toEqual(parts.toSorted());
	});

	test.each([
		['NL', [...NAME_AND_ADDRESS, 'directoryPublish']],
		['GB', []],
		['ES', []],
	] as const)('%s: for a port-in only what document 001 says', (country, parts) =>
		expect(required(country, 'portIn').toSorted()).toEqual(parts.toSorted()),
	);

	test.each(['BE', 'ES', 'SE'] as const)('%s: everything for MODIFY', (country) =>
		expect(required(country, 'updateCustomerModify')).toEqual(expect.arrayContaining([...NAME_AND_ADDRESS])),
	);

	test.each(['NL', 'IE', 'IT', 'PT', 'GB', 'CH'] as const)('%s: nothing certain for MODIFY', (country) =>
		expect(required(country, 'updateCustomerModify')).toEqual([]),
	);

	test.each(['AT', 'DE', 'DK', 'FR', 'NO', 'LU', undefined] as const)(
		'%s: nothing, because no document says so',
		(country) => expect(required(country, 'activation')).toEqual([]),
	);
});

describe('loaders of the editor', () => {
	const loaded = async (parameters: Record<string, unknown>): Promise<string[]> => {
		const context = { getCurrentNodeParameter: (name: string) => parameters[name] } as unknown as ILoadOptionsFunctions;
		return (await customerLoaders.loadActivationCustomer.call(context)).fields.map(({ id }) => id);
	};

	test.each([
		['the chosen country', { country: 'NL' }, 'NL'],
		['the chosen country before the number', { country: 'NL', numberRangeStart: '+34917881234' }, 'NL'],
		['the number', { country: 'auto', numberRangeStart: '+34 917 88 12 34' }, 'ES'],
		['a number with 00', { numberRangeStart: '0034917881234' }, 'ES'],
		['a number from the list', { numberRangeStart: { __rl: true, mode: 'list', value: '+34917881234' } }, 'ES'],
	] as const)('take the country from %s', async (_, parameters, country) =>
		expect(await loaded(parameters)).toEqual(ids(country)),
	);

	test.each([
		['a national number', { country: 'auto', numberRangeStart: '020 8132 4758' }],
		['nothing', {}],
		['an expression as country', { country: '={{ $json.country }}', numberRangeStart: '+34917881234' }],
		['an expression as number', { country: 'auto', numberRangeStart: '={{ $json.number }}' }],
		[
			'a number that is an expression in the list',
			{ numberRangeStart: { __rl: true, mode: 'number', value: '={{ $json.number }}' } },
		],
		['a foreign number', { country: 'auto', numberRangeStart: '+12025550123' }],
	])('offer everything for %s', async (_, parameters) => expect(await loaded(parameters)).toEqual(ids(undefined)));

	it('are named by what the order does', () => {
		expect(Object.keys(customerLoaders).toSorted()).toEqual([
			'loadActivationCustomer',
			'loadAddCustomer',
			'loadModifyCustomer',
			'loadPortInCustomer',
		]);
	});
});
