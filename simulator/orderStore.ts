import type { Clock } from './clock';
import type { Ids } from './ids';
import { rangesOverlap } from '../nodes/shared/numbers/rangeOverlap';
import type { OrderEntry } from './model';

type NewOrder = Omit<OrderEntry, 'id' | 'createdAt' | 'changedAt' | 'statusHistory'>;

/** Description of an order that is done (000). */
export const DONE = 'Request has been processed successfully.';
/** Description of an order that is done but for the emergency database (000). */
export const EMERGENCY_PENDING = 'Your order is technically completed and pending for emergency database update';

/** An order with what lists are filtered and sorted by, worked out once for each change. */
export interface OrderRow {
	readonly order: OrderEntry;
	/** As statuses are compared: trimmed, in lower case. */
	status: string;
	/** Milliseconds since the epoch. */
	created: number;
	changed: number;
}

/** All orders; every change of an order goes through here, so that its history and times are right. */
export class OrderStore {
	private readonly byId = new Map<string, OrderRow>();
	private readonly inOrder: OrderRow[] = [];
	private readonly children = new Map<string, OrderEntry[]>();
	private changes = 0;
	/** Called for every order that is created or changes its status. */
	watcher: ((order: OrderEntry, what: 'made' | 'moved') => void) | undefined;

	constructor(
		private readonly clock: Clock,
		private readonly ids: Ids,
	) {}

	/** Another number whenever any order is another. */
	get version(): number {
		return this.changes;
	}

	/** Creates an order with the next id, now unless other dates are given. */
	create(order: NewOrder, dates: { createdAt?: string; changedAt?: string } = {}): OrderEntry {
		const now = this.clock.iso();
		const { createdAt = now, changedAt = now } = dates;
		const entry: OrderEntry = {
			...order,
			id: this.ids.next(),
			createdAt,
			changedAt,
			statusHistory: [{ status: order.status, at: createdAt }],
		};
		this.add(entry);
		this.watcher?.(entry, 'made');
		return entry;
	}

	/** Adds an order as it is, e.g. from a seed. */
	add(order: OrderEntry): void {
		const row: OrderRow = { order, status: '', created: 0, changed: 0 };
		this.byId.set(order.id, row);
		this.inOrder.push(row);
		if (order.parentId !== undefined)
			this.children.set(order.parentId, [...(this.children.get(order.parentId) ?? []), order]);
		this.workOut(row);
	}

	/** Changes status, description, reason and dates; a new status is added to the history. */
	change(order: OrderEntry, change: Partial<Omit<OrderEntry, 'id' | 'parentId' | 'statusHistory'>>): void {
		const at = this.clock.iso();
		const moved = change.status !== undefined && change.status !== order.status;
		Object.assign(order, change, { changedAt: at });
		if (moved) order.statusHistory.push({ status: order.status, at });
		const row = this.byId.get(order.id);
		if (row) this.workOut(row);
		if (moved) this.watcher?.(order, 'moved');
	}

	get(id: string): OrderEntry | undefined {
		return this.byId.get(id)?.order;
	}

	/** Orders in the order of their creation. */
	list(): OrderEntry[] {
		return this.inOrder.map(({ order }) => order);
	}

	/** The same with what is compared; 100,000 of them are looked through in milliseconds. */
	rows(): readonly Readonly<OrderRow>[] {
		return this.inOrder;
	}

	/** Orders that touch any number of a range. */
	touching(range: { start: string; end: string }): OrderEntry[] {
		return this.list().filter((order) => (order.ranges ?? []).some((other) => rangesOverlap(range, other)));
	}

	childrenOf(id: string): readonly OrderEntry[] {
		return this.children.get(id) ?? [];
	}

	/** Forgets all orders. */
	clear(): void {
		this.byId.clear();
		this.inOrder.length = 0;
		this.children.clear();
		this.changes += 1;
	}

	private workOut(row: OrderRow): void {
		const { status, createdAt, changedAt } = row.order;
		// A seed may be an order without status.
		Object.assign(row, {
			status: String(status ?? '')
				.trim()
				.toLowerCase(),
			created: Date.parse(createdAt),
			changed: Date.parse(changedAt),
		});
		this.changes += 1;
	}
}
