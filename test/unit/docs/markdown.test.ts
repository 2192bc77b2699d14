import { COUNTRY_CODES, ZONE_A, ZONE_B, allExcept } from '../../../nodes/shared/lifecycle/countries';
import { countryList } from '../../../scripts/docs/countriesPage';
import { fieldRows } from '../../../scripts/docs/fieldRows';
import { anchorOf, table } from '../../../scripts/docs/markdown';

test.each([
	[COUNTRY_CODES, 'all'],
	[allExcept('NL', 'IT'), 'all (except IT, NL)'],
	[ZONE_A, 'zone A'],
	[ZONE_B, 'zone B'],
	[['FR', ...ZONE_B.filter((country) => country !== 'FI')], 'zone B (except FI), FR'],
	[['ES'], 'ES'],
	[['AT', 'BE', 'CH', 'DE', 'NL'], 'AT, BE, CH, DE, NL'],
] as const)('countries %j are said as %s', (countries, text) => expect(countryList(countries)).toBe(text));

test('a table escapes what would end a cell', () => {
	expect(table(['a'], [['x | y\nz']])).toBe('| a |\n| --- |\n| x \\| y z |');
});

test.each([
	['Porting: Schedule Port (NL)', 'porting-schedule-port-nl'],
	['What the node repeats by itself', 'what-the-node-repeats-by-itself'],
])('the anchor of "%s"', (heading, anchor) => expect(anchorOf(heading)).toBe(anchor));

test('fields: condition and preset in the words of the editor, collections opened', () => {
	const rows = fieldRows([
		{
			displayName: 'Kind',
			name: 'kind',
			type: 'options',
			default: 'b',
			options: [
				{ name: 'First', value: 'a' },
				{ name: 'Second', value: 'b' },
			],
		},
		{ displayName: 'Lock', name: 'lock', type: 'string', default: '', required: true, showWhen: { kind: ['a'] } },
		{
			displayName: 'More',
			name: 'more',
			type: 'collection',
			default: {},
			options: [{ displayName: 'Note', name: 'note', type: 'string', default: '', description: 'Words' }],
		},
	]);
	expect(rows).toEqual([
		{ label: 'Kind', isRequired: false, condition: '', preset: 'Second', description: 'One of: First, Second.' },
		{ label: 'Lock', isRequired: true, condition: 'Kind is First', preset: '', description: '' },
		{ label: 'More › Note', isRequired: false, condition: '', preset: '', description: 'Words' },
	]);
});
