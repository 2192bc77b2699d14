import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { resources } from '../../../nodes/ColtWholesaleSip/registry';
import { RETRIES } from '../../../nodes/shared/client/retry';
import { API_ERRORS, TOKEN_ERRORS } from '../../../nodes/shared/errors/catalogue';
import { DEADLINES } from '../../../nodes/shared/lifecycle/deadlines';
import { run } from '../../../scripts/docs/main';
import { pages } from '../../../scripts/docs/pages';
import { root } from '../../../scripts/setup/setup.cjs';

const textOf = (path: string): string => pages().find((page) => page.path === path)?.text ?? '';

test.each(pages())('$path is current: else run `npm run docs`', ({ path, text }) => {
	expect(readFileSync(join(root, path), 'utf8')).toBe(text);
});

test('--check says that all is current, and writes nothing', () => {
	const said: string[] = [];
	expect(run(['--check'], (text) => said.push(text))).toBe(0);
	expect(said).toEqual(['All pages are current.']);
});

test.each(
	resources.flatMap((resource) =>
		resource.operations.map((operation) => [`${resource.name}: ${operation.name}`, operation] as const),
	),
)('%s has its part: action, call and required fields', (title, operation) => {
	const [, part = ''] = textOf('docs/operations.md').split(`\n### ${title}\n`);
	const own = part.split('\n##')[0] ?? '';
	expect(own).toContain(`- Action: ${operation.action}`);
	if ('wire' in operation)
		expect(own).toContain(`\`${operation.wire.method} ${operation.wire.path}\`, \`${operation.wire.id}\``);
	const required = own.split('Optional fields:')[0] ?? '';
	for (const field of operation.fields)
		if (field.required === true) expect(required).toContain(`| ${field.displayName} |`);
});

test.each([
	['number APIs', 'Number APIs', API_ERRORS],
	['token', 'Token', TOKEN_ERRORS],
] as const)('the page lists every failure of the catalogue: %s', (_, heading, catalogue) => {
	const part = textOf('docs/errors.md').split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
	const keys = [...part.matchAll(/^\| `(.+?)` \|/gm)].map(([, key]) => key);
	expect(keys).toEqual(Object.keys(catalogue));
});

test('the page lists every deadline with its document', () => {
	const part = textOf('docs/country-rules.md').split('\n## Deadlines\n')[1]?.split('\n## ')[0] ?? '';
	for (const { amount, unit, then, source } of DEADLINES)
		expect(part).toMatch(new RegExp(`\\| ${amount} ${unit}.*\\| ${then.replace(/[()]/g, '\\$&')} \\| ${source} \\|`));
});

test('the page of errors has the number of retries', () => {
	expect(textOf('docs/errors.md')).toContain(`every 5xx up to ${RETRIES} times`);
});
