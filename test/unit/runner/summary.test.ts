import { inputError } from '../../../nodes/shared/errors/problem';
import type { Problem } from '../../../nodes/shared/errors/problem';
import { runItem } from '../../../nodes/shared/runner/itemResult';
import type { ItemResult } from '../../../nodes/shared/runner/itemResult';
import { failureOf } from '../../../nodes/shared/runner/summary';
import type { NodeFacts } from '../../../nodes/shared/runner/summary';

const problem: Problem = { kind: 'api', message: 'No', remedy: 'Do', outcome: 'refused' };
const done = (...orderIds: string[]): ItemResult => ({ items: orderIds.map((orderId) => ({ orderId })) });
const failed: ItemResult = { problem };
const unclear = (trackingId: string): ItemResult => ({ problem: { ...problem, outcome: 'unknown', trackingId } });
const wrong = (what: string): ItemResult => ({ problem: inputError('Port Date', what, 'Correct it.').problem });
const unsent: ItemResult = { skipped: true };
const orders: NodeFacts = { effect: 'order', labelOf: (index) => `+4420794600${index}0` };

const AGAIN = (them: string, they: string): string =>
	`Before you run the node again, leave ${them} out, or set 'Look for Earlier Orders (Hours)' in its options; ` +
	`otherwise ${they} ordered twice.`;

describe('the failure that ends a node', () => {
	it('is none when nothing failed', () => {
		expect(failureOf([], orders)).toBeUndefined();
		expect(failureOf([done('A'), unsent], orders)).toBeUndefined();
	});

	it('is told plainly when there is one item', () => {
		expect(failureOf([failed], orders)).toEqual({ problem: { ...problem, effect: 'order' }, itemIndex: 0 });
		expect(failureOf([failed])).toEqual({ problem, itemIndex: 0 });
	});

	it('is the first one, with its number, and what became of the others', () => {
		expect(failureOf([done('A'), failed, done('B'), unclear('T'), unsent, unsent], orders)).toEqual({
			itemIndex: 1,
			problem: {
				...problem,
				effect: 'order',
				item: 'Item 2 of 6 (+442079460010)',
				others: '2 other items are ordered already and 1 other item may have been carried out',
				batch:
					'2 of 6 items are ordered already: item 1 (+442079460000, order A), item 3 (+442079460020, order B). ' +
					`${AGAIN('them', 'they are')} Sent, but with an unknown outcome: item 4 (+442079460030, tracking ID ` +
					'T). Check it at Colt before you send it again. Not sent: items 5 to 6.',
				placedOrders: ['A', 'B'],
				unknownRequests: ['T'],
			},
		});
	});

	it('speaks of one as of one', () => {
		const { problem: told } = failureOf([done('A'), failed], { effect: 'order' }) ?? {};
		expect(told).toMatchObject({
			item: 'Item 2 of 2',
			others: '1 other item is ordered already',
			batch: `1 of 2 items is ordered already: item 1 (order A). ${AGAIN('it', 'it is')}`,
		});
	});

	it('of several wrong rows tells each: number and reason', () => {
		const { problem: told } = failureOf([unsent, wrong('"x" is not a date'), wrong('"y" is not a date')], orders) ?? {};
		expect(told).toMatchObject({
			message: 'Port Date "x" is not a date',
			item: 'Item 2 of 3 (+442079460010)',
			batch: 'Also not done: item 3 (+442079460020): Port Date "y" is not a date. Not sent: item 1.',
		});
		expect(told?.others).toBeUndefined();
	});

	it('tells ten wrong rows, and counts the rest', () => {
		const rows = Array.from({ length: 25 }, (_, index) => wrong(`"${index}" is not a date`));
		const { batch = '' } = failureOf(rows, {})?.problem ?? {};
		expect(batch.match(/is not a date/g)).toHaveLength(9);
		expect(batch).toContain('item 10: Port Date "9" is not a date; and 15 more.');
	});

	it('names no orders where none can have been placed', () => {
		const { problem: told } = failureOf([done('A'), failed], { effect: 'read' }) ?? {};
		expect(told?.placedOrders).toBeUndefined();
		expect(told?.batch).toBe('Done: item 1.');
	});

	it('does not call a preview or a finished change an order', () => {
		const preview: ItemResult = { items: [{ preview: true }] };
		expect(failureOf([preview, failed], { effect: 'order' })?.problem).toMatchObject({ batch: 'Done: item 1.' });
		expect(failureOf([preview, failed], { effect: 'write' })?.problem).toMatchObject({
			others: '1 other item is done already',
		});
	});

	it('names an order once, and only ids that are texts', () => {
		const odd: ItemResult = { items: [{ orderId: 7 }, { orderId: 'A' }, {}] };
		expect(failureOf([odd, done('A'), failed], orders)?.problem.placedOrders).toEqual(['A']);
	});

	it('counts what is more than a hundred', () => {
		const many = Array.from({ length: 130 }, (_, index) => done(`O-${index}`));
		const { placedOrders = [], batch } = failureOf([...many, failed], orders)?.problem ?? {};
		expect([placedOrders.length, placedOrders.at(-1)]).toEqual([101, 'and 30 more']);
		expect(batch).toContain('order O-99), and 30 more. Before you run');
	});

	it('does not change the results', () => {
		const results = [done('A'), failed];
		failureOf(results, orders);
		expect(results).toEqual([done('A'), { problem }]);
	});
});

describe('settle', () => {
	it('never rejects', async () => {
		expect(await runItem(async () => await Promise.resolve([{ a: 1 }]))).toEqual({ items: [{ a: 1 }] });
		expect(await runItem(async () => await Promise.reject(new Error('odd')))).toMatchObject({
			problem: { message: 'odd', outcome: 'notSent' },
		});
	});

	it('says of a defect in the middle of an order that the order may exist', async () => {
		expect(await runItem(async () => await Promise.reject(new TypeError('odd')), 'order')).toMatchObject({
			problem: { message: 'odd', outcome: 'unknown' },
		});
	});
});
