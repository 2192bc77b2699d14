import { freeNumber, startSimulated } from './startSimulated';
import type { Simulated } from './startSimulated';

const END_CUSTOMER = {
	mappingMode: 'defineBelow',
	value: {
		endCustomerName: 'Example Trading Ltd',
		houseNumber: '1',
		streetName: 'High Street',
		city: 'London',
		postalCode: 'N1 1AA',
	},
};

const DUTCH = {
	endCustomerName: 'Voorbeeld BV',
	houseNumber: '1',
	streetName: 'Dam',
	city: 'Amsterdam',
	postalCode: '1012JS',
	directoryListingName: 'Voorbeeld',
	emergencyHouseNumber: '2',
	emergencyStreetName: 'Neude',
	emergencyCity: 'Utrecht',
	emergencyPostalCode: '3512AD',
};

describe('numbers and orders through n8n-core against the simulator', () => {
	let simulated: Simulated;
	beforeAll(async () => {
		simulated = await startSimulated();
	});
	afterAll(async () => {
		expect(simulated.simulator.control.violations()).toEqual([]);
		await simulated.simulator.close();
	});
	const run = async (parameters: Parameters<Simulated['engine']['run']>[0]['parameters'], more = {}) =>
		await simulated.engine.run({ parameters, ...more });

	test('search, reserve, activate, check, return: a number through its life', async () => {
		const { control } = simulated.simulator;
		const search = await run({
			resource: 'number',
			operation: 'searchFree',
			country: 'GB',
			numberType: 'Geo',
			limit: 3,
		});
		expect(search.error).toBeUndefined();
		expect(search.json).toHaveLength(3);
		const start = search.json[0]?.numberRangeStart as string;

		const reserved = await run({
			resource: 'number',
			operation: 'reserve',
			numberRangeStart: start,
			additionalFields: { customerReference: 'My Customer' },
		});
		expect(reserved.json[0]).toMatchObject({ numberRangeStart: start, numberRangeEnd: start, country: 'GB' });
		expect(reserved.json[0]?.orderId).toMatch(/^[A-Za-z0-9-]{1,36}$/);
		expect(reserved.json[0]?.trackingId).toMatch(/^n8n-[0-9a-f]{32}$/);
		expect(control.calls({ operation: 'reserveNumbers' })[0]?.trackingId).toBe(reserved.json[0]?.trackingId);
		control.advance(60_000);

		const activated = await run({
			resource: 'number',
			operation: 'activate',
			numberRangeStart: start,
			endCustomer: END_CUSTOMER,
		});
		expect(activated.error).toBeUndefined();
		control.advance(60_000);
		const order = await run({
			resource: 'order',
			operation: 'get',
			orderId: { __rl: true, mode: 'id', value: activated.json[0]?.orderId as string },
		});
		expect(order.json[0]).toMatchObject({
			orderId: activated.json[0]?.orderId,
			status: 'Completed',
			orderType: 'activation',
		});

		const details = await run({ resource: 'number', operation: 'get', numberRangeStart: start });
		expect(details.json[0]).toMatchObject({
			status: 'Activated',
			endCustomerName: 'Example Trading Ltd',
			city: 'London',
		});

		await run({ resource: 'number', operation: 'return', numberRangeStart: start });
		control.advance(60_000);
		const held = await run({ resource: 'number', operation: 'getMany', filters: { cli: start } });
		expect(held.json.map(({ status }) => status)).toEqual(['Quarantined']);
	});

	test('Dutch details stand with the number when told so, and nowhere else', async () => {
		const { simulator } = simulated;
		const start = freeNumber(simulator, 'NL');
		const endCustomer = { mappingMode: 'defineBelow', value: DUTCH };
		const parameters = {
			resource: 'number',
			operation: 'activate',
			numberRangeStart: start,
			endCustomer,
			additionalFields: { detailsLevel: 'cli' },
		};
		const { error } = await run(parameters);
		expect(error).toBeUndefined();
		const { body } = simulator.control.calls({ operation: 'activateNumbers' }).at(-1) ?? {};
		expect(body).toMatchObject({
			numberRangeList: [
				{
					numberRangeStart: start,
					endCustomerDetails: { endCustomerName: 'Voorbeeld BV' },
					emergencyAddress: { city: 'Utrecht', country: 'NL' },
				},
			],
		});
		expect(Object.keys(body as object).sort()).toEqual(['numberRangeList', 'productOffering', 'relatedParty']);
		const elsewhere = await run({
			...parameters,
			numberRangeStart: freeNumber(simulator, 'GB'),
			endCustomer: END_CUSTOMER,
		});
		expect(elsewhere.error?.context).toMatchObject({ problem: { field: 'Details Level (NL)', outcome: 'notSent' } });
	});

	test('several items keep their order and their pair', async () => {
		const numbers = simulated.simulator.control
			.numbers({ country: 'DE', status: 'Free' })
			.filter(({ rangeSize }) => rangeSize === 1)
			.slice(0, 6)
			.map(({ start }) => start);
		const { outputs } = await run(
			{ resource: 'number', operation: 'reserve', numberRangeStart: '={{ $json.start }}' },
			{ items: numbers.map((start) => ({ start })) },
		);
		expect(outputs[0]?.map(({ json, pairedItem }) => [json.numberRangeStart, pairedItem])).toEqual(
			numbers.map((start, item) => [start, { item }]),
		);
	});

	test('Return All reads every page, Limit stops early', async () => {
		const all = await run({ resource: 'number', operation: 'searchFree', country: 'NL', returnAll: true });
		const stock = simulated.simulator.control.numbers({ country: 'NL', status: 'Free' });
		expect(all.json.map(({ numberRangeStart }) => numberRangeStart).sort()).toEqual(
			stock.map(({ start }) => start).sort(),
		);
		const some = await run({ resource: 'number', operation: 'searchFree', country: 'NL', limit: 2 });
		expect(some.json).toHaveLength(2);
	});

	test('extra query parameters and the body patch are applied last', async () => {
		const start = freeNumber(simulated.simulator);
		const { error } = await run({
			resource: 'number',
			operation: 'reserve',
			numberRangeStart: start,
			additionalFields: { customerReference: 'gone' },
			options: {
				trackingId: 'my-own.id~1',
				bodyPatch: '{"relatedParty":{"reseller":{"serviceProfile":"ANH"},"endCustomerDetails":null}}',
				extraQuery: { parameter: [{ name: 'debug', value: '1' }] },
			},
		});
		expect(error).toBeUndefined();
		const call = simulated.simulator.control.calls({ trackingId: 'my-own.id~1' })[0];
		expect(call?.query).toEqual({ debug: '1' });
		expect(call?.body).toEqual({
			numberRangeList: [{ numberRangeStart: start, numberRangeEnd: start }],
			productOffering: { name: 'Wholesale SIP' },
			relatedParty: { reseller: { country: 'GB', serviceProfile: 'ANH' } },
		});
	});

	test('a credential with a default service profile fills it in where the item names none', async () => {
		const other = await startSimulated({}, { serviceProfile: 'ANH' });
		const { error } = await other.engine.run({
			parameters: { resource: 'number', operation: 'reserve', numberRangeStart: freeNumber(other.simulator) },
		});
		expect(error).toBeUndefined();
		expect(other.simulator.control.calls({ operation: 'reserveNumbers' })[0]?.body).toMatchObject({
			relatedParty: { reseller: { serviceProfile: 'ANH' } },
		});
		await other.simulator.close();
	});

	test('a number that is not held is an error that says so', async () => {
		const { error } = await run({ resource: 'number', operation: 'get', numberRangeStart: '+442079460000' });
		expect(error?.message).toBe('Your inventory at Colt has no number +442079460000 to +442079460000');
	});

	test('Retry On Fail does not place again what the first try placed', async () => {
		const numbers = simulated.simulator.control
			.numbers({ country: 'SE', status: 'Free' })
			.filter(({ rangeSize }) => rangeSize === 1)
			.slice(0, 4)
			.map(({ start }) => start);
		const control = simulated.simulator.control;
		const before = control.books().length;
		control.addFault({ operation: 'reserveNumbers', status: 400, count: 1 });
		const { json, error } = await run(
			{
				resource: 'number',
				operation: 'reserve',
				numberRangeStart: '={{ $json.start }}',
				options: { parallelCalls: 1 },
			},
			{
				items: numbers.map((start) => ({ start })),
				node: { retryOnFail: true, maxTries: 3, waitBetweenTries: 0 },
				executionId: 'retry-1',
			},
		);
		expect(error).toBeUndefined();
		expect(json.map(({ numberRangeStart }) => numberRangeStart)).toEqual(numbers);
		expect(control.books().length - before).toBe(numbers.length);
	});
});
