import { join } from 'node:path';
import { type ApiName, apiNames, contractFiles } from '../../../contract/tools/load';
import { diffContract } from '../../../scripts/contract-diff/diff';
import { readSpecification } from '../../../scripts/contract-diff/read';
import { type Form, type Syntax, copyOf, diff, inForm } from './copy';

const forms: Form[] = ['OpenAPI 3.1', 'OpenAPI 3.1 inlined', 'OpenAPI 3.0', 'Swagger 2.0'];
const cases = apiNames.flatMap((api) =>
	forms.flatMap((form) => (['yaml', 'json'] as const).map((syntax): [ApiName, Form, Syntax] => [api, form, syntax])),
);

describe('an unchanged copy', () => {
	it.each(cases)('of %s in %s, %s, shows no difference', async (api, form, syntax) => {
		const comparison = await diff(inForm(copyOf(api), form), syntax);
		expect(comparison.differences).toEqual([]);
		expect(comparison).toMatchObject({ api, matched: comparison.total, notes: [] });
	});

	it.each(apiNames)('of the file of %s itself shows none', async (api) => {
		const file = join(__dirname, '..', '..', '..', 'contract', contractFiles[api]);
		expect(diffContract(await readSpecification(file))).toMatchObject({ api, differences: [], notes: [] });
	});
});
