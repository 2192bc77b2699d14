import type { IDataObject, INode } from 'n8n-workflow';

import { askTool } from './agent';
import { freeNumber, startSimulated } from './startSimulated';
import type { Simulated } from './startSimulated';

const FROM_AI = "={{ $fromAI('number', 'the number to reserve') }}";

/** What a model is told by each of n8n's agents, which is all it has to decide whether to call again. */
describe.each([2, 3] as const)('an AI agent of generation %i', (version) => {
	let simulated: Simulated;
	beforeAll(async () => {
		simulated = await startSimulated();
	});
	afterAll(async () => {
		await simulated.simulator.close();
	});

	const ask = async (number: string, node: Partial<INode> = {}) =>
		await askTool(simulated.engine, version, {
			parameters: {
				resource: 'number',
				operation: 'reserve',
				allowOrders: true,
				numberRangeStart: FROM_AI,
				options: { lookUpSeconds: 0 },
			},
			args: { number },
			node,
		});
	const first = async (number: string, node?: Partial<INode>) =>
		(JSON.parse(await ask(number, node)) as Array<Record<string, unknown>>)[0];

	test('is told of an order, first in words', async () => {
		const told = await first(freeNumber(simulated.simulator));
		expect(Object.keys(told ?? {})[0]).toBe('result');
		expect(told).toMatchObject({
			result: `A real order was placed at Colt: ${String(told?.orderId)}`,
			outcome: 'placed',
			orderId: expect.any(String) as unknown,
		});
		expect(told).not.toHaveProperty('raw');
	});

	const tool = async (
		parameters: IDataObject,
		node: Partial<INode> = {},
	): Promise<Record<string, unknown> | undefined> =>
		(JSON.parse(await askTool(simulated.engine, version, { parameters, node })) as Array<Record<string, unknown>>)[0];
	const reserve = (): IDataObject => ({
		resource: 'number',
		operation: 'reserve',
		numberRangeStart: freeNumber(simulated.simulator),
	});

	test.each<[string, IDataObject]>([
		['the builder has not', {}],
		['a model has', { allowOrders: "={{ $fromAI('allow', 'whether to order', 'boolean', true) }}" }],
		['a text says', { allowOrders: 'true' }],
	])('may not order where %s allowed it: told in the first line, nothing sent', async (_, allowed) => {
		const { control } = simulated.simulator;
		const [orders, calls] = [control.books().length, control.calls().length];
		const told = await tool({ ...reserve(), ...allowed });
		expect(told).toMatchObject({
			error: expect.stringMatching(/^This tool may not place orders .* Nothing was sent\.$/) as unknown,
			outcome: 'notSent',
			field: 'Allow Orders',
		});
		expect(Object.keys(told ?? {})[0]).toBe('error');
		expect([control.books().length, control.calls().length]).toEqual([orders, calls]);
	});

	test('may try an order without ordering', async () => {
		const orders = simulated.simulator.control.books().length;
		expect(await tool({ ...reserve(), dryRun: true })).toMatchObject({
			result: "Nothing was sent: 'Dry Run' is on",
			outcome: 'dryRun',
			request: { method: 'POST' },
		});
		expect(simulated.simulator.control.books()).toHaveLength(orders);
	});

	test('reads without leave, and is told when there is nothing', async () => {
		const read = { resource: 'number', operation: 'searchFree', country: 'GB', returnAll: false, limit: 1 };
		expect(await tool(read)).toMatchObject({ numberRangeStart: expect.any(String) as unknown });
		expect(await tool({ ...read, filters: { lac: '9999' } })).toEqual({
			result: 'Colt has nothing that matches',
		});
	});

	test('orders as before with a tool of version 1, which has no switch', async () => {
		expect(await tool(reserve(), { typeVersion: 1 })).toMatchObject({
			orderId: expect.any(String) as unknown,
			raw: expect.any(Object) as unknown,
		});
	});

	test('is told that an order may exist, first of all', async () => {
		const { control } = simulated.simulator;
		control.addFault({ operation: 'reserveNumbers', drop: true, phase: 'after' });
		for (const operation of ['listOrders', 'getNumberOrderHistory', 'searchInventory'])
			control.addFault({ operation, status: 403, count: 50 });
		const told = await first(freeNumber(simulated.simulator));
		await control.clearFaults();
		expect(told).toMatchObject({
			error: expect.stringMatching(/The order may exist at Colt: do not send it again before checking\.$/) as unknown,
			outcome: 'unknown',
			remedy: expect.stringContaining('Before you run it again') as unknown,
			trackingId: expect.any(String) as unknown,
		});
	});

	test('is told that nothing was sent, of which field, and what to do', async () => {
		expect(await first('Main Street')).toMatchObject({
			error: expect.stringMatching(/^Number Range Start .* Nothing was sent\.$/) as unknown,
			outcome: 'notSent',
			field: 'Number Range Start',
			remedy: expect.any(String) as unknown,
		});
	});

	test('is told of a refusal that no order was placed', async () => {
		expect(await first('+442089999999')).toMatchObject({
			error: expect.stringMatching(/No order was placed\.$/) as unknown,
			outcome: 'refused',
			code: '002',
		});
	});

	test.each<[string, Partial<INode>]>([
		['continues', { onError: 'continueRegularOutput' }],
		['retries', { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 }],
	])('is told the same by a tool that %s on error', async (_, node) => {
		expect(await first('+442089999999', node)).toMatchObject({
			error: expect.stringMatching(/No order was placed\.$/) as unknown,
			outcome: 'refused',
		});
	});

	test('stops at a tool that is to stop, with the same first line', async () => {
		const told = await ask('+442089999999', { onError: 'stopWorkflow' });
		expect(told).toMatch(/failed: .* No order was placed\./);
	});

	test('with an error output, which a tool does not have, is told the first line', async () => {
		const told = await ask('+442089999999', { onError: 'continueErrorOutput' });
		expect(told).toContain('No order was placed.');
	});
});
