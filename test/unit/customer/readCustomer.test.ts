import type { IDataObject } from 'n8n-workflow';

import { CUSTOMER_PARTS } from '../../../nodes/shared/customer/customerParts';
import { readCustomer } from '../../../nodes/shared/customer/readCustomer';
import { COUNTRY_CODES } from '../../../nodes/shared/lifecycle/countryCodes';
import type { CountryCode } from '../../../nodes/shared/lifecycle/countryCodes';
import { problemOf } from '../thrown';

const byHand = (value: Record<string, unknown>, country: CountryCode, checks = true) =>
	readCustomer({ endCustomer: { mappingMode: 'defineBelow', value } }, { checks, input: {}, documents: [] }, country);
const byColumn = (input: IDataObject, country: CountryCode) =>
	readCustomer(
		{ endCustomer: { mappingMode: 'autoMapInputData', value: null } },
		{ checks: true, input, documents: [] },
		country,
	);

describe('mapped by hand', () => {
	it('puts each value into its section, trimmed', () => {
		const value = {
			endCustomerName: ' Acme ',
			houseNumber: 1,
			city: 'Madrid',
			province: 'Madrid',
			contactEmail: 'jo@example.com',
			directoryPublish: false,
			registrationNumber: 'B1',
			registrationNumberNotInVies: true,
		};
		expect(byHand(value, 'ES')).toEqual({
			endCustomer: {
				name: 'Acme',
				registrationNumber: 'B1',
				registrationNumberNotInVies: true,
				address: { houseNumber: '1', city: 'Madrid', province: 'Madrid', country: 'ES' },
				contact: { email: 'jo@example.com' },
			},
			directoryService: { publish: false },
		});
	});

	it('fills the country in, in the emergency address too', () => {
		expect(byHand({ city: 'Amsterdam', emergencyCity: 'Utrecht' }, 'NL')).toEqual({
			endCustomer: { address: { city: 'Amsterdam', country: 'NL' } },
			emergencyAddress: { city: 'Utrecht', country: 'NL' },
		});
	});

	test.each([null, undefined, '', '  '])('leaves out %j', (empty) =>
		expect(byHand({ endCustomerName: empty, directoryPublish: empty, directoryUsage: empty }, 'GB')).toEqual({}),
	);

	it('has no section when there is no form', () => {
		for (const endCustomer of [undefined, null, {}, { mappingMode: 'defineBelow', value: null }]) {
			expect(readCustomer({ endCustomer }, { checks: true, input: { city: 'London' }, documents: [] }, 'GB')).toEqual(
				{},
			);
		}
	});

	it('takes no column of the input', () => {
		expect(
			readCustomer(
				{ endCustomer: { mappingMode: 'defineBelow', value: { city: 'London' } } },
				{ checks: true, input: { endCustomerName: 'Acme' }, documents: [] },
				'GB',
			),
		).toEqual({
			endCustomer: { address: { city: 'London', country: 'GB' } },
		});
	});
});

describe('fields that the country does not know', () => {
	const strange = CUSTOMER_PARTS.flatMap((part) =>
		COUNTRY_CODES.filter((country) => !part.isKnownIn(country)).map((country) => [part.id, country, part] as const),
	);
	const sample = (type: string): unknown => (type === 'boolean' ? true : type === 'options' ? 'voice' : 'x');

	it('are refused by name, sent with checks off, and passed over as columns', () => {
		expect(strange.length).toBeGreaterThan(100);
		for (const [id, country, part] of strange) {
			const value = { [id]: sample(part.type) };
			expect(problemOf(() => byHand(value, country))).toMatchObject({
				kind: 'input',
				field: part.label,
				message: `${part.label} is not a field of ${country}`,
			});
			expect(byHand(value, country, false)).toHaveProperty(part.section);
			expect(byColumn(value as IDataObject, country)).toEqual({});
		}
	});
});

describe('mapped by column name', () => {
	test.each(['endCustomerName', 'End Customer Name', 'end_customer_name', 'END-CUSTOMER-NAME', ' endcustomername '])(
		'finds %j',
		(column) => {
			expect(byColumn({ [column]: 'Acme' }, 'GB')).toEqual({ endCustomer: { name: 'Acme' } });
		},
	);

	test.each([
		['House number', { endCustomer: { address: { houseNumber: '12', country: 'NL' } } }],
		['emergencyHouseNumber', { emergencyAddress: { houseNumber: '12', country: 'NL' } }],
		['Emergency house number', { emergencyAddress: { houseNumber: '12', country: 'NL' } }],
		['Directory: Listing Name', { directoryService: { listingName: '12' } }],
	])('finds %s', (column, sections) => expect(byColumn({ [column]: 12 }, 'NL')).toEqual(sections));

	it('finds every field by id and by label', () => {
		for (const part of CUSTOMER_PARTS) {
			const country = COUNTRY_CODES.find((code) => part.isKnownIn(code)) as CountryCode;
			const value =
				part.type === 'boolean'
					? true
					: part.type === 'options'
						? 'Fax'
						: part.isPhone === true
							? '+442081324758'
							: part.isEmail === true
								? 'jo@example.com'
								: 'x';
			const byId = byColumn({ [part.id]: value }, country);
			expect(byId).toHaveProperty([part.section, ...part.path]);
			for (const label of [part.label, part.localLabels?.[country], part.formerLabel]) {
				if (label !== undefined) expect(byColumn({ [label]: value }, country)).toEqual(byId);
			}
		}
	});

	test.each(['jo', 'jo@', '@example.com', 'jo@example', 'jo smith@example.com', 'a@b@example.com'])(
		'refuses %j as email address',
		(contactEmail) => {
			expect(problemOf(() => byColumn({ contactEmail }, 'GB'))).toMatchObject({
				field: 'Contact Email',
				message: `Contact Email "${contactEmail}" is not an email address`,
			});
		},
	);

	it('passes over columns that are no fields, and empty ones', () => {
		expect(byColumn({ colour: 'red', id: 7, city: '', endCustomerName: null, street: 'x' }, 'GB')).toEqual({});
	});
});

describe('two columns of one name', () => {
	test.each<[string, IDataObject]>([
		['the second is empty', { endCustomerName: 'A Ltd', 'END CUSTOMER NAME:': '' }],
		['the first is empty', { endCustomerName: ' ', 'End Customer Name': 'A Ltd' }],
		['the first is null', { endCustomerName: null, 'End Customer Name': 'A Ltd' }],
		['both say the same', { endCustomerName: 'A Ltd', 'End Customer Name': ' A Ltd ' }],
	])('are one value where %s', (_, input) => expect(byColumn(input, 'GB')).toEqual({ endCustomer: { name: 'A Ltd' } }));

	it('are one value where both say the same in other words', () =>
		expect(byColumn({ directoryPublish: 'yes', 'Directory: Publish the Number': true }, 'BE')).toEqual({
			directoryService: { publish: true },
		}));

	it('are refused where they differ, and both are named', () =>
		expect(problemOf(() => byColumn({ city: 'London', City: 'Leeds' }, 'GB'))).toMatchObject({
			kind: 'input',
			field: 'City',
			message: 'City has two columns that match: "city" is "London", "City" is "Leeds"',
		}));

	it('do not matter in a country that does not know the field', () =>
		expect(byColumn({ province: 'A', Province: 'B', city: 'London' }, 'GB')).toEqual({
			endCustomer: { address: { city: 'London', country: 'GB' } },
		}));
});

test.each([
	[{ houseNumber: 'null' }, 'House Number'],
	[{ houseNumber: 'undefined' }, 'House Number'],
	[{ streetName: '[object Object]' }, 'Street Name'],
	[{ city: { name: 'London' } }, 'City'],
	[{ endCustomerName: '{{ $json.name }}' }, 'End Customer Name'],
])('%j is refused by field, by hand and by column', (value, field) => {
	expect(problemOf(() => byHand(value, 'GB'))).toMatchObject({ kind: 'input', field });
	expect(problemOf(() => byColumn(value as IDataObject, 'GB'))).toMatchObject({ kind: 'input', field });
});

test.each([['a text'], [['a', 'list']], [7]])('%j for the whole form is refused, not taken for an empty one', (value) =>
	expect(
		problemOf(() =>
			readCustomer(
				{ endCustomer: { mappingMode: 'defineBelow', value } },
				{ checks: true, input: {}, documents: [] },
				'GB',
			),
		),
	).toMatchObject({ kind: 'input', field: 'End Customer' }),
);

describe('values', () => {
	test.each([
		[true, true],
		[false, false],
		['true', true],
		['FALSE', false],
		[' yes ', true],
		['no', false],
		[1, true],
		[0, false],
	])('%j is %j', (given, value) =>
		expect(byHand({ directoryPublish: given }, 'GB').directoryService).toEqual({ publish: value }),
	);

	test.each(['maybe', 2, {}, 'ja'])('%j is neither true nor false', (given) => {
		expect(problemOf(() => byHand({ directoryPublish: given }, 'GB'))).toMatchObject({
			field: 'Publish in Directory',
		});
	});

	test.each([
		['voice', 'voice'],
		['Voice and Fax', 'voiceAndFax'],
		['VOICE_AND_FAX', 'voiceAndFax'],
		[' fax ', 'fax'],
	])('%j is the choice %s', (given, value) =>
		expect(byHand({ directoryUsage: given }, 'GB').directoryService).toEqual({ usage: value }),
	);

	it('names the choices when there is no such one', () => {
		expect(problemOf(() => byHand({ directoryUsage: 'telex' }, 'GB'))).toMatchObject({
			field: 'Directory Use',
			remedy: 'Use one of Voice, Fax, Voice and Fax.',
		});
	});
});
