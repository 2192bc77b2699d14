import { standardError } from '../../apiError';
import type { OrderEntry } from '../../model';
import type { Answer, Handler } from '../../operation';
import type { InboundOrder } from '../../../nodes/shared/contract/logicalTypes';

/** GET order/{orderId} */
export const getOrder: Handler<'getOrder', 'inbound'> = ({ store, params }) => {
	const order = store.orders.get(params['orderId'] ?? '');
	if (!order) throw standardError(404);
	const {
		id,
		type,
		status,
		description,
		reason,
		country,
		serviceProfile,
		ranges,
		createdAt,
		changedAt,
		statusHistory,
	} = order;
	return {
		body: {
			id,
			type: type as InboundOrder['type'],
			status,
			description,
			country: country as InboundOrder['country'],
			serviceProfile,
			createdAt,
			changedAt,
			statusHistory,
			ranges: ranges?.map(({ start, end }) => ({ start, end })),
			...(reason && { reason }),
		},
	};
};

/** The answer to an order: its id. */
export const placed = ({ id }: OrderEntry): Answer<{ order: InboundOrder }> => ({ body: { order: { id } } });
