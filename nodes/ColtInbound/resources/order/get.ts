import { inbound } from '../../../shared/contract/wire.generated';
import { readOrderId } from '../../../shared/fields/orderIdField';
import { orderItem } from '../../../shared/operation/records';
import { ORDER_FIRST } from '../../../shared/output/arrange';
import type { CallOperation } from '../../../shared/operation/types';
import { orderIdField } from './orderId';

/** GET order/{orderId} */
export const get: CallOperation = {
	value: 'get',
	name: 'Get',
	action: 'Get order',
	description: 'Status and details of one order',
	wire: inbound.operations.getOrder,
	fields: [orderIdField],
	toRequest(params) {
		const orderId = readOrderId(params);
		return { path: { orderId }, echo: { orderId } };
	},
	first: ORDER_FIRST,
	toItem: (record, request) => ({ ...request.echo, ...orderItem(record) }),
};
