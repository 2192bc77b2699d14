import { randomUUID } from 'node:crypto';

import fc from 'fast-check';

import { chunk, performBulk, preview } from '../../../nodes/shared/runner/performBulk';
import type { OrderRow } from '../../../nodes/shared/placing/shipment';
import type { Prepared } from '../../../nodes/shared/runner/prepare';
import type { BulkRule } from '../../../nodes/shared/operation/types';
import { network, ok, refused, scripted } from '../client/scripted';
import type { Scripted } from '../client/scripted';
import { operationOf } from '../operations/sent';

const operation = operationOf('bulkOrder: activate');
const rule = operation.bulk as BulkRule;
const error = { code: '002', reason: 'Validation not met', message: 'No such number' };

type Row = OrderRow & { prepared: Prepared };

/** A row of its own execution, so that the journal knows none of it. */
const row = (itemIndex: number, change: Partial<Row['prepared']['call']> = {}): Row => {
	const identity = `n8n-${randomUUID()}`;
	return {
		itemIndex,
		prepared: {
			call: {
				operation: operation.wire,
				request: {
					body: { productOffering: { name: `row ${itemIndex}` } },
					echo: { numberRangeStart: `+44${itemIndex}` },
				},
				trackingId: identity,
				...change,
			},
			params: {},
			limit: Number.POSITIVE_INFINITY,
			key: { account: 'A', identity, signature: identity, run: identity },
			patienceMs: 0,
		},
	};
};

const answer = (...results: unknown[]) => ok({ order: { id: 'B' }, orderResultList: results });
const sentRows = ({ sends }: Scripted, index = 0): unknown =>
	Object.values(JSON.parse(sends[index]?.request.body ?? '{}') as object)[0];

describe('chunk', () => {
	it('loses nothing, keeps the order and fills every chunk but the last', () => {
		fc.assert(
			fc.property(fc.array(fc.nat()), fc.integer({ min: 1, max: 12 }), (rows, size) => {
				const chunks = chunk(rows, size);
				expect(chunks.flat()).toEqual(rows);
				expect(chunks.length).toBe(Math.ceil(rows.length / size));
				for (const [index, part] of chunks.entries())
					expect(part.length).toBe(index < chunks.length - 1 ? size : rows.length - index * size);
			}),
		);
	});
});

describe('preview', () => {
	it('says which order and row each item would be', () => {
		const shown = preview(chunk([row(0), row(2), row(3)], 2)).map(([itemIndex, settled]) => [
			itemIndex,
			'items' in settled ? settled.items[0] : undefined,
		]);
		expect(shown).toEqual([
			[0, { preview: true, bulkOrder: 1, bulkOrders: 2, bulkRow: 1, rowsInOrder: 2, numberRangeStart: '+440' }],
			[2, { preview: true, bulkOrder: 1, bulkOrders: 2, bulkRow: 2, rowsInOrder: 2, numberRangeStart: '+442' }],
			[3, { preview: true, bulkOrder: 2, bulkOrders: 2, bulkRow: 1, rowsInOrder: 1, numberRangeStart: '+443' }],
		]);
	});
});

describe('one bulk request', () => {
	it('gives every item its row of the answer', async () => {
		const script = scripted([answer({ rowNumber: 1, order: { id: 'B-1' } }, { rowNumber: 2, error })]);
		const results = await performBulk(script.client, operation, rule, [row(4), row(7), row(8)]);
		expect(sentRows(script)).toEqual([
			{ productOffering: { name: 'row 4' } },
			{ productOffering: { name: 'row 7' } },
			{ productOffering: { name: 'row 8' } },
		]);
		expect(results).toEqual([
			[
				4,
				{
					items: [expect.objectContaining({ orderId: 'B-1', bulkOrderId: 'B', bulkRow: 1, numberRangeStart: '+444' })],
				},
			],
			[
				7,
				{
					problem: expect.objectContaining({
						kind: 'api',
						outcome: 'refused',
						code: '002',
						reason: 'Validation not met',
						vendorMessage: 'No such number',
						message: 'Colt refused row 2 of the bulk order: Validation not met: No such number',
					}) as unknown,
				},
			],
			[8, { items: [expect.objectContaining({ orderId: 'B', bulkRow: 3 })] }],
		]);
	});

	it('patches each row by its own item', async () => {
		const script = scripted([answer()]);
		await performBulk(script.client, operation, rule, [row(0, { bodyPatch: { note: 'x' } }), row(1)]);
		expect(sentRows(script)).toEqual([
			{ productOffering: { name: 'row 0' }, note: 'x' },
			{ productOffering: { name: 'row 1' } },
		]);
	});

	test.each([
		['refused', refused(400, '002'), 'refused'],
		['unknown', network('ECONNRESET'), 'unknown'],
	])('that fails is the failure of each of its items: %s', async (_, step, outcome) => {
		const results = await performBulk(scripted([step]).client, operation, rule, [row(3), row(5)]);
		expect(results.map(([itemIndex]) => itemIndex)).toEqual([3, 5]);
		for (const [, settled] of results)
			expect(settled).toMatchObject({
				problem: { outcome, message: expect.stringContaining('(bulk order of 2 rows, items 4, 6)') as string },
			});
	});

	it('sends only what an earlier try has not placed', async () => {
		const rows = [row(0), row(1), row(2)];
		const first = scripted([answer({ rowNumber: 2, error })]);
		await performBulk(first.client, operation, rule, rows);
		const second = scripted([answer()]);
		const results = await performBulk(second.client, operation, rule, rows);
		expect(sentRows(second)).toEqual([{ productOffering: { name: 'row 1' } }]);
		const placed = Object.fromEntries(
			results.map(([itemIndex, settled]) => [
				itemIndex,
				'items' in settled ? settled.items[0]?.alreadyPlaced : 'failed',
			]),
		);
		expect(placed).toEqual({ 0: true, 1: undefined, 2: true });
	});

	it('sends nothing when everything is placed', async () => {
		const rows = [row(0), row(1)];
		await performBulk(scripted([answer()]).client, operation, rule, rows);
		const again = scripted([]);
		expect(await performBulk(again.client, operation, rule, rows)).toHaveLength(2);
		expect(again.sends).toEqual([]);
	});

	it('has one tracking ID: the same for the same rows, or the one the user gave all of them', async () => {
		const trackingIdOf = async (rows: Row[]): Promise<string | undefined> => {
			const script = scripted([refused(400)]);
			await performBulk(script.client, operation, rule, rows);
			return script.sends[0]?.request.headers['x-tracking-id'];
		};
		const rows = [row(0), row(1)];
		expect(await trackingIdOf(rows)).toBe(await trackingIdOf(rows));
		expect(await trackingIdOf(rows)).not.toBe(await trackingIdOf([row(0), row(1)]));
		expect(await trackingIdOf([row(0, { trackingId: 'own' }), row(1, { trackingId: 'own' })])).toBe('own');
	});
});
