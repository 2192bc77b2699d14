import fc from 'fast-check';

import { count, firstOf, formatItems } from '../../../nodes/shared/runner/itemNumbers';

describe('items are counted from 1', () => {
	test.each<[number[], string]>([
		[[0], 'item 1'],
		[[0, 1], 'items 1 to 2'],
		[[0, 1, 2, 3, 4, 7], 'items 1 to 5, 8'],
		[[1, 3, 5], 'items 2, 4, 6'],
		[[0, 1, 3, 4, 9], 'items 1 to 2, 4 to 5, 10'],
	])('%j is %j', (indexes, text) => expect(formatItems(indexes)).toBe(text));

	it('every one and no other', () => {
		fc.assert(
			fc.property(fc.uniqueArray(fc.nat(60), { minLength: 1 }), (some) => {
				const indexes = some.toSorted((a, b) => a - b);
				const read = formatItems(indexes)
					.replace(/^items? /, '')
					.split(', ')
					.flatMap((part) => {
						const [from = 0, to = from] = part.split(' to ').map(Number);
						return Array.from({ length: to - from + 1 }, (_, index) => from + index - 1);
					});
				expect(read).toEqual(indexes);
			}),
		);
	});
});

test.each<[number, string]>([
	[0, '0 items'],
	[1, '1 item'],
	[2, '2 items'],
])('%i is %j', (amount, text) => expect(count(amount, 'item')).toBe(text));

test('what is more than can be read is counted', () => {
	expect(firstOf(['a', 'b'], 2)).toEqual(['a', 'b']);
	expect(firstOf(['a', 'b', 'c', 'd'], 2)).toEqual(['a', 'b', 'and 2 more']);
});
