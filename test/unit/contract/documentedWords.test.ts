import { decodeResponse, encodeQuery } from '../../../nodes/shared/contract/codec';
import type { OrderType } from '../../../nodes/shared/contract/logicalTypes';
import { inbound, wholesaleSip } from '../../../nodes/shared/contract/wire.generated';

/** The words of the order types: 000 after "Failed with error", 002's table, 003 and 004 "Next possible Action". */
describe('order types of the documents', () => {
	test.each<[string, string]>([
		['Number Reservation', 'reservation'],
		['Number Reservation Cancellation', 'return'],
		['Number Activation', 'activation'],
		['Number Address Update', 'updateCustomer'],
		['Cancel Reservation', 'return'],
		['Activation', 'activation'],
		['Address Update', 'updateCustomer'],
	])('Inbound reads %s as %s', (orderType, type) => {
		expect(decodeResponse(inbound.operations.getOrder, { id: '1', orderType })).toMatchObject({ type });
	});

	test.each<[OrderType, string]>([
		['activation', 'Activation'],
		['return', 'Deactivation'],
		['updateCustomer', 'Address Update'],
		['reactivation', 'Reactivation'],
		['portIn', 'Port-In'],
		['portOut', 'Port-Out'],
		['reservation', 'Number Reservation'],
	])('a Wholesale filter sends %s as %s (000)', (type, sent) => {
		expect(Object.values(encodeQuery(wholesaleSip.operations.listOrders, { type }))).toEqual([sent]);
	});
});

describe('names of the order status', () => {
	test.each(['orderStatus', 'transactionStatus', 'state', 'status'])('Inbound reads %s', (name) => {
		expect(decodeResponse(inbound.operations.getOrder, { id: '1', [name]: 'Completed' })).toMatchObject({
			status: 'Completed',
		});
	});
});

test.each(['numberRangeList', 'lockedNumberList'])('the numbers of a lock are read from %s (000)', (name) => {
	const answer = { lockId: 'L', [name]: [{ numberRangeStart: '+442081324758', numberRangeEnd: '+442081324758' }] };
	expect(decodeResponse(wholesaleSip.operations.lockFreeNumbers, answer)).toEqual({
		lockId: 'L',
		numbers: [{ start: '+442081324758', end: '+442081324758' }],
	});
});
