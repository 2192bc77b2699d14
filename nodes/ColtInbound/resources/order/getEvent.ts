import { inbound } from '../../../shared/contract/wire.generated';
import { readOrderId } from '../../../shared/fields/orderIdField';
import type { CallOperation } from '../../../shared/operation/types';
import { readOrder } from '../../../shared/orders/record';
import { toEvent, toEventItem } from '../../events/event';
import { orderIdField } from './orderId';

/** GET order/{orderId}, returned as the event that Colt's callback would report: a replacement for a lost callback. */
export const getEvent: CallOperation = {
	value: 'getEvent',
	name: 'Get Event',
	action: 'Get latest event of order',
	description:
		'Return what the callback would report for an order, with the same event ID. Use it for open orders in ' +
		'case a callback is lost.',
	wire: inbound.operations.getOrder,
	fields: [orderIdField],
	toRequest(params) {
		const orderId = readOrderId(params);
		return { path: { orderId }, echo: { orderId } };
	},
	toItem(record, request) {
		const id = request.path?.orderId ?? '';
		const order = readOrder({ ...(record as object | null), id }) ?? { id, isFinal: false };
		const { raw: _, ...json } = toEventItem(
			toEvent(order),
			{ decoded: record, raw: undefined },
			'orderLookUp',
			new Date().toISOString(),
		).json;
		return json;
	},
};
