import { freeNumber, startSimulated } from './startSimulated';
import type { Simulated } from './startSimulated';

/**
 * colt-api section 8: status, code, whether an order may exist after it, how often it is sent when Colt answers so
 * each time.
 */
const ANSWERS: Array<[status: number, code: string, orderOutcome: string, sends: number]> = [
	[400, '001', 'refused', 1],
	[400, '002', 'refused', 1],
	[401, '004', 'refused', 1],
	[403, '001', 'refused', 1],
	[404, '001', 'refused', 1],
	[405, '001', 'refused', 1],
	[406, '001', 'refused', 1],
	[413, '001', 'refused', 1],
	[415, '001', 'refused', 1],
	[500, '001', 'unknown', 3],
	[502, '001', 'unknown', 3],
	[504, '001', 'unknown', 3],
];

describe('what Colt answers becomes an error a person can act on', () => {
	let simulated: Simulated;
	beforeAll(async () => {
		simulated = await startSimulated();
	});
	afterAll(async () => {
		await simulated.simulator.close();
	});
	const reserve = async (more = {}) =>
		await simulated.engine.run({
			parameters: {
				resource: 'number',
				operation: 'reserve',
				numberRangeStart: freeNumber(simulated.simulator),
				...more,
			},
		});

	test.each(ANSWERS)('an order answered %i/%s: %s', async (status, code, outcome, sends) => {
		const { control } = simulated.simulator;
		control.clearCalls();
		control.addFault({ operation: 'reserveNumbers', status, code, message: 'told by Colt', count: sends });
		const { error } = await reserve({ options: { lookUpSeconds: 0 } });
		const { problem } = error?.context as { problem: Record<string, unknown> };
		expect(problem).toMatchObject({ kind: 'api', httpStatus: status, code, vendorMessage: 'told by Colt', outcome });
		expect(error?.message).toContain('told by Colt');
		expect(error?.description).toContain(
			`HTTP status ${status}, Colt code ${code}, tracking ID ${String(problem.trackingId)}`,
		);
		expect(error?.message).toMatch(
			outcome === 'unknown'
				? / The order may exist at Colt: do not send it again before checking\.$/
				: / No order was placed\.$/,
		);
		expect(control.calls({ operation: 'reserveNumbers' })).toHaveLength(sends);
	});

	test.each([
		[429, '001'],
		[503, '001'],
	])('an order answered %i/%s is sent again with the same tracking ID, and placed once', async (status, code) => {
		const { control } = simulated.simulator;
		control.clearCalls();
		const before = control.books().length;
		control.addFault({ operation: 'reserveNumbers', status, code, headers: { 'retry-after': '0' }, count: 2 });
		const { error, json } = await reserve();
		expect(error).toBeUndefined();
		expect(new Set(control.calls({ operation: 'reserveNumbers' }).map(({ trackingId }) => trackingId))).toEqual(
			new Set([json[0]?.trackingId]),
		);
		expect(control.calls({ operation: 'reserveNumbers' })).toHaveLength(3);
		expect(control.books().length - before).toBe(1);
	});

	test.each([429, 500, 502, 503, 504])('a read answered %i is asked again', async (status) => {
		const { control } = simulated.simulator;
		control.clearCalls();
		control.addFault({ operation: 'listOrders', status, headers: { 'retry-after': '0' }, count: 1 });
		const { error } = await simulated.engine.run({ parameters: { resource: 'order', operation: 'getMany', limit: 1 } });
		expect(error).toBeUndefined();
		expect(control.calls({ operation: 'listOrders' })).toHaveLength(2);
	});

	test.each(['expire', 'forget'] as const)('tokens that %s in mid-run cost one renewal and no item', async (how) => {
		const { control } = simulated.simulator;
		await reserve();
		control.endTokens(how);
		control.clearCalls();
		const numbers = control
			.numbers({ country: 'IE', status: 'Free' })
			.filter(({ rangeSize }) => rangeSize === 1)
			.slice(0, 8)
			.map(({ start }) => start);
		const { error, json } = await simulated.engine.run({
			parameters: { resource: 'number', operation: 'reserve', numberRangeStart: '={{ $json.start }}' },
			items: numbers.map((start) => ({ start })),
			executionId: `tokens-${how}`,
		});
		expect(error).toBeUndefined();
		expect(json).toHaveLength(numbers.length);
		expect(control.calls({ operation: 'requestToken' })).toHaveLength(1);
		control.advance(60_000);
		await simulated.engine.run({
			parameters: { resource: 'number', operation: 'return', numberRangeStart: '={{ $json.start }}' },
			items: numbers.map((start) => ({ start })),
			executionId: `back-${how}`,
		});
		control.advance(60_000);
	});

	test('wrong credentials fail once for all items, without the secret and without hammering', async () => {
		const other = await startSimulated({}, { clientSecret: 'wrong-secret-value' });
		const numbers = other.simulator.control
			.numbers({ country: 'GB', status: 'Free' })
			.slice(0, 30)
			.map(({ start }) => start);
		const { outputs } = await other.engine.run({
			parameters: { resource: 'number', operation: 'reserve', numberRangeStart: '={{ $json.start }}' },
			items: numbers.map((start) => ({ start })),
			node: { onError: 'continueRegularOutput' },
		});
		expect(outputs[0]).toHaveLength(numbers.length);
		expect(
			new Set(outputs[0]?.map(({ json }) => JSON.stringify([json.errorKind, json.httpStatus, json.code]))),
		).toEqual(new Set([JSON.stringify(['authentication', 401, '002'])]));
		expect(JSON.stringify(outputs)).not.toContain('wrong-secret-value');
		expect(other.simulator.control.calls({ operation: 'requestToken' })).toHaveLength(1);
		await other.simulator.close();
	});

	test('continue on fail: the others are done, the failed item carries the fields of the error', async () => {
		const { control } = simulated.simulator;
		const numbers = control
			.numbers({ country: 'AT', status: 'Free' })
			.filter(({ rangeSize }) => rangeSize === 1)
			.slice(0, 3)
			.map(({ start }) => start);
		control.addFault({
			operation: 'reserveNumbers',
			status: 400,
			code: '002',
			message: 'Maximum allowed ranges/CLI is 1',
		});
		const { outputs } = await simulated.engine.run({
			parameters: {
				resource: 'number',
				operation: 'reserve',
				numberRangeStart: '={{ $json.start }}',
				options: { parallelCalls: 1 },
			},
			items: numbers.map((start) => ({ start })),
			node: { onError: 'continueRegularOutput' },
			executionId: 'go-on',
		});
		expect(outputs[0]?.map(({ json }) => typeof json.orderId)).toEqual(['undefined', 'string', 'string']);
		expect(outputs[0]?.[0]?.json).toMatchObject({
			httpStatus: 400,
			code: '002',
			vendorMessage: 'Maximum allowed ranges/CLI is 1',
			outcome: 'refused',
			itemIndex: 0,
		});
		expect(outputs[0]?.[0]?.json.remedy).toBeTruthy();
	});

	test('a failure in the middle says which orders were placed', async () => {
		const { control } = simulated.simulator;
		const numbers = control
			.numbers({ country: 'DK', status: 'Free' })
			.filter(({ rangeSize }) => rangeSize === 1)
			.slice(0, 4)
			.map(({ start }) => start);
		const items = [...numbers.slice(0, 2), '+4599999999', ...numbers.slice(2)].map((start) => ({ start }));
		const { error } = await simulated.engine.run({
			parameters: {
				resource: 'number',
				operation: 'reserve',
				numberRangeStart: '={{ $json.start }}',
				options: { parallelCalls: 1 },
			},
			items,
			executionId: 'middle',
		});
		expect(error?.context).toMatchObject({
			itemIndex: 2,
			problem: { placedOrders: [expect.any(String), expect.any(String)] },
		});
		expect(error?.message).toMatch(/^Item 3 of 5 \(\+4599999999\): .* 2 other items are ordered already\.$/);
		const { placedOrders } = (error?.context as { problem: { placedOrders: string[] } }).problem;
		expect(error?.description).toContain(
			`2 of 5 items are ordered already: item 1 (${numbers[0]}, order ${placedOrders[0]}), item 2 (${numbers[1]}, ` +
				`order ${placedOrders[1]}). Before you run the node again, leave them out, or set 'Look for Earlier ` +
				"Orders (Hours)' in its options",
		);
		expect(error?.description).toContain('Not sent: items 4 to 5.');
	});
});
