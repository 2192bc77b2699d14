import type { Params } from '../../../nodes/shared/operation/types';
import { problemOf } from '../thrown';
import { requestOf, sent } from './sent';

const form = (value: Params) => ({ mappingMode: 'defineBelow', value });
const orderId = { mode: 'id', value: '55eca520-ea16-4979-a09d-9ac6e060ed82' };
const RANGE = { numberRangeStart: '020 8132 4758', country: 'United Kingdom' };
const ENGLISH = form({ endCustomerName: 'Acme', city: 'London', contactPhone: '(020) 7946-1000' });

/** Where each operation has a number, and what it is sent as. */
const FIELDS: ReadonlyArray<readonly [operation: string, params: Params, sentAs: unknown]> = [
	...[
		'number: reserve',
		'number: return',
		'number: reactivate',
		'number: activate',
		'number: updateEndCustomer',
		'porting: portIn',
		'porting: checkPortability',
		'bulkOrder: activate',
		'bulkOrder: portIn',
		'bulkOrder: updateEndCustomers',
	].map(
		(operation) =>
			[
				operation,
				{ ...RANGE, endCustomer: ENGLISH },
				{ ranges: [{ start: '+442081324758', end: '+442081324758' }], country: 'GB' },
			] as const,
	),
];

const partsOf = (operation: string, params: Params) => {
	const { ranges, relatedParty } = requestOf(operation, params).body as {
		ranges: unknown;
		relatedParty: { reseller: { country: string } };
	};
	return { ranges, country: relatedParty.reseller.country };
};

describe('national format with a country by name', () => {
	test.each(FIELDS)('%s', (operation, params, expected) => expect(partsOf(operation, params)).toEqual(expected));

	test.each(['number: get', 'number: getOrderHistory'])('%s', (operation) =>
		expect(requestOf(operation, RANGE).query).toMatchObject({ start: '+442081324758', end: '+442081324758' }),
	);

	it('in the filter Number (CLI)', () =>
		expect(requestOf('number: getMany', { filters: { cli: '020-8132-4758', country: 'uk' } }).query).toMatchObject({
			start: '+442081324758',
			end: '+442081324758',
			country: 'GB',
		}));
});

describe('other phone numbers of an order', () => {
	const ported = (more: Params) => requestOf('porting: portIn', { ...RANGE, additionalFields: more }).body;

	it('Main Billing Number and Porting Contact Phone are of the country of the range', () =>
		expect(ported({ mainBillingNumber: '020 7946 1000', portContactPhone: '(020) 7946/1001' })).toMatchObject({
			mainBillingNumber: '+442079461000',
			contact: { phone: '+442079461001' },
		}));

	it('a contact may be in another country', () =>
		expect(ported({ portContactPhone: '+1 202-555-0123' })).toMatchObject({ contact: { phone: '+12025550123' } }));

	it('the phone of the end customer is one of them', () =>
		expect(requestOf('number: activate', { ...RANGE, endCustomer: ENGLISH }).body).toMatchObject({
			relatedParty: { endCustomer: { contact: { phone: '+442079461000' } } },
		}));

	test.each([
		['Main Billing Number', { mainBillingNumber: '020 7946 1000-99' }],
		['Main Billing Number', { mainBillingNumber: '020 7946 10' }],
		['Porting Contact Phone', { portContactPhone: '020 7946 1000 ext. 12' }],
	])('%s %j is refused by its field', (field, more) =>
		expect(problemOf(() => ported(more))).toMatchObject({ field, outcome: 'notSent' }),
	);
});

describe('Porting: Modify', () => {
	const modified = (more: Params, country = 'GB') =>
		requestOf('porting: modify', { orderId, modifyCountry: country, additionalFields: more }).body;

	it('reads national format by its country', () =>
		expect(
			modified({
				furtherRanges: { range: [{ start: '020 7946 1002', end: '' }] },
				mainBillingNumber: '020 7946 1000',
			}),
		).toMatchObject({
			ranges: [{ start: '+442079461002', end: '+442079461002' }],
			mainBillingNumber: '+442079461000',
		}));

	it('asks for the country when there is none', () =>
		expect(problemOf(() => modified({ mainBillingNumber: '020 7946 1000' }, '')).remedy).toContain(
			'choose the country',
		));
});

describe('digits, by order', () => {
	const reseller = { relatedParty: { reseller: { country: 'DE' } } };
	const long = '+4969123456789012';

	test.each([
		['number: return', '+49691234567890', true],
		['number: return', long, false],
		['number: return', '+35224', false],
		['number: reserve', '+496912345678901', true],
		['number: reserve', '+352270', false],
	])('%s takes %s: %s', (operation, numberRangeStart, isTaken) => {
		const order = () => requestOf(operation, { numberRangeStart });
		if (isTaken) expect(order().body).toMatchObject({ ranges: [{ start: numberRangeStart }] });
		else expect(problemOf(order)).toMatchObject({ field: 'Number Range Start', outcome: 'notSent' });
	});

	it('names the document, and leaves it to Colt where Local Checks are off', () => {
		const number = { numberRangeStart: long };
		expect(problemOf(() => requestOf('number: return', number)).remedy).toContain(
			'5 to 15 digits after the + (document 003)',
		);
		expect(requestOf('number: return', number, { checks: false }).body).toMatchObject(reseller);
		expect(requestOf('number: reserve', number).body).toMatchObject(reseller);
	});

	it('holds for the end and for further ranges too', () => {
		const end = { numberRangeStart: '+49691234567890', numberRangeEnd: '+4969123456789099' };
		expect(problemOf(() => requestOf('number: return', end)).field).toBe('Number Range End');
		const more = { ...end, numberRangeEnd: '', additionalFields: { furtherRanges: { range: [{ start: long }] } } };
		expect(problemOf(() => requestOf('number: return', more)).field).toBe('Further Ranges');
	});
});

describe('German blocks with ends of unequal length', () => {
	const block = {
		numberRangeStart: '069 56606-0',
		numberRangeEnd: '069 56606-999',
		country: 'DE',
		preActivation: true,
	};

	it('need the approval above 100 numbers', () =>
		expect(problemOf(() => requestOf('number: activate', block)).message).toContain('a block of 1000 numbers'));

	it('are sent as they are written with it', () =>
		expect(sent('number: activate', { ...block, additionalFields: { regulatorApproval: true } }).body).toMatchObject({
			ranges: [{ start: '+4969566060', end: '+496956606999' }],
		}));
});

describe('a range in one cell', () => {
	it('is read by the start of a range, and of a further one', () =>
		expect(
			requestOf('number: return', {
				numberRangeStart: '+44 20 7946 0100-99',
				additionalFields: { furtherRanges: { range: [{ start: '020 7946 0200 – 0299', end: '' }] } },
			}).body,
		).toMatchObject({
			ranges: [
				{ start: '+442079460100', end: '+442079460199' },
				{ start: '+442079460200', end: '+442079460299' },
			],
		}));

	it('is refused where it could be another number', () =>
		expect(
			problemOf(() => requestOf('number: return', { numberRangeStart: '069 56606 0-99', country: 'DE' })),
		).toMatchObject({ field: 'Number Range Start', check: 'severalNumbers', outcome: 'notSent' }));
});
