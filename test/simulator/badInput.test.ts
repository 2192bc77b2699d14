import { request } from 'node:http';
import { Bench, activationBody, orderBody } from './simulatorClient';

describe('bad input', () => {
	let bench: Bench;
	beforeAll(async () => {
		bench = await Bench.start({ bodyLimit: 10_000 });
	});
	beforeEach(() => bench.control.reset());
	afterAll(() => bench.close());

	const post = async (
		path: string,
		body: string | undefined,
		headers: Record<string, string> = {},
		method = 'POST',
	): Promise<[number, unknown]> => {
		const response = await fetch(bench.simulator.baseUrl + path, {
			method,
			headers: { ...bench.headers(), ...headers },
			...(body !== undefined && { body }),
		});
		const json = (await response.json()) as Record<string, unknown>;
		expect(Object.keys(json).toSorted()).toEqual(['code', 'message', 'reason']);
		return [response.status, json['code']];
	};
	const path = '/v1/reservation/order';

	it.each<[string, string, string | undefined, Record<string, string>, string, number]>([
		['not JSON', path, '{', {}, 'POST', 400],
		['an empty body', path, '', {}, 'POST', 400],
		['null', path, 'null', {}, 'POST', 400],
		['a number', path, '42', {}, 'POST', 400],
		['a list', path, '[]', {}, 'POST', 400],
		['an empty object', path, '{}', {}, 'POST', 400],
		['binary garbage', path, '\u0000\u0001\ufffd', {}, 'POST', 400],
		['deep nesting', path, '['.repeat(4_000), {}, 'POST', 400],
		['a poisoned prototype', path, '{"__proto__":{"x":1}}', {}, 'POST', 400],
		['too much', path, JSON.stringify({ x: 'x'.repeat(20_000) }), {}, 'POST', 413],
		['XML', path, '<a/>', { 'content-type': 'application/xml' }, 'POST', 415],
		['a form', path, 'a=b', { 'content-type': 'application/x-www-form-urlencoded' }, 'POST', 415],
		['text', path, '{}', { 'content-type': 'text/plain' }, 'POST', 415],
		['GET of an order resource', path, undefined, {}, 'GET', 405],
		['PUT', '/v1/order', '{}', {}, 'PUT', 405],
		['an unknown path', '/v2/order', undefined, {}, 'GET', 404],
		['an order id that is none', '/v1/order/a%20b', undefined, {}, 'GET', 400],
	])('%s', async (_, target, body, headers, method, status) => {
		const [answered, code] = await post(target, body, headers, method);
		expect([answered, code]).toEqual([status, '001']);
		expect((await bench.call('listOrders')).status).toBe(200);
	});

	it.each<[string, (body: ReturnType<typeof orderBody>) => unknown, string, string]>([
		['no country', (body) => ({ ...body, relatedParty: { reseller: {} } }), '001', 'country'],
		['an unknown country', (body) => ({ ...body, relatedParty: { reseller: { country: 'US' } } }), '001', 'country'],
		['another product', (body) => ({ ...body, productOffering: { name: 'Other' } }), '001', 'name'],
		['neither range nor lock', (body) => ({ ...body, ranges: undefined }), '001', 'numberRangeList'],
		['no ranges', (body) => ({ ...body, ranges: [] }), '001', 'numberRangeList'],
		[
			'a number that is not E.164',
			(body) => ({ ...body, ranges: [{ start: '+0123', end: '+0123' }] }),
			'001',
			'numberRangeStart',
		],
		[
			'a long reference',
			(body) => ({
				...body,
				relatedParty: { ...body.relatedParty, endCustomer: { customerReference: 'x'.repeat(51) } },
			}),
			'001',
			'customerReference',
		],
		[
			'too many ranges',
			(body) => ({ ...body, ranges: [bench.free('GB'), bench.free('GB', 1, 1)] }),
			'002',
			'Maximum allowed ranges',
		],
		[
			'end before start',
			(body) => ({ ...body, ranges: [{ start: '+442081324759', end: '+442081324758' }] }),
			'002',
			'numberRangeEnd',
		],
		[
			'part of a range',
			(body) => ({ ...body, ranges: [{ ...bench.free('GB', 10), end: bench.free('GB', 10).start }] }),
			'002',
			'not a full range',
		],
		['the number of another country', (body) => ({ ...body, ranges: [bench.free('FR')] }), '002', 'numberRangeStart'],
		[
			'an unknown service profile',
			(body) => ({ ...body, relatedParty: { reseller: { country: 'GB', serviceProfile: 'XYZ' } } }),
			'002',
			'serviceProfile XYZ',
		],
		['an unknown lock', (body) => ({ ...body, ranges: undefined, lockId: 'none' }), '002', 'lockId none'],
	])('names what is wrong with a reservation: %s', async (_, change, code, message) => {
		const body = change(orderBody('GB', bench.free('GB'))) as never;
		const answer = await bench.call('reserveNumbers', { body });
		expect(answer).toMatchObject({
			status: 400,
			error: { code, message: expect.stringContaining(message) as unknown },
		});
		expect(bench.control.books()).toEqual([]);
	});

	it('asks for the service profile when there are several', async () => {
		bench.control.change({ serviceProfiles: { GB: ['ANH', 'BNH'] } });
		const range = bench.free('GB');
		expect(await bench.call('reserveNumbers', { body: orderBody('GB', range) })).toMatchObject({
			error: { code: '002', message: expect.stringContaining('serviceProfile') as unknown },
		});
		expect((await bench.call('reserveNumbers', { body: orderBody('GB', range, 'BNH') })).status).toBe(200);
	});

	it('asks at an activation for what the country needs', async () => {
		const body = activationBody('BE', bench.free('BE'));
		const { directoryService, ...bare } = body;
		expect(directoryService).toBeDefined();
		expect(await bench.call('activateNumbers', { body: bare })).toMatchObject({ status: 400, error: { code: '002' } });
		const anonymous = { ...body, relatedParty: { reseller: body.relatedParty.reseller } };
		expect(await bench.call('activateNumbers', { body: anonymous })).toMatchObject({
			error: { code: '002', message: expect.stringContaining('endCustomerDetails') as unknown },
		});
		const french = { ...activationBody('FR', bench.free('FR')), documents: undefined };
		expect(await bench.call('activateNumbers', { body: french })).toMatchObject({
			error: { code: '002', message: expect.stringContaining('tri-partite') as unknown },
		});
		expect((await bench.call('activateNumbers', { body })).status).toBe(200);
	});

	it('survives a request that is broken off and a line that is no HTTP', async () => {
		const { port } = new URL(bench.simulator.url);
		await new Promise<void>((resolve) => {
			const outgoing = request({
				port,
				host: '127.0.0.1',
				method: 'POST',
				path: '/numberManagement/v1/order',
				headers: { 'content-length': '100' },
			});
			outgoing.once('error', () => resolve());
			outgoing.write('{', () => outgoing.destroy());
		});
		expect((await bench.call('listOrders')).status).toBe(200);
	});

	it('notes names that the contract does not know, and lets them pass', async () => {
		const url = `${bench.simulator.baseUrl}/v1/order?colour=red`;
		expect((await fetch(url, { headers: bench.headers('odd') })).status).toBe(200);
		expect(bench.control.calls({ trackingId: 'odd' })).toMatchObject([
			{ unknown: ['query.colour'], query: { colour: 'red' } },
		]);
	});
});
