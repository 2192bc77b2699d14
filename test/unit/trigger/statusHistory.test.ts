import type { ListRecord } from '../../../nodes/shared/client/pages';
import type { ListedOrder, Snapshot } from '../../../nodes/ColtWholesaleSip/trigger/collectOrders';
import { keyOf } from '../../../nodes/ColtWholesaleSip/trigger/state';
import { lackHistory, withHistories, withoutOrders } from '../../../nodes/ColtWholesaleSip/trigger/statusHistory';
import { seen, stateOf, unnamed, wholeOf } from './snapshots';

const order = (id: string, changed?: number): ListedOrder => seen(id, 'A', changed === undefined ? {} : { changed });
const details = (entries: Record<string, unknown>): Map<string, ListRecord> =>
	new Map(Object.entries(entries).map(([id, decoded]) => [id, { decoded, raw: undefined }]));
const STEPS = [{ status: 'A', at: '2026-03-01T00:00:00Z' }];

describe('the history of details', () => {
	test('is added to the orders that have one', () => {
		const snapshot = wholeOf(order('1', 5), order('2', 6), order('3'), order('4'));
		const { orders, ...rest } = withHistories(
			snapshot,
			details({ 1: { statusHistory: STEPS }, 2: { statusHistory: [] }, 3: null, 9: { statusHistory: STEPS } }),
		);
		expect(orders).toEqual([
			{ ...order('1', 5), history: [{ status: 'A', at: Date.parse('2026-03-01') }] },
			order('2', 6),
			order('3'),
			order('4'),
		]);
		const { orders: _orders, ...before } = snapshot;
		expect(rest).toEqual(before);
	});

	test.each<[string, Record<string, unknown>, boolean]>([
		['no details were read', {}, false],
		['none of them has one', { 1: {}, 2: { statusHistory: 'x' }, 3: null, 4: 'text' }, true],
		['one has one', { 1: {}, 2: { statusHistory: STEPS } }, false],
	])('is lacking: %s', (_, found, expected) => expect(lackHistory(details(found))).toBe(expected));
});

describe('a snapshot without orders whose details are still to come', () => {
	const reading = { known: 9, wholeReadAt: 7, noFilterUntil: 8 };
	const snapshot: Snapshot = { ...wholeOf(order('1', 5), order('2', 9), order('3', 7), order('4')), reading };
	const state = stateOf({}, { reading: { known: 4, recent: { offset: 1, startedAt: 2, from: 3 } } });

	test('is the same without any', () => {
		expect(withoutOrders(snapshot, new Set(), state)).toEqual(snapshot);
		const { newest: _newest, ...undated } = snapshot;
		expect(withoutOrders(undated, new Set(), state)).toStrictEqual(undated);
	});

	test('lacks them, is no whole list, and reads next time from where it has now', () => {
		expect(withoutOrders(snapshot, new Set(['2']), state)).toStrictEqual({
			orders: [order('1', 5), order('3', 7), order('4')],
			isComplete: false,
			newest: { newest: 7, canary: keyOf('3') },
			reading: { known: 4, recent: { offset: 1, startedAt: 2, from: 3 }, noFilterUntil: 8 },
		});
		expect(withoutOrders({ ...snapshot, reading: {} }, new Set(['2']), undefined).reading).toStrictEqual({});
	});

	test.each<[string, string[], number | undefined]>([
		['the newest one', ['2'], 7],
		['one in the middle', ['3'], 5],
		['several: before the first of them', ['2', '3'], 5],
		['the first one', ['1'], undefined],
		['one without a date', ['4'], undefined],
		['one with and one without a date', ['2', '4'], undefined],
		['one that is not there', ['9'], 9],
	])('knows everything up to the change before, without %s', (_, ids, newest) => {
		expect(withoutOrders(snapshot, new Set(ids), state).newest?.newest).toBe(newest);
	});

	test('of which it is not known up to where it was read, is none either', () => {
		const { newest: _newest, ...undated } = snapshot;
		expect(withoutOrders(undated, new Set(['2']), state)).not.toHaveProperty('newest');
	});

	test('does not take its place in time from an order of the same moment, nor from one without status', () => {
		const both = wholeOf(order('1', 5), order('2', 5), unnamed('3', { changed: 4 }));
		expect(withoutOrders(both, new Set(['1']), state).newest).toEqual({ newest: 4, canary: keyOf('3') });
	});
});
