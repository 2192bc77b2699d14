import { problemOf } from '../thrown';
import { operationOf, requestOf, sent } from './sent';

const ID = '55eca520-ea16-4979-a09d-9ac6e060ed82';
const orderId = { mode: 'id', value: ID };
const product = { productOffering: { name: 'Wholesale SIP' } };

describe('orders', () => {
	it('lists with every filter', () => {
		const filters = {
			changedFrom: '2026-01-01T00:00:00.000+00:00',
			changedTo: '2026-02-01T00:00:00.000+00:00',
			createdFrom: '2025-01-01T00:00:00.000+00:00',
			createdTo: '2025-02-01T00:00:00.000+00:00',
			country: 'GB',
			customerReference: 'My Customer',
			status: 'In progress',
		};
		const newestFirst = { sort: '-createdAt' };
		const { orderType: type, ...others } = { ...filters, orderType: 'portIn' };
		expect(sent('order: getMany', { filters: { ...filters, orderType: type } })).toEqual({
			call: 'GET /v1/order',
			query: { ...others, type, ...newestFirst },
		});
		expect(sent('order: getMany', { filters: { country: 'GB' } }).query).toEqual({ country: 'GB', ...newestFirst });
	});

	it('takes a status that no document names, in a node of either version', () => {
		expect(sent('order: getMany', { filters: { status: 'On hold' } }).query).toMatchObject({ status: 'On hold' });
	});

	it('refuses a long customer reference', () => {
		expect(problemOf(() => requestOf('order: getMany', { filters: { customerReference: 'x'.repeat(51) } })).field).toBe(
			'Customer Reference',
		);
	});

	test.each(['order: get', 'order: waitForStatus'])('%s needs an order ID and repeats it', (operation) => {
		expect(sent(operation, { orderId })).toEqual({ call: `GET /v1/order/${ID}` });
		expect(requestOf(operation, { orderId }).echo).toEqual({ orderId: ID });
		expect(problemOf(() => requestOf(operation, { orderId: { mode: 'id', value: '' } })).field).toBe('Order');
	});
});

describe('waiting', () => {
	const { wait } = operationOf('order: waitForStatus');
	const verdict = (status: string, statuses: string[]) => {
		const params = { statuses };
		const reached = wait?.isReached({ status }, params) === true;
		return [reached, (wait?.verdict({ status }, reached, params) as { outcome?: string }).outcome];
	};

	test.each<[string, string[], boolean, string]>([
		['Completed', [], true, 'reached'],
		['Failed with error', [], true, 'reached'],
		['In progress', [], false, 'stillOpen'],
		['Somewhere new', [], false, 'stillOpen'],
		['FIRM ORDER COMMITMENT', ['Firm order commitment'], true, 'reached'],
		['Delayed', ['Firm order commitment', 'Delayed'], true, 'reached'],
		['Rejected', ['Completed'], true, 'finishedOtherwise'],
		['Submitted to operator', ['Completed'], false, 'stillOpen'],
	])('%s while %j is wanted: ends %s, %s', (status, statuses, ends, outcome) =>
		expect(verdict(status, statuses)).toEqual([ends, outcome]),
	);

	it.each<[string, unknown, unknown]>([
		['no status', {}, { phase: 'A', no: 1 }],
		['an empty one', { status: ' ' }, { phase: 'A', no: 1, orderStatus: ' ' }],
		['one that is an object without a known name', { status: { text: 'A' } }, { phase: 'A', no: 1 }],
	])('says at once that it cannot wait for an answer with %s, and what that has', (_, record, raw) => {
		const problem = problemOf(() => wait?.isReached(record, { statuses: [] }, raw));
		expect(problem.message).toMatch(/no status that this node can read\. It has: \{ phase, no/);
		expect(problem.outcome).toBe('refused');
		expect(problemOf(() => wait?.isReached(undefined, { statuses: [] })).kind).toBe('api');
	});

	it('has a limit in minutes', () => {
		expect(wait?.limitMs({ waitMinutes: 0.5 })).toBe(30_000);
		for (const waitMinutes of [0, -1, 'long', undefined, Number.NaN]) {
			expect(problemOf(() => requestOf('order: waitForStatus', { orderId, waitMinutes })).field).toBe(
				'Wait at Most (Minutes)',
			);
		}
	});
});

describe('bulk orders', () => {
	const params = {
		numberRangeStart: '+442081324758',
		endCustomer: { mappingMode: 'defineBelow', value: { endCustomerName: 'Acme', city: 'London' } },
		additionalFields: { customerReference: 'Ref' },
	};

	test.each([
		['activate', 'POST /v1/bulkActivationOrder', 'number: activate'],
		['portIn', 'POST /v1/bulkPortInOrder', 'porting: portIn'],
		['updateEndCustomers', 'POST /v1/bulkUpdateCustomerDetailsOrder', 'number: updateEndCustomer'],
	])('%s has rows like the single operation', (value, call, single) => {
		expect(sent(`bulkOrder: ${value}`, params)).toEqual({ call, body: { orders: [sent(single, params).body] } });
		expect(problemOf(() => requestOf(`bulkOrder: ${value}`, { ...params, numberRangeStart: '' })).field).toBe(
			'Number Range Start',
		);
	});

	const { bulk } = operationOf('bulkOrder: activate');

	it('has a size and a preview', () => {
		expect([bulk?.size({}), bulk?.size({ bulkSize: 7 })]).toEqual([100, 7]);
		for (const bulkSize of [0, -1, 1.5, 'many', ''])
			expect(problemOf(() => requestOf('bulkOrder: activate', { ...params, bulkSize })).field).toBe('Items per Order');
		expect([bulk?.isPreview({ preview: true }), bulk?.isPreview({ preview: false }), bulk?.isPreview({})]).toEqual([
			true,
			false,
			false,
		]);
	});

	it('reads the result of each row', () => {
		const error = { code: '002', reason: 'Validation not met', message: 'No such number' };
		expect(
			bulk?.split(
				{
					order: { id: 'B' },
					results: [
						{ row: 2, error },
						{ row: 1, order: { id: 'B-1' } },
					],
				},
				3,
			),
		).toEqual([
			{ fields: { bulkOrderId: 'B', orderId: 'B-1', bulkRow: 1 } },
			{ fields: { bulkOrderId: 'B', orderId: 'B', bulkRow: 2 }, error },
			{ fields: { bulkOrderId: 'B', orderId: 'B', bulkRow: 3 } },
		]);
	});

	it('takes results without row numbers in their order, and an answer without results', () => {
		expect(
			bulk
				?.split({ order: { id: 'B' }, results: [{ order: { id: '1' } }, { order: { id: '2' } }] }, 2)
				.map(({ fields }) => fields.orderId),
		).toEqual(['1', '2']);
		expect(bulk?.split({ order: { id: 'B' } }, 2).map(({ fields }) => fields.orderId)).toEqual(['B', 'B']);
	});
});

describe('free number supply', () => {
	const additionalFields = { city: 'London', rangeSize: 10, quantity: 5, serviceProfile: 'ANH' };
	const place = { country: 'GB', lac: ' 20 ', additionalFields };
	const body = {
		lac: '20',
		city: 'London',
		rangeSize: 10,
		quantity: 5,
		...product,
		relatedParty: { reseller: { serviceProfile: 'ANH', country: 'GB' } },
	};

	it('counts', () => {
		expect(sent('freeNumberSupply: count', place)).toEqual({
			call: 'GET /v1/freeNumberCount',
			query: { country: 'GB', serviceProfile: 'ANH', lac: '20', city: 'London', rangeSize: '10' },
		});
		expect(requestOf('freeNumberSupply: count', place).echo).toEqual({ country: 'GB', lac: '20' });
	});

	test.each([
		['lock', 'POST /v1/lockFreeNumbers'],
		['requestBackfill', 'POST /v1/freeNumberBackfill/order'],
	])('%s', (value, call) => {
		expect(sent(`freeNumberSupply: ${value}`, place)).toEqual({ call, body });
		expect(requestOf(`freeNumberSupply: ${value}`, place).echo).toEqual({ country: 'GB' });
	});

	it('cancels a backfill', () => {
		expect(sent('freeNumberSupply: cancelBackfill', { orderId })).toEqual({
			call: 'POST /v1/cancelFreeNumberBackfill/order',
			body: { orderId: ID, ...product },
		});
		expect(problemOf(() => requestOf('freeNumberSupply: cancelBackfill', {})).field).toBe('Order');
	});

	test.each([
		[{ lac: ' ' }, 'Local Area Code (LAC)'],
		[{ additionalFields: { rangeSize: 0 } }, 'Range Size'],
		[{ additionalFields: { rangeSize: 'ten' } }, 'Range Size'],
		[{ additionalFields: { quantity: 1.5 } }, 'Quantity'],
	])('refuses %j', (change, field) => {
		expect(problemOf(() => requestOf('freeNumberSupply: lock', { ...place, ...change }))).toMatchObject({
			kind: 'input',
			field,
		});
	});
});
