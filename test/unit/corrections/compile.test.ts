import { inbound, wholesaleSip } from '../../../nodes/shared/contract/wire.generated';
import {
	correctAnswer,
	correctRequest,
	readCorrectedRequest,
	writeCorrectedAnswer,
} from '../../../nodes/shared/corrections/apply';
import { compileCorrections } from '../../../nodes/shared/corrections/compile';
import type { CorrectedOperation } from '../../../nodes/shared/corrections/compile';
import type { ApiCorrections, OperationCorrection } from '../../../nodes/shared/corrections/document';
import { NoFormAtColt } from '../../../nodes/shared/corrections/rewrite';
import type { Operation } from '../../../nodes/shared/contract/table';

const NOW = Date.parse('2026-03-02T12:00:00Z');

function corrected(
	id: keyof typeof wholesaleSip.operations,
	correction: OperationCorrection,
): [Operation, CorrectedOperation] {
	const found = compileCorrections(wholesaleSip, { [id]: correction }).get(id);
	if (found === undefined) throw new Error(`${id} is not corrected`);
	return [wholesaleSip.operations[id], found];
}

const request = (method: string, template: string, parts: object = {}) => ({
	method,
	template,
	path: {},
	query: {},
	header: { 'x-tracking-id': 't' },
	...parts,
});

describe('requests', () => {
	it('a search with other names, pages by number, at most 50 at once', () => {
		const [operation, correction] = corrected('listOrders', {
			request: {
				'query.country': 'query.countryCode',
				'query.changedFrom': { to: 'query.fromDate', with: { 'query.dateType': 'MODIFIED' } },
				'query.offset': 'query.pageNumber',
				'query.limit': 'query.pageSize',
				'query.customerReference': null,
			},
			paging: { style: 'page', first: 1, largest: 50 },
		});
		const sent = correctRequest(
			operation,
			correction,
			request('GET', '/v1/order', {
				query: { country: 'GB', 'lastUpdate.gte': 'x', offset: '100', limit: '50', customerReference: 'r' },
			}),
			NOW,
		);
		expect(sent).toEqual({
			method: 'GET',
			template: '/v1/order',
			path: {},
			query: { countryCode: 'GB', fromDate: 'x', dateType: 'MODIFIED', pageNumber: '3', pageSize: '50' },
			header: { 'x-tracking-id': 't' },
		});
		expect(readCorrectedRequest(operation, correction, sent, NOW).query).toMatchObject({
			country: 'GB',
			'lastUpdate.gte': 'x',
			offset: '100',
			limit: '50',
		});
	});

	it('a body that becomes a query', () => {
		const [operation, correction] = corrected('checkPortability', {
			method: 'GET',
			path: '/v2/portability/{country}',
			request: {
				'body.ranges[].start': 'query.from',
				'body.ranges[].end': 'query.to',
				'body.relatedParty.reseller.country': 'path.country',
				'body.productOffering': null,
				'header.trackingId': 'header.X-Request-ID',
			},
			always: { 'query.version': '2' },
		});
		const body = {
			numberRangeList: [{ numberRangeStart: '+441', numberRangeEnd: '+442' }],
			productOffering: { name: 'Wholesale SIP' },
			relatedParty: { reseller: { country: 'GB' } },
		};
		expect(correctRequest(operation, correction, request('POST', '/v1/checkPortability', { body }), NOW)).toEqual({
			method: 'GET',
			template: '/v2/portability/{country}',
			path: { country: 'GB' },
			query: { from: '+441', to: '+442', version: '2' },
			header: { 'x-request-id': 't' },
		});
		const two = { ...body, numberRangeList: [...body.numberRangeList, ...body.numberRangeList] };
		expect(() =>
			correctRequest(operation, correction, request('POST', '/v1/checkPortability', { body: two }), NOW),
		).toThrow(NoFormAtColt);
	});
});

describe('answers', () => {
	const [, correction] = corrected('listOrders', {
		answer: {
			body: 'body.data.orders',
			'body[].status': 'body.data.orders[].transactionStatus',
			'body[].type': { to: 'body.data.orders[].kind', values: { return: ['Deactivation', 'Cancel Reservation'] } },
			'header.totalCount': 'body.page.total',
		},
	});

	it('a list in a wrapper with its total', () => {
		const theirs = {
			header: {},
			body: {
				data: { orders: [{ id: '1', transactionStatus: 'Completed', kind: 'cancel reservation' }] },
				page: { total: 7 },
			},
		};
		const ours = correctAnswer(correction, theirs, NOW);
		expect(ours.header).toEqual({ 'X-Total-Count': 7 });
		expect(ours.body).toMatchObject([{ id: '1', orderStatus: 'Completed' }]);
		expect(writeCorrectedAnswer(correction, ours, NOW)).toMatchObject({
			body: {
				data: { orders: [{ id: '1', transactionStatus: 'Completed', kind: 'Deactivation' }] },
				page: { total: 7 },
			},
		});
	});

	it.each([[[]], [null], [{ orders: [] }], ['text'], [{ code: '001' }]])(
		'%j, which is not of that form, stays',
		(body) => {
			expect(correctAnswer(correction, { header: {}, body }, NOW).body).toEqual(body);
		},
	);
});

describe('what contradicts itself or the contract is refused', () => {
	test.each<[string, ApiCorrections, string]>([
		['an unknown operation', { placeOrder: {} }, 'no operation placeOrder'],
		['an unknown name', { listOrders: { request: { 'query.stat': 'query.x' } } }, 'no name query.stat in its request'],
		['a name elsewhere', { listOrders: { answer: { status: 'body.x' } } }, 'it has body[].status'],
		[
			'a place twice',
			{ listOrders: { request: { 'query.status': 'query.country' } } },
			'would both stand at query.country',
		],
		[
			'a mandatory name dropped',
			{ returnNumbers: { request: { 'body.ranges[].start': null } } },
			'body.ranges[].start is mandatory',
		],
		['a place without a section', { listOrders: { request: { 'query.status': 'state' } } }, 'does not begin with'],
		['a place that is none', { listOrders: { request: { 'query.status': 'query..x' } } }, 'query..x'],
		['a path that nothing fills', { getOrder: { path: '/v1/order/{id}' } }, 'nothing of the contract fills {id}'],
		['a path for every operation', { '*': { path: '/v2' } }, 'cannot have a path'],
		['a name no operation has', { '*': { request: { 'query.nothing': 'query.x' } } }, 'No operation has the name'],
	])('%s', (_, corrections, words) => {
		expect(() => compileCorrections(wholesaleSip, corrections)).toThrow(words);
	});

	it('a path parameter of another name needs its name, and then has it', () => {
		const correction = { path: '/v1/order/{id}', request: { 'path.orderId': 'path.id' } };
		expect(compileCorrections(wholesaleSip, { getOrder: correction }).get('getOrder')?.path).toBe('/v1/order/{id}');
	});
});

it('names of every operation are corrected where they are', () => {
	const all = compileCorrections(inbound, { '*': { request: { 'header.trackingId': 'header.X-ID' } } });
	expect([...all.keys()]).toEqual(Object.keys(inbound.operations));
});
