import type { Order } from '../../nodes/shared/contract/logicalTypes';
import { missing, standardError } from '../apiError';
import { INTERNAL_ORDER, type OrderEntry, without } from '../model';
import { wireName } from '../naming';
import { type Handler, page } from '../operation';
import { findOrders, summaryOf } from '../findOrders';
import type { World } from '../world';

/** An order as the API shows it. */
export function orderOf(world: World, entry: OrderEntry): Order {
	const { withoutDates, withoutHistory } = world.settings;
	const order = without(
		entry,
		...INTERNAL_ORDER,
		...(withoutDates ? (['createdAt', 'changedAt'] as const) : []),
		...(withoutHistory ? (['statusHistory'] as const) : []),
	);
	const children = world.sip.orders
		.childrenOf(entry.id)
		.map(({ id, type, status, action }) => ({ id, type, status, ...(action && { action }) }));
	return children.length > 0 ? { ...order, childOrders: children } : order;
}

/** GET /v1/order */
export const listOrders: Handler<'listOrders'> = ({ world, query }) => {
	const { items, paging } = page(findOrders(world, query), query);
	return { body: items.map((order) => summaryOf(world, order)), paging };
};

/** GET /v1/order/{orderId} */
export const getOrder: Handler<'getOrder'> = ({ world, params }) => {
	const order = world.sip.orders.get(params['orderId'] ?? '');
	if (!order) throw standardError(404);
	return { body: orderOf(world, order) };
};

/** GET /v1/CLIOrderHistory: oldest first */
export const getNumberOrderHistory: Handler<'getNumberOrderHistory'> = ({ world, operation, query }) => {
	const { start, end } = query;
	if (!start) throw missing(wireName(operation, 'query', 'start'));
	const { items, paging } = page(world.sip.orders.touching({ start, end: end ?? start }), query);
	return { body: items.map((order) => summaryOf(world, order)), paging };
};
