import fc from 'fast-check';

import { FileContent } from '../../../nodes/shared/documents/content';
import { mergePatch, readMergePatch } from '../../../nodes/shared/client/mergePatch';
import { problemOf } from '../thrown';

/** RFC 7386, appendix A, all rows: target, patch, result. */
const APPENDIX_A: Array<[target: unknown, patch: unknown, result: unknown]> = [
	[{ a: 'b' }, { a: 'c' }, { a: 'c' }],
	[{ a: 'b' }, { b: 'c' }, { a: 'b', b: 'c' }],
	[{ a: 'b' }, { a: null }, {}],
	[{ a: 'b', b: 'c' }, { a: null }, { b: 'c' }],
	[{ a: ['b'] }, { a: 'c' }, { a: 'c' }],
	[{ a: 'c' }, { a: ['b'] }, { a: ['b'] }],
	[{ a: { b: 'c' } }, { a: { b: 'd', c: null } }, { a: { b: 'd' } }],
	[{ a: [{ b: 'c' }] }, { a: [1] }, { a: [1] }],
	[
		['a', 'b'],
		['c', 'd'],
		['c', 'd'],
	],
	[{ a: 'b' }, ['c'], ['c']],
	[{ a: 'foo' }, null, null],
	[{ a: 'foo' }, 'bar', 'bar'],
	[{ e: null }, { a: 1 }, { e: null, a: 1 }],
	[[1, 2], { a: 'b', c: null }, { a: 'b' }],
	[{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
];

describe('RFC 7386', () => {
	test.each(APPENDIX_A)('%j patched with %j is %j', (target, patch, result) => {
		const before = JSON.stringify(target);
		expect(mergePatch(target, patch as Record<string, unknown>)).toEqual(result);
		expect(JSON.stringify(target)).toBe(before);
	});

	it('twice is once', () => {
		const value = fc.dictionary(
			fc.stringMatching(/^[a-e]$/),
			fc.oneof(
				fc.constant(null),
				fc.integer(),
				fc.array(fc.integer()),
				fc.dictionary(fc.stringMatching(/^[a-e]$/), fc.option(fc.integer())),
			),
		);
		fc.assert(
			fc.property(value, value, (target, patch) => {
				const once = mergePatch(target, patch);
				expect(mergePatch(once, patch)).toEqual(once);
			}),
		);
	});

	it('leaves a file whole, or replaces it', () => {
		const file = new FileContent('f00d', 3, async () => await Promise.resolve('TE9B'));
		expect(mergePatch({ a: { file, b: 1 } }, { a: { b: 2 } })).toEqual({ a: { file, b: 2 } });
		expect((mergePatch({ file }, { x: 1 }) as { file: unknown }).file).toBe(file);
		expect(mergePatch({ file }, { file: { name: 'x' } })).toEqual({ file: { name: 'x' } });
		expect(mergePatch({ file }, { file: null })).toEqual({});
	});

	it('does not reach into prototypes', () => {
		mergePatch(
			{},
			JSON.parse('{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}}') as Record<
				string,
				unknown
			>,
		);
		expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
	});
});

describe('the patch as typed', () => {
	test.each([undefined, '', '  ', '{}', {}])('%j is nothing', (value) => expect(readMergePatch(value)).toBeUndefined());
	test.each([
		['{"a": {"b": null}}', { a: { b: null } }],
		[{ a: 1 }, { a: 1 }],
	])('%j is taken', (value, patch) => expect(readMergePatch(value)).toEqual(patch));
	test.each(['{"a":', 'a', '[1]', '17', '"x"', 'null', 'true', [1], 17, true, null])('%j is refused', (value) => {
		expect(problemOf(() => readMergePatch(value))).toMatchObject({
			kind: 'input',
			field: 'Body Patch (JSON)',
			outcome: 'notSent',
		});
	});

	test.each([
		'{"__proto__": {"polluted": true}}',
		'{"relatedParty": {"constructor": {"name": "x"}}}',
		'{"list": [{"prototype": 1}]}',
	])('%s is refused aloud, not cut off', (value) => {
		const problem = problemOf(() => readMergePatch(value));
		expect(problem).toMatchObject({ kind: 'input', field: 'Body Patch (JSON)', outcome: 'notSent' });
		expect(problem.message).toMatch(/has a member "(__proto__|constructor|prototype)"/);
	});

	it('of any depth is refused, not a crash', () => {
		const deep = `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`;
		expect(problemOf(() => readMergePatch(deep))).toMatchObject({ field: 'Body Patch (JSON)' });
	});
});
