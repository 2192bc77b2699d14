import { inbound } from '../../../shared/contract/wire.generated';
import { readOrderId } from '../../../shared/fields/orderId';
import { orderItem } from '../../../shared/operation/records';
import type { CallOperation, Field } from '../../../shared/operation/types';

/** The Inbound API has no list of orders to choose from (document 002). */
const orderIdField: Field = {
	displayName: 'Order ID',
	name: 'orderId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 8700206f-c3b3-4c10-8cc2-2490f41eedc0',
	description: 'The order ID that Reserve, Activate or Update Customer returned',
};

/** GET order/{orderId} */
export const get: CallOperation = {
	value: 'get',
	name: 'Get',
	action: 'Get an order',
	description: 'Status and details of one order',
	wire: inbound.operations.getOrder,
	fields: [orderIdField],
	toRequest(params) {
		const orderId = readOrderId(params);
		return { path: { orderId }, echo: { orderId } };
	},
	toItem: (record, request) => ({ ...request.echo, ...orderItem(record) }),
};
