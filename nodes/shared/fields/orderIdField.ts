import { inputError } from '../errors/problem';
import type { Field, Params } from '../operation/types';
import { toText } from '../text';

/** Document 000, "Order ID". */
const ORDER_ID = /^[A-Za-z0-9-]{1,36}$/;

/** An order, picked from the latest ones or given by its id. */
export const orderIdFieldNamed = (description: string): Field => ({
	displayName: 'Order',
	name: 'orderId',
	type: 'resourceLocator',
	required: true,
	default: { mode: 'list', value: '' },
	description,
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Choose an order',
			typeOptions: { searchListMethod: 'searchOrders', searchable: true },
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. 8700206f-c3b3-4c10-8cc2-2490f41eedc0',
		},
	],
});

export const orderIdField = orderIdFieldNamed('The order to look at');

/**
 * Reads the order id, blanks trimmed (the vendor's own sample answers with a leading blank, document 004).
 * @throws ColtError naming the field when it is no order id
 */
export function readOrderId(params: Params): string {
	const orderId = toText(params.orderId).trim();
	if (!ORDER_ID.test(orderId)) {
		throw inputError(
			'Order',
			orderId === '' ? 'is empty' : `"${orderId.slice(0, 40)}" is not an order ID`,
			'Give the order ID Colt returned, such as 8700206f-c3b3-4c10-8cc2-2490f41eedc0.',
			'notAnId',
		);
	}
	return orderId;
}
