import type { IDataObject } from 'n8n-workflow';

import { startSimulated } from './startSimulated';
import type { Simulated } from './startSimulated';

interface Failure extends Error {
	description?: string;
}

let simulated: Simulated;
beforeAll(async () => {
	simulated = await startSimulated();
});
afterAll(async () => {
	await simulated.simulator.close();
});
beforeEach(() => simulated.simulator.control.reset());

const seed = (...orders: IDataObject[]) => simulated.simulator.control.seed({ orders: orders as never }).orders;
const pick = async (method: string, parameters: IDataObject, filter?: string, token?: string, type?: string) =>
	await simulated.engine.pick({
		method,
		parameters,
		...(type !== undefined && { type }),
		...(filter !== undefined && { filter }),
		...(token !== undefined && { token }),
	});
const names = async (...asked: Parameters<typeof pick>): Promise<string[]> =>
	(await pick(...asked)).results.map(({ name }) => name);
const failure = async (...asked: Parameters<typeof pick>): Promise<Failure> =>
	await pick(...asked).then(
		() => new Error('a list'),
		(error: Failure) => error,
	);

describe('orders', () => {
	const GET = { resource: 'order', operation: 'get' };
	const ranges = [{ start: '+442079460950', end: '+442079460950' }];
	const port = {
		type: 'portIn',
		country: 'GB',
		status: 'Customer feedback awaited',
		ranges,
		customerReference: 'Acme Ltd',
	};

	it('say type, status, number, customer and day', async () => {
		seed(port);
		expect(await names('searchOrders', GET)).toEqual([
			expect.stringMatching(
				/^Port In · Customer feedback awaited · \+44 20 7946 0950 · Acme Ltd · \d{1,2} [A-Z][a-z]{2}/,
			) as string,
		]);
	});

	it.each(['+442079460950', '+44 20 7946 0950', '020 7946 0950', '7946', 'acme', 'Acme Ltd', 'feedback'])(
		'are found by %s',
		async (filter) => {
			const [order] = seed(port, { type: 'activation', country: 'ES', status: 'Completed' });
			const { results } = await pick('searchOrders', GET, filter);
			expect(results.map(({ value }) => value)).toEqual([order?.id]);
		},
	);

	it('are found by their ID', async () => {
		const [order] = seed(port);
		expect((await pick('searchOrders', GET, order?.id)).results.map(({ value }) => value)).toEqual([order?.id]);
	});

	it('are found behind the first thousand by what Colt can look up', async () => {
		const [old] = seed({ ...port, customerReference: 'Old Customer' });
		simulated.simulator.control.addAccount({ orders: 1_500, open: 100, days: 30 });
		for (const filter of [old?.id, '+442079460950', 'Old Customer'])
			expect((await pick('searchOrders', GET, filter)).results.map(({ value }) => value)).toContain(old?.id);
	});

	it('say how to find more when nothing matches in what was read', async () => {
		simulated.simulator.control.addAccount({ orders: 1_500, open: 100, days: 30 });
		const { message, description } = await failure('searchOrders', GET, 'no such thing');
		expect(message).toContain('Nothing matches "no such thing" in the first 1000 orders');
		expect(description).toContain('the whole order ID or the customer reference');
	});

	it('come page by page, each once', async () => {
		simulated.simulator.control.addAccount({ orders: 250, open: 50, days: 30 });
		const seen: unknown[] = [];
		let token: string | undefined;
		do {
			const page = await pick('searchOrders', GET, undefined, token);
			seen.push(...page.results.map(({ value }) => value));
			token = page.paginationToken;
		} while (token !== undefined);
		expect(seen).toHaveLength(250);
		expect(new Set(seen).size).toBe(250);
	});

	it.each([
		['modify', ['portIn Customer feedback awaited']],
		['cancel', ['portIn Customer feedback awaited', 'portIn Submitted to operator']],
		['acceptPortOut', ['portOut Customer feedback awaited']],
		[
			'sendNote',
			['portIn Customer feedback awaited', 'portIn Submitted to operator', 'portOut Customer feedback awaited'],
		],
		['activatePort', ['portIn Ready for porting Initiation']],
		['cancelBackfill', ['backfill In progress']],
	])('are those that %s can take', async (operation, wanted) => {
		const stock = [
			['portIn', 'GB', 'Customer feedback awaited'],
			['portIn', 'GB', 'Submitted to operator'],
			['portIn', 'NL', 'Ready for porting Initiation'],
			['portIn', 'GB', 'Completed'],
			['portOut', 'BE', 'Customer feedback awaited'],
			['activation', 'GB', 'In progress'],
			['backfill', 'GB', 'In progress'],
		] as const;
		const orders = seed(...stock.map(([type, country, status]) => ({ type, country, status })));
		const { results } = await pick('searchOrders', { resource: 'porting', operation });
		const found = results.map(({ value }) => {
			const [type, , status] = stock[orders.findIndex(({ id }) => id === value)] ?? [];
			return `${type} ${status}`;
		});
		const expected = operation === 'sendNote' ? [...wanted, 'portIn Ready for porting Initiation'] : wanted;
		expect(found.toSorted()).toEqual(expected.toSorted());
	});
});

describe('numbers', () => {
	const own = (start: string, status: string, more: IDataObject = {}) =>
		simulated.simulator.control.seed({ numbers: [{ start, country: 'GB', status, ...more }] as never });

	it.each([
		['activate', ['Reserved']],
		['return', ['Activated', 'PortIn_Activated', 'Reserved']],
		['reactivate', ['PortIn_Quarantined', 'Quarantined']],
		['updateEndCustomer', ['Activated', 'PortIn_Activated']],
		['get', ['Activated', 'PortIn_Activated', 'PortIn_Quarantined', 'Quarantined', 'Reserved']],
	])('of your own that %s can take', async (operation, statuses) => {
		for (const [at, status] of [
			'Reserved',
			'Activated',
			'Quarantined',
			'PortIn_Activated',
			'PortIn_Quarantined',
		].entries())
			own(`+44207946095${at}`, status);
		const listed = await names('searchOwnNumbers', { resource: 'number', operation, country: 'GB' });
		expect(listed.map((name) => name.split(' · ')[1]).toSorted()).toEqual(statuses);
	});

	it('are chosen as the field reads them, ranges whole', async () => {
		own('+442079460950', 'Activated', { end: '+442079460959' });
		const { results } = await pick(
			'searchOwnNumbers',
			{ resource: 'number', operation: 'return', country: 'auto' },
			'7946',
		);
		expect(results).toEqual([
			{ name: expect.stringContaining('+44 20 7946 0950 to 0959') as string, value: '+442079460950 to +442079460959' },
		]);
		const { json, error } = await simulated.engine.run({
			parameters: {
				resource: 'number',
				operation: 'return',
				numberRangeStart: { __rl: true, mode: 'list', value: results[0]?.value },
			},
		});
		expect(error).toBeUndefined();
		expect(json[0]).toMatchObject({ numberRangeStart: '+442079460950', numberRangeEnd: '+442079460959' });
	});

	it('that are free need a country, chosen or typed', async () => {
		const RESERVE = { resource: 'number', operation: 'reserve', country: 'auto' };
		expect((await failure('searchFreeNumbers', RESERVE)).description).toContain("Choose the 'Country' above");
		const chosen = await pick('searchFreeNumbers', { ...RESERVE, country: 'GB' });
		expect(chosen.results.length).toBeGreaterThan(0);
		expect(chosen.results.every(({ value }) => String(value).startsWith('+44'))).toBe(true);
		const typed = await pick('searchFreeNumbers', RESERVE, '+44');
		expect(typed.results.length).toBeGreaterThan(0);
	});

	it.each([
		['searchOwnNumbers', 'cancelReservation', 'Reserved'],
		['searchOwnNumbers', 'updateCustomer', 'Activated'],
	])('of the Inbound API: %s for %s', async (method, operation, status) => {
		const { inboundControl: inbound } = simulated.simulator;
		inbound.seed({
			numbers: ['Reserved', 'Activated'].map((one, at) => ({
				start: `+44808200012${at}`,
				country: 'GB',
				status: one,
				numberType: 'Freephone',
			})) as never,
		});
		const found = await names(
			method,
			{ resource: 'number', operation, country: 'GB' },
			undefined,
			undefined,
			'coltInbound',
		);
		expect(found.map((name) => name.split(' · ')[1])).toEqual([status]);
	});

	it('give the service profiles that Colt has no list of', async () => {
		own('+442079460950', 'Activated', { serviceProfile: 'ANH' });
		own('+442079460951', 'Activated', { serviceProfile: 'ANH' });
		own('+442079460952', 'Activated', { serviceProfile: 'BASIC' });
		expect((await names('searchServiceProfiles', { country: 'GB' })).toSorted()).toEqual(['ANH', 'BASIC']);
	});
});

describe('a picker in trouble', () => {
	const GET = { resource: 'order', operation: 'get' };

	it('says why Colt refuses, instead of an empty list', async () => {
		simulated.simulator.control.addFault({
			operation: 'listOrders',
			status: 403,
			code: '001',
			message: 'not for you',
			count: 5,
		});
		expect((await failure('searchOrders', GET)).message).toMatch(/not for you|not allowed|refuse/i);
	});

	it('ends when Colt does not answer, and says what to do', async () => {
		simulated.simulator.control.addFault({ operation: 'listOrders', kind: 'silence', count: 5 });
		const { message, description } = await failure('searchOrders', GET);
		expect(message).toContain('Colt did not send the list within 10 seconds');
		expect(description).toContain('enter the value itself');
	});
});

describe('workflows from before there were lists', () => {
	const ID = '55eca520-ea16-4979-a09d-9ac6e060ed82';

	it.each([
		['a plain number', '+442079460950'],
		['an expression', '={{ $json.number }}'],
		['a number in national format', '020 7946 0950'],
	])('go on working with %s', async (_, numberRangeStart) => {
		simulated.simulator.control.seed({
			numbers: [{ start: '+442079460950', country: 'GB', status: 'Activated' }] as never,
		});
		const { json, error } = await simulated.engine.run({
			parameters: {
				resource: 'number',
				operation: 'get',
				numberRangeStart,
				country: numberRangeStart.startsWith('0') ? 'GB' : 'auto',
			},
			items: [{ number: '+442079460950' }],
		});
		expect(error).toBeUndefined();
		expect(json[0]).toMatchObject({ numberRangeStart: '+442079460950', status: 'Activated' });
	});

	it.each([1, 2])(
		'send the service profile and the losing operator that are stored as texts (version %i)',
		async (typeVersion) => {
			const { control } = simulated.simulator;
			control.clearCalls();
			const { error } = await simulated.engine.run({
				node: { typeVersion },
				parameters: {
					resource: 'porting',
					operation: 'portIn',
					numberRangeStart: '+442079460950',
					...(typeVersion === 2 && { operatorName: 'Old Telco' }),
					additionalFields: { serviceProfile: 'ANH', ...(typeVersion === 1 && { operatorName: 'Old Telco' }) },
					options: { bodyPatch: JSON.stringify({ endCustomerDetails: null }) },
				},
			});
			expect(error?.message ?? '').not.toContain('Service Profile');
			const [{ body } = { body: undefined }] = control.calls({ operation: 'portIn' });
			expect(JSON.stringify(body)).toContain('Old Telco');
			expect(JSON.stringify(body)).toContain('ANH');
		},
	);

	it('find the order of a plain ID', async () => {
		const { error } = await simulated.engine.run({ parameters: { resource: 'order', operation: 'get', orderId: ID } });
		expect(error?.message).not.toContain('is not an order ID');
	});
});
