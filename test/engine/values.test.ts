import type { IDataObject } from 'n8n-workflow';

import type { Outcome } from './harness';
import { startSimulated } from './startSimulated';
import type { Simulated } from './startSimulated';

const FORM = {
	mappingMode: 'defineBelow',
	value: {
		endCustomerName: 'Example Trading Ltd',
		houseNumber: '1',
		streetName: 'High Street',
		city: 'London',
		postalCode: 'N1 1AA',
	},
};
const BULK = {
	resource: 'bulkOrder',
	operation: 'activate',
	numberRangeStart: '={{ $json.number }}',
	endCustomer: FORM,
};
const PORT_IN = { resource: 'porting', operation: 'portIn', endCustomer: FORM };

describe('values of people and expressions, by what is sent', () => {
	let simulated: Simulated;
	let next = 0;
	beforeAll(async () => {
		simulated = await startSimulated();
	});
	beforeEach(() => simulated.simulator.control.clearCalls());
	afterAll(async () => {
		expect(simulated.simulator.control.violations()).toEqual([]);
		await simulated.simulator.close();
	});

	const run = async (parameters: IDataObject, more: { items?: IDataObject[]; timezone?: string } = {}) =>
		await simulated.engine.run({ parameters, ...more });
	/** A free number of its own for each test. */
	function number(): string {
		const start = `+4420813${String(50_000 + (next += 1))}`;
		simulated.simulator.control.seed({ numbers: [{ start, country: 'GB' }] });
		return start;
	}
	const sentBodies = (): unknown[] =>
		simulated.simulator.control
			.calls()
			.filter(({ method, operation }) => method === 'POST' && !String(operation).includes('requestToken'))
			.map(({ body }) => body);
	const sentQuery = (operation: string): Record<string, unknown> =>
		simulated.simulator.control.calls({ operation })[0]?.query ?? {};
	const ordered = (start: string): boolean => JSON.stringify(sentBodies()).includes(start);
	const problemOf = ({ error }: Outcome): unknown => error?.context?.problem;

	describe('Preview Only', () => {
		test.each(['={{ "true" }}', '={{ 1 }}', '={{ "yes" }}', '={{ "ON" }}', '={{ true }}', 'true', true])(
			'%s shows and sends nothing',
			async (preview) => {
				const start = number();
				const { json, error } = await run({ ...BULK, preview }, { items: [{ number: start }] });
				expect(error).toBeUndefined();
				expect(json).toMatchObject([{ outcome: 'dryRun', numberRangeStart: start }]);
				expect(sentBodies()).toEqual([]);
			},
		);

		test.each([
			'={{ "maybe" }}',
			'={{ 2 }}',
			'={{ "" }}',
			'={{ $json.nope }}',
			'={{ ({}) }}',
			'={{ null }}',
			'maybe',
			'',
		])('%s is refused by field, and nothing is sent', async (preview) => {
			const outcome = await run({ ...BULK, preview }, { items: [{ number: number() }] });
			expect(problemOf(outcome)).toMatchObject({ kind: 'input', field: 'Preview Only', outcome: 'notSent' });
			expect(sentBodies()).toEqual([]);
		});

		test.each(['={{ "false" }}', '={{ 0 }}', '={{ "no" }}'])('%s orders', async (preview) => {
			const start = number();
			const { json } = await run({ ...BULK, preview }, { items: [{ number: start }] });
			expect(json).toMatchObject([{ numberRangeStart: start, orderId: expect.any(String) as string }]);
			expect(ordered(start)).toBe(true);
		});

		test('is honoured item by item', async () => {
			const [shown, sent] = [number(), number()];
			const items = [
				{ number: sent, p: 'no' },
				{ number: shown, p: 'yes' },
			];
			const { json } = await run({ ...BULK, preview: '={{ $json.p }}' }, { items });
			expect(json.map((item) => [item.numberRangeStart, item.outcome === 'dryRun'])).toEqual([
				[sent, false],
				[shown, true],
			]);
			expect([ordered(sent), ordered(shown)]).toEqual([true, false]);
		});
	});

	test.each<[string, IDataObject, string]>([
		['Items per Order', { bulkSize: '={{ $json.n }}' }, '"1" for item 1 and "2" for item 2'],
		['Parallel Calls', { options: { parallelCalls: '={{ $json.n }}' } }, '"1" for item 1 and "2" for item 2'],
		['Timeout (Seconds)', { options: { timeoutSeconds: '={{ $json.n }}' } }, '"1" for item 1 and "2" for item 2'],
		[
			'Extra Query Parameters',
			{ options: { extraQuery: { parameter: [{ name: 'a', value: '={{ $json.n }}' }] } } },
			'differs between the items',
		],
	])('%s that differs between the items is refused before anything is sent', async (field, more, message) => {
		const items = [1, 2].map((n) => ({ number: number(), n }));
		const outcome = await run({ ...BULK, ...more }, { items });
		expect(problemOf(outcome)).toMatchObject({ kind: 'input', field, check: 'differs', outcome: 'notSent' });
		expect(outcome.error?.message).toContain(message);
		expect(sentBodies()).toEqual([]);
	});

	test('limits differ item by item', async () => {
		const { json } = await run(
			{
				resource: 'number',
				operation: 'searchFree',
				country: 'GB',
				returnAll: '={{ "false" }}',
				limit: '={{ $json.n }}',
			},
			{ items: [{ n: 1 }, { n: '2' }] },
		);
		expect(json).toHaveLength(3);
	});

	describe('a filter whose expression gives nothing', () => {
		test.each([
			['customerReference', '={{ $json.nope }}', 'Customer Reference'],
			['customerReference', '={{ "" }}', 'Customer Reference'],
			['customerReference', '', 'Customer Reference'],
			['status', '={{ null }}', 'Status'],
			['cli', '={{ $json.nope }}', 'Number (CLI)'],
			['country', '={{ $json.nope }}', 'Country'],
			['orderId', '={{ " " }}', 'Order'],
		])('%s = %s does not list the whole inventory', async (name, value, field) => {
			const outcome = await run({
				resource: 'number',
				operation: 'getMany',
				returnAll: true,
				filters: { [name]: value },
			});
			expect(problemOf(outcome)).toMatchObject({ kind: 'input', field, outcome: 'notSent' });
			expect(outcome.error?.message).toBe(`${field} is empty: remove the filter to list all. Nothing was sent.`);
			expect(simulated.simulator.control.calls({ operation: 'searchInventory' })).toEqual([]);
		});
	});

	test.each([
		['numberRangeEnd', '={{ $json.nope }}', 'Number Range End'],
		['numberRangeEnd', '={{ null }}', 'Number Range End'],
		['country', '={{ $json.nope }}', 'Country'],
	])('%s = %s returns no number', async (name, value, field) => {
		const outcome = await run({ resource: 'number', operation: 'return', numberRangeStart: number(), [name]: value });
		expect(problemOf(outcome)).toMatchObject({ field, outcome: 'notSent' });
		expect(sentBodies()).toEqual([]);
	});

	test('a blank cell for the end of a range is a single number', async () => {
		const start = number();
		const { json } = await run({
			resource: 'number',
			operation: 'reserve',
			numberRangeStart: start,
			numberRangeEnd: '={{ "" }}',
		});
		expect(json).toMatchObject([{ numberRangeStart: start, numberRangeEnd: start }]);
	});

	describe('dates', () => {
		test.each([
			['2026-03-02T00:00:00', '2026-03-02T00:00:00.000+01:00', '2026-03-02T00:00:00.000+01:00'],
			['2026-07-02', '2026-07-02T00:00:00.000+02:00', '2026-07-02T23:59:59.999+02:00'],
			[
				'={{ $now.set({ year: 2026, month: 1, day: 1 }).startOf("day") }}',
				'2026-01-01T00:00:00.000+01:00',
				'2026-01-01T00:00:00.000+01:00',
			],
			['={{ new Date("2026-03-02T12:00:00Z") }}', '2026-03-02T13:00:00.000+01:00', '2026-03-02T13:00:00.000+01:00'],
		])('%s on the four filters of Order: Get Many', async (date, from, to) => {
			const filters = { changedFrom: date, changedTo: date, createdFrom: date, createdTo: date };
			const { error } = await run({ resource: 'order', operation: 'getMany', filters }, { timezone: 'Europe/Berlin' });
			expect(error).toBeUndefined();
			const sent = Object.entries(sentQuery('listOrders')).filter(([name]) => name.includes('.'));
			expect(sent.map(([name, value]) => [name.endsWith('.gte'), value]).sort()).toEqual(
				[
					[false, to],
					[false, to],
					[true, from],
					[true, from],
				].sort(),
			);
		});

		test.each([
			['={{ new Date("2099-03-02") }}', '+493012345678', '2099-03-02'],
			['={{ DateTime.fromISO("2099-03-02", { zone: "Europe/Berlin" }).toUTC() }}', '+493012345678', '2099-03-02'],
			[
				'={{ DateTime.fromISO("2099-03-02", { zone: "Europe/Berlin" }).toUTC().toISO() }}',
				'+493012345678',
				'2099-03-02',
			],
			['2099-03-01 23:00:00+00', '+493012345678', '2099-03-02'],
			['2099-03-02T00:00:00', '+493012345678', '2099-03-02'],
			['2. 3. 2099', '+442079460000', '2099-03-02'],
		])('Port Date %s for %s is the day %s', async (portDate, numberRangeStart, day) => {
			const { error } = await run({ ...PORT_IN, numberRangeStart, portDate });
			expect(problemOf({ error } as Outcome) ?? {}).not.toMatchObject({ kind: 'input' });
			expect(JSON.stringify(sentBodies())).toContain(`:"${day}"`);
		});

		test('Note = $now is text, without quotation marks', async () => {
			await run({
				...PORT_IN,
				numberRangeStart: '+442079460000',
				portDate: '2099-03-02',
				additionalFields: { notes: '={{ $now }}', portWindow: '={{ $now }}' },
			});
			const texts = JSON.stringify(sentBodies()).match(/"\d{4}-\d{2}-\d{2}T[\d:.]+[+-]\d{2}:\d{2}"/g);
			expect(texts).toHaveLength(2);
		});
	});

	test('Note of its own field = $now is text too', async () => {
		const orderId = { __rl: true, mode: 'id', value: '10000000-0000-4000-8000-000000000009' };
		await run({ resource: 'porting', operation: 'sendNote', orderId, notes: '={{ $now }}' });
		expect(JSON.stringify(sentBodies())).toMatch(/:"\d{4}-\d{2}-\d{2}T[\d:.]+[+-]\d{2}:\d{2}"/);
	});

	describe('fields that a switch shows or hides', () => {
		const activation = { resource: 'number', operation: 'activate' };

		test('the form is read where the switch says no in words', async () => {
			const start = number();
			const { error } = await run({
				...activation,
				numberRangeStart: start,
				preActivation: '={{ "no" }}',
				endCustomer: FORM,
			});
			expect(error).toBeUndefined();
			expect(JSON.stringify(sentBodies())).toContain('Example Trading Ltd');
		});

		test('it is demanded there, and left out where the switch says yes in words', async () => {
			const without = await run({ ...activation, numberRangeStart: number(), preActivation: '={{ "FALSE" }}' });
			expect(problemOf(without)).toMatchObject({ field: 'End Customer Name' });
			await run({ ...activation, numberRangeStart: number(), preActivation: '={{ 1 }}', endCustomer: FORM });
			expect(sentBodies()).toHaveLength(1);
			expect(JSON.stringify(sentBodies())).not.toContain('Example Trading Ltd');
		});

		test('a choice by its name is that choice', async () => {
			const start = number();
			await run({
				resource: 'number',
				operation: 'updateEndCustomer',
				updateAction: '={{ "modify end customer" }}',
				numberRangeStart: start,
				endCustomer: FORM,
			});
			expect(JSON.stringify(sentBodies())).toContain(':"MODIFY"');
		});

		test('Return All in words returns all', async () => {
			const { json } = await run({
				resource: 'number',
				operation: 'searchFree',
				country: '={{ "United Kingdom" }}',
				returnAll: '={{ "yes" }}',
			});
			expect(json.length).toBeGreaterThan(50);
		});
	});

	test('Local Checks in words are off', async () => {
		const { error } = await run({
			resource: 'number',
			operation: 'reactivate',
			numberRangeStart: '+31881234567',
			options: { localChecks: '={{ "off" }}' },
		});
		expect(error?.context?.problem).toMatchObject({ kind: 'api', outcome: 'refused' });
	});

	test('30 emoji are a customer reference of 30 characters, 51 are not', async () => {
		const reserve = { resource: 'number', operation: 'reserve', numberRangeStart: number() };
		const long = await run({ ...reserve, additionalFields: { customerReference: '📞'.repeat(51) } });
		expect(problemOf(long)).toMatchObject({ field: 'Customer Reference', check: 'tooLong' });
		const { error } = await run({ ...reserve, additionalFields: { customerReference: '📞'.repeat(30) } });
		expect(error).toBeUndefined();
	});
});
