import { encode } from '../../../nodes/shared/client/encodeCall';
import { wholesaleSip } from '../../../nodes/shared/contract/wire.generated';
import { LIST, ORDER, READ } from './scripted';

const BASE = 'https://colt.example/gateway/numberManagement';
const queryOf = (url: string): Array<[string, string]> => [...new URL(url).searchParams];
const body = (text: string | undefined): unknown => JSON.parse(text ?? 'null') as unknown;

describe('a GET', () => {
	it('has no body and no content type', () => {
		expect(encode(BASE, READ)).toEqual({
			method: 'GET',
			url: `${BASE}/v1/order/A-1`,
			headers: { accept: 'application/json', 'x-tracking-id': 'trk-1' },
		});
	});

	it('encodes the path, so that an id cannot leave it', () => {
		expect(encode(BASE, { ...READ, request: { path: { orderId: '../Number?x=1' } } }).url).toBe(
			`${BASE}/v1/order/..%2FNumber%3Fx%3D1`,
		);
	});

	it('encodes the query', () => {
		const call = { ...LIST, request: { query: { customerReference: 'A&B = ü+', status: 'In progress' } } };
		const { url } = encode(BASE, call);
		expect(url).toMatch(/^[\x21-\x7e]+$/);
		expect(queryOf(url)).toEqual([
			['customerReference', 'A&B = ü+'],
			['orderStatus', 'In progress'],
		]);
	});

	it('leaves out what is undefined', () => {
		expect(encode(BASE, { ...LIST, request: { query: { country: undefined, status: undefined } } }).url).toBe(
			`${BASE}/v1/order`,
		);
	});
});

describe('extra query parameters', () => {
	const withExtra = (extraQuery: Record<string, string>) => queryOf(encode(BASE, { ...LIST, extraQuery }).url);

	it('are added, replace and, when empty, remove', () => {
		expect(withExtra({ colour: 'red blue' })).toEqual([
			['country', 'GB'],
			['colour', 'red blue'],
		]);
		expect(withExtra({ country: 'FR' })).toEqual([['country', 'FR']]);
		expect(withExtra({ country: '' })).toEqual([]);
		expect(withExtra({ nothing: '' })).toEqual([['country', 'GB']]);
	});

	it('go with an order too', () => {
		expect(encode(BASE, { ...ORDER, extraQuery: { debug: '1' } }).url).toBe(`${BASE}/v1/reservation/order?debug=1`);
	});
});

describe('a POST', () => {
	it('has a JSON body in wire names', () => {
		const { headers, body: text } = encode(BASE, ORDER);
		expect(headers).toEqual({
			accept: 'application/json',
			'content-type': 'application/json',
			'x-tracking-id': 'trk-1',
		});
		expect(body(text)).toEqual({
			numberRangeList: [{ numberRangeStart: '+442081324758', numberRangeEnd: '+442081324758' }],
			productOffering: { name: 'Wholesale SIP' },
		});
	});

	it('has an object even when there is nothing to say', () => {
		expect(encode(BASE, { ...ORDER, request: {} }).body).toBe('{}');
	});

	it('takes the patch last: adds, replaces, removes', () => {
		const bodyPatch = { productOffering: { name: 'Other', id: 7 }, numberRangeList: null, lockId: 'L-1' };
		expect(body(encode(BASE, { ...ORDER, bodyPatch }).body)).toEqual({
			productOffering: { name: 'Other', id: 7 },
			lockId: 'L-1',
		});
	});

	it('leaves the request as it was', () => {
		const before = JSON.stringify(ORDER.request);
		encode(BASE, { ...ORDER, bodyPatch: { productOffering: { name: 'Other' } } });
		expect(JSON.stringify(ORDER.request)).toBe(before);
	});

	it('refuses a name that the contract does not know', () => {
		expect(() => encode(BASE, { ...ORDER, request: { body: { colour: 'red' } } })).toThrow('Unknown field colour');
	});
});

describe('a bulk', () => {
	const call = {
		operation: wholesaleSip.operations.bulkActivate,
		request: {
			body: {
				orders: [
					{ productOffering: { name: 'A' } },
					{ productOffering: { name: 'B' } },
					{ productOffering: { name: 'C' } },
				],
			},
		},
		trackingId: 'trk-1',
	};
	const rows = (text: string | undefined): unknown => Object.values(body(text) as object)[0];

	it('takes the patch of each row for that row alone', () => {
		const rowPatches = [{ note: 'first' }, undefined, { productOffering: null }];
		expect(rows(encode(BASE, { ...call, rowPatches }).body)).toEqual([
			{ productOffering: { name: 'A' }, note: 'first' },
			{ productOffering: { name: 'B' } },
			{},
		]);
	});

	it('without patches stays as it is', () => {
		expect(encode(BASE, { ...call, rowPatches: [undefined, undefined, undefined] }).body).toBe(encode(BASE, call).body);
	});
});
