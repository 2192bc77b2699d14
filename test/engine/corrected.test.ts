import type { IDataObject } from 'n8n-workflow';

import { loadContract } from '../../contract/tools/load';
import { inbound, wholesaleSip } from '../../nodes/shared/contract/wire.generated';
import { CORRECTIONS_FORMAT, CORRECTIONS_VERSION } from '../../nodes/shared/corrections/document';
import type { ApiCorrections } from '../../nodes/shared/corrections/document';
import type { Json } from '../../nodes/shared/corrections/tree';
import { analyseSpecification } from '../../nodes/shared/specification/analyse';
import { readOperations } from '../../nodes/shared/specification/operations';
import { proposeCorrections } from '../../nodes/shared/specification/propose';
import { alteredDocument } from '../unit/specification/alteredDocument';
import { namingStyleOf } from '../unit/specification/alteredNames';
import { credentialFor, freeNumber } from './startSimulated';
import { startEngine } from './harness';
import type { Engine } from './harness';
import { startSimulator } from '../../simulator/server';
import type { Simulator } from '../../simulator/server';

/** What the importer makes of a specification of another taste. */
async function proposed(api: 'wholesaleSip' | 'inbound', seed: number): Promise<ApiCorrections> {
	const contract = loadContract(api) as unknown as Json;
	const { basePath } = { wholesaleSip, inbound }[api];
	// The simulator holds requests against the contract: what is mandatory in it must be there.
	const taste = { ...namingStyleOf(seed), dropped: new Set<string>() };
	const { document } = alteredDocument(readOperations(contract), basePath, taste, 'OpenAPI 3.0');
	return proposeCorrections(await analyseSpecification(contract, document, basePath)).corrections;
}

const textFor = async (seed: number): Promise<string> =>
	JSON.stringify({
		format: CORRECTIONS_FORMAT,
		version: CORRECTIONS_VERSION,
		wholesaleSip: await proposed('wholesaleSip', seed),
		inbound: await proposed('inbound', seed),
	});

/** Tastes that between them have pages by number, lists in wrappers, flattened containers and switches of two words. */
describe.each([3, 5, 9])('n8n-core against a simulator of another tongue (%i)', (seed) => {
	let simulator: Simulator;
	let engine: Engine;
	let without: Engine;
	beforeAll(async () => {
		const corrections = await textFor(seed);
		simulator = await startSimulator({ clock: 'stepped', corrections });
		engine = await startEngine({ coltOAuth2Api: credentialFor(simulator, { corrections }) });
		without = await startEngine({ coltOAuth2Api: credentialFor(simulator) });
	});
	afterAll(async () => {
		expect(simulator.control.violations()).toEqual([]);
		await simulator.close();
	});
	const run = async (parameters: IDataObject, by = engine, type = 'coltWholesaleSip') =>
		await by.run({ parameters, type });

	it('search, reserve, activate, read', async () => {
		const search = await run({
			resource: 'number',
			operation: 'searchFree',
			country: 'GB',
			numberType: 'Geo',
			limit: 3,
		});
		expect(search.error).toBeUndefined();
		expect(search.json).toHaveLength(3);
		const start = freeNumber(simulator);
		const reserved = await run({
			resource: 'number',
			operation: 'reserve',
			numberRangeStart: start,
			additionalFields: { customerReference: 'My Customer' },
		});
		expect(reserved.error).toBeUndefined();
		expect(reserved.json[0]?.orderId).toMatch(/^[A-Za-z0-9-]{1,36}$/);
		simulator.control.advance(60_000);
		const activated = await run({
			resource: 'number',
			operation: 'activate',
			numberRangeStart: start,
			endCustomer: {
				mappingMode: 'defineBelow',
				value: {
					endCustomerName: 'Example Trading Ltd',
					houseNumber: '1',
					streetName: 'High Street',
					city: 'London',
					postalCode: 'N1 1AA',
				},
			},
		});
		expect(activated.error).toBeUndefined();
		simulator.control.advance(60_000);
		const orderId = { __rl: true, mode: 'id', value: activated.json[0]?.orderId as string };
		const order = await run({ resource: 'order', operation: 'get', orderId });
		expect(order.json[0]).toMatchObject({ orderId: orderId.value, status: 'Completed', orderType: 'activation' });
		expect(simulator.control.numbers({ country: 'GB' }).find((one) => one.start === start)).toMatchObject({
			status: 'Activated',
		});
	});

	it('a list of several pages is read whole', async () => {
		simulator.control.seed({ orders: Array.from({ length: 130 }, () => ({ type: 'activation', country: 'FR' })) });
		const list = await run({ resource: 'order', operation: 'getMany', returnAll: true, filters: { country: 'FR' } });
		expect(list.error).toBeUndefined();
		expect(new Set(list.json.map(({ orderId }) => orderId)).size).toBe(130);
	});

	it('the order trigger tells each change once', async () => {
		const state: IDataObject = {};
		const poll = async () => await engine.poll({ type: 'coltWholesaleSipTrigger', state });
		const ids = simulator.control.seed({
			orders: Array.from({ length: 40 }, () => ({ type: 'activation', country: 'DE' })),
		}).orders;
		await poll();
		simulator.control.advance(1_000);
		for (const { id } of ids) simulator.control.changeOrder(id, { status: 'Failed with error' });
		const told = (await poll())?.map(({ json }) => json.orderId) ?? [];
		expect([...told].sort()).toEqual(ids.map(({ id }) => id).sort());
		expect(await poll()).toBeNull();
	});

	it('Inbound: search and reserve', async () => {
		const search = await run(
			{ resource: 'number', operation: 'searchFree', country: 'GB', limit: 2 },
			engine,
			'coltInbound',
		);
		expect(search.error).toBeUndefined();
		const start = search.json[0]?.numberRangeStart as string;
		const reserved = await run(
			{ resource: 'number', operation: 'reserve', numberRangeStart: start },
			engine,
			'coltInbound',
		);
		expect(reserved.error).toBeUndefined();
		expect(reserved.json[0]?.orderId).toBeDefined();
	});

	it('without corrections an order is refused, and none exists', async () => {
		const start = freeNumber(simulator);
		const reserved = await run({ resource: 'number', operation: 'reserve', numberRangeStart: start }, without);
		expect(reserved.error?.message).toContain('No order was placed');
		expect(simulator.control.numbers({ country: 'GB' }).find((one) => one.start === start)).toMatchObject({
			status: 'Free',
		});
	});
});

it('corrections that cannot be used stop the node before anything is sent', async () => {
	const simulator = await startSimulator({ clock: 'stepped' });
	const engine = await startEngine({ coltOAuth2Api: credentialFor(simulator, { corrections: '{"version":1}' }) });
	const { error } = await engine.run({ parameters: { resource: 'order', operation: 'getMany' } });
	const calls = simulator.control.calls({});
	await simulator.close();
	expect(error?.message).toContain('Corrections (JSON) of the credential cannot be used');
	expect(calls).toEqual([]);
});

describe('pages that lead to one another', () => {
	let simulator: Simulator;
	afterEach(async () => await simulator.close());
	const textOf = (paging: object) =>
		JSON.stringify({
			format: CORRECTIONS_FORMAT,
			version: CORRECTIONS_VERSION,
			wholesaleSip: {
				listOrders: {
					request: { 'query.offset': null },
					answer: { body: 'body.orders', 'header.totalCount': null },
					paging,
				},
			},
		});

	test.each([
		['a cursor', { style: 'cursor', cursor: 'query.after', next: 'body.meta.nextCursor' }],
		['a link', { style: 'link', next: 'body.links.following' }],
	])('%s: every order once, in the list and in the trigger', async (_, paging) => {
		const corrections = textOf(paging);
		simulator = await startSimulator({ clock: 'stepped', corrections });
		const engine = await startEngine({ coltOAuth2Api: credentialFor(simulator, { corrections }) });
		const { orders } = simulator.control.seed({
			orders: Array.from({ length: 230 }, () => ({ type: 'activation', country: 'FR' })),
		});
		const list = await engine.run({ parameters: { resource: 'order', operation: 'getMany', returnAll: true } });
		expect(list.error).toBeUndefined();
		expect(list.json.map(({ orderId }) => orderId).sort()).toEqual(orders.map(({ id }) => id).sort());
		const filtered = await engine.run({
			parameters: { resource: 'order', operation: 'getMany', returnAll: true, filters: { country: 'DE' } },
		});
		expect([filtered.error, filtered.json.length]).toEqual([undefined, 0]);
		const state: IDataObject = {};
		const poll = async () => await engine.poll({ type: 'coltWholesaleSipTrigger', state });
		await poll();
		simulator.control.advance(1_000);
		const changed = orders.slice(0, 200);
		for (const { id } of changed) simulator.control.changeOrder(id, { status: 'Failed with error' });
		const told: unknown[] = [];
		for (let empty = 0; empty < 2;) {
			const items = await poll();
			if (items === null) empty += 1;
			else told.push(...items.map(({ json }) => json.orderId));
		}
		expect([...told].sort()).toEqual(changed.map(({ id }) => id).sort());
	});
});
