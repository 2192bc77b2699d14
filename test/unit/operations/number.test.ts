import { problemOf } from '../thrown';
import { requestOf, sent } from './sent';

const form = (value: Record<string, unknown>) => ({ mappingMode: 'defineBelow', value });
const PRODUCT = { name: 'Wholesale SIP' };
const GB = '+442081324758';
const one = [{ start: GB, end: GB }];
const further = {
	range: [
		{ start: '+442081324760', end: '+442081324769' },
		{ start: '+442081324780', end: '' },
	],
};

describe('search free', () => {
	it('sends every filter', () => {
		const filters = { lac: ' 20 ', city: 'London', rangeSize: 10, serviceProfile: 'ANH' };
		expect(sent('number: searchFree', { country: 'ES', numberType: 'Non Geo', filters })).toEqual({
			call: 'GET /v1/freeNumber',
			query: {
				country: 'ES',
				numberType: 'Non Geo',
				lac: '20',
				city: 'London',
				rangeSize: '10',
				serviceProfile: 'ANH',
			},
		});
	});

	it('leaves out what is empty, and adds the default service profile of the credential', () => {
		expect(sent('number: searchFree', { country: 'GB', filters: {} }, { defaultServiceProfile: 'ANH' }).query).toEqual({
			country: 'GB',
			serviceProfile: 'ANH',
		});
	});
});

describe('inventory', () => {
	it('sends every filter', () => {
		const filters = {
			country: 'GB',
			status: 'PortIn_Activated',
			customerReference: 'My Customer',
			orderId: '55eca520',
			cli: '+44 20 8132 4758',
			serviceProfile: 'ANH',
		};
		const { cli: _, ...others } = filters;
		expect(sent('number: getMany', { filters })).toEqual({
			call: 'GET /v1/Number',
			query: { ...others, start: GB, end: GB },
		});
	});

	it('asks for everything without filters', () =>
		expect(sent('number: getMany', {})).toEqual({ call: 'GET /v1/Number' }));

	it('asks for the details of a range by both ends, document 000', () => {
		expect(sent('number: get', { numberRangeStart: '020 8132 4758', country: 'GB' })).toEqual({
			call: 'GET /v1/Number',
			query: { start: GB, end: GB, country: 'GB' },
		});
	});

	it('asks for the orders of a range', () => {
		expect(sent('number: getOrderHistory', { numberRangeStart: GB })).toEqual({
			call: 'GET /v1/CLIOrderHistory',
			query: { start: GB, end: GB },
		});
	});

	it('refuses a number that is none', () => {
		expect(problemOf(() => requestOf('number: getMany', { filters: { cli: '2081324758' } })).field).toBe(
			'Number (CLI)',
		);
		expect(
			problemOf(() => requestOf('number: getMany', { filters: { customerReference: 'x'.repeat(51) } })).field,
		).toBe('Customer Reference');
	});

	it('names the range in the error of an empty answer', () => {
		const request = requestOf('number: get', { numberRangeStart: GB });
		expect(request.echo).toEqual({ numberRangeStart: GB, numberRangeEnd: GB, country: 'GB' });
	});
});

describe('reserve, return, reactivate', () => {
	test.each([
		['number: reserve', 'POST /v1/reservation/order'],
		['number: return', 'POST /v1/return/order'],
		['number: reactivate', 'POST /v1/reactivation/order'],
	])('%s with further ranges', (operation, call) => {
		expect(
			sent(operation, {
				numberRangeStart: GB,
				numberRangeEnd: '+442081324759',
				additionalFields: { serviceProfile: ' ANH ', furtherRanges: further },
			}),
		).toEqual({
			call,
			body: {
				ranges: [
					{ start: GB, end: '+442081324759' },
					{ start: '+442081324760', end: '+442081324769' },
					{ start: '+442081324780', end: '+442081324780' },
				],
				productOffering: PRODUCT,
				relatedParty: { reseller: { serviceProfile: 'ANH', country: 'GB' } },
			},
		});
	});

	it('repeats the range in the output, further ones too', () => {
		const { echo } = requestOf('number: return', {
			numberRangeStart: GB,
			additionalFields: { furtherRanges: further },
		});
		expect(echo).toEqual({
			numberRangeStart: GB,
			numberRangeEnd: GB,
			country: 'GB',
			furtherRanges: [
				{ start: '+442081324760', end: '+442081324769' },
				{ start: '+442081324780', end: '+442081324780' },
			],
		});
	});

	test.each(['auto', 'GB'])('reads national further ranges by the country of the main one, country %s', (country) => {
		const furtherRanges = { range: [{ start: '020 8132 4760', end: '020 8132 4769' }] };
		expect(
			requestOf('number: return', { numberRangeStart: GB, country, additionalFields: { furtherRanges } }).echo
				?.furtherRanges,
		).toEqual([further.range[0]]);
	});

	test.each([
		['an empty row', { start: '' }],
		['a row that is no number', { start: 'x' }],
		['an end before its start', { start: '+442081324760', end: '+442081324759' }],
		['a number of no Colt country', { start: '+12025550123' }],
		['another country than the chosen one', { start: '+33382501230' }],
	])('names Further Ranges for %s', (_, row) => {
		const params = { numberRangeStart: GB, country: 'GB', additionalFields: { furtherRanges: { range: [row] } } };
		expect(problemOf(() => requestOf('number: return', params))).toMatchObject({
			kind: 'input',
			field: 'Further Ranges',
			outcome: 'notSent',
		});
	});

	it("prefers the item's service profile to the credential's", () => {
		const body = (additionalFields: object) =>
			sent('number: return', { numberRangeStart: GB, additionalFields }, { defaultServiceProfile: 'DEF' }).body;
		expect(body({ serviceProfile: 'ANH' })).toMatchObject({ relatedParty: { reseller: { serviceProfile: 'ANH' } } });
		expect(body({ serviceProfile: ' ' })).toMatchObject({ relatedParty: { reseller: { serviceProfile: 'DEF' } } });
	});

	it('takes a customer reference of 50 characters and no more, document 004', () => {
		const reserve = (customerReference: string) =>
			requestOf('number: reserve', { numberRangeStart: GB, additionalFields: { customerReference } });
		expect(reserve('x'.repeat(50)).body?.relatedParty).toMatchObject({
			endCustomer: { customerReference: 'x'.repeat(50) },
		});
		expect(problemOf(() => reserve('x'.repeat(51))).field).toBe('Customer Reference');
	});

	it('needs the lock ID of a reservation by lock', () => {
		expect(problemOf(() => requestOf('number: reserve', { reserveBy: 'lockId', lockId: ' ' })).field).toBe('Lock ID');
	});
});

describe('activate', () => {
	const endCustomer = form({
		endCustomerName: 'Acme',
		registrationNumber: '12345678',
		houseNumber: '1',
		streetName: 'High Street',
		city: 'London',
		postalCode: 'E1 1AA',
		contactName: 'Jo',
		contactPhone: '+442081324758',
		contactEmail: 'jo@example.com',
		directoryPublish: true,
		directoryListingName: 'Acme Ltd',
		directoryCategory: 'Telecoms',
		directoryUsage: 'voiceAndFax',
	});

	it('sends everything', () => {
		const documents = [{ type: 'other', fileName: 'a.pdf', content: 'YQ==' }];
		expect(
			sent(
				'number: activate',
				{
					numberRangeStart: GB,
					endCustomer,
					additionalFields: { customerReference: 'My Customer', serviceProfile: 'ANH' },
				},
				{ documents },
			),
		).toEqual({
			call: 'POST /v1/activation/order',
			body: {
				ranges: one,
				productOffering: PRODUCT,
				relatedParty: {
					reseller: { serviceProfile: 'ANH', country: 'GB' },
					endCustomer: {
						customerReference: 'My Customer',
						name: 'Acme',
						registrationNumber: '12345678',
						address: {
							houseNumber: '1',
							streetName: 'High Street',
							city: 'London',
							postalCode: 'E1 1AA',
							country: 'GB',
						},
						contact: { name: 'Jo', phone: '+442081324758', email: 'jo@example.com' },
					},
				},
				directoryService: { publish: true, listingName: 'Acme Ltd', category: 'Telecoms', usage: 'voiceAndFax' },
				documents: [{ type: 'other', fileName: 'a.pdf', fileContent: 'YQ==' }],
			},
		});
	});

	it('sends no end customer in a pre-activation, whatever the form still holds', () => {
		expect(sent('number: activate', { numberRangeStart: GB, preActivation: true, endCustomer }).body).toEqual({
			ranges: one,
			productOffering: PRODUCT,
			relatedParty: { reseller: { country: 'GB' } },
		});
	});

	it('sends the emergency address of the Netherlands', () => {
		const value = form({
			endCustomerName: 'Acme',
			city: 'Amsterdam',
			directoryPublish: false,
			emergencyCity: 'Utrecht',
			emergencyPostalCode: '3511',
		});
		expect(sent('number: activate', { numberRangeStart: '+31208882000', endCustomer: value }).body).toMatchObject({
			directoryService: { publish: false },
			emergencyAddress: { city: 'Utrecht', postalCode: '3511', country: 'NL' },
		});
	});

	it('says that BNetzA has approved a large German block, and nothing when it has not', () => {
		const block = {
			numberRangeStart: '+496956606000',
			numberRangeEnd: '+496956606999',
			endCustomer: form({ endCustomerName: 'Acme', city: 'Frankfurt' }),
		};
		expect(sent('number: activate', { ...block, additionalFields: { regulatorApproval: true } }).body).toMatchObject({
			regulatorApproval: true,
		});
		expect(
			sent('number: activate', { ...block, additionalFields: { regulatorApproval: false } }, { checks: false }).body,
		).not.toHaveProperty('regulatorApproval');
	});
});

describe('update end customer', () => {
	const value = form({ endCustomerName: 'Acme', city: 'London', directoryListingName: 'Acme' });

	test.each(['ADD', 'MODIFY'])('sends %s', (updateAction) => {
		expect(
			sent('number: updateEndCustomer', {
				numberRangeStart: GB,
				updateAction,
				endCustomer: value,
				additionalFields: { customerReference: 'Ref' },
			}),
		).toEqual({
			call: 'POST /v1/updateCustomer/order',
			body: {
				ranges: one,
				productOffering: PRODUCT,
				relatedParty: {
					reseller: { country: 'GB' },
					endCustomer: { customerReference: 'Ref', name: 'Acme', address: { city: 'London', country: 'GB' } },
				},
				action: updateAction,
				directoryService: { listingName: 'Acme' },
			},
		});
		expect(
			requestOf('number: updateEndCustomer', { numberRangeStart: GB, updateAction, endCustomer: value }).echo,
		).toMatchObject({ action: updateAction });
	});

	it('sends the changed part alone', () => {
		const body = sent('number: updateEndCustomer', {
			numberRangeStart: GB,
			endCustomer: form({ directoryPublish: false }),
		}).body;
		expect(body).toEqual({
			ranges: one,
			productOffering: PRODUCT,
			relatedParty: { reseller: { country: 'GB' } },
			action: 'MODIFY',
			directoryService: { publish: false },
		});
	});
});
