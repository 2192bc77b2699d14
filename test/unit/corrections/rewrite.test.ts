import { parsePlace } from '../../../nodes/shared/corrections/place';
import { compileRules, toOurs, toTheirs } from '../../../nodes/shared/corrections/rewrite';
import type { Rule } from '../../../nodes/shared/corrections/rule';

const NOW = Date.parse('2026-03-02T12:00:00Z');
const rule = (ours: string, theirs: string | string[] | null, more: Partial<Rule> = {}): Rule => ({
	ours: parsePlace(ours),
	theirs: (theirs === null ? [] : [theirs].flat()).map(parsePlace),
	...more,
});

interface Case {
	name: string;
	rules: Rule[];
	ours: unknown;
	theirs: unknown;
	/** What is read back, where it is not the same. */
	back?: unknown;
}

const CASES: Case[] = [
	{ name: 'nothing', rules: [], ours: { a: 1 }, theirs: { a: 1 } },
	{ name: 'another name', rules: [rule('a', 'b')], ours: { a: 1, c: 2 }, theirs: { b: 1, c: 2 } },
	{
		name: 'another name of a container, and of a member',
		rules: [rule('relatedParty.customer', 'customer'), rule('relatedParty.customer.name', 'customer.companyName')],
		ours: { relatedParty: { customer: { name: 'A', vat: '1' }, reseller: { country: 'GB' } } },
		theirs: { customer: { companyName: 'A', vat: '1' }, relatedParty: { reseller: { country: 'GB' } } },
	},
	{
		name: 'names in a list',
		rules: [rule('ranges', 'numbers'), rule('ranges[].start', 'numbers[].from')],
		ours: { ranges: [{ start: '1', end: '2' }, { start: '3' }] },
		theirs: { numbers: [{ from: '1', end: '2' }, { from: '3' }] },
	},
	{
		name: 'a list in a wrapper, with a total beside it',
		rules: [
			rule('body', 'body.orders'),
			rule('body[].status', 'body.orders[].state'),
			rule('header.total', 'body.page.total'),
		],
		ours: { body: [{ id: '1', status: 'x' }], header: { total: 1 } },
		theirs: { body: { orders: [{ id: '1', state: 'x' }], page: { total: 1 } } },
	},
	{
		name: 'an empty list in a wrapper',
		rules: [rule('body', 'body.orders')],
		ours: { body: [] },
		theirs: { body: { orders: [] } },
	},
	{
		name: 'from the first entry of a list to the query',
		rules: [rule('body.ranges[].start', 'query.start'), rule('body.ranges[].end', 'query.end')],
		ours: { body: { ranges: [{ start: '1', end: '2' }] } },
		theirs: { query: { start: '1', end: '2' } },
	},
	{
		name: 'what does not exist',
		rules: [rule('product', null)],
		ours: { product: { name: 'SIP' }, a: 1 },
		theirs: { a: 1 },
		back: { a: 1 },
	},
	{
		name: 'values, booleans among them',
		rules: [
			rule('publish', 'listingType', { writing: { values: { true: 'LISTED', false: 'UNLISTED' } } }),
			rule('action', 'action', { writing: { values: { ADD: 'Add' } } }),
		],
		ours: { publish: false, action: 'MODIFY' },
		theirs: { listingType: 'UNLISTED', action: 'MODIFY' },
	},
	{
		name: 'a text in two parts',
		rules: [rule('contact.name', ['contact.firstName', 'contact.lastName'], { separator: ' ' })],
		ours: { contact: { name: 'Anna Maria Smith', phone: '1' } },
		theirs: { contact: { firstName: 'Anna Maria', lastName: 'Smith', phone: '1' } },
	},
	{
		name: 'a text that cannot be split',
		rules: [rule('contact.name', ['contact.firstName', 'contact.lastName'], { separator: ' ' })],
		ours: { contact: { name: 'Smith' } },
		theirs: { contact: { lastName: 'Smith' } },
	},
	{
		name: 'entries of a list as members of their own',
		rules: [
			rule('files', null, {
				entries: {
					by: 'type',
					members: {
						LOA: { name: parsePlace('loaFileName'), content: parsePlace('loaFileContent') },
						ID: { name: parsePlace('idFileName'), content: parsePlace('idFileContent') },
					},
				},
			}),
		],
		ours: { files: [{ type: 'LOA', name: 'a.pdf', content: 'QQ==' }], note: 'x' },
		theirs: { loaFileName: 'a.pdf', loaFileContent: 'QQ==', note: 'x' },
	},
	{
		name: 'days from now, numbers as text, rows counted from 0',
		rules: [
			rule('until', 'daysLeft', { writing: { date: 'daysFromNow' } }),
			rule('size', 'size', { writing: { as: 'text' } }),
			rule('row', 'index', { writing: { plus: 1 } }),
		],
		ours: { until: '2026-03-12T12:00:00.000Z', size: 10, row: 1 },
		theirs: { daysLeft: 10, size: '10', index: 0 },
	},
	{
		name: 'a constant beside what is sent',
		rules: [rule('changedFrom', 'fromDate', { beside: [{ place: ['dateType'], value: 'MODIFIED' }] })],
		ours: { changedFrom: 'x' },
		theirs: { fromDate: 'x', dateType: 'MODIFIED' },
		back: { changedFrom: 'x', dateType: 'MODIFIED' },
	},
	{
		name: 'entries of a list that are told apart by a name',
		rules: [
			rule('profile', 'characteristics[name=serviceProfile].value'),
			rule('city', 'characteristics[name=city].value'),
		],
		ours: { profile: 'ANH', city: 'London', id: '1' },
		theirs: {
			characteristics: [
				{ name: 'serviceProfile', value: 'ANH' },
				{ name: 'city', value: 'London' },
			],
			id: '1',
		},
	},
	{
		name: 'entries told apart by a name within the entries of a list',
		rules: [rule('orders', 'items'), rule('orders[].note', 'items[].texts[lang=en].text')],
		ours: { orders: [{ id: '1', note: 'a' }, { id: '2' }, { note: 'c' }] },
		theirs: {
			items: [{ id: '1', texts: [{ lang: 'en', text: 'a' }] }, { id: '2' }, { texts: [{ lang: 'en', text: 'c' }] }],
		},
	},
	{
		name: "a contract's name that means something else at Colt",
		rules: [rule('status', 'transactionStatus')],
		ours: { status: 'Completed' },
		theirs: { transactionStatus: 'Completed', status: 200 },
		back: { status: 'Completed' },
	},
];

describe('what the contract says, as Colt says it', () => {
	test.each(CASES.filter(({ name }) => !name.includes('means something else')))('$name', ({ rules, ours, theirs }) => {
		expect(toTheirs(compileRules(rules), ours, NOW)).toEqual(theirs);
	});
});

describe('what Colt says, as the contract says it', () => {
	test.each(CASES)('$name', ({ rules, ours, theirs, back }) => {
		expect(toOurs(compileRules(rules), theirs, NOW)).toEqual(back ?? ours);
	});
});

it('entries that no name selects are left out, and the others are read', () => {
	const rules = [rule('city', 'facts[name=city].value')];
	const theirs = { facts: [{ name: 'mood', value: 'good' }, { name: 'city', value: 'Bonn' }, null] };
	expect(toOurs(compileRules(rules), theirs, NOW)).toMatchObject({ city: 'Bonn' });
});

describe('what would be changed or lost is refused', () => {
	const asNumber = compileRules([rule('lac', 'lac', { writing: { as: 'number' } })]);

	test.each(['020', '1234567890123456789012', '1e3 ', '+1'])('%j as a number', (lac) => {
		const write = (): unknown => toTheirs(asNumber, { lac }, NOW);
		if (/^\d/.test(lac) && !lac.includes('e')) expect(write).toThrow('as a number would be');
		else expect(write()).toEqual({ lac });
	});

	it('a number that stays what it is, is written as one', () => {
		expect(toTheirs(asNumber, { lac: '208' }, NOW)).toEqual({ lac: 208 });
	});

	it("a person's value that does not exist at Colt, and only in a person's request", () => {
		const rules = compileRules([rule('cli', null, { isRefused: true }), rule('product', null)]);
		expect(() => toTheirs(rules, { cli: '+44' }, NOW, 'refused')).toThrow('does not exist at Colt');
		expect(toTheirs(rules, { product: 'SIP', a: 1 }, NOW, 'refused')).toEqual({ a: 1 });
		expect(toTheirs(rules, { cli: '+44', a: 1 }, NOW)).toEqual({ a: 1 });
	});
});
