import { Bench, activationBody, orderBody } from './simulatorClient';

describe('bulk orders', () => {
	let bench: Bench;
	beforeAll(async () => {
		bench = await Bench.start();
	});
	beforeEach(() => bench.control.reset());
	afterAll(() => bench.close());

	it('takes each row for itself: some become orders, some are answered with their error, some fail later', async () => {
		const ranges = [0, 1, 2].map((index) => bench.free('GB', 1, index));
		bench.control.failNext('activation', { number: ranges[2]?.start, text: 'Failed later' });
		const orders = ranges.map((range) => activationBody('GB', range));
		orders[1] = { ...activationBody('GB', ranges[1]!), relatedParty: { reseller: { country: 'GB' } } };
		const { data } = await bench.call('bulkActivate', { body: { orders }, trackingId: 'bulk-1' });
		expect(data.results).toMatchObject([
			{ row: 1, order: {} },
			{ row: 2, error: { code: '002' } },
			{ row: 3, order: {} },
		]);
		expect(data.results?.[1]).not.toHaveProperty('order');
		await bench.settle();
		const bulk = (await bench.call('getOrder', { orderId: data.order.id })).data;
		expect(bulk).toMatchObject({ type: 'bulkActivation', status: 'Completed', description: '1 of 3 rows failed.' });
		expect(bulk.childOrders?.map(({ status }) => status)).toEqual(['Completed', 'Failed with error']);
		expect(ranges.map(({ start }) => bench.statusOf(start))).toEqual(['Activated', 'Free', 'Free']);
		expect(bench.control.books({ trackingId: 'bulk-1' })).toHaveLength(3);
	});

	it('fails as a whole when no row was taken, and is refused without rows', async () => {
		const range = bench.free('GB');
		const { data } = await bench.call('bulkUpdateCustomer', {
			body: { orders: [{ ...activationBody('GB', range), action: 'MODIFY' }] },
		});
		expect(data.results).toMatchObject([
			{ error: { code: '002', message: expect.stringContaining('resourceStatus Free') as unknown } },
		]);
		await bench.settle();
		expect((await bench.call('getOrder', { orderId: data.order.id })).data.status).toBe('Failed with error');
		expect(await bench.call('bulkActivate', { body: { orders: [] } })).toMatchObject({
			status: 400,
			error: { code: '002' },
		});
		expect(await bench.call('bulkActivate', { body: {} })).toMatchObject({ status: 400, error: { code: '002' } });
	});

	it('updates and ports in', async () => {
		const range = bench.add('GB', 'Activated', { endCustomer: { name: 'Before', registrationNumber: 'R1' } });
		const change = { ...orderBody('GB', range), action: 'MODIFY' as const };
		const renamed = { ...change, relatedParty: { ...change.relatedParty, endCustomer: { name: 'After' } } };
		await bench.call('bulkUpdateCustomer', { body: { orders: [renamed] } });
		await bench.settle();
		expect((await bench.call('searchInventory', { query: range })).data).toMatchObject([
			{ endCustomer: { name: 'After', registrationNumber: 'R1' } },
		]);
		const incoming = {
			...activationBody('GB', { start: '+442079460000', end: '+442079460000' }),
			currentOperator: { name: 'Other' },
		};
		const { data } = await bench.call('bulkPortIn', { body: { orders: [incoming, incoming] } });
		expect(data.results).toMatchObject([{ order: {} }, { order: {} }]);
		await bench.advance(20_000);
		expect(bench.statusOf('+442079460000')).toBe('PortIn_Activated');
	});

	it('takes 200 rows at once', async () => {
		bench.control.seed({ free: [{ country: 'DE', count: 200 }] });
		const orders = Array.from({ length: 200 }, (_, index) => activationBody('DE', bench.free('DE', 1, index)));
		const { data } = await bench.call('bulkActivate', { body: { orders } });
		expect(data.results?.filter(({ order }) => order)).toHaveLength(200);
	});
});

describe('free number supply', () => {
	let bench: Bench;
	beforeAll(async () => {
		bench = await Bench.start();
	});
	beforeEach(async () => {
		bench.control.reset();
		await bench.renew();
	});
	afterAll(() => bench.close());

	const place = (country: 'GB' | 'FR', lac = '20') => ({
		productOffering: { name: 'Wholesale SIP' as const },
		relatedParty: { reseller: { country } },
		lac,
	});
	const count = async (): Promise<number | undefined> =>
		(await bench.call('countFreeNumbers', { query: { country: 'GB', lac: '20' } })).data.count;

	it('counts single numbers', async () => {
		expect(await count()).toBe(120 + 6 * 10 + 2 * 100);
		expect(await bench.call('countFreeNumbers', { query: { country: 'GB' } })).toMatchObject({
			status: 400,
			error: { code: '002' },
		});
	});

	it('locks for 10 minutes; the lock can be reserved', async () => {
		const before = await count();
		const { data } = await bench.call('lockFreeNumbers', { body: { ...place('GB'), quantity: 3, rangeSize: 1 } });
		expect([data.numbers?.length, data.expiresAt]).toEqual([3, '2025-01-06T09:10:00.000Z']);
		expect(await count()).toBe((before ?? 0) - 3);
		const [first] = data.numbers ?? [];
		const direct = await bench.call('reserveNumbers', {
			body: orderBody('GB', { start: first?.start ?? '', end: first?.end ?? '' }),
		});
		expect(direct).toMatchObject({ status: 400, error: { message: expect.stringContaining('locked') as unknown } });
		const body = { ...orderBody('GB', { start: '', end: '' }), ranges: undefined, lockId: data.lockId };
		expect((await bench.call('reserveNumbers', { body })).status).toBe(200);
		await bench.settle();
		expect(data.numbers?.map(({ start }) => bench.statusOf(start))).toEqual(['Reserved', 'Reserved', 'Reserved']);
		expect(await bench.call('reserveNumbers', { body })).toMatchObject({ status: 400, error: { code: '002' } });
	});

	it('unlocks after 10 minutes', async () => {
		const before = await count();
		const { data } = await bench.call('lockFreeNumbers', { body: { ...place('GB'), quantity: 3 } });
		await bench.advance(10 * 60_000 - 1);
		expect(await count()).not.toBe(before);
		await bench.advance(1);
		expect(await count()).toBe(before);
		const body = { ...orderBody('GB', { start: '', end: '' }), ranges: undefined, lockId: data.lockId };
		expect(await bench.call('reserveNumbers', { body })).toMatchObject({
			error: { message: expect.stringContaining('expired') as unknown },
		});
	});

	it('has no locks in France, and none without numbers', async () => {
		expect(await bench.call('lockFreeNumbers', { body: place('FR', '1') })).toMatchObject({
			status: 400,
			error: { code: '002' },
		});
		expect(await bench.call('lockFreeNumbers', { body: place('GB', '999') })).toMatchObject({
			status: 400,
			error: { code: '002' },
		});
	});

	it('fulfils a backfill, or cancels it before', async () => {
		const before = (await count()) ?? 0;
		const first = (await bench.call('requestBackfill', { body: { ...place('GB'), quantity: 5 } })).data.order.id;
		await bench.settle();
		expect(await count()).toBe(before + 5);
		expect(await bench.call('cancelBackfill', { body: { orderId: first } })).toMatchObject({
			status: 400,
			error: { message: expect.stringContaining('Completed') as unknown },
		});
		const second = (await bench.call('requestBackfill', { body: { ...place('GB'), quantity: 5 } })).data.order.id;
		expect((await bench.call('cancelBackfill', { body: { orderId: second } })).status).toBe(200);
		await bench.settle();
		expect([await count(), (await bench.call('getOrder', { orderId: second })).data.status]).toEqual([
			before + 5,
			'Cancelled',
		]);
		expect(await bench.call('cancelBackfill', { body: { orderId: 'none' } })).toMatchObject({
			status: 400,
			error: { code: '002' },
		});
		await bench.call('requestBackfill', { body: place('GB', '999') });
		await bench.settle();
		expect(bench.lastOrder('backfill')).toMatchObject({ status: 'Failed with error' });
	});

	it('is for named customers: 403 for others', async () => {
		bench.control.change({ restricted: false });
		expect(await bench.call('lockFreeNumbers', { body: place('GB') })).toMatchObject({
			status: 403,
			error: { code: '001' },
		});
		expect(await bench.call('countFreeNumbers', { query: { country: 'GB', lac: '20' } })).toMatchObject({
			status: 403,
		});
	});
});

describe('premium customers', () => {
	it('activate without an end customer and add it later', async () => {
		const bench = await Bench.start({ settings: { premium: true } });
		const range = bench.free('GB');
		expect((await bench.call('activateNumbers', { body: orderBody('GB', range) })).status).toBe(200);
		await bench.settle();
		expect(
			(await bench.call('updateCustomer', { body: { ...activationBody('GB', range), action: 'ADD' } })).status,
		).toBe(200);
		await bench.settle();
		expect((await bench.call('searchInventory', { query: range })).data).toMatchObject([
			{ endCustomer: { name: 'Example Ltd' } },
		]);
		bench.control.change({ premium: false });
		expect(
			await bench.call('updateCustomer', { body: { ...activationBody('GB', range), action: 'ADD' } }),
		).toMatchObject({ status: 400, error: { code: '002' } });
		await bench.close();
	});
});
