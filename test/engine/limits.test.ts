import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

import { waitFor } from '../../scripts/lib/waitFor';
import type { Fault } from '../../simulator/faults/fault';
import { freeNumber, startSimulated } from './startSimulated';
import type { Simulated } from './startSimulated';

describe('a call ends, whatever the other side does', () => {
	let simulated: Simulated;
	beforeAll(async () => {
		simulated = await startSimulated();
	});
	afterAll(async () => await simulated.simulator.close());
	beforeEach(async () => {
		await simulated.simulator.control.clearFaults();
		simulated.simulator.control.clearCalls();
	});

	const reserve = async (fault: Omit<Fault, 'operation'>, options: object = { timeoutSeconds: 1 }) => {
		simulated.simulator.control.addFault({ operation: 'reserveNumbers', ...fault });
		return await simulated.engine.run({
			parameters: {
				resource: 'number',
				operation: 'reserve',
				numberRangeStart: freeNumber(simulated.simulator),
				options: { ...options },
			},
		});
	};
	const list = async (fault: Omit<Fault, 'operation'>, options: object = { timeoutSeconds: 1 }) => {
		simulated.simulator.control.addFault({ operation: 'listOrders', ...fault });
		return await simulated.engine.run({
			parameters: { resource: 'order', operation: 'getMany', limit: 1, options: { ...options } },
		});
	};

	test.each<[string, Omit<Fault, 'operation'>, string]>([
		['an answer that drips in', { kind: 'drip', bytesPerSecond: 1 }, 'timeout'],
		['an endless answer', { kind: 'endless' }, 'tooLarge'],
		['an answer that breaks off', { kind: 'cutOff' }, 'cutOff'],
	])('%s: an order is there once, and a read is repeated', async (_, fault, name) => {
		const options = name === 'timeout' ? { timeoutSeconds: 1 } : {};
		const before = simulated.simulator.control.books().length;
		const { error, json } = await reserve({ ...fault, phase: 'after' }, options);
		expect([error, simulated.simulator.control.books().length - before]).toEqual([undefined, 1]);
		expect(json[0]?.orderId).toBe(simulated.simulator.control.books().at(-1)?.id);
		if (name === 'tooLarge') return;
		const read = await list(fault, options);
		expect(read.error).toBeUndefined();
	});

	test('an endless answer is left off at 20 MB', async () => {
		const { error } = await list({ kind: 'endless', count: 9 }, {});
		expect(error?.message).toBe("Colt's answer is larger than this node reads (more than 20 MB)");
		expect(simulated.simulator.control.calls({ operation: 'listOrders' }).length).toBeLessThanOrEqual(1);
		await waitFor('the connection to be closed', () =>
			simulated.simulator.control.calls({ operation: 'listOrders' }).length === 1 ? true : undefined,
		);
	});

	test('the time is that of the item which is sent, not of a bad one before it', async () => {
		const { simulator, engine } = simulated;
		simulator.control.addFault({ operation: 'getOrder', kind: 'silence', count: 9 });
		const { json } = await engine.run({
			parameters: {
				resource: 'order',
				operation: 'get',
				orderId: '={{ $json.id }}',
				options: { timeoutSeconds: '={{ $json.seconds }}' },
			},
			items: [
				{ id: '', seconds: 86_400 },
				{ id: 'A-1', seconds: 1 },
			],
			node: { onError: 'continueRegularOutput' },
		});
		expect(json.map(({ error }) => error)).toEqual([
			expect.stringContaining('Order is empty'),
			expect.stringContaining('after 1 s'),
		]);
	});

	test('a server that takes the connection and says nothing', async () => {
		const server = createServer(() => undefined).listen(0, '127.0.0.1');
		await new Promise((resolve) => server.once('listening', resolve));
		const { engine, simulator } = await startSimulated(
			{},
			{ baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}` },
		);
		const { error } = await engine.run({
			parameters: { resource: 'order', operation: 'getMany', limit: 1, options: { timeoutSeconds: 1 } },
		});
		expect(error?.context).toMatchObject({ problem: { fault: 'timeout', outcome: 'refused' } });
		await simulator.close();
		server.close();
	});
});
