import {
	decodeBody,
	decodePaging,
	decodeQuery,
	decodeResponse,
	encodeBody,
	encodeHeaders,
	encodeQuery,
	encodeResponse,
	pathFor,
} from '../../../nodes/shared/contract/codec';
import { authentication, wholesaleSip } from '../../../nodes/shared/contract/wire.generated';

const sip = wholesaleSip.operations;

describe('documented samples', () => {
	it('writes the GB reservation of document 004', () => {
		const body = encodeBody(sip.reserveNumbers, {
			ranges: [{ start: '+442081324758', end: '+442081324758' }],
			productOffering: { name: 'Wholesale SIP' },
			relatedParty: {
				reseller: { serviceProfile: 'ANH', country: 'GB' },
				endCustomer: { customerReference: 'My Customer' },
			},
		});
		expect(body).toEqual({
			numberRangeList: [{ numberRangeStart: '+442081324758', numberRangeEnd: '+442081324758' }],
			productOffering: { name: 'Wholesale SIP' },
			relatedParty: {
				reseller: { serviceProfile: 'ANH', country: 'GB' },
				endCustomerDetails: { customerReference: 'My Customer' },
			},
		});
	});

	it('writes the return without service profile of document 003', () => {
		const body = encodeBody(sip.returnNumbers, {
			ranges: [{ start: '+442081324759', end: '+442081324759' }],
			productOffering: { name: 'Wholesale SIP' },
			relatedParty: { reseller: { serviceProfile: undefined, country: 'GB' } },
		});
		expect(body).toEqual({
			numberRangeList: [{ numberRangeStart: '+442081324759', numberRangeEnd: '+442081324759' }],
			productOffering: { name: 'Wholesale SIP' },
			relatedParty: { reseller: { country: 'GB' } },
		});
	});

	it('reads the order id of a creation', () => {
		const id = '55eca520-ea16-4979-a09d-9ac6e060ed82';
		expect(decodeResponse(sip.reserveNumbers, { order: { id } })).toEqual({ order: { id } });
	});
});

describe('encoding', () => {
	it('drops undefined and nothing else', () => {
		expect(Object.values(encodeQuery(sip.searchFreeNumbers, { country: '', limit: 0, lac: undefined }))).toEqual([
			'',
			0,
		]);
		expect(Object.values(encodeBody(sip.portIn, { outOfHours: false, notes: null } as never))).toEqual([false, null]);
	});

	it('refuses an unknown field and says where it stands', () => {
		const body = { relatedParty: { reseller: { county: 'GB' } } };
		expect(() => encodeBody(sip.reserveNumbers, body as never)).toThrow('Unknown field relatedParty.reseller.county');
		expect(() => encodeQuery(sip.listOrders, { constructor: 1 } as never)).toThrow('Unknown field constructor');
	});

	it('translates values and sort fields', () => {
		const query = encodeQuery(sip.listOrders, { type: 'reservation', sort: '-changedAt,id' });
		expect(Object.values(query).join()).not.toContain('changedAt');
		expect(Object.values(query)).not.toContain('reservation');
		expect(decodeQuery(sip.listOrders, query)).toEqual({ type: 'reservation', sort: '-changedAt,id' });
	});

	it('passes values that it does not know', () => {
		expect(Object.values(encodeQuery(sip.listOrders, { type: 'Something New' } as never))).toEqual(['Something New']);
	});

	it('builds paths and headers', () => {
		expect(pathFor(sip.getOrder, { orderId: 'a/b c' })).toBe('/v1/order/a%2Fb%20c');
		expect(pathFor(sip.reserveNumbers)).toBe('/v1/reservation/order');
		expect(() => pathFor(sip.getOrder, { orderId: '' })).toThrow('orderId of getOrder is missing');
		expect(encodeHeaders(sip.getOrder, { trackingId: 't-1' })).toEqual({ 'x-tracking-id': 't-1' });
		expect(encodeBody(authentication.operations.requestToken, { grantType: 'client_credentials' })).toEqual({
			grant_type: 'client_credentials',
		});
	});
});

describe('reading', () => {
	const order = { id: '1', status: 'Completed', type: 'reservation' as const };
	const wire = encodeResponse(sip.getOrder, order) as Record<string, unknown>;

	it.each([
		['as the contract says', wire],
		['orderId', { ...wire, id: undefined, orderId: '1' }],
		['orderID', { ...wire, id: undefined, orderID: '1' }],
		['status', { ...wire, orderStatus: undefined, status: 'Completed' }],
		['an unknown key', { ...wire, colour: 'red' }],
		['wrapped in an object', { order: wire }],
		['in a list of one', [wire]],
	])('accepts %s', (_, answer) =>
		expect(decodeResponse(sip.getOrder, JSON.parse(JSON.stringify(answer)))).toEqual(order),
	);

	it.each([
		['bare', [wire]],
		['wrapped', { orders: [wire] }],
		['wrapped with counts', { total: 1, items: [wire] }],
	])('accepts a list %s', (_, answer) => expect(decodeResponse(sip.listOrders, answer)).toEqual([order]));

	it('takes the country from the nested place too', () => {
		const nested = { id: '1', relatedParty: { reseller: { country: 'GB' } } };
		expect(decodeResponse(sip.getOrder, nested)).toMatchObject({ country: 'GB' });
	});

	it('reads values whatever their case and keeps unknown ones', () => {
		const type = String(Object.values(wire).find((value) => /reserv/i.test(String(value))));
		const shouted = Object.fromEntries(
			Object.entries(wire).map(([key, value]) => [key, value === type ? type.toUpperCase() : value]),
		);
		expect(decodeResponse(sip.getOrder, shouted)).toEqual(order);
		const strange = Object.fromEntries(
			Object.entries(wire).map(([key, value]) => [key, value === type ? 'Strange' : value]),
		);
		expect(decodeResponse(sip.getOrder, strange)).toEqual({ ...order, type: 'Strange' });
	});

	/** The documents name the order status in two ways, TMF in a third; frameworks write names in capitals and wrap values. */
	test.each<[string, object]>([
		['transactionStatus', { transactionStatus: 'Completed' }],
		['state', { state: 'Completed' }],
		['OrderStatus', { OrderStatus: 'Completed' }],
		['STATE', { STATE: 'Completed' }],
		['an object with a value', { orderStatus: { value: 'Completed' } }],
		['an object with a name', { status: { name: 'Completed', id: 7 } }],
		['an object with a code', { State: { Code: 'Completed' } }],
		['a name of its own beside an object of another', { orderStatus: { text: 'x' }, state: 'Completed' }],
		['a second name where the first is null', { orderStatus: null, status: 'Completed' }],
	])('reads the order status from %s', (_, status) => {
		expect(decodeResponse(sip.getOrder, { ID: '1', ...status })).toEqual({ id: '1', status: 'Completed' });
	});

	test('keeps a status object that it cannot open, and a status that is null', () => {
		expect(decodeResponse(sip.getOrder, { id: '1', status: { text: 'x' } })).toEqual({
			id: '1',
			status: { text: 'x' },
		});
		expect(decodeResponse(sip.getOrder, { id: '1', status: null })).toEqual({ id: '1', status: null });
	});

	test('reads names in other capitals at every depth', () => {
		expect(
			decodeResponse(sip.getOrder, {
				Id: '1',
				NumberRangeList: [{ NumberRangeStart: '+4420' }],
				RelatedParty: { Reseller: { Country: 'GB' } },
			}),
		).toEqual({ id: '1', ranges: [{ start: '+4420' }], country: 'GB' });
	});

	/** Documents 000, 002, 003 and 004 name the types differently; 000's names are sent. */
	test.each([
		['Activation', 'activation'],
		['Number Activation', 'activation'],
		['Deactivation', 'return'],
		['Number Reservation Cancellation', 'return'],
		['Cancel Reservation', 'return'],
		['Address Update', 'updateCustomer'],
		['Number Address Update', 'updateCustomer'],
		['Reactivation', 'reactivation'],
		['Number (PortIn) Reactivation', 'reactivation'],
		['Port(In)', 'portIn'],
		['Port-Out', 'portOut'],
	])('reads the documented order type %j as %s', (orderType, type) => {
		expect(decodeResponse(sip.getOrder, { id: '1', orderType })).toEqual({ id: '1', type });
	});

	test('sends the order types of document 000', () => {
		const types = ['activation', 'return', 'updateCustomer', 'reactivation', 'portIn', 'portOut'] as const;
		expect(types.map((type) => Object.values(encodeQuery(sip.listOrders, { type }))[0])).toEqual([
			'Activation',
			'Deactivation',
			'Address Update',
			'Reactivation',
			'Port-In',
			'Port-Out',
		]);
	});

	test.each([
		['PORT IN', 'portIn'],
		['Port_In', 'portIn'],
		[' port-in ', 'portIn'],
		['portIn', 'portIn'],
		['numberReservation', 'reservation'],
		['Reservation', 'reservation'],
		['Port-In 2', 'Port-In 2'],
	])('reads the order type %j as %s', (written, type) => {
		const [name = ''] = Object.entries(wire).find(([, value]) => /reserv/i.test(String(value))) ?? [];
		expect(decodeResponse(sip.getOrder, { ...wire, [name]: written })).toEqual({ ...order, type });
	});

	it('reads the paging counts', () => {
		const names = Object.values(sip.listOrders.responseHeaders?.fields ?? {}) as string[];
		const headers = Object.fromEntries(names.map((name, index) => [name.toUpperCase(), String(index)]));
		expect(Object.values(decodePaging(sip.listOrders, headers)).toSorted()).toEqual([0, 1]);
		expect(decodePaging(sip.listOrders, {})).toEqual({});
	});

	it('leaves scalars and nulls alone', () => {
		expect(decodeBody(sip.portIn, { numberRangeList: null, productOffering: 'x' })).toEqual({
			ranges: null,
			productOffering: 'x',
		});
	});
});
