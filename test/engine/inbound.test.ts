import type { IDataObject } from 'n8n-workflow';

import { resources } from '../../nodes/ColtInbound/registry';
import { inbound } from '../../nodes/shared/contract/wire.generated';
import { INBOUND_COUNTRIES } from '../../nodes/shared/lifecycle/countries';
import type { Control } from '../../simulator/control/control';
import { startSimulated } from './startSimulated';
import type { Simulated } from './startSimulated';

const TYPES = ['IN Geo', 'Freephone', 'Shared Cost', 'Full Rate', 'National Rate'];
const END_CUSTOMER = {
	mappingMode: 'defineBelow',
	value: {
		endCustomerName: 'Example Trading Ltd',
		houseNumber: '1',
		streetName: 'High Street',
		city: 'London',
		postalCode: 'N1 1AA',
		directoryListingName: 'Example',
	},
};

describe('Colt Inbound through n8n-core against the simulator', () => {
	let simulated: Simulated;
	let control: Control;
	beforeAll(async () => {
		simulated = await startSimulated();
		control = simulated.simulator.inboundControl;
	});
	afterAll(async () => {
		expect(control.violations()).toEqual([]);
		expect(control.calls().flatMap(({ unknown }) => unknown)).toEqual([]);
		await simulated.simulator.close();
	});

	const run = async (parameters: IDataObject, more = {}) =>
		await simulated.engine.run({ type: 'coltInbound', parameters: parameters, ...more });
	const onNumber = async (operation: string, numberRangeStart: string, more: IDataObject = {}) =>
		await run({ resource: 'number', operation, numberRangeStart, ...more });
	const free = (country = 'GB'): string =>
		control
			.numbers({ country, status: 'Free' })
			.find(
				({ rangeSize, numberType, busyWith }) =>
					rangeSize === 1 && numberType === 'Freephone' && busyWith === undefined,
			)?.start ?? '';
	const orderOf = async (orderId: unknown) =>
		(await run({ resource: 'order', operation: 'get', orderId: orderId as string })).json[0];
	/** A number reserved, and its order completed. */
	async function reserved(country = 'GB'): Promise<string> {
		const start = free(country);
		const { error } = await onNumber('reserve', start, { additionalFields: { customerReference: 'My Customer' } });
		expect(error).toBeUndefined();
		control.advance(60_000);
		return start;
	}

	test('every operation of the contract is in the menu, but the callback, which Colt calls', () => {
		const used = resources
			.flatMap(({ operations }) => operations)
			.flatMap((operation) => ('wire' in operation ? [operation.wire.id] : []));
		expect(new Set([...used, 'callBack'])).toEqual(new Set(Object.keys(inbound.operations)));
	});

	test('the menus are the registry, and every field of an operation can be shown', () => {
		const { properties } = simulated.engine.nodeType('coltInbound').description;
		const menus = properties.filter(({ name }) => name === 'operation');
		expect(menus).toHaveLength(resources.length);
		for (const { value, operations } of resources) {
			const menu = menus.find(({ displayOptions }) => displayOptions?.show?.resource?.includes(value));
			expect((menu?.options ?? []).map((option) => ('value' in option ? option.value : '')).sort()).toEqual(
				operations.map((operation) => operation.value).sort(),
			);
			for (const operation of operations) {
				const shown = properties.filter(
					({ displayOptions, type }) =>
						type !== 'notice' &&
						displayOptions?.show?.resource?.includes(value) &&
						displayOptions.show.operation?.includes(operation.value),
				);
				const fields = operation.fields.filter(({ type }) => type !== 'notice');
				expect(shown.map(({ name }) => name).sort()).toEqual(fields.map(({ name }) => name).sort());
			}
		}
		const actions = resources.flatMap(({ operations }) => operations.map(({ action }) => action));
		expect(new Set(actions).size).toBe(actions.length);
	});

	test('Search Free finds every type in each of the 13 countries', async () => {
		const items = INBOUND_COUNTRIES.flatMap((country) => TYPES.map((numberType) => ({ country, numberType })));
		const { json, error } = await run(
			{
				resource: 'number',
				operation: 'searchFree',
				country: '={{ $json.country }}',
				numberType: '={{ $json.numberType }}',
				limit: 1,
			},
			{ items },
		);
		expect(error).toBeUndefined();
		expect(json).toMatchObject(items.map((item) => ({ ...item, status: 'Free' })));
	});

	test('Search Free reads every page, and a range size', async () => {
		const all = await run({ resource: 'number', operation: 'searchFree', country: 'SE', returnAll: true });
		expect(all.json.map(({ numberRangeStart }) => numberRangeStart)).toEqual(
			control.numbers({ country: 'SE', status: 'Free' }).map(({ start }) => start),
		);
		const hundreds = await run({
			resource: 'number',
			operation: 'searchFree',
			country: 'DE',
			numberType: 'Freephone',
			filters: { rangeSize: 100 },
		});
		expect(hundreds.json).toMatchObject([{ rangeSize: 100, country: 'DE' }]);
		expect(Number(hundreds.json[0]?.numberRangeEnd) - Number(hundreds.json[0]?.numberRangeStart)).toBe(99);
	});

	test('Reserve creates an order; the body has the names of document 002', async () => {
		const start = free();
		const { json, error } = await onNumber('reserve', start, {
			additionalFields: { customerReference: 'My Customer', serviceProfile: 'ANH', productOffering: 'IN' },
		});
		expect(error).toBeUndefined();
		expect(json[0]).toMatchObject({ numberRangeStart: start, numberRangeEnd: start, country: 'GB' });
		const call = control.calls({ trackingId: json[0]?.trackingId as string })[0];
		expect(call).toMatchObject({
			method: 'POST',
			path: '/numberManagement/inbound/v1/numberCollectionReservation',
			operation: 'inbound.reserveNumbers',
		});
		expect(call?.body).toEqual({
			numberRangeList: [{ startFullNumber: start, endFullNumber: start }],
			productOffering: { name: 'IN' },
			relatedParty: {
				reseller: { serviceProfile: 'ANH', country: 'GB' },
				endCustomerDetails: { customerReference: 'My Customer' },
			},
		});
		expect(await orderOf(json[0]?.orderId)).toMatchObject({
			orderId: json[0]?.orderId,
			orderType: 'reservation',
			status: 'In progress',
		});
		control.advance(60_000);
		expect(await orderOf(json[0]?.orderId)).toMatchObject({
			status: 'Completed',
			orderType: 'reservation',
			numberRangeStart: start,
			numberRangeEnd: start,
		});
	});

	test('Cancel Reservation frees the number, creates no order and says so', async () => {
		const start = await reserved();
		const orders = control.books().length;
		const { json, error } = await onNumber('cancelReservation', start);
		expect(error).toBeUndefined();
		expect(json[0]).toMatchObject({ numberRangeStart: start, orderCreated: false });
		expect(json[0]).not.toHaveProperty('orderId');
		expect(control.books()).toHaveLength(orders);
		const again = await onNumber('cancelReservation', start);
		expect(again.error?.message).toContain('has resourceStatus Free');
		const held = await run({ resource: 'number', operation: 'getMany', filters: { cli: start } });
		expect(held.json).toEqual([]);
	});

	test('Activate completes, and Get Many shows the number with its end customer', async () => {
		const start = await reserved();
		const { json, error } = await onNumber('activate', start, { endCustomer: END_CUSTOMER });
		expect(error).toBeUndefined();
		expect(await orderOf(json[0]?.orderId)).toMatchObject({ orderType: 'activation', status: 'In progress' });
		control.advance(60_000);
		expect(await orderOf(json[0]?.orderId)).toMatchObject({ status: 'Completed' });
		const held = await run({ resource: 'number', operation: 'getMany', filters: { cli: start } });
		expect(held.json).toMatchObject([
			{
				numberRangeStart: start,
				status: 'Activated',
				numberType: 'Freephone',
				endCustomerName: 'Example Trading Ltd',
				city: 'London',
				endCustomerAddressCountry: 'GB',
			},
		]);
	});

	test('an activation that fails says why, and leaves the number reserved', async () => {
		const start = await reserved();
		control.failNext('activation', { code: 'SIM42', text: 'No route to the customer' });
		const { json } = await onNumber('activate', start, { endCustomer: END_CUSTOMER });
		control.advance(60_000);
		expect(await orderOf(json[0]?.orderId)).toMatchObject({
			status: 'Failed with error',
			reasonCode: 'SIM42',
			reasonText: 'No route to the customer',
		});
		const held = await run({
			resource: 'number',
			operation: 'getMany',
			filters: { status: 'Reserved', customerReference: 'My Customer' },
		});
		expect(held.json.map(({ numberRangeStart }) => numberRangeStart)).toContain(start);
	});

	test('Update Customer is an order that changes what is given and keeps the rest', async () => {
		const start = await reserved();
		await onNumber('activate', start, { endCustomer: END_CUSTOMER });
		control.advance(60_000);
		const { json, error } = await onNumber('updateCustomer', start, {
			endCustomer: { mappingMode: 'defineBelow', value: { directoryPublish: true } },
		});
		expect(error).toBeUndefined();
		control.advance(60_000);
		expect(await orderOf(json[0]?.orderId)).toMatchObject({
			orderType: 'updateCustomer',
			status: 'Completed',
		});
		const held = await run({ resource: 'number', operation: 'getMany', filters: { cli: start } });
		expect(held.json).toMatchObject([
			{ endCustomerName: 'Example Trading Ltd', directoryListingName: 'Example', directoryPublish: true },
		]);
	});

	test('a customer reference alone is an update too', async () => {
		const start = await reserved();
		await onNumber('activate', start, { endCustomer: END_CUSTOMER });
		control.advance(60_000);
		const { error } = await onNumber('updateCustomer', start, { additionalFields: { customerReference: 'Other' } });
		expect(error).toBeUndefined();
		control.advance(60_000);
		const held = await run({ resource: 'number', operation: 'getMany', filters: { customerReference: 'Other' } });
		expect(held.json).toMatchObject([{ numberRangeStart: start, customerReference: 'Other' }]);
	});

	test('an order whose answer is lost is not sent again: its outcome is unknown, and Get Many tells', async () => {
		const start = free('IE');
		control.addFault({ operation: 'inbound.reserveNumbers', status: 504, phase: 'after', count: 1 });
		const { error } = await onNumber('reserve', start);
		expect(`${error?.message} ${error?.description}`).toMatch(/order may exist/);
		expect(
			control.calls({ operation: 'inbound.reserveNumbers' }).filter(({ body }) => JSON.stringify(body).includes(start)),
		).toHaveLength(1);
		control.advance(60_000);
		const held = await run({ resource: 'number', operation: 'getMany', filters: { country: 'IE' } });
		expect(held.json).toMatchObject([{ numberRangeStart: start, status: 'Reserved' }]);
	});

	test('Continue On Fail keeps the good items and their pairs', async () => {
		const start = await reserved('DK');
		const { outputs } = await run(
			{ resource: 'number', operation: 'cancelReservation', numberRangeStart: '={{ $json.start }}' },
			{ items: [{ start: '+4580299999' }, { start }], node: { onError: 'continueRegularOutput' } },
		);
		expect(outputs[0]).toMatchObject([
			{ json: { errorKind: 'api', outcome: 'refused', httpStatus: 400 }, pairedItem: { item: 0 } },
			{ json: { numberRangeStart: start, orderCreated: false }, pairedItem: { item: 1 } },
		]);
	});

	test('Get Many lists the inventory by type and country, never free numbers', async () => {
		const start = await reserved('NL');
		const held = await run({
			resource: 'number',
			operation: 'getMany',
			returnAll: true,
			filters: { country: 'NL', numberType: 'Freephone' },
		});
		expect(held.json).toMatchObject([{ numberRangeStart: start, status: 'Reserved', country: 'NL' }]);
		const all = await run({ resource: 'number', operation: 'getMany', returnAll: true });
		expect(all.json.filter(({ status }) => status === 'Free')).toEqual([]);
	});

	test.each([
		['a number of Luxembourg', 'reserve', '+35227949650', {}, /Number Range Start.*Luxembourg|Number Range Start.*LU/],
		['an activation without end customer', 'activate', '+448082000019', {}, /End Customer/],
		[
			'an update that is neither to add nor to change',
			'updateCustomer',
			'+448082000019',
			{ updateAction: 'DELETE', additionalFields: { customerReference: 'x' } },
			/Update "DELETE" is not one of its values/,
		],
		['an update of nothing', 'updateCustomer', '+448082000019', {}, /End Customer/],
		['no number', 'cancelReservation', 'my number', {}, /Number Range Start/],
	])('%s is refused before anything is sent', async (_, operation, start, more, message) => {
		const before = control.calls().length;
		const { error } = await onNumber(operation, start, more);
		expect(`${error?.message} ${error?.description ?? ''}`).toMatch(message);
		expect(control.calls()).toHaveLength(before);
	});

	test.each([
		[
			'a country without inbound numbers',
			'searchFree',
			{ country: 'LU' },
			/Country LU is not available: Colt has no inbound numbers there/,
		],
		['no country of Colt', 'searchFree', { country: 'US' }, /Country "US"/],
		['a type of the other API', 'searchFree', { country: 'GB', numberType: 'Geo' }, /Number Type "Geo"/],
		['a range of no numbers', 'searchFree', { country: 'GB', filters: { rangeSize: 0 } }, /Range Size "0"/],
		['a type that is none', 'getMany', { filters: { numberType: 'Premium' } }, /Number Type "Premium"/],
		['a national number and no country', 'getMany', { filters: { cli: '0808 200 0000' } }, /choose the country/],
	])('%s is not asked for', async (_, operation, parameters, message) => {
		const before = control.calls().length;
		const { error } = await run({ resource: 'number', operation, ...parameters });
		expect(`${error?.message} ${error?.description}`).toMatch(message);
		expect(control.calls()).toHaveLength(before);
	});

	test('country and type by expression in any case, a national number with its country', async () => {
		const { json } = await run({
			resource: 'number',
			operation: 'searchFree',
			country: '={{ "gb" }}',
			numberType: '={{ "freephone" }}',
			limit: 1,
		});
		expect(json).toMatchObject([{ country: 'GB', numberType: 'Freephone' }]);
		const start = await reserved('BE');
		const held = await run({
			resource: 'number',
			operation: 'getMany',
			filters: { cli: `0${start.slice(3)}`, country: 'BE' },
		});
		expect(held.json).toMatchObject([{ numberRangeStart: start }]);
	});

	test('an unknown order is an error that says so', async () => {
		const { error } = await run({ resource: 'order', operation: 'get', orderId: 'no-such-order' });
		expect(error?.httpCode ?? error?.message).toMatch(/404|not found/i);
	});

	test("the two APIs know nothing of each other's numbers and orders", async () => {
		const start = await reserved();
		const other = await simulated.engine.run({
			parameters: { resource: 'number', operation: 'getMany', returnAll: true, filters: { cli: start } },
		});
		expect(other.json).toEqual([]);
		expect(simulated.simulator.control.books()).toEqual([]);
	});
});
