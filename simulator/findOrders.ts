import type { LogicalQuery, Order } from '../nodes/shared/contract/logicalTypes';
import { type OrderEntry, INTERNAL_ORDER, without } from './model';
import type { OrderRow, OrderStore } from './orderStore';
import type { World } from './world';

type Query = LogicalQuery<'listOrders'>;

/** The last lists of each store: the pages of one list cost one search as long as no order changes. */
const found = new WeakMap<OrderStore, { version: number; lists: Map<string, readonly OrderEntry[]> }>();

/** The orders that a query asks for, all pages of them. */
export function findOrders({ sip: { orders }, settings, clock }: World, query: Query): readonly OrderEntry[] {
	const { offset: _offset, limit: _limit, ...asked } = query;
	const known = found.get(orders);
	const { lists } = known?.version === orders.version ? known : { lists: new Map<string, readonly OrderEntry[]>() };
	found.set(orders, { version: orders.version, lists });
	const hiddenFrom = settings.lateMs > 0 ? clock.now() - settings.lateMs : Number.POSITIVE_INFINITY;
	const key = JSON.stringify([asked, hiddenFrom]);
	const list = lists.get(key) ?? sorted(orders.rows().filter(filterOf(asked, hiddenFrom)), asked.sort);
	lists.set(key, list);
	return list;
}

/** An order as a list shows it: without history and child orders, and without dates if the settings hide them. */
export function summaryOf({ settings }: World, entry: OrderEntry): Order {
	const order = without(entry, ...INTERNAL_ORDER, 'statusHistory');
	return settings.withoutDates ? without(order, 'createdAt', 'changedAt') : order;
}

function filterOf(query: Query, hiddenFrom: number): (row: OrderRow) => boolean {
	const status = query.status?.trim().toLowerCase();
	const moment = (text: string | undefined, otherwise: number): number => (text ? Date.parse(text) : otherwise);
	const [createdFrom, changedFrom] = [moment(query.createdFrom, -Infinity), moment(query.changedFrom, -Infinity)];
	const [createdTo, changedTo] = [moment(query.createdTo, Infinity), moment(query.changedTo, Infinity)];
	return (row) =>
		(!status || row.status === status) &&
		(!query.type || row.order.type === query.type) &&
		(!query.country || row.order.country === query.country) &&
		(query.customerReference === undefined || row.order.customerReference === query.customerReference) &&
		between(row.created, createdFrom, createdTo) &&
		between(row.changed, changedFrom, changedTo) &&
		!(row.created > hiddenFrom);
}

/** A date that cannot be read is in no period, but in the list. */
const between = (at: number, from: number, to: number): boolean =>
	(from === -Infinity && to === Infinity) || (at >= from && at <= to);

const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value ?? ''));

const KEY: Readonly<Record<string, (row: OrderRow) => string | number>> = {
	createdAt: ({ created }) => created,
	changedAt: ({ changed }) => changed,
};

/** Sorts by `field,-field`, unknown fields ignored; the order of creation decides otherwise. */
function sorted(rows: OrderRow[], sort: string | undefined): OrderEntry[] {
	const keys = (sort ?? '')
		.split(',')
		.filter(Boolean)
		.map((part) => {
			const name = part.replace(/^[-+]/, '');
			return {
				of: KEY[name] ?? (({ order }: OrderRow) => textOf(order[name as keyof Order])),
				sign: part.startsWith('-') ? -1 : 1,
			};
		});
	const compare = (one: OrderRow, other: OrderRow): number => {
		for (const { of, sign } of keys) {
			const [x, y] = [of(one), of(other)];
			if (x !== y) return x < y ? -sign : sign;
		}
		return 0;
	};
	return (keys.length === 0 ? rows : rows.toSorted(compare)).map(({ order }) => order);
}
