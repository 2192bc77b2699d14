import type { IDataObject } from 'n8n-workflow';

import { freeNumber, startSimulated } from './startSimulated';
import type { Simulated } from './startSimulated';

const ENDUSER = {
	mappingMode: 'defineBelow',
	value: {
		endCustomerName: 'Example Trading Ltd',
		houseNumber: '1',
		streetName: 'High Street',
		city: 'London',
		postalCode: 'N1 1AA',
	},
};
const HOUR_MS = 3_600_000;

describe('what is known of an order is known by what was ordered', () => {
	let simulated: Simulated;
	beforeEach(async () => {
		simulated = await startSimulated({ settings: { acceptRepeats: true } });
	});
	afterEach(async () => await simulated.simulator.close());
	const control = () => simulated.simulator.control;
	const run = async (parameters: IDataObject, more: Partial<Parameters<Simulated['engine']['run']>[0]> = {}) =>
		await simulated.engine.run({ parameters, ...more });
	const booked = (type: string) =>
		control()
			.books()
			.filter((order) => order.type === type);

	const update = (start: string, options: IDataObject = {}): IDataObject => ({
		resource: 'number',
		operation: 'updateEndCustomer',
		numberRangeStart: start,
		updateAction: 'MODIFY',
		endCustomer: ENDUSER,
		options: { lookUpSeconds: 1, ...options },
	});
	const held = (start: string, status: 'Activated' | 'Reserved' | 'Free' = 'Activated'): string => {
		control().seed({ numbers: [{ start, country: 'GB', status }] });
		return start;
	};
	const portIn = (): string =>
		control().seed({
			orders: [
				{
					type: 'portIn',
					country: 'GB',
					status: 'Submitted to operator',
					ranges: [{ start: '+442079460101', end: '+442079460101' }],
					portDate: '2099-05-04',
				},
			],
		}).orders[0]?.id ?? '';
	const note = (orderId: string, options: IDataObject = {}): IDataObject => ({
		resource: 'porting',
		operation: 'sendNote',
		orderId: { __rl: true, mode: 'id', value: orderId },
		notes: 'Please call first',
		options: { lookUpSeconds: 1, parallelCalls: 1, ...options },
	});

	test('Look for Earlier Orders finds the order of the same process: one update, however often it is run', async () => {
		const start = held('+442081350001');
		const [first, ...again] = [
			await run(update(start, { lookBackHours: 24 })),
			await run(update(start, { lookBackHours: 24 })),
			await run(update(start, { lookBackHours: 24 })),
		].map(({ json }) => json[0]);
		for (const item of again) expect(item).toMatchObject({ orderId: first?.orderId, alreadyPlaced: true });
		expect(booked('updateCustomer')).toHaveLength(1);
	});

	test('the option counts hours', async () => {
		const start = held('+442081350002');
		await run(update(start));
		control().advance(2 * HOUR_MS);
		const found = await run(update(start, { lookBackHours: 3 }));
		expect(found.json[0]).toMatchObject({ alreadyPlaced: true });
		expect(booked('updateCustomer')).toHaveLength(1);
		await run(update(start, { lookBackHours: 1 }));
		expect(booked('updateCustomer')).toHaveLength(2);
	});

	test('without the option a new execution orders anew, a retry of the same does not', async () => {
		const start = held('+442081350003');
		const [first, retry, next] = [
			await run(update(start), { executionId: 'one' }),
			await run(update(start), { executionId: 'one' }),
			await run(update(start), { executionId: 'two' }),
		].map(({ json }) => json[0]);
		expect(retry).toMatchObject({ orderId: first?.orderId, alreadyPlaced: true });
		expect(next?.alreadyPlaced).toBeUndefined();
		expect(booked('updateCustomer')).toHaveLength(2);
	});

	test.each<[string, Partial<Parameters<Simulated['engine']['run']>[0]>]>([
		['another execution', { executionId: 'later' }],
		['another place in the same execution', { executionId: 'lost', items: [{ other: true }, {}] }],
	])('an order whose answer was lost and that could not be looked for is found from %s', async (_, more) => {
		const orderId = portIn();
		control().addFault({ operation: 'updatePort', phase: 'after', status: 504 });
		control().addFault({ operation: 'listOrders', status: 403, count: 50 });
		control().addFault({ operation: 'getOrder', status: 403, count: 50 });
		const lost = await run(note(orderId), { executionId: 'lost' });
		expect(lost.error?.description).toContain('may exist');
		await control().clearFaults();
		const parameters =
			more.items === undefined
				? note(orderId)
				: { ...note(orderId), notes: '={{ $json.other ? "Other" : "Please call first" }}' };
		const { json } = await run(parameters, more);
		expect(json.at(-1)).toMatchObject({ outcome: 'adopted', alreadyPlaced: true });
		expect(booked('portUpdate')).toHaveLength(more.items?.length ?? 1);
	});

	test('an order lost on its way is not sent again while it may still show; after an hour it is', async () => {
		const orderId = portIn();
		control().addFault({ operation: 'updatePort', phase: 'before', status: 504 });
		expect((await run(note(orderId))).error).toBeDefined();
		expect((await run(note(orderId))).error?.message).toContain('still not known');
		expect(booked('portUpdate')).toHaveLength(0);
		const later = Date.now() + HOUR_MS;
		const clock = jest.spyOn(Date, 'now').mockImplementation(() => later);
		const { json } = await run(note(orderId));
		clock.mockRestore();
		expect(json[0]?.orderId).toBe(booked('portUpdate')[0]?.id);
		expect(booked('portUpdate')).toHaveLength(1);
	});

	test('two equal notes that were both clearly sent stay two, in one run and in the next', async () => {
		const orderId = portIn();
		const { json } = await run(note(orderId), { items: [{}, {}] });
		expect(new Set(json.map((item) => item.orderId)).size).toBe(2);
		await run(note(orderId));
		expect(booked('portUpdate')).toHaveLength(3);
	});

	test('a reservation by lock whose answer is lost is found; none of another lock is taken for it', async () => {
		const lac = '3999';
		const start = '+442081350010';
		control().seed({ numbers: [{ start, country: 'GB', lac }] });
		const { json: locks } = await run({ resource: 'freeNumberSupply', operation: 'lock', country: 'GB', lac });
		const reserve = (options: IDataObject = {}): IDataObject => ({
			resource: 'number',
			operation: 'reserve',
			reserveBy: 'lockId',
			lockId: locks[0]?.lockId,
			lockCountry: 'GB',
			options: { lookUpSeconds: 1, ...options },
		});
		control().addFault({ operation: 'reserveNumbers', phase: 'after', status: 504 });
		const { json } = await run(reserve());
		expect(json[0]).toMatchObject({ outcome: 'adopted', orderId: booked('reservation')[0]?.id });
		const looked = await run(reserve({ lookBackHours: 24 }));
		expect(looked.error?.description).toContain('may be it');
		const still = await run(reserve({ lookBackHours: 24 }));
		expect(still.error?.description).toContain('may be it');
		expect(booked('reservation')).toHaveLength(1);
	});

	test('an order for a free number that Colt provably did not take is sent again', async () => {
		const start = freeNumber(simulated.simulator);
		control().addFault({ operation: 'reserveNumbers', phase: 'before', status: 504 });
		const reserve = {
			resource: 'number',
			operation: 'reserve',
			numberRangeStart: start,
			options: { lookUpSeconds: 1 },
		};
		expect((await run(reserve)).json[0]).toMatchObject({ outcome: 'resent' });
	});
});
