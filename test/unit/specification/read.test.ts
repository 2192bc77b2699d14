import { parse } from 'yaml';

import { UnreadableSpecification, readSpecification } from '../../../nodes/shared/specification/read';

const parseYaml = (text: string): unknown => parse(text, { merge: true, logLevel: 'error' });
const read = (text: string) => readSpecification(text, parseYaml);

test.each([
	['openapi: 3.1\ninfo: { title: T, version: 2 }\npaths: {}', 'OpenAPI 3.1', 'T 2'],
	['{"openapi":"3.0.3","info":{"title":"T","version":"1"},"paths":{}}', 'OpenAPI 3.0.3', 'T 1'],
	['swagger: 2.0\npaths: {}', 'Swagger 2.0', ''],
	['\uFEFF{"openapi":"3.1.0","webhooks":{}}', 'OpenAPI 3.1.0', ''],
])('%j is read', (text, version, title) => {
	expect(read(text)).toMatchObject({ version, title });
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
])('%s is refused by name', (_, text, reason) => {
	expect(() => read(text)).toThrow(UnreadableSpecification);
	expect(() => read(text)).toThrow(reason);
});

function deep(levels: number): unknown {
	return levels === 0 ? {} : { inner: deep(levels - 1) };
}
