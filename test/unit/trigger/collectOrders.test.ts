import {
	CollectedOrders,
	isOtherAccount,
	isUnreadable,
	readList,
	refuseUnreadable,
} from '../../../nodes/ColtWholesaleSip/trigger/collectOrders';
import type { ListReading, OrderList, OrderPage } from '../../../nodes/ColtWholesaleSip/trigger/collectOrders';
import { keyOf } from '../../../nodes/ColtWholesaleSip/trigger/state';
import type { TriggerState } from '../../../nodes/ColtWholesaleSip/trigger/state';
import { fakeOrderList, refused } from './fakeOrderList';
import type { FakeOrderList } from './fakeOrderList';
import { ColtError } from '../../../nodes/shared/errors/problem';

const page = (ids: readonly string[], isLast: boolean, total?: number): OrderPage => ({
	records: ids.map((id) => ({ decoded: { id, status: 'In progress' }, raw: {} })),
	total,
	isLast,
});
const TWO = [page(['1', '2'], false, 3), page(['3'], true)];

/** A list of these pages; a failure in their place is thrown. */
function source(pages: ReadonlyArray<OrderPage | Error>, lateAfter = Infinity): OrderList & { asked: unknown[] } {
	let read = 0;
	const asked: unknown[] = [];
	return {
		asked,
		pageSize: 2,
		total: async () => await Promise.resolve(undefined),
		now: () => 0,
		isLate: () => read >= lateAfter,
		warn: () => undefined,
		async *pages(query, from) {
			asked.push([query, from]);
			for (const one of pages) {
				if (one instanceof Error) throw one;
				read += 1;
				yield await Promise.resolve(one);
			}
		},
	};
}
const answered = (httpStatus: number): ColtError =>
	new ColtError({ kind: 'api', message: String(httpStatus), remedy: '', outcome: 'refused', httpStatus });

type Went = Pick<ListReading, 'ended' | 'offset' | 'total' | 'count'>;

test.each<[string, OrderList, Parameters<typeof readList>[4], Went]>([
	[
		'to its end, with the total once given',
		source(TWO),
		undefined,
		{ ended: 'complete', offset: 13, total: 3, count: 3 },
	],
	[
		'to the page that says it is the last',
		source([page(['1'], true), page(['2'], true)]),
		undefined,
		{ ended: 'complete', offset: 11, total: undefined, count: 1 },
	],
	[
		'to the last page, though none says so',
		source([page(['1'], false), page(['2'], false)]),
		undefined,
		{ ended: 'complete', offset: 12, total: undefined, count: 2 },
	],
	[
		'with a later total',
		source([page(['1'], false, 8), page(['2'], true, 9)]),
		undefined,
		{ ended: 'complete', offset: 12, total: 9, count: 2 },
	],
	['until the time is over', source(TWO, 1), undefined, { ended: 'outOfTime', offset: 12, total: 3, count: 2 }],
	[
		'to the end, if the time is over there',
		source(TWO, 2),
		undefined,
		{ ended: 'complete', offset: 13, total: 3, count: 3 },
	],
	[
		'to a record that should not be there',
		source(TWO),
		({ id }) => id !== '1',
		{ ended: 'filterIgnored', offset: 12, total: 3, count: 2 },
	],
	['to an empty list', source([]), undefined, { ended: 'complete', offset: 10, total: undefined, count: 0 }],
	[
		'of which a filter finds nothing',
		source([answered(404)]),
		undefined,
		{ ended: 'complete', offset: 10, total: undefined, count: 0 },
	],
	[
		'whose filter is refused',
		source([TWO[0] as OrderPage, answered(400)]),
		undefined,
		{ ended: 'filterRejected', offset: 12, total: 3, count: 2 },
	],
])('a list is read %s', async (_, list, matchesFilter, expected) => {
	const collected = new CollectedOrders();
	const { ended, offset, total, count, keys, unreadable } = await readList(
		list,
		collected,
		{ type: 'portIn' },
		10,
		matchesFilter,
	);
	expect({ ended, offset, total, count }).toEqual(expected);
	expect(collected.all().map(({ key }) => key)).toEqual([...keys]);
	expect([keys.size, unreadable]).toEqual([expected.count, 0]);
});

test('a reading begins when its first page comes, by the clock of that answer', async () => {
	let now = 100;
	const ticking = { ...source(TWO), now: () => (now += 1) };
	expect((await readList(ticking, new CollectedOrders(), {})).startedAt).toBe(102);
	expect((await readList({ ...source([]), now: () => 7 }, new CollectedOrders(), {})).startedAt).toBe(7);
});

test('it is asked for from the beginning, unless told otherwise', async () => {
	const from = source(TWO);
	await readList(from, new CollectedOrders(), { type: 'portIn' });
	await readList(from, new CollectedOrders(), {}, 4);
	expect(from.asked).toEqual([
		[{ type: 'portIn' }, 0],
		[{}, 4],
	]);
});

test.each<[string, Error, Record<string, string>]>([
	['another failure of a filtered list', answered(500), { type: 'A' }],
	['a refusal of the whole list', answered(400), {}],
	['a whole list that is not there', answered(404), {}],
	['a mistake', new TypeError('mistake'), { type: 'A' }],
])('%s is thrown', async (_, error, query) => {
	await expect(readList(source([error]), new CollectedOrders(), query)).rejects.toBe(error);
});

test('what is collected is each order once with its key and record, in the order of reading', () => {
	const collected = new CollectedOrders();
	const [first, last] = [
		{ decoded: { id: '1', status: 'A' }, raw: { a: 1 } },
		{ decoded: { id: '1', status: 'B' }, raw: { b: 2 } },
	];
	const seen = collected.add([first, { decoded: null, raw: null }, { decoded: { id: '2' }, raw: {} }]);
	collected.add([last]);
	expect(seen.map(({ id }) => id)).toEqual(['1', '2']);
	expect(collected.all().map(({ id, status, key }) => [id, status, key])).toEqual([
		['1', 'B', keyOf('1')],
		['2', undefined, keyOf('2')],
	]);
	expect(collected.all()[0]?.record).toBe(last);
	expect([collected.has(keyOf('2')), collected.has(keyOf('3'))]).toEqual([true, false]);
});

describe('a list of which most cannot be read', () => {
	const good = { decoded: { id: '1', status: 'A' }, raw: { id: '1', status: 'A' } };
	const nameless = { decoded: { id: '2' }, raw: { id: '2', phase: 'A' } };
	const unknown = { decoded: {}, raw: { OrderNo: '3', phase: 'A' } };
	const reading = async (...records: OrderPage['records']): Promise<ListReading> =>
		await readList(source([{ records, total: undefined, isLast: true }]), new CollectedOrders(), {});

	test.each<[string, OrderPage['records'], boolean]>([
		['no record', [], false],
		['one without status', [nameless], true],
		['one without id', [unknown], true],
		['half of them', [good, nameless], false],
		['more than half', [good, nameless, unknown], true],
		['fewer than half', [good, good, unknown], false],
	])('is one with %s: %s', async (_, records, expected) => {
		expect(isUnreadable(await reading(...records))).toBe(expected);
	});

	test('is an error that names what came', async () => {
		const result = await reading(good, unknown, nameless);
		expect(() => refuseUnreadable(result)).toThrow(/2 of 3 orders .* \{ OrderNo, phase \}/);
		const other = await reading({ decoded: 'text', raw: 'text' });
		expect(() => refuseUnreadable(other)).toThrow(/1 of 1 .*"text"/);
		const nothing = await reading({ decoded: undefined, raw: undefined });
		expect(() => refuseUnreadable(nothing)).toThrow(/nothing/);
		const many = Object.fromEntries(Array.from({ length: 25 }, (_, index) => [`name${index}`, 1]));
		const wide = await reading({ decoded: {}, raw: many });
		expect(() => refuseUnreadable(wide)).toThrow(/name19 \}$/);
	});

	test('is named by the first record of the first page that has one', async () => {
		const pageOf = (records: OrderPage['records'], isLast = false): OrderPage => ({
			records,
			total: undefined,
			isLast,
		});
		const pages = [pageOf([good]), pageOf([good, unknown]), pageOf([nameless]), pageOf([nameless], true)];
		const result = await readList(source(pages), new CollectedOrders(), {});
		expect([result.names, result.unreadable, result.count]).toEqual(['{ OrderNo, phase }', 3, 5]);
		expect((await reading({ decoded: null, raw: null })).names).toBe('null');
	});

	test('a list that can be read is none', async () => {
		const result = await reading(good, nameless);
		expect(() => refuseUnreadable(result)).not.toThrow();
	});
});

describe('the orders of another account', () => {
	const state: TriggerState = { reading: {}, orders: new Map([[keyOf('known'), { status: 'A', changes: 0 }]]) };
	const list = (...ids: string[]): FakeOrderList => fakeOrderList(() => ids.map((id) => ({ id })));
	const others = Array.from({ length: 25 }, (_, index) => `other-${index}`);

	test.each<[string, FakeOrderList, boolean, number]>([
		['none of the orders is known', list(...others), true, 3],
		['there are no orders', list(), true, 1],
		['one is known, and the rest is not read', list(...others.slice(0, 5), 'known', ...others.slice(5)), false, 1],
		['the last one is known', list(...others, 'known'), false, 3],
	])('%s', async (_, source, expected, pages) => {
		expect(await isOtherAccount(source, state)).toBe(expected);
		expect(source.asked).toHaveLength(pages);
		expect(source.warnings).toEqual(expected ? [expect.stringContaining('starts again')] : []);
	});

	test('a list that could not be read to its end does not say', async () => {
		const source = list(...others);
		source.lateAfter = 1;
		expect(await isOtherAccount(source, state)).toBe(false);
	});

	test('a failure is the failure of the poll', async () => {
		const source = fakeOrderList(() => {
			throw refused(404);
		});
		await expect(isOtherAccount(source, state)).rejects.toThrow();
	});
});
