import type { ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';

import { CORRECTIONS_FORMAT, CORRECTIONS_VERSION } from '../../nodes/shared/corrections/document';
import type { ApiCorrections } from '../../nodes/shared/corrections/document';
import { startSimulator } from '../../simulator/server';
import type { Simulator, SimulatorOptions } from '../../simulator/server';
import { startEngine } from './harness';
import type { Outcome } from './harness';
import { OTHERS, startOther } from './otherServers';
import { credentialFor } from './startSimulated';

const parameters = (more: IDataObject = {}): IDataObject => ({
	resource: 'connection',
	operation: 'checkConnection',
	checkCountry: 'GB',
	...more,
});

const corrected = (wholesaleSip: ApiCorrections): string =>
	JSON.stringify({ format: CORRECTIONS_FORMAT, version: CORRECTIONS_VERSION, wholesaleSip });

async function check(
	url: string,
	{
		credential = {},
		more = {},
		type = 'coltWholesaleSip',
	}: { credential?: ICredentialDataDecryptedObject; more?: IDataObject; type?: string } = {},
): Promise<Outcome> {
	const engine = await startEngine({
		coltOAuth2Api: {
			environment: 'custom',
			baseUrl: url,
			clientId: 'client-of-the-check',
			clientSecret: 'secret-of-the-check',
			serviceProfile: '',
			accessToken: '',
			...credential,
		},
	});
	return await engine.run({ parameters: parameters(more), type });
}

/** A simulator with orders and numbers of an account. */
async function lived(options: SimulatorOptions = {}): Promise<Simulator> {
	const simulator = await startSimulator({ clock: 'stepped', ...options });
	simulator.control.seed({
		orders: Array.from({ length: 6 }, (_, index) => ({
			type: index % 2 === 0 ? 'activation' : 'portIn',
			country: 'GB',
			...(index % 3 === 0 && { status: 'Completed' }),
		})),
	} as never);
	return simulator;
}

const callsOf = ({ json }: Outcome): IDataObject[] => json.filter((item) => item.kind === 'call');
const resultsOf = (outcome: Outcome): Record<string, unknown> =>
	Object.fromEntries(callsOf(outcome).map(({ call, result }) => [String(call as string), result]));

describe('Check Connection against the simulator', () => {
	let simulator: Simulator;
	let outcome: Outcome;
	beforeAll(async () => {
		simulator = await lived();
		const activated = simulator.control.numbers({ country: 'GB', status: 'Free' })[0];
		expect(activated).toBeDefined();
		outcome = await check(simulator.url, {
			credential: credentialFor(simulator),
			more: { checkNumber: '+442081324758' },
		});
	});
	afterAll(async () => await simulator.close());

	it('finds everything as inferred, and has only read', () => {
		expect(outcome.error).toBeUndefined();
		const [summary] = outcome.json;
		expect(summary).toMatchObject({ kind: 'summary', ok: true });
		expect(new Set(Object.values(resultsOf(outcome)))).toEqual(new Set(['as inferred']));
		expect(Object.keys(resultsOf(outcome))).toEqual(
			expect.arrayContaining(['Free numbers', 'Inventory', 'Orders', 'One order', 'Portability check']),
		);
		const operations = new Set(simulator.control.calls({}).map(({ operation }) => operation));
		expect(
			[...operations].filter((name) =>
				/reserve|activate|return|port(?:In|Update)|update|lock|Backfill|bulk/i.test(String(name)),
			),
		).toEqual([]);
		expect(outcome.json.filter(({ kind }) => kind === 'proposal')).toEqual([]);
	});

	it('tries totals, pages, filters and dates', () => {
		const tried = callsOf(outcome).flatMap(({ tried: texts }) => texts as string[]);
		for (const text of [
			/^Total: as inferred/,
			/^Pages: as inferred/,
			/^Orders by status: as inferred/,
			/^Orders by type: as inferred/,
			/^Date createdAt: as inferred/,
		])
			expect(tried).toContainEqual(expect.stringMatching(text));
	});

	it('has no number, order ID, secret or token in its output', () => {
		const text = JSON.stringify(outcome.json);
		expect(text).not.toMatch(/\+?44\d{6,}/);
		for (const { id } of simulator.control.books({}) as Array<{ id: string }>) expect(text).not.toContain(id);
		for (const secret of [simulator.clientId, simulator.clientSecret, 'Bearer']) expect(text).not.toContain(secret);
	});
});

it('tells what is otherwise: total, filters, pages, names', async () => {
	const simulator = await lived();
	await fetch(`${simulator.controlUrl}/settings`, {
		method: 'POST',
		body: JSON.stringify({
			hideTotal: true,
			ignoredFilters: ['listOrders.status', 'offset'],
			statusName: 'lifecycleStage',
		}),
		headers: { 'content-type': 'application/json' },
	});
	const outcome = await check(simulator.url, { credential: credentialFor(simulator) });
	await simulator.close();
	const [summary] = outcome.json;
	expect(summary).toMatchObject({ ok: false });
	expect(resultsOf(outcome).Orders).toBe('otherwise');
	const orders = callsOf(outcome).find(({ call }) => call === 'Orders');
	expect(orders?.notKnown).toContain('lifecycleStage');
	expect(orders?.notSeen).toContain('status');
	const tried = orders?.tried as string[];
	expect(tried).toContainEqual(expect.stringMatching(/^Pages: otherwise/));
	expect(tried).toContainEqual(expect.stringMatching(/^Total: otherwise/));
	const proposals = outcome.json.filter(({ kind }) => kind === 'proposal');
	expect(proposals).toContainEqual(
		expect.objectContaining({ operation: 'listOrders', name: 'body[].status', proposal: 'body[].lifecycleStage' }),
	);
	expect(summary?.report).toContain('lifecycleStage');
});

it('the Inbound API is checked too', async () => {
	const simulator = await lived();
	const outcome = await check(simulator.url, {
		credential: credentialFor(simulator),
		type: 'coltInbound',
	});
	await simulator.close();
	expect(outcome.error).toBeUndefined();
	expect(resultsOf(outcome)).toMatchObject({ 'Free numbers': 'as inferred' });
	expect(outcome.json[0]).toMatchObject({ ok: true });
});

describe('a server that is not Colt', () => {
	test.each(Object.keys(OTHERS))('%s', async (name) => {
		const other = await startOther(OTHERS[name] as never);
		const outcome = await check(other.url);
		await other.close();
		expect(outcome.error).toBeUndefined();
		const [summary] = outcome.json;
		expect(summary?.ok).toBe(false);
		expect(summary?.verdict).toMatch(/not Colt's API|otherwise|no answer|not by Colt/);
		expect(callsOf(outcome).length).toBeGreaterThan(2);
		expect(JSON.stringify(outcome.json)).not.toMatch(/Jane|OTHER-TOKEN|secret-of-the-check/);
		expect(other.asked.filter((one) => !one.startsWith('GET '))).toEqual([]);
	});

	test.each(['HTML for all', '404 as HTML', '404 as JSON of another taste', 'a redirect'])(
		'without a token: %s',
		async (name) => {
			const other = await startOther(OTHERS[name] as never, false);
			const outcome = await check(other.url);
			await other.close();
			expect(outcome.json[0]?.verdict).toContain('There is no access token');
			expect(new Set(Object.values(resultsOf(outcome)))).toEqual(new Set(['not sent']));
		},
	);
});

it('a dead server, and a wrong login', async () => {
	const dead = await startOther(() => undefined);
	await dead.close();
	const gone = await check(dead.url);
	expect(gone.json[0]).toMatchObject({ ok: false });
	expect(gone.json[0]?.verdict).toContain('could not be reached');
	const simulator = await startSimulator({ clock: 'stepped' });
	const wrong = await check(simulator.url);
	await simulator.close();
	expect(wrong.json[0]?.verdict).toContain('does not accept this client ID');
	expect(JSON.stringify(wrong.json)).not.toContain('secret-of-the-check');
});

describe('corrections never make it write', () => {
	const read = { 'body.ranges': 'body.numberRangeList' };
	test.each<[string, ApiCorrections, string]>([
		['another method', { listOrders: { method: 'DELETE' } }, 'Orders'],
		['a POST where orders are placed', { listOrders: { method: 'POST', path: '/v1/return/order' } }, 'Orders'],
		[
			'the portability check as an order',
			{ checkPortability: { path: '/v1/portIn/order', request: read } },
			'Portability check',
		],
		[
			'in other signs',
			{ checkPortability: { path: '/v1/check/../%70ortIn/Order/', request: read } },
			'Portability check',
		],
		[
			'another API',
			{ checkPortability: { path: '/inbound/v1/numberCollectionReservation', request: read } },
			'Portability check',
		],
		['a POST to anywhere', { checkPortability: { path: '/v9/do', request: read } }, 'Portability check'],
		['an override of the method', { listOrders: { always: { 'header.X-HTTP-Method-Override': 'DELETE' } } }, 'Orders'],
		['the same in the query', { listOrders: { always: { 'query._method': 'DELETE' } } }, 'Orders'],
		[
			'where a corrected order is placed',
			{ listOrders: { method: 'POST', path: '/v5/list/new' }, returnNumbers: { path: '/v5/list/new' } },
			'Orders',
		],
	])('%s', async (_, corrections, call) => {
		const simulator = await lived();
		const outcome = await check(simulator.url, {
			credential: credentialFor(simulator, { corrections: corrected(corrections) }),
			more: { checkNumber: '+442081324758' },
		});
		const methods = new Set(simulator.control.calls({}).map(({ method, path }) => `${String(method)} ${String(path)}`));
		const orders = simulator.control.books({}).length;
		await simulator.close();
		expect(resultsOf(outcome)[call]).toBe('not sent');
		expect(outcome.json.find((item) => item.call === call)?.message).toContain('a check of the connection only reads');
		expect([...methods].filter((one) => !/^GET |^POST \S*(?:oauth\/token|checkPortability)/.test(one))).toEqual([]);
		expect(orders).toBe(6);
	});
});
