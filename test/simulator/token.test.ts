import { decodeJwt } from 'jose';
import { connect } from 'node:net';
import { Bench, basic } from './simulatorClient';

const form = 'application/x-www-form-urlencoded';
const good = { authorization: basic('demo-client', 'demo-secret'), 'x-tracking-id': 't-1', 'content-type': form };
const grant = 'grant_type=client_credentials';

const leave = (headers: Record<string, string>, name: string): Record<string, string> =>
	Object.fromEntries(Object.entries(headers).filter(([key]) => key !== name));
const without = (name: keyof typeof good): Record<string, string> => leave(good, name);

describe('token endpoint', () => {
	let bench: Bench;
	beforeAll(async () => {
		bench = await Bench.start();
	});
	afterAll(() => bench.close());

	const ask = async (
		headers: Record<string, string>,
		body: string | Uint8Array<ArrayBuffer>,
	): Promise<{ status: number; json: Record<string, unknown> }> => {
		const response = await fetch(bench.simulator.tokenUrl, { method: 'POST', headers, body });
		return { status: response.status, json: (await response.json()) as Record<string, unknown> };
	};

	it('issues a JWT that is valid for 30 minutes', async () => {
		const { status, json } = await ask(good, grant);
		expect([status, json['token_type'], json['expires_in']]).toEqual([200, 'Bearer', 1800]);
		const { exp = 0, iat = 0 } = decodeJwt(String(json['access_token']));
		expect(exp - iat).toBe(1800);
		expect(bench.control.calls({ operation: 'requestToken' }).at(-1)).toMatchObject({ status: 200, trackingId: 't-1' });
	});

	it.each<[string, Record<string, string>, string, number, string]>([
		['an empty authorization', { ...good, authorization: '' }, grant, 400, '001'],
		['no grant type', good, 'scope=x', 400, '002'],
		['no tracking id', without('x-tracking-id'), grant, 400, '004'],
		['a bad tracking id', { ...good, 'x-tracking-id': 'a b' }, grant, 400, '005'],
		['an unsupported parameter', good, `${grant}&audience=x`, 400, '005'],
		['credentials in header and body', good, `${grant}&client_id=a&client_secret=b`, 400, '005'],
		['two grant types', good, `${grant}&${grant}`, 400, '005'],
		['another grant type', good, 'grant_type=password', 400, '006'],
		['no client authentication', without('authorization'), grant, 401, '001'],
		[
			'credentials in the body',
			without('authorization'),
			`${grant}&client_id=demo-client&client_secret=demo-secret`,
			401,
			'002',
		],
		['a wrong secret', { ...good, authorization: basic('demo-client', 'wrong') }, grant, 401, '002'],
		['a Bearer authentication', { ...good, authorization: 'Bearer x' }, grant, 401, '002'],
		['JSON', { ...good, 'content-type': 'application/json' }, '{"grant_type":"client_credentials"}', 415, '001'],
	])('answers %s with the documented error', async (_, headers, body, status, code) => {
		const answer = await ask(headers, body);
		expect([answer.status, answer.json['code']]).toEqual([status, code]);
		expect(Object.keys(answer.json).toSorted()).toEqual(['code', 'message', 'reason']);
	});

	it('answers a request without content type with 400/003', async () => {
		const answer = await ask(without('content-type'), new TextEncoder().encode(grant));
		expect([answer.status, answer.json['code']]).toEqual([400, '003']);
	});

	it.each([
		[500, '001'],
		[500, '002'],
		[503, '001'],
	])('can be told to answer %d/%s once', async (status, code) => {
		bench.control.addFault({ operation: 'requestToken', status, code });
		const answer = await ask(good, grant);
		expect([answer.status, answer.json['code']]).toEqual([status, code]);
		expect((await ask(good, grant)).status).toBe(200);
	});

	it('keeps secrets out of the call list', () => {
		const text = JSON.stringify(bench.control.calls());
		expect(text).not.toContain('demo-secret');
		expect(text).not.toContain(good.authorization.slice(6));
		expect(text).toContain('Basic ***');
	});
});

describe('bearer token of the API', () => {
	let bench: Bench;
	beforeAll(async () => {
		bench = await Bench.start();
	});
	afterAll(() => bench.close());

	const get = async (headers: Record<string, string>): Promise<[number, unknown]> => {
		const response = await fetch(`${bench.simulator.baseUrl}/v1/order`, { headers });
		return [response.status, ((await response.json()) as { code?: string }).code];
	};

	it.each<[string, (headers: Record<string, string>) => Record<string, string>, number, string]>([
		['no token', (headers) => leave(headers, 'authorization'), 401, '001'],
		['garbage', (headers) => ({ ...headers, authorization: 'Bearer x.y.z' }), 401, '002'],
		['Basic', (headers) => ({ ...headers, authorization: 'Basic x' }), 401, '002'],
		['no tracking id', (headers) => leave(headers, 'x-tracking-id'), 400, '001'],
		['a bad tracking id', (headers) => ({ ...headers, 'x-tracking-id': 'a/b' }), 400, '001'],
		['an Accept header without JSON', (headers) => ({ ...headers, accept: 'text/html' }), 406, '001'],
	])('%s', async (_, change, status, code) => expect(await get(change(bench.headers()))).toEqual([status, code]));

	it('expires after 30 minutes of simulator time', async () => {
		const headers = bench.headers();
		bench.control.advance(30 * 60_000 - 1);
		expect((await get(headers))[0]).toBe(200);
		bench.control.advance(1);
		expect(await get(headers)).toEqual([401, '003']);
		await bench.renew();
		expect((await get(bench.headers()))[0]).toBe(200);
	});

	it('is refused for a country that the client has not, 401/004, and while suspended, 403', async () => {
		bench.control.change({ countries: ['GB'] });
		expect((await bench.call('searchFreeNumbers', { query: { country: 'GB' } })).status).toBe(200);
		expect(await bench.call('searchFreeNumbers', { query: { country: 'FR' } })).toMatchObject({
			status: 401,
			error: { code: '004' },
		});
		bench.control.change({ countries: null, suspended: true });
		expect(await bench.call('listOrders')).toMatchObject({ status: 403, error: { code: '001' } });
		bench.control.change({ suspended: false });
	});

	it('listens on the loopback address only', async () => {
		const { address } = await new Promise<{ address: string | undefined }>((resolve, reject) => {
			const socket = connect(Number(new URL(bench.simulator.url).port), '127.0.0.1', () => {
				resolve({ address: socket.remoteAddress });
				socket.destroy();
			});
			socket.once('error', reject);
		});
		expect(address).toBe('127.0.0.1');
	});
});
