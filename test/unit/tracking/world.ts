import { ORDER_STATUSES, familyOf } from '../../../nodes/shared/lifecycle/orderStatus';

/** An order as the list shows it, in the contract's logical names. */
export interface ListedOrder {
	id: string;
	type: string;
	status: string;
	country: string;
	description?: string;
	createdAt: string;
	changedAt: string;
}

/** Something that happens at Colt. `which` and `pick` are counted round what there is to choose from. */
export type Happening =
	| { kind: 'wait'; ms: number }
	| { kind: 'create'; type: string; pick: number; hiddenFor: number }
	| { kind: 'move'; which: number; pick: number }
	| { kind: 'describe'; which: number };

export type Sorting = 'oldest first' | 'last changed first';

/** A small Colt: orders that come, change and open again, and a list of them that is read page by page. */
export class World {
	now = Date.parse('2026-03-01T08:00:00Z');

	private readonly orders: Array<ListedOrder & { visibleFrom: number; position: number }> = [];

	happen(happening: Happening): void {
		if (happening.kind === 'wait') this.now += happening.ms;
		else if (happening.kind === 'create') this.create(happening);
		else {
			const order = this.orders[happening.which % Math.max(1, this.orders.length)];
			if (order === undefined) return;
			if (happening.kind === 'describe') this.touch(order, { description: `${order.description ?? 'Description'} and more` });
			else this.touch(order, { status: nextStatus(order, happening.pick) });
		}
	}

	/** The visible orders now. */
	list(sorting: Sorting): ListedOrder[] {
		const visible = this.orders.filter(({ visibleFrom }) => visibleFrom <= this.now);
		const sorted = sorting === 'oldest first' ? visible : visible.toSorted((a, b) => Date.parse(b.changedAt) - Date.parse(a.changedAt));
		return sorted.map(({ visibleFrom: _from, position: _position, ...order }) => ({ ...order }));
	}

	/** Reads the list page by page; what happens between two pages shifts those that follow. */
	read(size: number, sorting: Sorting, between: readonly Happening[]): ListedOrder[] {
		const records: ListedOrder[] = [];
		for (let page = 0; ; page += 1) {
			const found = this.list(sorting).slice(records.length, records.length + size);
			records.push(...found);
			if (found.length < size) return records;
			const happening = between[page];
			if (happening !== undefined) this.happen(happening);
		}
	}

	private create({ type, pick, hiddenFor }: Extract<Happening, { kind: 'create' }>): void {
		const at = new Date(this.now).toISOString();
		const open = statusesOf(type).filter(({ isFinal }) => !isFinal);
		const status = open[pick % open.length]?.status ?? 'In progress';
		const position = this.orders.length;
		this.orders.push({ id: `order-${position}`, type, status, country: 'GB', createdAt: at, changedAt: at, visibleFrom: this.now + hiddenFor, position });
	}

	private touch(order: ListedOrder, change: Partial<ListedOrder>): void {
		const isChange = Object.entries(change).some(([name, value]) => order[name as keyof ListedOrder] !== value);
		if (isChange) Object.assign(order, change, { changedAt: new Date(this.now).toISOString() });
	}
}

const statusesOf = (type: string): typeof ORDER_STATUSES => ORDER_STATUSES.filter(({ family }) => family === familyOf(type));

/** Any other status of the order's kind; a finished order stays as it is, but for the port-out that opens again. */
function nextStatus({ type, status }: ListedOrder, pick: number): string {
	const all = statusesOf(type);
	const here = all.find((info) => info.status === status);
	if (here?.mayReopen) return 'Confirmed';
	return here?.isFinal ? status : (all[pick % all.length]?.status ?? status);
}
