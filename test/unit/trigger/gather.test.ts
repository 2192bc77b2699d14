import { gather, Gathered } from '../../../nodes/ColtWholesaleSip/trigger/gather';
import type { OrderPage, Source } from '../../../nodes/ColtWholesaleSip/trigger/gather';
import { ColtError } from '../../../nodes/shared/errors/problem';

const page = (ids: readonly string[], isLast: boolean, total?: number): OrderPage => ({
	records: ids.map((id) => ({ decoded: { id, status: 'In progress' }, raw: {} })),
	total,
	isLast,
});
const TWO = [page(['1', '2'], false, 3), page(['3'], true)];

/** A list of these pages; a failure in their place is thrown. */
function source(pages: ReadonlyArray<OrderPage | Error>, lateAfter = Infinity): Source & { asked: unknown[] } {
	let read = 0;
	const asked: unknown[] = [];
	return {
		asked,
		pageSize: 2,
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

test.each<[string, Source, Parameters<typeof gather>[4], Awaited<ReturnType<typeof gather>>, number]>([
	['to its end, with the total once told', source(TWO), undefined, { how: 'read', offset: 13, total: 3 }, 3],
	[
		'to the page that says it is the last',
		source([page(['1'], true), page(['2'], true)]),
		undefined,
		{ how: 'read', offset: 11, total: undefined },
		1,
	],
	[
		'to the last page, though none says so',
		source([page(['1'], false), page(['2'], false)]),
		undefined,
		{ how: 'read', offset: 12, total: undefined },
		2,
	],
	[
		'with a later total',
		source([page(['1'], false, 8), page(['2'], true, 9)]),
		undefined,
		{ how: 'read', offset: 12, total: 9 },
		2,
	],
	['until the time is over', source(TWO, 1), undefined, { how: 'late', offset: 12, total: 3 }, 2],
	['to the end, if the time is over there', source(TWO, 2), undefined, { how: 'read', offset: 13, total: 3 }, 3],
	[
		'to a record that should not be there',
		source(TWO),
		({ id }) => id !== '1',
		{ how: 'wrong', offset: 12, total: 3 },
		2,
	],
	['to an empty list', source([]), undefined, { how: 'read', offset: 10, total: undefined }, 0],
	[
		'of which a filter finds nothing',
		source([answered(404)]),
		undefined,
		{ how: 'read', offset: 10, total: undefined },
		0,
	],
	[
		'whose filter is refused',
		source([TWO[0] as OrderPage, answered(400)]),
		undefined,
		{ how: 'refused', offset: 12, total: 3 },
		2,
	],
])('a list is read %s', async (_, from, fits, expected, count) => {
	const into = new Gathered();
	expect(await gather(from, into, { status: 'In progress' }, 10, fits)).toEqual(expected);
	expect(into.orders()).toHaveLength(count);
	expect(into.records).toHaveLength(count);
});

test('it is asked for from the beginning, unless told otherwise', async () => {
	const from = source(TWO);
	await gather(from, new Gathered(), { type: 'portIn' });
	await gather(from, new Gathered(), {}, 4);
	expect(from.asked).toEqual([
		[{ type: 'portIn' }, 0],
		[{}, 4],
	]);
});

test.each<[string, Error, Record<string, string>]>([
	['another failure of a filtered list', answered(500), { status: 'A' }],
	['a refusal of the whole list', answered(400), {}],
	['a whole list that is not there', answered(404), {}],
	['a mistake', new TypeError('mistake'), { status: 'A' }],
])('%s is thrown', async (_, error, query) => {
	await expect(gather(source([error]), new Gathered(), query)).rejects.toBe(error);
});

test('what is gathered is each order once, in the order of reading, and a count of what has no id or status', () => {
	const into = new Gathered();
	const seen = into.add([
		{ decoded: { id: '1', status: 'A' }, raw: {} },
		{ decoded: null, raw: null },
		{ decoded: { id: '2' }, raw: {} },
	]);
	into.add([{ decoded: { id: '1', status: 'B' }, raw: {} }]);
	expect(seen.map(({ id }) => id)).toEqual(['1', '2']);
	expect(into.orders().map(({ id, status, index }) => [id, status, index])).toEqual([
		['1', 'B', 3],
		['2', undefined, 2],
	]);
	expect(into.incomplete()).toBe(2);
});
