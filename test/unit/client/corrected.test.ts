import { encode } from '../../../nodes/shared/client/encodeCall';
import type { Call } from '../../../nodes/shared/client/encodeCall';
import { correctionsIn } from '../../../nodes/shared/client/corrections';
import { interpret } from '../../../nodes/shared/client/interpret';
import { wholesaleSip } from '../../../nodes/shared/contract/wire.generated';
import type { ApiCorrections } from '../../../nodes/shared/corrections/document';
import type { Operation } from '../../../nodes/shared/contract/table';
import { problemOf } from '../thrown';

const textOf = (api: ApiCorrections): string =>
	JSON.stringify({ format: 'n8n-nodes-colt corrections', version: 1, wholesaleSip: api });

const correctionOf = (id: string, api: ApiCorrections) =>
	correctionsIn({ corrections: textOf(api) }, wholesaleSip)?.get(id);

const call = (operation: Operation, request: Call['request'], more: Partial<Call> = {}): Call => ({
	operation,
	request,
	trackingId: 't-1',
	...more,
});

const { listOrders, reserveNumbers, getOrder } = wholesaleSip.operations;

describe('requests', () => {
	it('go in corrected names, with the own query parameters and patch on top', () => {
		const correction = correctionOf('reserveNumbers', {
			reserveNumbers: {
				method: 'PUT',
				path: '/v2/reservations',
				request: { 'body.ranges': 'body.data.numbers', 'header.trackingId': 'header.X-Request-ID' },
				always: { 'body.version': 2 },
			},
		});
		const body = { ranges: [{ start: '+441', end: '+442' }] };
		const patch = { bodyPatch: { data: { extra: true } }, extraQuery: { dryRun: 'yes' } };
		const sent = encode('https://colt', call(reserveNumbers, { body }, patch), correction);
		expect(sent).toMatchObject({ method: 'PUT', url: 'https://colt/v2/reservations?dryRun=yes' });
		expect(sent.headers).toMatchObject({ 'x-request-id': 't-1' });
		expect(sent.headers).not.toHaveProperty('x-tracking-id');
		expect(JSON.parse(sent.body ?? '')).toEqual({
			data: { numbers: [{ numberRangeStart: '+441', numberRangeEnd: '+442' }], extra: true },
			version: 2,
		});
	});

	test.each([
		[0, 100, '1', '50'],
		[50, 100, '2', '50'],
		[50, 20, '6', '10'],
		[40, 20, '3', '20'],
	])('records from %i on, %i at most: page %s of %s', (offset, limit, page, size) => {
		const correction = correctionOf('listOrders', {
			listOrders: {
				request: { 'query.offset': 'query.page', 'query.limit': 'query.size' },
				paging: { style: 'page', first: 1, largest: 50 },
			},
		});
		const { url } = encode('https://colt', call(listOrders, { query: { offset, limit } }), correction);
		expect(Object.fromEntries(new URL(url).searchParams)).toEqual({ page, size });
	});

	it('what Colt has no form for is refused by name, and nothing is sent', () => {
		const correction = correctionOf('listOrders', {
			listOrders: { request: { 'query.type': { values: { backfill: null } } } },
		});
		const problem = problemOf(() =>
			encode('https://colt', call(listOrders, { query: { type: 'backfill' } }), correction),
		);
		expect(problem).toMatchObject({ kind: 'input', check: 'noForm', outcome: 'notSent', field: 'orderType' });
	});

	it('are the same without corrections', () => {
		const one = call(getOrder, { path: { orderId: 'a/b' } });
		expect(correctionOf('getOrder', {})).toBeUndefined();
		expect(encode('https://colt', one)).toEqual(encode('https://colt', one, correctionOf('listOrders', {})));
	});
});

it('answers are decoded by corrected names, and stay in raw as Colt sent them', () => {
	const correction = correctionOf('listOrders', {
		listOrders: {
			answer: {
				body: 'body.orders',
				'body[].status': 'body.orders[].phase',
				'header.totalCount': 'body.page.total',
			},
		},
	});
	const value = { orders: [{ id: '1', phase: 'Completed' }], page: { total: 7 } };
	const read = interpret(
		{ status: 200, headers: {}, text: '', json: { value }, isEmpty: false } as never,
		{ operation: listOrders, trackingId: 't' },
		correction,
	);
	expect(read).toMatchObject({
		answer: { raw: value, decoded: [{ id: '1', status: 'Completed' }], headers: { 'X-Total-Count': '7' } },
	});
});

test.each([
	['hello', 'is not JSON'],
	['{"openapi":"3.0.0","info":{},"paths":{}}', 'Import Specification'],
	['{"format":"n8n-nodes-colt corrections","version":9}', 'version: is 9'],
	[textOf({ placeOrder: {} }), 'no operation placeOrder'],
	[textOf({ getOrder: { path: '/v1/order' } }).replace('/v1/order', '/v1/{other}'), 'fills {other}'],
	[textOf({ returnNumbers: { request: { 'body.ranges[].start': null } } }), 'is mandatory'],
])('%s in a credential is refused', (corrections, reason) => {
	for (const _ of [1, 2]) {
		const problem = problemOf(() => correctionsIn({ corrections }, wholesaleSip));
		expect(problem).toMatchObject({ kind: 'configuration', outcome: 'notSent', field: 'Corrections (JSON)' });
		expect(problem.message).toContain(reason);
	}
});

test.each([[undefined], [''], ['  \n'], [null]])('%j is no correction', (corrections) => {
	expect(correctionsIn({ corrections } as never, wholesaleSip)).toBeUndefined();
});

it('a request whose names all stand elsewhere has no body', () => {
	const correction = correctionOf('reserveNumbers', {
		reserveNumbers: {
			request: {
				'body.ranges[].start': 'query.from',
				'body.ranges[].end': 'query.to',
			},
		},
	});
	const sent = encode(
		'https://colt',
		call(reserveNumbers, { body: { ranges: [{ start: '+1', end: '+2' }] } }),
		correction,
	);
	expect(sent.body).toBeUndefined();
	expect(sent.url).toContain('?from=%2B1&to=%2B2');
});

describe('a value that follows from another', () => {
	const correction = correctionOf('searchInventory', {
		searchInventory: {
			follows: {
				'query.searchType': { of: 'query.status', values: { Reserved: 'OWN', Free: 'STOCK' }, otherwise: 'ALL' },
			},
		},
	});
	test.each([
		['Reserved', 'OWN'],
		['Free', 'STOCK'],
		['Activated', 'ALL'],
		[undefined, 'ALL'],
	])('%s: %s', (status, type) => {
		const { url } = encode(
			'https://colt',
			call(wholesaleSip.operations.searchInventory, { query: { status } }),
			correction,
		);
		expect(new URL(url).searchParams.get('searchType')).toBe(type);
	});

	it('is refused where nothing is said', () => {
		const strict = correctionOf('searchInventory', {
			searchInventory: { follows: { 'query.searchType': { of: 'query.status', values: { Free: 'STOCK' } } } },
		});
		const sent = (status?: string) =>
			encode('https://colt', call(wholesaleSip.operations.searchInventory, { query: { status } }), strict);
		expect(problemOf(() => sent('Reserved'))).toMatchObject({ kind: 'input', outcome: 'notSent' });
		expect(sent().url).not.toContain('searchType');
	});
});

describe('what does not exist at Colt', () => {
	const wish = (query: object, more = {}) =>
		call(wholesaleSip.operations.searchInventory, { query: { ...query } }, { isWish: true, ...more });

	it("is refused in a person's request, and left out of the package's own", () => {
		const one = correctionOf('searchInventory', { searchInventory: { request: { 'query.orderId': null } } });
		expect(problemOf(() => encode('https://colt', wish({ orderId: 'o-1' }), one))).toMatchObject({
			kind: 'input',
			check: 'noForm',
			outcome: 'notSent',
		});
		expect(encode('https://colt', wish({ status: 'Free' }), one).url).toContain('resourceStatus=Free');
		const { isWish: _, ...own } = wish({ orderId: 'o-1' });
		expect(encode('https://colt', own, one).url).not.toContain('o-1');
	});

	it('is left out without a word where a person has confirmed it', () => {
		const one = correctionOf('searchInventory', {
			searchInventory: { request: { 'query.orderId': { to: null, confirmed: true } } },
		});
		expect(encode('https://colt', wish({ orderId: 'o-1' }), one).url).not.toContain('o-1');
	});
});

describe('pages that lead to one another', () => {
	test.each([
		['cursor', { next: 'abc' }, { cursor: 'abc' }, true],
		['cursor', { next: null }, undefined, true],
		['cursor', {}, undefined, true],
		['link', { next: 'https://other.example/v9/orders?after=7&size=5' }, { after: '7', size: '5' }, false],
		['link', { next: '' }, undefined, false],
	])('%s: %j', (style, page, query, keepsQuery) => {
		const correction = correctionOf('listOrders', {
			listOrders: {
				request: { 'query.offset': null },
				answer: { body: 'body.orders' },
				paging: {
					style: style as 'cursor',
					next: 'body.page.next',
					...(style === 'cursor' && { cursor: 'query.cursor' }),
				},
			},
		});
		const read = interpret(
			{ status: 200, headers: {}, text: '', json: { value: { orders: [{ id: '1' }], page } }, isEmpty: false } as never,
			{ operation: listOrders, trackingId: 't' },
			correction,
		);
		expect(read).toMatchObject({ answer: { nextPage: { keepsQuery, ...(query !== undefined && { query }) } } });
		const { url } = encode('https://colt', call(listOrders, { query: { offset: 0, limit: 100 } }), correction);
		expect(Object.fromEntries(new URL(url).searchParams)).toEqual({ limit: '100' });
		expect(problemOf(() => encode('https://colt', call(listOrders, { query: { offset: 100 } }), correction)).kind).toBe(
			'input',
		);
	});
});
