import { parse } from 'yaml';

import { yamlParser } from '../../../nodes/shared/specification/readYaml';
import { UnreadableSpecification, readSpecification } from '../../../nodes/shared/specification/read';

const read = async (text: string) =>
	await readSpecification(
		text,
		yamlParser(async () => {}),
	);

test.each([
	['openapi: 3.1\ninfo: { title: T, version: 2 }\npaths: {}', 'OpenAPI 3.1', 'T 2'],
	['{"openapi":"3.0.3","info":{"title":"T","version":"1"},"paths":{}}', 'OpenAPI 3.0.3', 'T 1'],
	['swagger: 2.0\npaths: {}', 'Swagger 2.0', ''],
	['\uFEFF{"openapi":"3.1.0","webhooks":{}}', 'OpenAPI 3.1.0', ''],
])('%j is read', async (text, version, title) => {
	expect(await read(text)).toMatchObject({ version, title });
});

const bomb = (): string => {
	const lines = ['openapi: 3.1.0', 'paths: {}', 'a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
	for (let depth = 1; depth < 12; depth += 1) {
		const before = Array.from({ length: 10 }, () => `*a${depth - 1}`).join(', ');
		lines.push(`a${depth}: &a${depth} [${before}]`);
	}
	return lines.join('\n');
};

test.each([
	['nothing', '', 'it holds no object'],
	['a list', '[]', 'it holds no object'],
	['a text', 'hello', 'it holds no object'],
	['JSON of something else', '{"name":"x"}', 'neither "openapi" nor "swagger"'],
	['a web page', '<!doctype html><html><body>Sign in: now</body></html>', 'OpenAPI document'],
	['JSON that ends too early', '{"openapi":"3.0.0",', 'begins like JSON and is none'],
	['OpenAPI without paths', 'openapi: 3.0.0', 'it has no "paths"'],
	['an older Swagger', 'swagger: 1.2\npaths: {}', 'OpenAPI 3 and Swagger 2.0 are read'],
	['another OpenAPI', 'openapi: 4.0.0\npaths: {}', 'of version 4.0.0'],
	['a name twice in YAML', 'openapi: 3.0.0\npaths: {}\npaths: {}', 'neither JSON nor YAML'],
	['more than 20 MB', ' '.repeat(20_000_001), 'at most 20000000 are read'],
	['aliases that multiply', bomb(), ''],
	['depth without end', `openapi: 3.0.0\npaths: ${'['.repeat(300)}${']'.repeat(300)}`, 'more than 100 deep'],
	['a deep document', JSON.stringify({ openapi: '3.0.0', paths: deep(150) }), 'more than 100 deep'],
])('%s is refused by name', async (_, text, reason) => {
	await expect(read(text)).rejects.toThrow(UnreadableSpecification);
	await expect(read(text)).rejects.toThrow(reason);
});

function deep(levels: number): unknown {
	return levels === 0 ? {} : { inner: deep(levels - 1) };
}

describe('YAML that is read step by step says what YAML says', () => {
	const parser = yamlParser(async () => {});
	test.each([
		["a: 1\nb: { c: [1, 2] }\n'd e': |\n  text\n  more\n"],
		['paths:\n  /a/{b}:\n    get: # comment\n      200: &x { y: null }\n      responses: *x\n'],
		['paths:\n  /a:\n    get:\n      "200": ~\n      yes: no\n      1.0: 1.0\n  # end\n'],
		['base: &base { a: 1 }\nother:\n  <<: *base\n  b: 2\n'],
		['---\nopenapi: 3.0.0\ninfo:\n  title: "T: x"\n  list:\n    - a: 1\n      b:\n        - 2\n    - null\n...\n'],
		['a:\n  b:\n    c:\n      d:\n        e: !!str 1\n  __proto__:\n    x: 1\n'],
		['x: *not an alias'],
		['# nothing\n'],
		["a: >-\n  folded\n  text\nb: 'single ''quote'\nc:\n"],
	])('%j', async (text) => {
		const whole = attempt(() => parse(text, { merge: true, logLevel: 'error' }) as unknown);
		const steps = await Promise.resolve(parser(text)).then(
			(value) => ({ value }),
			() => 'refused',
		);
		expect(steps).toEqual(whole);
	});

	test.each(['a: 1\na: 2', 'p:\n  /x: 1\n  /x: 2', 'p:\n  "x": 1\n  x: 2', 'a: [1', 'a:\n\t- b', 'a: {b: 1, b: 2}'])(
		'%j is refused',
		async (text) => {
			await expect(Promise.resolve(parser(text))).rejects.toThrow();
		},
	);
});

function attempt(read: () => unknown): { value: unknown } | 'refused' {
	try {
		return { value: read() };
	} catch {
		return 'refused';
	}
}
