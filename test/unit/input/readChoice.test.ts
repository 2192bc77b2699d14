import { readChoice, readChoices } from '../../../nodes/shared/input/readChoice';
import { COUNTRY_OPTIONS } from '../../../nodes/shared/fields/numberRange';
import { problemOf } from '../thrown';

const STATUSES = ['PortIn_Allocated', 'Activated', 'Free'].map((value) => ({ name: value, value }));
const ACTIONS = [
	{ name: 'Add End Customer', value: 'ADD' },
	{ name: 'Modify End Customer', value: 'MODIFY' },
];
const COUNTRIES = [{ name: 'From the Number', value: 'auto' }, ...COUNTRY_OPTIONS];
/** Two entries that differ by case alone. */
const ALIKE = [
	{ name: 'One', value: 'a' },
	{ name: 'Two', value: 'A' },
];

test.each<[unknown, typeof STATUSES, unknown]>([
	['PortIn_Allocated', STATUSES, 'PortIn_Allocated'],
	['Port In Allocated', STATUSES, 'PortIn_Allocated'],
	['port in (allocated)', STATUSES, 'PortIn_Allocated'],
	[' activated ', STATUSES, 'Activated'],
	['ADD', ACTIONS, 'ADD'],
	['add end customer', ACTIONS, 'ADD'],
	['Modify', ACTIONS, 'MODIFY'],
	['AUTO', COUNTRIES, 'auto'],
	['from the number', COUNTRIES, 'auto'],
	['gb', COUNTRIES, 'GB'],
	['UK', COUNTRIES, 'GB'],
	['United Kingdom', COUNTRIES, 'GB'],
	['United Kingdom (GB)', COUNTRIES, 'GB'],
	['germany', COUNTRIES, 'DE'],
	['FI', COUNTRIES.filter(({ value }) => value !== 'FI'), 'FI'],
	['A', ALIKE, 'A'],
	['two', ALIKE, 'A'],
	['', STATUSES, ''],
	[null, STATUSES, ''],
])('%j is read', (value, choices, expected) => expect(readChoice(value, 'Label', choices)).toBe(expected));

test.each<[unknown, typeof STATUSES, string]>([
	['Reserved', STATUSES, 'Use one of PortIn_Allocated, Activated, Free.'],
	['Activ', STATUSES, 'Use one of'],
	['---', STATUSES, 'Use one of'],
	['REMOVE', ACTIONS, 'Use one of Add End Customer, Modify End Customer.'],
	['XX', COUNTRIES, 'Use one of AT'],
	[['ADD'], ACTIONS, 'Point the expression'],
	[{ value: 'ADD' }, ACTIONS, 'Point the expression'],
	['undefined', STATUSES, 'Leave the field empty'],
])('%j is refused, and the choices are named', (value, choices, remedy) =>
	expect(problemOf(() => readChoice(value, 'Label', choices))).toMatchObject({
		kind: 'input',
		field: 'Label',
		remedy: expect.stringContaining(remedy) as string,
	}),
);

test("an open list lets Colt's own words pass", () => {
	expect(readChoice('Port Out In Progress', 'Status', STATUSES, true)).toBe('Port Out In Progress');
	expect(readChoice('FREE', 'Status', STATUSES, true)).toBe('Free');
});

test.each<[unknown, string[]]>([
	[
		['Free', 'activated'],
		['Free', 'Activated'],
	],
	['Free, activated,', ['Free', 'Activated']],
	['["Free", "activated"]', ['Free', 'Activated']],
	['Free', ['Free']],
	['Free,free', ['Free']],
	[[], []],
	['', []],
	[null, []],
])('%j are several choices', (value, expected) => expect(readChoices(value, 'Statuses', STATUSES)).toEqual(expected));

test.each(['Free, Nowhere', ['Free', 'Nowhere'], ['Free', {}], '["Free"', { 0: 'Free' }])(
	'%j has something that is no choice',
	(value) =>
		expect(problemOf(() => readChoices(value, 'Statuses', STATUSES))).toMatchObject({
			kind: 'input',
			field: 'Statuses',
		}),
);
