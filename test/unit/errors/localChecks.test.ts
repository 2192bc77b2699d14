import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { CHECKS } from '../../../nodes/shared/errors/localChecks';
import { toErrorJson } from '../../../nodes/shared/errors/present';
import { inputError } from '../../../nodes/shared/errors/problem';
import { root } from '../../../scripts/setup/setup.cjs';

const sources = readdirSync(join(root, 'nodes'), { recursive: true, encoding: 'utf8' })
	.filter((name) => name.endsWith('.ts') && !name.endsWith('errors/problem.ts'))
	.map((name) => readFileSync(join(root, 'nodes', name), 'utf8'))
	.filter((text) => /inputError\(|refuse\(/.test(text));

test('every check of the code stands in the catalogue, and every entry is a check of the code', () => {
	const named = sources.flatMap((text) =>
		[...text.matchAll(/'([a-z][A-Za-z]+)',?\s*\);/g)].map(([, name = '']) => name),
	);
	const used = new Set(named.filter((name) => name in CHECKS));
	expect([...used].sort()).toEqual(Object.keys(CHECKS).sort());
});

test('an item that goes on after an error names check, field and remedy', () => {
	const { problem } = inputError('Port Date', 'is not a date', 'Write it like 2026-12-01.', 'notADate');
	expect(toErrorJson(problem, 3)).toEqual({
		error: 'Port Date is not a date',
		errorKind: 'input',
		itemIndex: 3,
		check: 'notADate',
		field: 'Port Date',
		remedy: 'Write it like 2026-12-01.',
		outcome: 'notSent',
	});
});
