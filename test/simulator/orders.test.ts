import { Bench, activationBody, orderBody } from './simulatorClient';

const SAMPLE = { start: '+442081324758', end: '+442081324758' };
const day = 86_400_000;

describe('orders', () => {
	let bench: Bench;
	beforeAll(async () => {
		bench = await Bench.start();
	});
	beforeEach(() => bench.control.reset());
	afterAll(() => bench.close());

	it('takes the documented GB reservation and both returns', async () => {
		const reserved = await bench.call('reserveNumbers', {
			body: {
				...orderBody('GB', SAMPLE),
				relatedParty: {
					reseller: { country: 'GB', serviceProfile: 'ANH' },
					endCustomer: { customerReference: 'My Customer' },
				},
			},
			trackingId: 'sample-1',
		});
		expect(reserved.data.order.id).toMatch(/^[A-Za-z0-9-]{1,36}$/);
		expect((await bench.call('getOrder', { orderId: reserved.data.order.id })).data).toMatchObject({
			status: 'In progress',
			type: 'reservation',
		});
		await bench.settle();
		expect((await bench.call('getOrder', { orderId: reserved.data.order.id })).data).toMatchObject({
			status: 'Completed',
			description: 'Request has been processed successfully.',
			country: 'GB',
			customerReference: 'My Customer',
			ranges: [SAMPLE],
			statusHistory: [{ status: 'In progress' }, { status: 'Completed' }],
		});
		expect(bench.lastOrder().trackingId).toBe('sample-1');
		const other = { start: '+442081324759', end: '+442081324759' };
		await bench.call('reserveNumbers', { body: orderBody('GB', other) });
		await bench.settle();
		expect((await bench.call('returnNumbers', { body: orderBody('GB', SAMPLE, 'ANH') })).status).toBe(200);
		expect((await bench.call('returnNumbers', { body: orderBody('GB', other) })).status).toBe(200);
		await bench.settle();
		expect([bench.statusOf(SAMPLE.start), bench.statusOf(other.start)]).toEqual(['Free', 'Free']);
	});

	it('takes the LU sample trimmed, and refuses its leading blank by the documented pattern', async () => {
		const printed = { start: ' +35227949650', end: ' +352279496509' };
		expect(await bench.call('reserveNumbers', { body: orderBody('LU', printed) })).toMatchObject({
			status: 400,
			error: { code: '001' },
		});
		const trimmed = { start: printed.start.trim(), end: printed.end.trim() };
		expect((await bench.call('reserveNumbers', { body: orderBody('LU', trimmed) })).status).toBe(200);
		await bench.settle();
		expect(bench.statusOf('+352279496500')).toBe('Reserved');
	});

	it('makes two orders of two requests with one tracking id, and the books show both', async () => {
		const ranges = [bench.free('DE'), bench.free('DE', 1, 1)];
		for (const range of ranges)
			await bench.call('reserveNumbers', { body: orderBody('DE', range), trackingId: 'same' });
		expect(bench.control.books({ trackingId: 'same' })).toHaveLength(2);
		const again = await bench.call('reserveNumbers', { body: orderBody('DE', ranges[0]!), trackingId: 'same' });
		expect(again).toMatchObject({
			status: 400,
			error: { code: '002', message: expect.stringContaining(ranges[0]!.start) as unknown },
		});
		expect(bench.control.books()).toHaveLength(2);
	});

	it('goes through Allocated to Activated, keeps the end customer and shows it in the details', async () => {
		const range = bench.free('FR');
		expect((await bench.call('activateNumbers', { body: activationBody('FR', range) })).status).toBe(200);
		expect(bench.statusOf(range.start)).toBe('Allocated');
		await bench.settle();
		const { data } = await bench.call('searchInventory', { query: range });
		expect(data).toEqual([
			expect.objectContaining({
				status: 'Activated',
				customerReference: 'Reference 1',
				rioCode: expect.stringMatching(/^\w{12}$/) as unknown,
				endCustomer: expect.objectContaining({ name: 'Example Ltd' }) as unknown,
			}),
		]);
		const list = await bench.call('searchInventory', { query: { country: 'FR' } });
		expect(list.data[0]).not.toHaveProperty('endCustomer');
	});

	it('fails an order when told, and gives the number back', async () => {
		const range = bench.free('GB');
		bench.control.failNext('activation', { code: 'E42', text: 'Address not found' });
		const { data } = await bench.call('activateNumbers', { body: activationBody('GB', range) });
		await bench.settle();
		expect((await bench.call('getOrder', { orderId: data.order.id })).data).toMatchObject({
			status: 'Failed with error',
			description: 'Address not found',
			reason: { code: 'E42', text: 'Address not found' },
		});
		expect(bench.statusOf(range.start)).toBe('Free');
		expect((await bench.call('activateNumbers', { body: activationBody('GB', range) })).status).toBe(200);
	});

	it('lets a reservation end after 90 days, and a quarantine after 30 days in Spain', async () => {
		const reserved = bench.free('ES');
		const quarantined = bench.add('ES', 'Quarantined');
		await bench.call('reserveNumbers', { body: orderBody('ES', reserved) });
		await bench.settle();
		await bench.advance(30 * day - 2_001);
		expect(bench.statusOf(quarantined.start)).toBe('Quarantined');
		await bench.advance(1);
		expect(bench.statusOf(quarantined.start)).toBe('Free');
		await bench.advance(60 * day);
		expect(bench.statusOf(reserved.start)).toBe('Reserved');
		await bench.advance(2_000);
		expect(bench.statusOf(reserved.start)).toBe('Free');
	});

	it('says for a while that the emergency database is behind: in the description, not in the status', async () => {
		bench.control.change({ emergencyLagMs: 60_000 });
		const [gb, de] = [bench.free('GB'), bench.free('DE')];
		const orders = [
			(await bench.call('activateNumbers', { body: activationBody('GB', gb) })).data.order.id,
			(await bench.call('activateNumbers', { body: activationBody('DE', de) })).data.order.id,
		];
		await bench.settle();
		const read = async (): Promise<unknown[]> =>
			Promise.all(
				orders.map(async (orderId) => {
					const { data } = await bench.call('getOrder', { orderId });
					return [data.status, /emergency/.test(data.description ?? '')];
				}),
			);
		expect(await read()).toEqual([
			['Completed', true],
			['Completed', false],
		]);
		await bench.advance(60_000);
		expect(await read()).toEqual([
			['Completed', false],
			['Completed', false],
		]);
	});

	it('finds orders by filter, order and page', async () => {
		for (let index = 0; index < 5; index += 1) {
			await bench.call('reserveNumbers', {
				body: orderBody(index < 3 ? 'GB' : 'FR', bench.free(index < 3 ? 'GB' : 'FR', 1, index)),
			});
			bench.control.advance(1_000);
		}
		bench.control.change({ orderDelayMs: 60_000 });
		const british = await bench.call('listOrders', { query: { country: 'GB', limit: 2 } });
		expect([british.data.length, british.paging]).toEqual([2, { totalCount: 3, resultCount: 2 }]);
		const rest = await bench.call('listOrders', { query: { country: 'GB', limit: 2, offset: 2 } });
		expect(rest.data).toHaveLength(1);
		expect(rest.data[0]).not.toHaveProperty('statusHistory');
		const done = await bench.call('listOrders', { query: { status: 'completed', type: 'reservation' } });
		expect(done.data.length).toBeGreaterThan(0);
		expect(done.data.every(({ status }) => status === 'Completed')).toBe(true);
		const latest = await bench.call('listOrders', { query: { sort: '-createdAt', limit: 1 } });
		expect(latest.data[0]?.id).toBe(bench.lastOrder().id);
		const since = await bench.call('listOrders', { query: { createdFrom: bench.lastOrder().createdAt } });
		expect(since.data).toHaveLength(1);
		expect((await bench.call('listOrders', { query: { type: 'activation' } })).data).toEqual([]);
	});

	it('knows the orders of a number, also of one inside a range', async () => {
		const range = bench.free('NL', 10);
		await bench.call('reserveNumbers', { body: orderBody('NL', range) });
		const inside = `${range.start.slice(0, -1)}5`;
		const { data } = await bench.call('getNumberOrderHistory', { query: { start: inside, end: inside } });
		expect(data.map(({ type }) => type)).toEqual(['reservation']);
		expect((await bench.call('searchInventory', { query: { start: inside, end: inside } })).data).toEqual([]);
		await bench.settle();
		expect((await bench.call('searchInventory', { query: { start: inside, end: inside } })).data).toMatchObject([
			{ start: range.start, status: 'Reserved' },
		]);
	});

	it('answers an unknown order with 404', async () => {
		expect(await bench.call('getOrder', { orderId: 'no-such-order' })).toMatchObject({
			status: 404,
			error: { code: '001' },
		});
	});
});
