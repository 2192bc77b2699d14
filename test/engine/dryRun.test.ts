import type { ICredentialDataDecryptedObject, IDataObject, IHttpRequestOptions } from 'n8n-workflow';

import { OPERATIONS } from '../faults/operationCases';
import type { OperationCase } from '../faults/operationCases';
import type { Outcome } from './harness';
import { credentialFor, freeNumber, startSimulated } from './startSimulated';
import type { Simulated } from './startSimulated';

const WRITES = OPERATIONS.filter(({ effect }) => effect !== 'read').map((one) => [one.name, one] as const);
const READ_CALLS = ['requestToken', 'checkPortability'];

let simulated: Simulated;
afterEach(async () => await simulated.simulator.close());

/** What Colt has after a run: orders, and calls that change something. */
function books({ simulator: { control, inboundControl } }: Simulated): unknown {
	const writes = control
		.calls()
		.filter(({ method, operation }) => method === 'POST' && !READ_CALLS.includes(operation?.split('.').at(-1) ?? ''));
	return { orders: control.books().length, inbound: inboundControl.books().length, writes: writes.length };
}

const run = async (
	{ type, parameters, binary }: OperationCase,
	items: IDataObject[],
	more: IDataObject = {},
	typeVersion = 2,
): Promise<Outcome> =>
	await simulated.engine.run({
		type,
		parameters: { ...parameters, ...more },
		items,
		node: { typeVersion },
		...(binary !== undefined && { binary }),
	});

describe('a dry run', () => {
	test.each(WRITES)('%s: nothing is sent, and the request shown is the one that a real run sends', async (_, one) => {
		simulated = await startSimulated();
		const items = [one.stage(simulated.simulator, 1)];
		const before = books(simulated);
		const dry = await run(one, items, { dryRun: true });
		expect(dry.error).toBeUndefined();
		expect(books(simulated)).toEqual(before);
		const [item] = dry.json;
		expect(Object.keys(item ?? {}).slice(0, 2)).toEqual(['outcome', 'hint']);
		expect(item).toMatchObject({ outcome: 'dryRun', hint: "Nothing was sent: 'Dry Run' is on" });
		expect(item).not.toHaveProperty('orderId');
		const text = JSON.stringify(dry.json);
		expect(text).not.toContain(Buffer.from('This is the LOA').toString('base64'));
		expect(text).not.toContain(simulated.simulator.clientSecret);

		const real = await run(one, items);
		expect(real.error).toBeUndefined();
		const call = simulated.simulator.control
			.calls()
			.findLast(
				({ method, operation }) => method === 'POST' && !READ_CALLS.includes(operation?.split('.').at(-1) ?? ''),
			);
		const { method, url, body } = item?.request as { method: string; url: string; body: unknown };
		expect([method, new URL(url).pathname]).toEqual([call?.method, call?.path]);
		const plain = (value: unknown): unknown =>
			JSON.parse(JSON.stringify(value, (key, part: unknown) => (/content$/i.test(key) ? 'content' : part)));
		expect(plain(body)).toEqual(plain(call?.body));
	});

	test('of a port-in says what Colt thinks of the numbers', async () => {
		simulated = await startSimulated();
		const portIn = OPERATIONS.find(({ name }) => name === 'porting: portIn') as OperationCase;
		const { json } = await run(portIn, [portIn.stage(simulated.simulator, 1)], { dryRun: true });
		expect(json).toMatchObject([{ portable: true, portability: [{ portable: true }] }]);
		simulated.simulator.control.addFault({ operation: 'checkPortability', status: 403, count: 9 });
		const refused = await run(portIn, [portIn.stage(simulated.simulator, 1)], { dryRun: true });
		expect(refused.json).toMatchObject([{ outcome: 'dryRun', portabilityError: expect.any(String) as string }]);
	});

	test('of a bulk order shows the split, and each request once', async () => {
		simulated = await startSimulated();
		const bulk = OPERATIONS.find(({ name }) => name === 'bulkOrder: portIn') as OperationCase;
		const items = [1, 2, 3].map((position) => bulk.stage(simulated.simulator, position));
		const { json } = await run(bulk, items, { bulkSize: 2, dryRun: true });
		expect(json.map(({ bulkOrder, bulkRow, request }) => [bulkOrder, bulkRow, request !== undefined])).toEqual([
			[1, 1, true],
			[1, 2, false],
			[2, 1, true],
		]);
	});

	test.each([
		['yes', 0],
		['false', 1],
		['no', 1],
	])('takes the word %s of an expression', async (word, orders) => {
		simulated = await startSimulated();
		const reserve = { resource: 'number', operation: 'reserve', numberRangeStart: freeNumber(simulated.simulator) };
		await simulated.engine.run({ parameters: { ...reserve, dryRun: '={{ $json.dry }}' }, items: [{ dry: word }] });
		expect(simulated.simulator.control.books()).toHaveLength(orders);
	});

	test.each(['perhaps', ''])('is refused where its switch is neither on nor off (%s)', async (word) => {
		simulated = await startSimulated();
		const reserve = { resource: 'number', operation: 'reserve', numberRangeStart: freeNumber(simulated.simulator) };
		const { error } = await simulated.engine.run({
			parameters: { ...reserve, dryRun: '={{ $json.dry }}' },
			items: [{ dry: word }],
		});
		expect(error?.message).toMatch(/^Dry Run .* Nothing was sent\.$/);
		expect(simulated.simulator.control.books()).toEqual([]);
	});

	test('refuses what a real run would refuse', async () => {
		simulated = await startSimulated();
		const reserve = { resource: 'number', operation: 'reserve', numberRangeStart: 'Main Street', dryRun: true };
		expect((await simulated.engine.run({ parameters: reserve })).error?.message).toMatch(/^Number Range Start /);
	});
});

describe('a credential that never orders', () => {
	const start = async (more: ICredentialDataDecryptedObject = { neverOrder: true }): Promise<void> => {
		simulated = await startSimulated({}, more);
	};

	test.each(WRITES)('%s: a dry run in both versions of the nodes', async (_, one) => {
		await start();
		const items = [one.stage(simulated.simulator, 1)];
		const before = books(simulated);
		for (const typeVersion of [1, 2]) {
			const { json, error } = await run(one, items, {}, typeVersion);
			expect(error).toBeUndefined();
			expect(Object.keys(json[0] ?? {}).slice(0, 2)).toEqual(['outcome', 'hint']);
			expect(json).toMatchObject([
				{ outcome: 'dryRun', hint: "Nothing was sent: 'Never Order (Training)' is on in the credential" },
			]);
		}
		expect(books(simulated)).toEqual(before);
	});

	test.each([
		['yes', 0],
		['no', 1],
	])('takes the word %s of an expression in it', async (neverOrder, orders) => {
		await start({ neverOrder });
		const reserve = { resource: 'number', operation: 'reserve', numberRangeStart: freeNumber(simulated.simulator) };
		await simulated.engine.run({ parameters: reserve });
		expect(simulated.simulator.control.books()).toHaveLength(orders);
	});

	test.each(['', 'maybe'])('is refused where the switch is neither on nor off (%s)', async (neverOrder) => {
		await start({ neverOrder });
		const reserve = { resource: 'number', operation: 'reserve', numberRangeStart: freeNumber(simulated.simulator) };
		const { error } = await simulated.engine.run({ parameters: reserve });
		expect(error?.message).toContain('Never Order (Training)');
		expect(simulated.simulator.control.books()).toEqual([]);
	});

	/** What the credential makes of a request of n8n's HTTP Request node. */
	const authorized = async (
		request: Partial<IHttpRequestOptions>,
		more: ICredentialDataDecryptedObject = {},
	): Promise<string> => {
		const type = simulated.engine.credentialType('coltOAuth2Api');
		const credential = { ...credentialFor(simulated.simulator, { neverOrder: true }), accessToken: 'token', ...more };
		const authenticate = type.authenticate as (
			credentials: ICredentialDataDecryptedObject,
			request: IHttpRequestOptions,
		) => Promise<IHttpRequestOptions>;
		try {
			const { headers } = await authenticate(credential, request as IHttpRequestOptions);
			return headers?.authorization === undefined ? 'no token' : 'sent';
		} catch (error) {
			return (error as Error).message;
		}
	};
	const REFUSED = /^The Colt credential never orders: .* Nothing was sent\.$/;

	test.each<[string, Partial<IHttpRequestOptions>, boolean]>([
		['GET of orders', { url: '/numberManagement/v1/order' }, true],
		['POST of the portability check', { method: 'POST', url: '/numberManagement/v1/checkPortability' }, true],
		['POST of a reservation', { method: 'POST', url: '/numberManagement/v1/reservation/order' }, false],
		[
			'POST of an inbound reservation',
			{ method: 'POST', url: '/numberManagement/inbound/v1/numberCollectionReservation' },
			false,
		],
		['POST of anything else', { method: 'POST', url: '/numberManagement/v1/somethingNew' }, false],
		['PUT', { method: 'PUT', url: '/numberManagement/v1/checkPortability' }, false],
		['DELETE', { method: 'DELETE', url: '/numberManagement/v1/order/1' }, false],
		['PATCH', { method: 'PATCH', url: '/numberManagement/v1/order/1' }, false],
		['a path around it', { method: 'POST', url: '/numberManagement/v1/checkPortability/../reservation/order' }, false],
		[
			'another method in a header',
			{ url: '/numberManagement/v1/order', headers: { 'X-HTTP-Method-Override': 'POST' } },
			false,
		],
	])('lets the HTTP Request node read and nothing else: %s', async (_, { url, ...request }, passes) => {
		await start();
		const told = await authorized({ ...request, url: simulated.simulator.url + url });
		if (passes) expect(told).toBe('sent');
		else expect(told).toMatch(REFUSED);
	});

	test('follows the corrections of the credential: a read that was moved passes, its old path does not', async () => {
		await start();
		const corrections = JSON.stringify({
			format: 'n8n-nodes-colt corrections',
			version: 1,
			wholesaleSip: { checkPortability: { path: '/v2/portability' }, reserveNumbers: { path: '/v1/checkPortability' } },
		});
		const post = async (path: string): Promise<string> =>
			await authorized({ method: 'POST', url: `${simulated.simulator.url}/numberManagement${path}` }, { corrections });
		expect(await post('/v2/portability')).toBe('sent');
		expect(await post('/v1/checkPortability')).toMatch(REFUSED);
	});

	test('refuses what writes with a token signed here too', async () => {
		await start();
		const type = simulated.engine.credentialType('coltJwtApi');
		const authenticate = type.authenticate as (
			credentials: ICredentialDataDecryptedObject,
			request: IHttpRequestOptions,
		) => Promise<IHttpRequestOptions>;
		const credential = { environment: 'custom', baseUrl: simulated.simulator.url, neverOrder: true };
		const url = `${simulated.simulator.url}/numberManagement/v1/reservation/order`;
		await expect(authenticate(credential, { method: 'POST', url })).rejects.toThrow(REFUSED);
	});
});
