import { readList, readPages } from '../../../nodes/shared/client/pages';
import { problemFrom } from '../thrown';
import { LIST, ok, refused, scripted } from './scripted';
import type { Step } from './scripted';

interface Asked {
	offset: number;
	limit: number;
	query: URLSearchParams;
}

const orders = (count: number, first = 0): Array<{ id: string }> =>
	Array.from({ length: count }, (_, index) => ({ id: `O-${first + index}` }));
const ids = (count: number): string[] => orders(count).map(({ id }) => id);

function api(answer: (asked: Asked, call: number) => Step) {
	const calls: string[] = [];
	const { client } = scripted((request) => {
		calls.push(request.url);
		if (calls.length > 60) throw new Error('The list is read without end');
		const query = new URL(request.url).searchParams;
		return answer({ offset: Number(query.get('offset')), limit: Number(query.get('limit')), query }, calls.length);
	});
	return { client, calls };
}

async function idsOf(answer: Parameters<typeof api>[0], limit = Number.POSITIVE_INFINITY): Promise<string[]> {
	const { records } = await readPages(api(answer).client, LIST, limit);
	return records.map(({ decoded }) => (decoded as { id: string }).id);
}

const messageOf = async (answer: Parameters<typeof api>[0], limit = Number.POSITIVE_INFINITY): Promise<string> =>
	(await problemFrom(readPages(api(answer).client, LIST, limit))).message;

describe('the list in an answer', () => {
	test.each<[string, unknown]>([
		['bare', orders(2)],
		['a member', { orders: orders(2) }],
		['beside links', { links: [{ rel: 'self' }], orders: orders(2) }],
		['with a code of success', { code: '200', message: 'Success', orders: orders(2) }],
		['in data', { data: { orders: orders(2) } }],
		['in an object of its own name', { orders: { order: orders(2) } }],
		['deep', { response: { status: 'OK', payload: { orderList: { order: orders(2) } } } }],
		[
			'of records in parts',
			orders(2).map(({ id }) => ({ order: { id, orderStatus: 'Completed' }, numberRangeList: [] })),
		],
	])('is found: %s', async (_, body) =>
		expect(await idsOf(({ offset }) => ok(offset === 0 ? body : []))).toEqual(ids(2)),
	);

	test.each<[string, Step]>([
		['[]', ok([])],
		['an empty member', ok({ orders: [] })],
		['a code of success', ok({ code: '200', message: 'Success', orders: [] })],
		['a number for the code', ok({ code: 0, message: 'OK', orders: [] })],
		['{}', ok({})],
		['a total of 0', ok({ totalCount: 0 })],
		['a text', ok({ message: 'No orders found' })],
		['null', ok(null)],
		['204', { status: 204, text: '' }],
	])('is empty: %s', async (_, step) => expect(await idsOf(() => step)).toEqual([]));

	it('is empty where a filter fits nothing and Colt says 404, but not without a filter', async () => {
		expect(await idsOf(() => refused(404))).toEqual([]);
		const { client } = scripted(() => refused(404));
		const unfiltered = readPages(client, { ...LIST, request: { query: { sort: '-createdAt' } } }, 10);
		expect(await problemFrom(unfiltered)).toMatchObject({ httpStatus: 404 });
	});

	test.each<[string, unknown, RegExp]>([
		['a failure', { success: false, note: 1 }, /no list of records.*success, note/],
		['another thing', { transactions: [], size: 3 }, /transactions, size/],
		['errors alone', { errors: [{ text: 'down' }] }, /errors/],
		['unknown records', [{ transaction: 1, at: 2 }], /None of the records.*transaction, at/],
		['an envelope of unknown records', { data: { orders: [{ ref: 1 }] } }, /None of the records|no list of records/],
	])('that is none is an error that names what came: %s', async (_, body, names) =>
		expect(await messageOf(() => ok(body))).toMatch(names),
	);
});

describe('an API that pages in another way', () => {
	const firstPage = orders(20);

	test.each<[string, Step]>([
		['a header', ok(firstPage, { 'x-total-count': '131' })],
		['another header', ok(firstPage, { 'x-total': '131' })],
		['Content-Range', ok(firstPage, { 'content-range': 'items 0-19/131' })],
		['the body', ok({ content: firstPage, totalElements: 131 })],
		['a part of the body', ok({ content: firstPage, page: { totalElements: 131, number: 0 } })],
	])('and whose total is told in %s: fewer than that is an error, not a short list', async (_, step) => {
		expect(await messageOf(() => step)).toContain('it has 131 records, and only 20 came');
		// What was asked for is there.
		expect(await idsOf(() => step, 20)).toEqual(ids(20));
	});

	test.each<[string, unknown, Record<string, string>?]>([
		['a cursor', { orders: firstPage, nextCursor: 'abc' }],
		['a token in paging', { orders: firstPage, paging: { nextPageToken: 'abc' } }],
		['hasMore', { orders: firstPage, hasMore: true }],
		['last', { content: firstPage, last: false }],
		['pages', { content: firstPage, totalPages: 7 }],
		['a link elsewhere', firstPage, { link: '<https://elsewhere.example/p/2>; rel="next"' }],
		['a link in the body', { orders: firstPage, _links: { next: { href: '/other/2' } } }],
	])('and that says so by %s: an error, not a short list', async (_, body, headers = {}) =>
		expect(await messageOf(() => ok(body, headers))).toMatch(/it has more than the 20 records that came/),
	);

	test.each<[string, unknown]>([
		['no cursor', { orders: firstPage, nextCursor: null }],
		['hasMore', { orders: firstPage, hasMore: false }],
		['last', { content: firstPage, last: true, totalPages: 1 }],
	])('and that says that this is all by %s is believed', async (_, body) =>
		expect(await idsOf(() => ok(body))).toEqual(ids(20)),
	);

	it('by the number of the page, without a total: its pages do not follow each other', async () => {
		const byPage: Parameters<typeof api>[0] = ({ offset, limit }) =>
			ok(orders(250).slice(offset * limit, (offset + 1) * limit));
		expect(await messageOf(byPage)).toContain('do not follow each other');
	});

	it('from 1: nothing is lost and nothing comes twice', async () => {
		const fromOne: Parameters<typeof api>[0] = ({ offset, limit }) => {
			const start = Math.max(0, offset - 1);
			return ok(orders(250).slice(start, start + limit));
		};
		expect(await idsOf(fromOne)).toEqual(ids(250));
	});

	it('and that looks at no offset, with something new in every answer, is asked twice', async () => {
		const { client, calls } = api((_, call) => ok(orders(40).map((order) => ({ ...order, retrievedAt: call }))));
		expect((await readPages(client, LIST, Number.POSITIVE_INFINITY)).records).toHaveLength(40);
		expect(calls).toHaveLength(2);
	});

	it('and that gives as many as it was asked for, and then the same again, may have more', async () => {
		expect(await messageOf(({ limit }) => ok(orders(1_000).slice(0, limit)))).toMatch(
			/the same again|follow each other/,
		);
	});
});

describe('Link: rel="next"', () => {
	const linked =
		(host = ''): Parameters<typeof api>[0] =>
		({ query }) => {
			const at = Number(query.get('after') ?? 0);
			const next = at + 20;
			const link = `<${host}/numberManagement/v1/order?after=${next}&country=GB>; rel="next"`;
			return ok(orders(Math.min(20, 70 - at), at), next < 70 ? { link } : {});
		};

	it('is followed to the end', async () => expect(await idsOf(linked())).toEqual(ids(70)));

	it('never leads the token to another host', async () => {
		const { client, calls } = api(linked('https://evil.example'));
		expect((await readList(client, LIST, Number.POSITIVE_INFINITY)).records).toHaveLength(70);
		expect(new Set(calls.map((url) => new URL(url).origin))).toEqual(new Set(['https://colt.example']));
	});

	it('in a circle ends', async () => {
		const circle: Parameters<typeof api>[0] = () =>
			ok(orders(20), { link: '</numberManagement/v1/order?page=1>; rel="next"' });
		expect(await messageOf(circle)).toContain('it has more than');
	});
});

describe('whether a list is certainly whole', () => {
	const isWhole = async (answer: Parameters<typeof api>[0], most = 2_000): Promise<boolean> =>
		(await readList(api(answer).client, LIST, most)).isWhole;
	const paged =
		(count: number, headers: Record<string, string> = {}): Parameters<typeof api>[0] =>
		({ offset, limit }) =>
			ok(orders(count).slice(offset, offset + limit), headers);

	test.each<[string, Parameters<typeof api>[0], boolean]>([
		['[]', () => ok([]), true],
		['an empty member', () => ok({ orders: [] }), true],
		['as many as the total', paged(3, { 'x-total-count': '3' }), true],
		['no total, and nothing behind the last record', paged(3), true],
		['no total, and nothing behind the only record', paged(1), true],
		['several pages', paged(250), true],
		['an empty list in an envelope', () => ok({ data: { orders: [] } }), false],
		['{}', () => ok({}), false],
		['null', () => ok(null), false],
		['204', () => ({ status: 204, text: '' }), false],
		['a failure beside it', () => ok({ orders: [], error: { text: 'down' } }), false],
		['not successful', () => ok({ success: false, orders: [] }), false],
		['one object', () => ok({ id: 'A' }), false],
		['an API that looks at no offset', () => ok(orders(3)), false],
		['fewer than the total', () => ok(orders(3), { 'x-total-count': '131' }), false],
		['none of a total', () => ok([], { 'x-total-count': '131' }), false],
		['a cursor', () => ok({ orders: [], nextCursor: 'abc' }), false],
	])('%s: %#', async (_, answer, whole) => expect(await isWhole(answer)).toBe(whole));

	it('a list that is cut off where no more is read is not', async () => {
		expect(await isWhole(paged(2_500), 2_000)).toBe(false);
		expect(await isWhole(paged(2_000, { 'x-total-count': '2500' }), 2_000)).toBe(false);
	});
});
