import { startSimulated } from './startSimulated';
import type { Simulated } from './startSimulated';

describe('Order: Wait for Status', () => {
	let simulated: Simulated;
	beforeAll(async () => {
		simulated = await startSimulated();
	});
	afterAll(async () => {
		await simulated.simulator.close();
	});
	const order = (status: string) =>
		simulated.simulator.control.seed({ orders: [{ type: 'portIn', country: 'GB', status }] }).orders[0]?.id ?? '';
	const parameters = (orderId: string, more = {}) => ({
		resource: 'order',
		operation: 'waitForStatus',
		orderId: { __rl: true, mode: 'id', value: orderId },
		...more,
	});

	test.each([
		['any final status', 'Completed', [], { reached: true, outcome: 'reached' }],
		[
			'a chosen status, in other capitals',
			'firm ORDER commitment',
			['Firm order commitment'],
			{ reached: true, outcome: 'reached' },
		],
		['another final status', 'Rejected', ['Completed'], { reached: false, outcome: 'finishedOtherwise' }],
	])('%s ends the wait at once', async (_, status, statuses, verdict) => {
		const { json } = await simulated.engine.run({ parameters: parameters(order(status), { statuses }) });
		expect(json[0]).toMatchObject({ status, ...verdict });
	});

	test('the end of the time is no error: the order may yet get there', async () => {
		const { json, error } = await simulated.engine.run({
			parameters: parameters(order('Submitted to operator'), { waitMinutes: 0.01 }),
		});
		expect(error).toBeUndefined();
		expect(json[0]).toMatchObject({
			status: 'Submitted to operator',
			reached: false,
			outcome: 'stillOpen',
			hint: expect.stringContaining('may yet get there') as string,
		});
	});

	test('a change while it waits is seen', async () => {
		const { control } = simulated.simulator;
		const id = order('Submitted to operator');
		control.clearCalls();
		const running = simulated.engine.run({ parameters: parameters(id, { waitMinutes: 5 }) });
		while (control.calls({ operation: 'getOrder' }).length === 0) await new Promise(setImmediate);
		control.changeOrder(id, { status: 'Completed' });
		expect((await running).json[0]).toMatchObject({ status: 'Completed', reached: true });
	});

	test('it ends with the execution', async () => {
		const { control } = simulated.simulator;
		control.clearCalls();
		const stop = new AbortController();
		const running = simulated.engine.run({
			parameters: parameters(order('Submitted to operator'), { waitMinutes: 60 }),
			signal: stop.signal,
		});
		while (control.calls({ operation: 'getOrder' }).length === 0) await new Promise(setImmediate);
		stop.abort();
		const ended = await running.then(
			({ run, error }) => (error?.context as { problem?: { kind: string } } | undefined)?.problem?.kind ?? run.status,
			(error: Error) => error.name,
		);
		expect(ended).toMatch(/cancel/i);
		expect(control.calls({ operation: 'getOrder' }).length).toBeLessThanOrEqual(2);
	});
});
