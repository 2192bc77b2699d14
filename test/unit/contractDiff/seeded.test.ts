import { readContract } from '../../../contract/tools/load';
import type { Difference } from '../../../scripts/contract-diff/difference';
import { rankOf } from '../../../scripts/contract-diff/group';
import { alterations } from './alterations';
import { type Form, type Syntax, copyOf, diff, inForm } from './copy';
import { seed } from './seeds';

const COUNT = 30;
const original = copyOf('wholesaleSip');
const lines = readContract('wholesaleSip').split('\n');
const forms: Array<[Form, Syntax]> = [
	['OpenAPI 3.1', 'yaml'],
	['OpenAPI 3.1 inlined', 'json'],
	['OpenAPI 3.0', 'json'],
	['Swagger 2.0', 'json'],
	['Swagger 2.0', 'yaml'],
];
const seeds = Array.from({ length: 6 }, (_, index) => index + 1);

const told = ({ kind, aspect, name }: Pick<Difference, 'kind' | 'aspect' | 'name'>): string =>
	`${kind} ${aspect} ${name}`;

/** What the line that is to be changed must hold. */
function expectLine({ kind, aspect, name, line }: Difference): void {
	const text = lines[line - 1] ?? '';
	if (kind === 'theirsOnly') expect(text).toMatch(/^\s*(properties|parameters|paths|responses):|^    \w+:$/);
	else if (aspect === 'required') expect(text).toMatch(/required:|: \{ x-source|^\s+\w+:$/);
	else if (aspect === 'field') expect(text).toContain(`${name}:`);
}

describe.each(forms)('30 alterations of a copy in %s, %s', (form, syntax) => {
	it.each(seeds)('seed %i: all found, none invented', async (number) => {
		const { copy, expected } = seed(original, number, COUNT);
		const { api, differences, notes } = await diff(inForm(copy, form), syntax);
		expect(differences.map(told).toSorted()).toEqual(expected.map(told).toSorted());
		expect({ api, notes }).toEqual({ api: 'wholesaleSip', notes: [] });
		expect(differences.map(rankOf)).toEqual(differences.map(rankOf).toSorted((a, b) => a - b));
		differences.forEach(expectLine);
	});
});

it('the alterations of 30 places are of every kind', () => {
	expect(new Set(seed(original, 1, COUNT).kinds)).toEqual(new Set(Object.keys(alterations)));
});
