import { isFinal, ORDER_STATUSES, familyOf } from '../../../nodes/shared/lifecycle/orderStatus';
import { ColtError } from '../../../nodes/shared/errors/problem';
import type { OrderPage } from '../../../nodes/ColtWholesaleSip/trigger/collectOrders';

/** An order as the list shows it, in the contract's logical names. */
export interface ListedOrder {
	id: string;
	type: string;
	status: string;
	country: string;
	description?: string;
	createdAt?: string;
	changedAt?: string;
}

interface Entry extends ListedOrder {
	createdAt: string;
	changedAt: string;
	visibleFrom: number;
	history: Array<{ status: string; at: string }>;
}

/** Something that happens at Colt. `which` and `pick` are counted round what there is to choose from. */
export type WorldEvent =
	| { kind: 'wait'; ms: number }
	| { kind: 'create'; type: string; pick: number; hiddenFor: number }
	| { kind: 'move'; which: number; pick: number }
	| { kind: 'finish'; which: number; pick: number }
	| { kind: 'describe'; which: number };

export type Sorting = 'oldest first' | 'last changed first';

/** What an API does with a filter: `empty` finds nothing whatever is asked. */
export type Filtering = 'honoured' | 'coarse' | 'ignored' | 'refused' | 'empty';

/** How the API differs from what is inferred. */
export interface Api {
	changedFrom: Filtering;
	hasTotal: boolean;
	hasDates: boolean;
	hasHistory: boolean;
}

/**
 * One reading of the list. `between` happens after its pages, one after each; the request of number `failsAt` fails.
 */
export interface Reading {
	pageSize: number;
	sorting: Sorting;
	between: readonly WorldEvent[];
	failsAt?: number;
}

/** A small Colt: orders that come, change and open again, and a list of them that is read page by page. */
export class World {
	now = Date.parse('2026-03-01T08:00:00Z');

	/** Requests of the present poll. */
	requests = 0;

	private readonly orders: Entry[] = [];

	private readonly api: Api;

	constructor(api: Api) {
		this.api = api;
	}

	happen(happening: WorldEvent): void {
		if (happening.kind === 'wait') this.now += happening.ms;
		else if (happening.kind === 'create') this.create(happening);
		else {
			const order = this.orders[happening.which % Math.max(1, this.orders.length)];
			if (order === undefined) return;
			if (happening.kind === 'describe')
				this.touch(order, { description: `${order.description ?? 'Description'} and more` });
			else this.touch(order, { status: nextStatus(order, happening.pick, happening.kind === 'finish') });
		}
	}

	/** Shows what is hidden. */
	reveal(): void {
		for (const order of this.orders) order.visibleFrom = this.now;
	}

	/** The visible orders now, whole. */
	entries(sorting: Sorting = 'oldest first'): Entry[] {
		const visible = this.orders.filter(({ visibleFrom }) => visibleFrom <= this.now);
		return sorting === 'oldest first'
			? visible
			: visible.toSorted((a, b) => Date.parse(b.changedAt) - Date.parse(a.changedAt));
	}

	/** What the list answers. */
	private found(query: Readonly<Record<string, string>>, sorting: Sorting): Entry[] {
		const found = this.entries(sorting);
		const { changedFrom: asked } = query;
		const { changedFrom: does } = this.api;
		if (asked === undefined || does === 'ignored') return found;
		if (does === 'refused')
			throw new ColtError({ kind: 'api', message: 'Unknown filter', remedy: '', outcome: 'refused', httpStatus: 400 });
		if (does === 'empty') return [];
		const from = does === 'coarse' ? `${asked.slice(0, 10)}T00:00:00.000Z` : asked;
		return found.filter((order) => Date.parse(order.changedAt) >= Date.parse(from));
	}

	private fail(failsAt: number | undefined): void {
		if (this.requests === failsAt)
			throw new ColtError({ kind: 'network', message: 'Connection reset', remedy: '', outcome: 'unknown' });
	}

	/** How many orders the list has, if it says so. */
	async total({ between, failsAt }: Reading): Promise<number | undefined> {
		this.fail(failsAt);
		const happening = between[this.requests];
		this.requests += 1;
		const total = this.api.hasTotal ? this.entries().length : undefined;
		if (happening !== undefined) this.happen(happening);
		return await Promise.resolve(total);
	}

	/** Reads a list page by page; what happens between two pages shifts those that follow. */
	async *pages(
		query: Readonly<Record<string, string>>,
		start: number,
		{ pageSize, sorting, between, failsAt }: Reading,
	): AsyncGenerator<OrderPage> {
		for (let offset = start; ; offset += pageSize) {
			await Promise.resolve();
			this.fail(failsAt);
			const found = this.found(query, sorting);
			const page = found.slice(offset, offset + pageSize);
			const happening = between[this.requests];
			this.requests += 1;
			const total = this.api.hasTotal ? found.length : undefined;
			const isLast = total === undefined ? page.length < pageSize : offset + page.length >= total || page.length === 0;
			yield { records: page.map((order) => ({ decoded: this.shown(order), raw: undefined })), total, isLast };
			if (happening !== undefined) this.happen(happening);
			if (isLast) return;
		}
	}

	/** The details of an order. */
	details(id: string): unknown {
		const order = this.orders.find((one) => one.id === id);
		return (
			order && { ...this.shown(order), ...(this.api.hasHistory && { statusHistory: structuredClone(order.history) }) }
		);
	}

	private shown({ visibleFrom: _from, history: _history, createdAt, changedAt, ...order }: Entry): ListedOrder {
		return { ...order, ...(this.api.hasDates && { createdAt, changedAt }) };
	}

	private create({ type, pick, hiddenFor }: Extract<WorldEvent, { kind: 'create' }>): void {
		const at = new Date(this.now).toISOString();
		const open = statusesOf(type).filter((info) => !info.isFinal);
		const status = open[pick % open.length]?.status ?? 'In progress';
		this.orders.push({
			id: `order-${this.orders.length}`,
			type,
			status,
			country: 'GB',
			createdAt: at,
			changedAt: at,
			visibleFrom: this.now + hiddenFor,
			history: [{ status, at }],
		});
	}

	private touch(order: Entry, change: Partial<ListedOrder>): void {
		const isChange = Object.entries(change).some(([name, value]) => order[name as keyof ListedOrder] !== value);
		if (!isChange) return;
		// No order is rolled back, finished and rolled back again within a millisecond.
		if (isFinal(order.status) && change.status !== undefined) this.now += 1;
		const at = new Date(this.now).toISOString();
		Object.assign(order, change, { changedAt: at });
		if (change.status !== undefined) order.history.push({ status: change.status, at });
	}
}

const statusesOf = (type: string): typeof ORDER_STATUSES =>
	ORDER_STATUSES.filter(({ family }) => family === familyOf(type));

/** Any other status of the order's kind; a finished order stays as it is, but for the port-out that opens again. */
function nextStatus({ type, status }: ListedOrder, pick: number, toEnd: boolean): string {
	const every = statusesOf(type);
	const all = toEnd ? every.filter((info) => info.isFinal) : every;
	const here = every.find((info) => info.status === status);
	if (here?.mayReopen) return 'Confirmed';
	return here !== undefined && isFinal(status, here.family) ? status : (all[pick % all.length]?.status ?? status);
}
