import type { IDataObject } from 'n8n-workflow';

import { startEngine } from './harness';
import { credentialFor, freeNumber, startSimulated } from './startSimulated';
import type { Simulated } from './startSimulated';

const NOBODY = '+442089999999';

describe('what an execution asks for twice', () => {
	let simulated: Simulated;
	beforeEach(async () => {
		simulated = await startSimulated({ settings: { acceptRepeats: true } });
	});
	afterEach(async () => await simulated.simulator.close());
	const control = () => simulated.simulator.control;
	const booked = (start: string) =>
		control()
			.books()
			.filter(({ ranges = [] }) => ranges.some((range) => range.start === start));
	const reserve = (more: IDataObject = {}): IDataObject => ({
		resource: 'number',
		operation: 'reserve',
		numberRangeStart: '={{ $json.start }}',
		...more,
	});

	test('an expression that differs in each try places nothing twice under Retry On Fail', async () => {
		const start = freeNumber(simulated.simulator);
		const { error } = await simulated.engine.run({
			parameters: reserve({
				additionalFields: { customerReference: '={{ "at " + $now.toMillis() + Math.random() }}' },
				options: { parallelCalls: 1 },
			}),
			items: [{ start }, { start: NOBODY }],
			node: { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 },
		});
		expect(error?.description).toContain('1 of 2 items is ordered already: item 1 (');
		expect(control().calls({ operation: 'reserveNumbers' })).toHaveLength(4);
		expect(booked(start)).toHaveLength(1);
	});

	test('two items that ask for the same are two orders, where Local Checks are off', async () => {
		const start = freeNumber(simulated.simulator);
		const parameters = reserve({ options: { localChecks: false } });
		const { json } = await simulated.engine.run({ parameters, items: [{ start }, { start }] });
		expect(new Set(json.map(({ orderId }) => orderId))).toEqual(new Set(booked(start).map(({ id }) => id)));
		expect(new Set(json.map(({ trackingId }) => trackingId)).size).toBe(2);
		expect(booked(start)).toHaveLength(2);
	});

	test('an order of one environment is none of another', async () => {
		const other = await startSimulated({ seed: 2 });
		const start = '+442081000001';
		for (const { control: each } of [simulated.simulator, other.simulator])
			each.seed({ numbers: [{ start, country: 'GB' }] });
		const asked = {
			parameters: reserve({ options: { parallelCalls: 1 } }),
			items: [{ start }, { start: NOBODY }],
			executionId: 'switched',
		};
		expect((await simulated.engine.run(asked)).error).toBeDefined();
		const switched = await startEngine({ coltOAuth2Api: credentialFor(other.simulator) });
		const { error } = await switched.run(asked);
		expect(error?.description).toContain('1 of 2 items is ordered already: item 1 (');
		expect(other.simulator.control.books()).toHaveLength(1);
		await other.simulator.close();
	});

	test("an option that fails on the first item is that item's failure alone", async () => {
		const items = control()
			.numbers({ country: 'GB', status: 'Free' })
			.filter(({ rangeSize }) => rangeSize === 1)
			.slice(0, 4)
			.map(({ start }, index) => ({ start, isBad: index === 0 }));
		const { json } = await simulated.engine.run({
			parameters: reserve({
				options: { trackingId: '={{ $json.isBad ? $("Nowhere").first().json.id : "own-" + $json.start.slice(1) }}' },
			}),
			items,
			node: { onError: 'continueRegularOutput' },
		});
		expect(json[0]).toMatchObject({ field: 'Options', outcome: 'notSent', itemIndex: 0 });
		expect(json.slice(1).every(({ orderId }) => typeof orderId === 'string')).toBe(true);
		expect(control().books()).toHaveLength(3);
	});
});
