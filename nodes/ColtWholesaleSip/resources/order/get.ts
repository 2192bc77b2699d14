import { wholesaleSip } from '../../../shared/contract/wire.generated';
import { orderIdField, readOrderId } from '../../../shared/fields/orderIdField';
import { orderItem } from '../../../shared/operation/records';
import { ORDER_FIRST } from '../../../shared/output/arrange';
import type { CallOperation } from '../../../shared/operation/types';

/** GET /v1/order/{orderId} */
export const get: CallOperation = {
	value: 'get',
	name: 'Get',
	action: 'Get order',
	description: 'Status and details of one order',
	wire: wholesaleSip.operations.getOrder,
	fields: [orderIdField],
	toRequest(params) {
		const orderId = readOrderId(params);
		return { path: { orderId }, echo: { orderId } };
	},
	first: ORDER_FIRST,
	toItem: (record, request) => ({ ...request.echo, ...orderItem(record) }),
};
