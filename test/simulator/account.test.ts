import { isFinal, familyOf } from '../../nodes/shared/lifecycle/orderStatus';
import { Bench } from './simulatorClient';

const DAY_MS = 86_400_000;

describe('an account with many orders', () => {
	let bench: Bench;
	beforeAll(async () => {
		bench = await Bench.start();
	});
	beforeEach(() => bench.control.reset());
	afterEach(() => expect(bench.control.violations()).toEqual([]));
	afterAll(() => bench.close());

	const openOnes = () => bench.control.books().filter(({ type, status }) => !isFinal(status, familyOf(type)));

	it('has as many orders and open ones as told, spread over the time told, and is listed page by page', async () => {
		expect(bench.control.addAccount({ orders: 1_000, open: 100, days: 30 })).toEqual({ orders: 1_000, open: 100 });
		expect(openOnes()).toHaveLength(100);
		const books = bench.control.books();
		const now = Date.parse(bench.control.clock().now);
		expect(
			books.every(
				({ createdAt, changedAt }) =>
					createdAt <= changedAt && Date.parse(createdAt) >= now - 30 * DAY_MS && Date.parse(changedAt) <= now,
			),
		).toBe(true);
		expect(new Set(books.map(({ type }) => type)).size).toBeGreaterThan(4);
		expect(new Set(books.map(({ country }) => country)).size).toBe(20);
		const { data, paging } = await bench.call('listOrders', { query: { offset: 950, limit: 100 } });
		expect(paging).toEqual({ totalCount: 1_000, resultCount: 50 });
		expect(data.map(({ id }) => id)).toEqual(books.slice(950).map(({ id }) => id));
	});

	it('changes so many different orders as told, stays as open as it was, and tells the truth about it', async () => {
		bench.control.addAccount({ orders: 300, open: 100 });
		const before = new Map(bench.control.books().map(({ id, status }) => [id, status]));
		const changes = [...bench.control.changeOpen(30), ...bench.control.changeOpen(20)];
		expect(changes.map(({ seq }) => seq)).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
		expect(new Set(changes.slice(0, 30).map(({ orderId }) => orderId)).size).toBe(30);
		expect(openOnes()).toHaveLength(100);
		for (const { orderId, previousStatus, status } of changes) {
			expect(before.get(orderId) ?? null).toBe(previousStatus);
			before.set(orderId, status);
		}
		expect(bench.control.books().map(({ id, status }) => [id, status])).toEqual([...before]);
		expect(await (await fetch(`${bench.simulator.controlUrl}/changes`)).json()).toEqual(changes);
		expect(() => bench.control.changeOpen(1_000)).toThrow(RangeError);
	});

	it('is made over HTTP, and is refused what cannot be', async () => {
		const post = async (path: string, body: unknown) =>
			(await fetch(`${bench.simulator.controlUrl}${path}`, { method: 'POST', body: JSON.stringify(body) })).status;
		expect(await post('/account', { orders: 10, open: 5 })).toBe(200);
		expect(await post('/changes', { count: 2 })).toBe(200);
		expect(await post('/account', { orders: 1, open: 5 })).toBe(404);
		expect(bench.control.books()).toHaveLength(10);
	});
});

describe('an API whose lists are otherwise than inferred', () => {
	let bench: Bench;
	beforeAll(async () => {
		bench = await Bench.start();
	});
	beforeEach(() => {
		bench.control.reset();
		bench.control.addAccount({ orders: 50, open: 10 });
	});
	afterEach(() => expect(bench.control.violations()).toEqual([]));
	afterAll(() => bench.close());

	const listed = async (query: object) => await bench.call('listOrders', { query });

	it('ignores or refuses the filters told', async () => {
		bench.control.advance(1_000);
		const changedFrom = bench.control.clock().now;
		expect((await listed({ changedFrom })).data).toEqual([]);
		bench.control.change({ ignoredFilters: ['listOrders.changedFrom'] });
		expect((await listed({ changedFrom })).data).toHaveLength(50);
		bench.control.change({ ignoredFilters: ['offset'] });
		expect((await listed({ offset: 40, limit: 10 })).data[0]?.id).toBe(bench.control.books()[0]?.id);
		bench.control.change({ ignoredFilters: [], refusedFilters: ['status'] });
		expect(await listed({ status: 'Completed' })).toMatchObject({
			status: 400,
			error: { code: '001', message: expect.stringContaining('orderStatus') as unknown },
		});
		expect((await listed({})).status).toBe(200);
		expect(() => bench.control.change({ refusedFilters: 'status' as never })).toThrow(TypeError);
	});

	it('gives fewer records than asked for, and no total', async () => {
		bench.control.change({ maxPageSize: 7, hideTotal: true });
		expect(await listed({ limit: 20 })).toMatchObject({ data: { length: 7 }, paging: { resultCount: 7 } });
		expect((await listed({ offset: 49 })).data).toHaveLength(1);
		expect((await listed({})).paging).not.toHaveProperty('totalCount');
	});

	it('lists an order late, though it has its details', async () => {
		bench.control.change({ lateMs: 60_000 });
		const id = bench.control.seed({ orders: [{ type: 'activation', country: 'GB' }] }).orders[0]?.id ?? '';
		const ids = async () => (await listed({ sort: '-createdAt' })).data.map((order) => order.id);
		expect(await ids()).not.toContain(id);
		expect((await bench.call('getOrder', { orderId: id })).status).toBe(200);
		bench.control.advance(60_000);
		expect((await ids())[0]).toBe(id);
	});

	it('tells no dates and no history', async () => {
		const [known] = (await listed({ limit: 1 })).data;
		expect((await bench.call('getOrder', { orderId: known?.id })).data).toMatchObject({
			createdAt: known?.createdAt,
			statusHistory: [{}],
		});
		bench.control.change({ withoutDates: true, withoutHistory: true });
		for (const order of [
			(await listed({ limit: 1 })).data[0],
			(await bench.call('getOrder', { orderId: known?.id })).data,
		]) {
			expect(order?.id).toBe(known?.id);
			for (const name of ['createdAt', 'changedAt', 'statusHistory']) expect(order).not.toHaveProperty(name);
		}
	});
});
