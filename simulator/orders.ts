import type { Clock } from './clock';
import type { Ids } from './ids';
import { type OrderEntry, boundsOf } from './model';

type NewOrder = Omit<OrderEntry, 'id' | 'createdAt' | 'changedAt' | 'statusHistory'>;

/** Description of an order that is done (000). */
export const DONE = 'Request has been processed successfully.';
/** Description of an order that is done but for the emergency database (000). */
export const EMERGENCY_PENDING = 'Your order is technically completed and pending for emergency database update';

/** All orders; every change of an order goes through here, so that its history and times are right. */
export class OrderStore {
	private readonly entries = new Map<string, OrderEntry>();

	constructor(private readonly clock: Clock, private readonly ids: Ids) {}

	/** Creates an order with the next id. */
	create(order: NewOrder): OrderEntry {
		const at = this.clock.iso();
		const entry: OrderEntry = {
			...order,
			id: this.ids.next(),
			createdAt: at,
			changedAt: at,
			statusHistory: [{ status: order.status, at }],
		};
		this.entries.set(entry.id, entry);
		return entry;
	}

	/** Adds an order as it is, e.g. from a seed. */
	add(order: OrderEntry): void {
		this.entries.set(order.id, order);
	}

	/** Changes status, description, reason and dates; a new status is added to the history. */
	change(order: OrderEntry, change: Partial<Omit<OrderEntry, 'id' | 'statusHistory'>>): void {
		const at = this.clock.iso();
		const moved = change.status !== undefined && change.status !== order.status;
		Object.assign(order, change, { changedAt: at });
		if (moved) order.statusHistory.push({ status: order.status, at });
	}

	get(id: string): OrderEntry | undefined {
		return this.entries.get(id);
	}

	/** Orders in the order of their creation. */
	list(): OrderEntry[] {
		return [...this.entries.values()];
	}

	/** Orders that touch any number of a range. */
	touching(range: { start: string; end: string }): OrderEntry[] {
		const [from, to] = boundsOf(range);
		return this.list().filter((order) =>
			(order.ranges ?? []).some((other) => {
				const [start, end] = boundsOf(other);
				return start <= to && from <= end;
			}),
		);
	}

	childrenOf(id: string): OrderEntry[] {
		return this.list().filter((order) => order.parentId === id);
	}
}
