import type { IDataObject } from 'n8n-workflow';

import { freeNumber, startSimulated } from './startSimulated';
import type { Simulated } from './startSimulated';

/** The answer is lost, spoiled or an error, and the order was placed before (`after`) or not (`before`). */
const UNCLEAR: Array<[name: string, fault: { status?: number; drop?: boolean }]> = [
	['HTTP 500', { status: 500 }],
	['HTTP 502', { status: 502 }],
	['HTTP 504', { status: 504 }],
	['a broken connection', { drop: true }],
];

/** Long enough for some looks, short enough for a test. */
const options = { lookUpSeconds: 1 };

describe('an order whose answer is unclear, at the simulator', () => {
	let simulated: Simulated;
	beforeAll(async () => {
		simulated = await startSimulated();
	});
	afterAll(async () => {
		expect(simulated.simulator.control.violations()).toEqual([]);
		await simulated.simulator.close();
	});
	const control = () => simulated.simulator.control;
	const run = async (parameters: IDataObject, more: Partial<Parameters<Simulated['engine']['run']>[0]> = {}) =>
		await simulated.engine.run({ parameters: { options, ...parameters }, ...more });
	const booked = (type: string, start: string) =>
		control()
			.books()
			.filter((order) => order.type === type && (order.ranges ?? []).some((range) => range.start === start));
	const reserve = (start: string): IDataObject => ({
		resource: 'number',
		operation: 'reserve',
		numberRangeStart: start,
	});

	test.each(UNCLEAR)('%s after it was placed: found, told as adopted, not sent again', async (_, fault) => {
		const start = freeNumber(simulated.simulator);
		control().clearCalls();
		control().addFault({ operation: 'reserveNumbers', phase: 'after', ...fault });
		const { error, json } = await run(reserve(start));
		expect(error).toBeUndefined();
		const [order] = booked('reservation', start);
		expect(json).toMatchObject([
			{
				orderId: order?.id,
				outcome: 'adopted',
				numberRangeStart: start,
				trackingId: order?.trackingId,
			},
		]);
		expect(control().calls({ operation: 'reserveNumbers' })).toHaveLength(1);
		expect(booked('reservation', start)).toHaveLength(1);
	});

	test.each(UNCLEAR)(
		'%s before it was placed: provably not there, sent again with the same tracking ID',
		async (_, fault) => {
			const start = freeNumber(simulated.simulator);
			control().clearCalls();
			control().addFault({ operation: 'reserveNumbers', phase: 'before', ...fault });
			const { error, json } = await run(reserve(start));
			expect(error).toBeUndefined();
			expect(json).toMatchObject([{ outcome: 'resent', orderId: booked('reservation', start)[0]?.id }]);
			expect(
				new Set(
					control()
						.calls({ operation: 'reserveNumbers' })
						.map(({ trackingId }) => trackingId),
				),
			).toEqual(new Set([json[0]?.trackingId]));
			expect(booked('reservation', start)).toHaveLength(1);
		},
	);

	test('an ordinary order says nothing of all this', async () => {
		const { json } = await run(reserve(freeNumber(simulated.simulator)));
		expect(json[0]).toMatchObject({ outcome: 'placed' });
		expect(json[0]).not.toHaveProperty('alreadyPlaced');
	});

	test('a fault that stays ends as "may exist", with what was looked at and the tracking ID', async () => {
		const start = freeNumber(simulated.simulator);
		control().clearCalls();
		control().addFault({ operation: 'reserveNumbers', phase: 'before', status: 504, count: 3 });
		const { error } = await run(reserve(start), { executionId: 'stays' });
		const { problem } = error?.context as { problem: IDataObject };
		expect(problem).toMatchObject({ outcome: 'unknown', httpStatus: 504 });
		expect(error?.description).toContain('The order may exist. The node looked for it');
		expect(error?.description).toContain(problem.trackingId as string);
		expect(control().calls({ operation: 'reserveNumbers' })).toHaveLength(3);
		expect(booked('reservation', start)).toEqual([]);
		// Retry On Fail: the try after it looks first, and then places it once.
		const again = await run(reserve(start), { executionId: 'stays' });
		expect(again.error).toBeUndefined();
		expect(booked('reservation', start)).toHaveLength(1);
	});

	test('an update, which no status would refuse, is found but never sent again', async () => {
		const start = freeNumber(simulated.simulator, 'GB');
		const endCustomer = {
			mappingMode: 'defineBelow',
			value: {
				endCustomerName: 'Example Trading Ltd',
				houseNumber: '1',
				streetName: 'High Street',
				city: 'London',
				postalCode: 'N1 1AA',
			},
		};
		await run({ resource: 'number', operation: 'activate', numberRangeStart: start, endCustomer });
		control().advance(60_000);
		const update = {
			resource: 'number',
			operation: 'updateEndCustomer',
			numberRangeStart: start,
			updateAction: 'MODIFY',
			endCustomer,
		};
		control().addFault({ operation: 'updateCustomer', phase: 'after', status: 502 });
		const found = await run(update);
		expect(found.json).toMatchObject([{ outcome: 'adopted', orderId: booked('updateCustomer', start)[0]?.id }]);
		control().advance(60_000);
		control().addFault({ operation: 'updateCustomer', phase: 'before', status: 502 });
		control().clearCalls();
		const lost = await run(update, { executionId: 'update' });
		expect(lost.error?.context).toMatchObject({ problem: { outcome: 'unknown', httpStatus: 502 } });
		expect(lost.error?.description).toMatch(/may exist.*no such order was found.*Number: Get Order History/);
		const again = await run(update, { executionId: 'update' });
		expect(again.error?.description).toMatch(/may exist/);
		expect(control().calls({ operation: 'updateCustomer' })).toHaveLength(1);
		expect(booked('updateCustomer', start)).toHaveLength(1);
	});

	test("two items for the same number: the order of one is not taken for the other's", async () => {
		const start = freeNumber(simulated.simulator, 'FR');
		control().addFault({ operation: 'reserveNumbers', phase: 'after', status: 504 });
		const { outputs } = await run(
			{ ...reserve(start) },
			{ items: [{}, {}], node: { onError: 'continueRegularOutput' } },
		);
		const placed = outputs[0]?.filter(({ json }) => json.orderId !== undefined) ?? [];
		expect(placed).toHaveLength(1);
		expect(booked('reservation', start)).toHaveLength(1);
	});

	test('200 orders, the answers of twenty unclear: 200 in the books, and a hint sums it up', async () => {
		const { control: own, url } = simulated.simulator;
		expect(url).toBeDefined();
		const numbers = Array.from({ length: 200 }, (_, index) => `+442089${String(index).padStart(6, '0')}`);
		own.seed({ numbers: numbers.map((start) => ({ start, country: 'GB' as const })) });
		// No more than are under way at once: none of these strikes an order that is sent again.
		for (let index = 0; index < 10; index += 1) {
			own.addFault({ operation: 'reserveNumbers', phase: 'after', status: 504 });
			own.addFault({ operation: 'reserveNumbers', phase: 'before', status: 504 });
		}
		const {
			error,
			json,
			run: done,
		} = await run({ ...reserve('={{ $json.start }}') }, { items: numbers.map((start) => ({ start })) });
		expect(error).toBeUndefined();
		const outcomes = json.map(({ outcome }) => outcome);
		expect([
			outcomes.filter((outcome) => outcome === 'adopted').length,
			outcomes.filter((outcome) => outcome === 'resent').length,
		]).toEqual([10, 10]);
		for (const start of numbers) expect(booked('reservation', start)).toHaveLength(1);
		const hints = done.data.resultData.runData.Colt?.at(-1)?.hints ?? [];
		expect(hints.map(({ message }) => message).join()).toMatch(/10 of 200.*found.*10 of 200.*sent again/s);
	});
});
