import { simplified } from '../../../nodes/shared/output/simplify';
import { simplifiedEvent } from '../../../nodes/shared/output/eventShape';
import { arranged } from '../../../nodes/shared/output/arrange';

const range = { start: '+442081324758', end: '+442081324759' };

describe('a simplified item', () => {
	test('has one range as start and end, in place of the number that was asked for', () => {
		expect(simplified({ numberRangeStart: '+442081324758', orderId: 'a', numberRanges: [range] })).toEqual({
			orderId: 'a',
			numberRangeStart: '+442081324758',
			numberRangeEnd: '+442081324759',
		});
	});

	test('has several ranges as a list and none of them as the only one', () => {
		const other = { start: '+442081324770', end: '+442081324770' };
		expect(simplified({ numberRangeStart: range.start, orderId: 'a', numberRanges: [range, other] })).toEqual({
			orderId: 'a',
			numberRanges: [range, other],
		});
	});

	test('keeps the number that was asked for where the order names none', () => {
		expect(simplified({ numberRangeStart: range.start, orderId: 'a', numberRanges: [] })).toEqual({
			numberRangeStart: range.start,
			orderId: 'a',
		});
	});

	test("reads a range in Colt's split format by the order's country", () => {
		const split = { lac: '3', lacExtension: '8250', splitStart: '1230', splitEnd: '1239' };
		expect(simplified({ orderId: 'a', country: 'FR', numberRanges: [split] })).toMatchObject({
			numberRangeStart: '+33382501230',
			numberRangeEnd: '+33382501239',
		});
	});

	test('names the end customer as the form does, so that it can be mapped by name', () => {
		const item = simplified({
			city: 'London',
			customerReference: 'Bakery',
			endCustomer: {
				name: 'Example Bakery Ltd',
				customerReference: 'Bakery',
				registrationNumber: '1234',
				address: { houseNumber: '20', city: 'Croydon', country: 'GB' },
				contact: { name: 'Ann', phone: '+442079460000' },
			},
			directoryService: { publish: false, address: { city: 'Croydon' } },
			emergencyAddress: { streetName: 'High Street' },
		});
		expect(item).toEqual({
			numberCity: 'London',
			customerReference: 'Bakery',
			endCustomerName: 'Example Bakery Ltd',
			registrationNumber: '1234',
			houseNumber: '20',
			city: 'Croydon',
			endCustomerAddressCountry: 'GB',
			contactName: 'Ann',
			contactPhone: '+442079460000',
			directoryPublish: false,
			directoryServiceAddressCity: 'Croydon',
			emergencyStreetName: 'High Street',
		});
	});

	test('says the end customer of its only range', () => {
		const own = { ...range, endCustomer: { name: 'Example Bakery Ltd' } };
		expect(simplified({ orderId: 'a', numberRanges: [own] })).toMatchObject({ endCustomerName: 'Example Bakery Ltd' });
	});

	test('leaves out what Colt sent and lists of records, and keeps texts, empty values and lists of texts', () => {
		const item = {
			reason: { code: '10', text: 'No LOA' },
			statusHistory: [{ status: 'In progress' }],
			childOrders: [{ id: 'b' }],
			description: '',
			reached: false,
			count: 0,
			deadline: null,
			stillReserved: ['+442081324758'],
			raw: { orderStatus: 'In progress' },
		};
		expect(simplified(item)).toEqual({
			reasonCode: '10',
			reasonText: 'No LOA',
			description: '',
			reached: false,
			count: 0,
			deadline: null,
			stillReserved: ['+442081324758'],
		});
	});

	test('does not let a nested value take the place of one that is there', () => {
		expect(
			simplified({ endCustomerName: 'One', endCustomer: { name: 'Other', address: { city: 'A' } }, city: 'B' }),
		).toEqual({ endCustomerName: 'One', city: 'A', numberCity: 'B' });
	});

	test('keeps the locked numbers, flat themselves', () => {
		expect(simplified({ lockId: 'L', numbers: [{ ...range, city: 'London' }] })).toEqual({
			lockId: 'L',
			numbers: [{ ...range, numberCity: 'London' }],
		});
	});
});

describe('a simplified event', () => {
	test('has first what happened, and of the details what it does not say itself, with their lists', () => {
		const item = simplifiedEvent({
			eventId: 'e',
			orderId: 'a',
			status: 'In progress',
			event: 'statusChanged',
			country: null,
			raw: {},
			details: {
				status: 'Completed',
				country: 'GB',
				portDate: '2026-12-01',
				statusHistory: [{ status: 'In progress' }],
			},
		});
		expect(Object.keys(item).slice(0, 3)).toEqual(['event', 'orderId', 'status']);
		expect(item).toEqual({
			event: 'statusChanged',
			orderId: 'a',
			status: 'In progress',
			country: 'GB',
			eventId: 'e',
			portDate: '2026-12-01',
			statusHistory: [{ status: 'In progress' }],
		});
	});

	test('keeps what Colt sent where nothing else could be read of it', () => {
		expect(simplifiedEvent({ event: 'other', problem: 'No order ID was found', raw: { a: 1 } })).toMatchObject({
			raw: { a: 1 },
		});
	});
});

test('fields come in the order in which people look for them', () => {
	const item = {
		country: 'GB',
		raw: {},
		trackingId: 't',
		orderId: 'a',
		status: 's',
		reached: true,
		outcome: 'reached',
	};
	expect(Object.keys(arranged(item, ['orderId', 'status']))).toEqual([
		'outcome',
		'reached',
		'orderId',
		'status',
		'country',
		'trackingId',
		'raw',
	]);
});
