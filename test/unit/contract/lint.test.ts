import { createConfig, lint } from '@redocly/openapi-core';

import { apiNames, contractFiles, contractFolder } from '../../../contract/tools/load';

/** Redocly's recommended rules, as `redocly lint` plays them. A license is the vendor's to give, so none is asked for. */
const RULES = { extends: ['recommended' as const], rules: { 'info-license': 'off' as const } };

test.each(apiNames)('%s is valid OpenAPI by a public linter', async (api) => {
	const problems = await lint({ ref: `${contractFolder}/${contractFiles[api]}`, config: await createConfig(RULES) });
	expect(problems.map(({ message, location: [at] }) => `${at?.pointer}: ${message}`)).toEqual([]);
});
