import { sent, wireBody, wireOf } from './sent';

/** The samples of documents 003 and 004, as printed there; the blanks before the LU numbers are the vendor's slip. */
const returned = { numberRangeStart: '+442081324758', numberRangeEnd: '+442081324758' };
const SAMPLES = [
	{
		name: 'GB reservation with service profile (004, 3.1)',
		operation: 'number: reserve',
		path: '/v1/reservation/order',
		params: { ...returned, additionalFields: { serviceProfile: 'ANH', customerReference: 'My Customer' } },
		body: {
			numberRangeList: [{ numberRangeStart: '+442081324758', numberRangeEnd: '+442081324758' }],
			productOffering: { name: 'Wholesale SIP' },
			relatedParty: {
				reseller: { serviceProfile: 'ANH', country: 'GB' },
				endCustomerDetails: { customerReference: 'My Customer' },
			},
		},
	},
	{
		name: 'LU reservation without service profile (004, 3.2)',
		operation: 'number: reserve',
		path: '/v1/reservation/order',
		params: {
			numberRangeStart: ' +35227949650',
			numberRangeEnd: ' +352279496509',
			additionalFields: { customerReference: 'My Customer' },
		},
		body: {
			numberRangeList: [{ numberRangeStart: '+35227949650', numberRangeEnd: '+352279496509' }],
			productOffering: { name: 'Wholesale SIP' },
			relatedParty: { reseller: { country: 'LU' }, endCustomerDetails: { customerReference: 'My Customer' } },
		},
	},
	{
		name: 'GB return with service profile (003, 1.1)',
		operation: 'number: return',
		path: '/v1/return/order',
		params: { ...returned, additionalFields: { serviceProfile: 'ANH' } },
		body: {
			numberRangeList: [{ numberRangeStart: '+442081324758', numberRangeEnd: '+442081324758' }],
			productOffering: { name: 'Wholesale SIP' },
			relatedParty: { reseller: { serviceProfile: 'ANH', country: 'GB' } },
		},
	},
	{
		name: 'GB return without service profile (003, 1.2)',
		operation: 'number: return',
		path: '/v1/return/order',
		params: { numberRangeStart: '+442081324759' },
		body: {
			numberRangeList: [{ numberRangeStart: '+442081324759', numberRangeEnd: '+442081324759' }],
			productOffering: { name: 'Wholesale SIP' },
			relatedParty: { reseller: { country: 'GB' } },
		},
	},
];

describe('documented samples, letter by letter', () => {
	test.each(SAMPLES)('$name', ({ operation, path, params, body }) => {
		expect(wireOf(operation, params)).toEqual({
			method: 'POST',
			url: `https://apis.colt.net/numberManagement${path}`,
			headers: { accept: 'application/json', 'content-type': 'application/json', 'x-tracking-id': 'abcd456e-d45645' },
			body: JSON.stringify(body),
		});
	});
});

describe('what the samples imply for every order', () => {
	const range = { numberRangeStart: '+442081324758', numberRangeEnd: '+442081324759' };
	const endCustomer = { mappingMode: 'defineBelow', value: { endCustomerName: 'Acme', city: 'London' } };

	test.each([
		'number: reserve',
		'number: activate',
		'number: updateEndCustomer',
		'number: reactivate',
		'number: return',
		'porting: portIn',
		'porting: checkPortability',
	])('%s', (operation) => {
		expect(wireBody(operation, { ...range, endCustomer, additionalFields: { serviceProfile: 'ANH' } })).toMatchObject({
			numberRangeList: [range],
			productOffering: { name: 'Wholesale SIP' },
			relatedParty: { reseller: { serviceProfile: 'ANH', country: 'GB' } },
		});
	});

	it('sends the lock instead of the range list, document 004', () => {
		expect(
			wireBody('number: reserve', {
				reserveBy: 'lockId',
				lockId: ' lock-1 ',
				lockCountry: 'GB',
				additionalFields: { customerReference: 'My Customer' },
			}),
		).toEqual({
			lockId: 'lock-1',
			productOffering: { name: 'Wholesale SIP' },
			relatedParty: { reseller: { country: 'GB' }, endCustomerDetails: { customerReference: 'My Customer' } },
		});
	});

	it("sends the regulator's document in the fields of document 000, section NL 088", () => {
		const documents = [
			{ type: 'loa', fileName: 'loa.pdf', content: 'TE9B' },
			{ type: 'regulatoryAssignment', fileName: 'acm.pdf', content: 'QUNN' },
		];
		const value = { endCustomerName: 'Acme', city: 'Amsterdam', directoryPublish: false };
		const body = wireBody(
			'porting: portIn',
			{ numberRangeStart: '+31881234567', endCustomer: { mappingMode: 'defineBelow', value } },
			{ documents },
		);
		expect(body).toMatchObject({
			regulatoryAssignmentFileName: 'acm.pdf',
			regulatoryAssignmentFileContent: 'QUNN',
			relatedParty: { reseller: { country: 'NL' } },
		});
	});
});

describe('paths of document 000', () => {
	const range = { numberRangeStart: '+442081324758' };
	const orderId = { mode: 'id', value: '55eca520-ea16-4979-a09d-9ac6e060ed82' };
	const endCustomer = { mappingMode: 'defineBelow', value: { endCustomerName: 'Acme', city: 'London' } };
	test.each([
		['number: searchFree', {}, 'GET /v1/freeNumber'],
		['number: getMany', {}, 'GET /v1/Number'],
		['number: get', range, 'GET /v1/Number'],
		['number: reserve', range, 'POST /v1/reservation/order'],
		['number: return', range, 'POST /v1/return/order'],
		['number: activate', { ...range, endCustomer }, 'POST /v1/activation/order'],
		['number: updateEndCustomer', { ...range, endCustomer }, 'POST /v1/updateCustomer/order'],
		['porting: portIn', range, 'POST /v1/portIn/order'],
		['porting: cancel', { orderId }, 'POST /v1/portUpdate/order'],
		['porting: checkPortability', range, 'POST /v1/checkPortability'],
		['number: reactivate', range, 'POST /v1/reactivation/order'],
		['bulkOrder: activate', { ...range, endCustomer }, 'POST /v1/bulkActivationOrder'],
		['bulkOrder: portIn', range, 'POST /v1/bulkPortInOrder'],
		['bulkOrder: updateEndCustomers', { ...range, endCustomer }, 'POST /v1/bulkUpdateCustomerDetailsOrder'],
		['order: getMany', {}, 'GET /v1/order'],
		['order: get', { orderId }, 'GET /v1/order/55eca520-ea16-4979-a09d-9ac6e060ed82'],
		['order: waitForStatus', { orderId }, 'GET /v1/order/55eca520-ea16-4979-a09d-9ac6e060ed82'],
		['number: getOrderHistory', range, 'GET /v1/CLIOrderHistory'],
		['freeNumberSupply: count', { lac: '20' }, 'GET /v1/freeNumberCount'],
		['freeNumberSupply: lock', { lac: '20' }, 'POST /v1/lockFreeNumbers'],
		['freeNumberSupply: requestBackfill', { lac: '20' }, 'POST /v1/freeNumberBackfill/order'],
		['freeNumberSupply: cancelBackfill', { orderId }, 'POST /v1/cancelFreeNumberBackfill/order'],
	])('%s', (operation, params, call) => expect(sent(operation, params).call).toBe(call));
});
