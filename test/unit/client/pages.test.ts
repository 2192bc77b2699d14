import fc from 'fast-check';

import { PAGE_SIZE, readPages } from '../../../nodes/shared/client/pages';
import { problemFrom } from '../thrown';
import { CHECK, LIST, ok, refused, scripted } from './scripted';
import type { Step } from './scripted';

interface Page {
	offset: number;
	limit: number;
}

type Api = (page: Page, call: number) => Step;

const TOTAL = 'x-total-count';
const orders = (count: number, first = 0): Array<{ id: string }> =>
	Array.from({ length: count }, (_, index) => ({ id: `O-${first + index}` }));

/** An API that pages as TMF630 says; it may cap its pages and leave the total out. */
const paged =
	(count: number, { cap = Infinity, total = true } = {}): Api =>
	({ offset, limit }) =>
		ok(orders(count).slice(offset, offset + Math.min(limit, cap)), total ? { [TOTAL]: String(count) } : {});

async function readAll(api: Api, limit = Number.POSITIVE_INFINITY, from = 0) {
	const asked: Page[] = [];
	const { client } = scripted((request) => {
		const query = new URL(request.url).searchParams;
		const page = { offset: Number(query.get('offset')), limit: Number(query.get('limit')) };
		asked.push(page);
		if (asked.length > 500) throw new Error('The list is read without end');
		return api(page, asked.length);
	});
	const { records } = await readPages(client, LIST, limit, from);
	return { ids: records.map(({ raw }) => (raw as { id: string }).id), records, asked };
}

const ids = (count: number, first = 0): string[] => orders(count, first).map(({ id }) => id);

describe('a list in pages', () => {
	test.each([0, 1, 99, 100, 101, 200, 250])('of %d records is read to its end', async (count) => {
		const { ids: read, asked } = await readAll(paged(count));
		expect(read).toEqual(ids(count));
		// A total of a full page may be that page's own count.
		expect(asked).toHaveLength(count === PAGE_SIZE ? 2 : Math.max(1, Math.ceil(count / PAGE_SIZE)));
	});

	test.each([0, 99, 100, 200, 250])('of %d records without a total is read to its end', async (count) => {
		expect((await readAll(paged(count, { total: false }))).ids).toEqual(ids(count));
	});

	it('is asked for with the filters of the call', async () => {
		const { client, sends } = scripted(() => ok([]));
		await readPages(client, LIST, 10);
		const query = Object.fromEntries(new URL(sends[0]?.request.url ?? '').searchParams);
		expect(query).toEqual({ country: 'GB', offset: '0', limit: '10' });
	});

	test.each([
		[1, [{ offset: 0, limit: 1 }]],
		[100, [{ offset: 0, limit: 100 }]],
		[
			150,
			[
				{ offset: 0, limit: 100 },
				{ offset: 100, limit: 50 },
			],
		],
	])('stops at a limit of %d', async (limit, pages) => {
		const { ids: read, asked } = await readAll(paged(1_000), limit);
		expect([read, asked]).toEqual([ids(limit), pages]);
	});

	it('starts where it is told', async () => {
		const { ids: read, asked } = await readAll(paged(70), 50, 50);
		expect([read, asked]).toEqual([ids(20, 50), [{ offset: 50, limit: 50 }]]);
	});

	it('pairs what was decoded with what Colt sent, wrapped or bare', async () => {
		const wrapped: Api = () => ok({ total: 2, orders: [{ orderID: 'A' }, { orderID: 'B' }], links: ['next'] });
		const { records } = await readAll(wrapped);
		expect(records).toEqual([
			{ decoded: { id: 'A' }, raw: { orderID: 'A' } },
			{ decoded: { id: 'B' }, raw: { orderID: 'B' } },
		]);
	});
});

describe('an API that gives fewer records at once than it is asked for', () => {
	test.each([1, 20, 50, 99])('pages of %d: the total counts', async (cap) => {
		expect((await readAll(paged(120, { cap }))).ids).toEqual(ids(120));
	});

	it('says 206 instead of a total', async () => {
		const partial: Api = ({ offset, limit }) => ({
			...(paged(120, { cap: 33, total: false })({ offset, limit }, 0) as { status: number }),
			status: offset + 33 < 120 ? 206 : 200,
		});
		expect((await readAll(partial)).ids).toEqual(ids(120));
	});

	test.each([5, 10, 20, 25, 50])('says nothing, but its page of %d has a round length', async (cap) => {
		expect((await readAll(paged(113, { cap, total: false }))).ids).toEqual(ids(113));
	});

	test.each([7, 33, 67])('says nothing, and its page of %d has any length', async (cap) => {
		expect((await readAll(paged(113, { cap, total: false }))).ids).toEqual(ids(113));
	});

	it('a short page without a total is followed by one more call, for its last record and what follows', async () => {
		expect((await readAll(paged(67, { total: false }))).asked).toEqual([
			{ offset: 0, limit: 100 },
			{ offset: 66, limit: 100 },
		]);
	});

	it('gives pages of its own size, larger than asked for', async () => {
		const large: Api = ({ offset }) => ok(orders(300).slice(offset, offset + 150), { [TOTAL]: '300' });
		expect((await readAll(large)).ids).toEqual(ids(300));
		expect((await readAll(large, 70)).ids).toEqual(ids(70));
	});
});

describe('a total that cannot be true', () => {
	const header: Array<[string, (count: number, page: number) => string]> = [
		['half of the list', (count) => String(Math.floor(count / 2))],
		['the count of the page', (_, page) => String(page)],
		['nothing', () => '0'],
		['a negative number', () => '-1'],
		['an empty text', () => ''],
		['a text', () => 'many'],
		['a fraction', () => '3.5'],
	];
	test.each(header)('%s does not shorten the list', async (_, total) => {
		const lying: Api = ({ offset, limit }) => {
			const page = orders(350).slice(offset, offset + limit);
			return ok(page, { [TOTAL]: total(350, page.length) });
		};
		expect((await readAll(lying)).ids).toEqual(ids(350));
	});
});

describe('an API that ignores paging', () => {
	test.each([0, 1, 99, 100, 101, 350])('and always answers all %d records is read once', async (count) => {
		// A hundred without a total may be the first page of more.
		const both: Array<Record<string, string>> = [...(count === PAGE_SIZE ? [] : [{}]), { [TOTAL]: String(count) }];
		for (const headers of both) {
			const { ids: read, asked } = await readAll(() => ok(orders(count), headers));
			expect(read).toEqual(ids(count));
			expect(asked.length).toBeLessThanOrEqual(2);
		}
	});

	it('and answers its last page for an offset beyond the end', async () => {
		const clamped: Api = ({ offset }) =>
			ok(
				orders(200)
					.slice(offset >= 200 ? 100 : offset)
					.slice(0, 100),
			);
		expect((await readAll(clamped)).ids).toEqual(ids(200));
	});
});

describe('a list that changes while it is read', () => {
	it('and shrinks to nothing ends', async () => {
		const shrinking: Api = ({ offset, limit }, call) =>
			call === 1 ? paged(500)({ offset, limit }, call) : ok([], { [TOTAL]: '0' });
		expect((await readAll(shrinking)).ids).toEqual(ids(100));
	});

	it('and grows is read to its new end', async () => {
		const growing: Api = ({ offset, limit }, call) => paged(150 + call * 10)({ offset, limit }, call);
		expect((await readAll(growing)).ids).toEqual(ids(170));
	});
});

describe('other answers', () => {
	test.each([{}, { totalCount: 0 }, { message: 'No records' }, { orders: [] }, []])(
		'%j is an empty list',
		async (body) => {
			expect((await readAll(() => ok(body))).records).toEqual([]);
		},
	);

	test.each([{ code: 'ERR01', reason: 'Backend', message: 'down' }, { error: { code: '001', message: 'down' } }])(
		'%j is an error, though it comes as a success',
		async (body) => {
			const { client } = scripted(() => ok(body));
			expect(await problemFrom(readPages(client, LIST, 10))).toMatchObject({
				kind: 'api',
				fault: 'hiddenError',
				outcome: 'refused',
				message: expect.stringContaining('down') as string,
				vendorMessage: 'down',
				httpStatus: 200,
				trackingId: LIST.trackingId,
			});
		},
	);

	it('more records at once than a call can have arguments', async () => {
		expect((await readAll(() => ok(orders(200_000)))).records).toHaveLength(200_000);
	});

	it('a single record stands for a list of one', async () => {
		expect((await readAll(() => ok({ id: 'A', orderStatus: 'Completed' }))).records).toEqual([
			{ decoded: { id: 'A', status: 'Completed' }, raw: { id: 'A', orderStatus: 'Completed' } },
		]);
	});

	it('a failure on a later page is the failure of the list', async () => {
		const { client } = scripted((request) =>
			request.url.includes('offset=99') ? refused(400, '002') : ok(orders(100)),
		);
		expect(await problemFrom(readPages(client, LIST, 1_000))).toMatchObject({ httpStatus: 400, code: '002' });
	});

	it('an operation without paging parameters is asked once, without them', async () => {
		const { client, sends } = scripted([ok([{ numberRangeStart: '+442081324758', portable: true }])]);
		const { records } = await readPages(client, CHECK, 5);
		expect(records.map(({ decoded }) => decoded)).toEqual([{ start: '+442081324758', portable: true }]);
		expect(sends[0]?.request.url).not.toContain('?');
	});
});

describe('properties', () => {
	it('every record once and in order, whatever total, page cap and limit', async () => {
		const cap = fc.option(fc.integer({ min: 10, max: 150 }), { nil: Number.POSITIVE_INFINITY });
		const limit = fc.option(fc.integer({ min: 1, max: 600 }), { nil: Number.POSITIVE_INFINITY });
		await fc.assert(
			fc.asyncProperty(
				fc.integer({ min: 0, max: 500 }),
				cap,
				limit,
				fc.integer({ min: 0, max: 50 }),
				async (count, most, wanted, from) => {
					const { ids: read } = await readAll(paged(count, { cap: most }), wanted, from);
					expect(read).toEqual(ids(count).slice(from, from + wanted));
				},
			),
		);
	});
});
