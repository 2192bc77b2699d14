import { Bench, orderBody } from './simulatorClient';

describe('control API over HTTP', () => {
	let bench: Bench;
	beforeAll(async () => {
		bench = await Bench.start({ seed: 7 });
	});
	beforeEach(() => bench.control.reset());
	afterAll(() => bench.close());

	const control = async <T = Record<string, unknown>>(
		method: string,
		path: string,
		body?: unknown,
	): Promise<{ status: number; json: T }> => {
		// As curl -d sends it: a form content type with JSON in it.
		const headers = { 'content-type': 'application/x-www-form-urlencoded' };
		const response = await fetch(`${bench.simulator.controlUrl}${path}`, {
			method,
			...(body !== undefined && { headers, body: JSON.stringify(body) }),
		});
		return { status: response.status, json: (await response.json()) as T };
	};
	const reserve = (trackingId?: string) =>
		bench.call('reserveNumbers', {
			body: orderBody('GB', bench.free('GB', 1, bench.control.books().length)),
			trackingId,
		});

	it('moves the clock', async () => {
		expect((await control('GET', '/clock')).json).toMatchObject({
			now: '2025-01-06T09:00:00.000Z',
			mode: 'stepped',
			pending: 0,
		});
		await reserve();
		expect((await control('GET', '/clock')).json).toMatchObject({ pending: 1, next: '2025-01-06T09:00:02.000Z' });
		expect((await control('POST', '/clock', { advance: '1s' })).json).toMatchObject({
			now: '2025-01-06T09:00:01.000Z',
			pending: 1,
		});
		expect(bench.lastOrder().status).toBe('In progress');
		await control('POST', '/clock', { set: '2025-01-06T10:00:00Z' });
		expect(bench.lastOrder()).toMatchObject({ status: 'Completed', changedAt: '2025-01-06T09:00:02.000Z' });
		expect((await control('POST', '/clock', { set: '2024-01-01T00:00:00Z' })).status).toBe(404);
		expect((await control('POST', '/clock', {})).status).toBe(400);
		expect((await control('POST', '/clock', { advance: 'soon' })).status).toBe(400);
	});

	it('gives the same ids for the same seed, and others for another', async () => {
		const first = (await reserve()).data.order.id;
		await control('POST', '/reset');
		expect((await reserve()).data.order.id).toBe(first);
		await control('POST', '/reset', { seed: 8 });
		expect((await reserve()).data.order.id).not.toBe(first);
	});

	it('sets an order by hand', async () => {
		const { id } = (await reserve()).data.order;
		const change = { status: 'Failed with error', description: 'By hand', reason: { code: 'X', text: 'By hand' } };
		expect((await control('POST', `/orders/${id}`, change)).json).toMatchObject(change);
		bench.control.advance(60_000);
		expect((await bench.call('getOrder', { orderId: id })).data).toMatchObject(change);
		expect((await control('POST', '/orders/none', change)).status).toBe(404);
	});

	it('lets orders fail', async () => {
		expect((await control('POST', '/failures', { type: 'reservation', count: 1, text: 'No luck' })).status).toBe(200);
		await reserve();
		bench.control.advance(2_000);
		expect(bench.lastOrder()).toMatchObject({ status: 'Failed with error', description: 'No luck' });
		expect((await control('POST', '/failures', {})).status).toBe(400);
	});

	it.each([
		[400, '002'],
		[401, '002'],
		[403, '001'],
		[404, '001'],
		[405, '001'],
		[406, '001'],
		[413, '001'],
		[415, '001'],
		[429, '001'],
		[500, '001'],
		[503, '001'],
		[504, '001'],
	])('answers one call with %d/%s', async (status, code) => {
		await control('POST', '/faults', { operation: 'listOrders', status, code, headers: { 'retry-after': '3' } });
		expect(await bench.call('searchFreeNumbers', { query: { country: 'GB' } })).toMatchObject({ status: 200 });
		expect(await bench.call('listOrders')).toMatchObject({ status, error: { code } });
		expect((await bench.call('listOrders')).status).toBe(200);
	});

	it('loses the answer of an order that took effect, by status and by closing the connection', async () => {
		await control('POST', '/faults', { operation: 'reserveNumbers', status: 504, phase: 'after' });
		expect(await reserve('lost-1')).toMatchObject({ status: 504 });
		await control('POST', '/faults', { operation: 'reserveNumbers', drop: true, phase: 'after' });
		await expect(reserve('lost-2')).rejects.toThrow();
		await control('POST', '/faults', { operation: 'reserveNumbers', drop: true });
		await expect(reserve('not-made')).rejects.toThrow();
		expect(
			(await control<Array<{ trackingId: string }>>('GET', '/books')).json.map(({ trackingId }) => trackingId),
		).toEqual(['lost-1', 'lost-2']);
		expect(bench.control.calls({ trackingId: 'lost-2' })).toMatchObject([{ status: 0 }]);
		expect(bench.control.calls({ trackingId: 'not-made' })).toHaveLength(1);
		expect((await control('POST', '/faults', { operation: 'x', status: 200 })).status).toBe(400);
	});

	it('lists calls with everything but secrets', async () => {
		await reserve('listed');
		const { json } = await control<Array<Record<string, unknown>>>('GET', '/calls?trackingId=listed');
		expect(json).toMatchObject([
			{
				method: 'POST',
				path: '/numberManagement/v1/reservation/order',
				operation: 'wholesaleSip.reserveNumbers',
				status: 200,
				headers: { authorization: 'Bearer ***', 'x-tracking-id': 'listed' },
				body: { productOffering: { name: 'Wholesale SIP' } },
				unknown: [],
			},
		]);
		await control('DELETE', '/calls');
		expect((await control('GET', '/calls')).json).toEqual([]);
	});

	it('adds numbers and orders', async () => {
		const { json } = await control<{ numbers: Array<{ start: string }>; orders: Array<{ id: string }> }>(
			'POST',
			'/seed',
			{
				free: [{ country: 'PL', count: 2, size: 10 }],
				numbers: [{ start: '+4822999000', country: 'PL', status: 'Activated', endCustomer: { name: 'Somebody' } }],
				orders: [
					{
						type: 'portOut',
						country: 'PL',
						status: 'Confirmed',
						ranges: [{ start: '+4822999000', end: '+4822999000' }],
					},
				],
			},
		);
		expect([json.numbers.length, json.orders.length]).toEqual([3, 1]);
		expect(
			(await bench.call('searchInventory', { query: { start: '+4822999000', end: '+4822999000' } })).data,
		).toMatchObject([{ status: 'Activated', endCustomer: { name: 'Somebody' } }]);
		expect((await bench.call('getOrder', { orderId: json.orders[0]?.id ?? '' })).data).toMatchObject({
			type: 'portOut',
			status: 'Confirmed',
		});
		expect((await control('POST', '/seed', { free: [{ country: 'US', count: 1 }] })).status).toBe(400);
		expect((await control('POST', '/seed', { numbers: [{ start: '+1', country: 'GB', status: 'Lost' }] })).status).toBe(
			400,
		);
	});

	it('changes settings and refuses wrong ones', async () => {
		expect((await control('POST', '/settings', { orderDelayMs: 5, premium: true })).json).toMatchObject({
			orderDelayMs: 5,
			premium: true,
		});
		expect((await control('POST', '/settings', { colour: 1 })).status).toBe(400);
		expect((await control('POST', '/settings', { orderDelayMs: 'long' })).status).toBe(400);
		expect((await control('POST', '/latency', { ms: '15ms' })).json).toMatchObject({ latencyMs: 15 });
		const before = performance.now();
		await bench.call('listOrders');
		expect(performance.now() - before).toBeGreaterThanOrEqual(14);
	});

	it('limits the rate when told', async () => {
		await control('POST', '/settings', { rateLimitPerSecond: 3, retryAfterSeconds: 2 });
		const answers = await Promise.all(Array.from({ length: 6 }, () => bench.call('listOrders')));
		expect(answers.filter(({ status }) => status === 429)).toHaveLength(3);
		expect(answers.find(({ status }) => status === 429)?.error).toMatchObject({
			code: '001',
			reason: 'Rate limit exceeded',
		});
	});

	it('counts requests and connections, its own not', async () => {
		await control('DELETE', '/stats');
		await bench.call('listOrders');
		await control('POST', '/latency', { ms: 20 });
		await Promise.all([bench.call('listOrders'), bench.call('listOrders'), bench.call('listOrders')]);
		const { json } = await control<Record<string, number>>('GET', '/stats');
		expect(json).toMatchObject({ requests: 4, mostRequestsInFlight: 3 });
		expect(json['mostConnectionsAtOnce']).toBeGreaterThanOrEqual(3);
		expect(json['connections']).toBeLessThanOrEqual(4);
	});

	it('ends tokens', async () => {
		await control('POST', '/tokens', { end: 'expire' });
		expect(await bench.call('listOrders')).toMatchObject({ status: 401, error: { code: '003' } });
		await control('POST', '/tokens', { end: 'forget' });
		expect(await bench.call('listOrders')).toMatchObject({ status: 401, error: { code: '002' } });
		await bench.renew();
		expect((await control('POST', '/tokens', { end: 'x' })).status).toBe(400);
	});

	it('answers its own mistakes with a sentence', async () => {
		const response = await fetch(`${bench.simulator.controlUrl}/seed`, { method: 'POST', body: 'not json' });
		expect([response.status, await response.json()]).toEqual([400, { error: 'The body is not JSON' }]);
	});
});
