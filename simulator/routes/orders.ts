import type { Order } from '../../nodes/shared/contract/types';
import { sameStatus } from '../../nodes/shared/lifecycle/orderStatus';
import { missing, standardError } from '../errors';
import { INTERNAL_ORDER, type OrderEntry, without } from '../model';
import { wireName } from '../naming';
import { type Handler, page } from '../operation';
import type { World } from '../world';

/** An order as the API shows it. */
export function orderOf(world: World, entry: OrderEntry): Order {
	const order = without(entry, ...INTERNAL_ORDER);
	const children = world.orders.childrenOf(entry.id).map(({ id, type, status, action }) => ({ id, type, status, ...(action && { action }) }));
	return children.length > 0 ? { ...order, childOrders: children } : order;
}

/** An order of a list: without history and child orders. */
const summaryOf = (entry: OrderEntry): Order => without(entry, ...INTERNAL_ORDER, 'statusHistory');

/** Compares by `field,-field`, unknown fields ignored; the order of creation decides otherwise. */
function sorted(orders: OrderEntry[], sort: string | undefined): OrderEntry[] {
	const keys = (sort ?? '').split(',').filter(Boolean).map((key) => ({ name: key.replace(/^[-+]/, '') as keyof Order, sign: key.startsWith('-') ? -1 : 1 }));
	if (keys.length === 0) return orders;
	return orders.toSorted((a, b) => {
		for (const { name, sign } of keys) {
			const [x, y] = [textOf(a[name]), textOf(b[name])];
			if (x !== y) return x < y ? -sign : sign;
		}
		return 0;
	});
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value ?? ''));

/** GET /v1/order */
export const listOrders: Handler<'listOrders'> = ({ world, query }) => {
	const from = (moment: string | undefined, at: string): boolean => !moment || Date.parse(at) >= Date.parse(moment);
	const to = (moment: string | undefined, at: string): boolean => !moment || Date.parse(at) <= Date.parse(moment);
	const found = world.orders.list().filter(
		(order) =>
			(!query.status || sameStatus(order.status, query.status)) &&
			(!query.type || order.type === query.type) &&
			(!query.country || order.country === query.country) &&
			(query.customerReference === undefined || order.customerReference === query.customerReference) &&
			from(query.createdFrom, order.createdAt) &&
			to(query.createdTo, order.createdAt) &&
			from(query.changedFrom, order.changedAt) &&
			to(query.changedTo, order.changedAt),
	);
	const { items, paging } = page(sorted(found, query.sort), query);
	return { body: items.map(summaryOf), paging };
};

/** GET /v1/order/{orderId} */
export const getOrder: Handler<'getOrder'> = ({ world, params }) => {
	const order = world.orders.get(params['orderId'] ?? '');
	if (!order) throw standardError(404);
	return { body: orderOf(world, order) };
};

/** GET /v1/CLIOrderHistory: oldest first */
export const getNumberOrderHistory: Handler<'getNumberOrderHistory'> = ({ world, operation, query }) => {
	const { start, end } = query;
	if (!start) throw missing(wireName(operation, 'query', 'start'));
	const { items, paging } = page(world.orders.touching({ start, end: end ?? start }), query);
	return { body: items.map(summaryOf), paging };
};
