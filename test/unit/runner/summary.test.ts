import fc from 'fast-check';

import type { Problem } from '../../../nodes/shared/errors/problem';
import { settle } from '../../../nodes/shared/runner/settled';
import type { Settled } from '../../../nodes/shared/runner/settled';
import { failureOf, spans } from '../../../nodes/shared/runner/summary';

const problem: Problem = { kind: 'api', message: 'No', remedy: 'Do', outcome: 'refused' };
const done = (...orderIds: string[]): Settled => ({ items: orderIds.map((orderId) => ({ orderId })) });
const failed: Settled = { problem };
const unsent: Settled = { skipped: true };

describe('spans', () => {
	test.each<[number[], string]>([
		[[], ''],
		[[0], '0'],
		[[0, 1], '0 to 1'],
		[[0, 1, 2, 3, 4, 7], '0 to 4, 7'],
		[[1, 3, 5], '1, 3, 5'],
		[[0, 1, 3, 4, 9], '0 to 1, 3 to 4, 9'],
	])('%j is %j', (indexes, text) => expect(spans(indexes)).toBe(text));

	it('say every index and no other', () => {
		fc.assert(
			fc.property(fc.uniqueArray(fc.nat(60)), (some) => {
				const indexes = some.toSorted((a, b) => a - b);
				const read = spans(indexes)
					.split(', ')
					.filter((part) => part !== '')
					.flatMap((part) => {
						const [from = 0, to = from] = part.split(' to ').map(Number);
						return Array.from({ length: to - from + 1 }, (_, index) => from + index);
					});
				expect(read).toEqual(indexes);
			}),
		);
	});
});

describe('the failure that ends a node', () => {
	it('is none when nothing failed', () => {
		expect(failureOf([], true)).toBeUndefined();
		expect(failureOf([done('A'), unsent], true)).toBeUndefined();
	});

	it('is told plainly when there is one item', () => {
		expect(failureOf([failed], true)).toEqual({ problem, itemIndex: 0 });
	});

	it('is the first one, with how far the others got and the orders placed', () => {
		const other: Settled = { problem: { ...problem, message: 'Later' } };
		expect(failureOf([done('A'), done('B'), failed, done('C'), other, unsent, unsent], true)).toEqual({
			itemIndex: 2,
			problem: {
				...problem,
				batch: 'Of 7 items 3 were done, 2 failed and 2 were not sent. Done: 0 to 1, 3. Failed: 2, 4. Not sent: 5 to 6.',
				placedOrders: ['A', 'B', 'C'],
			},
		});
	});

	it('leaves out what there is none of', () => {
		expect(failureOf([failed, failed], true)?.problem).toEqual({
			...problem,
			batch: 'Of 2 items 0 were done, 2 failed and 0 were not sent. Failed: 0 to 1.',
		});
	});

	it('names no orders where none can have been placed', () => {
		expect(failureOf([done('A'), failed], false)?.problem.placedOrders).toBeUndefined();
	});

	it('names an order once, and only ids that are texts', () => {
		const odd: Settled = { items: [{ orderId: 7 }, { orderId: 'A' }, {}] };
		expect(failureOf([odd, done('A'), failed], true)?.problem.placedOrders).toEqual(['A']);
	});

	it('counts what is more than a hundred', () => {
		const many = Array.from({ length: 130 }, (_, index) => done(`O-${index}`));
		const { placedOrders = [] } = failureOf([...many, failed], true)?.problem ?? {};
		expect([placedOrders.length, placedOrders.at(-1)]).toEqual([101, 'and 30 more']);
	});

	it('does not change the results', () => {
		const results = [done('A'), failed];
		failureOf(results, true);
		expect(results).toEqual([done('A'), { problem }]);
	});
});

describe('settle', () => {
	it('never rejects', async () => {
		expect(await settle(async () => await Promise.resolve([{ a: 1 }]))).toEqual({ items: [{ a: 1 }] });
		expect(await settle(async () => await Promise.reject(new Error('odd')))).toMatchObject({
			problem: { message: 'odd' },
		});
	});
});
