import type { ListRecord } from '../../shared/client/pages';
import { ColtError } from '../../shared/errors/problem';
import { newerReading, readOrder } from '../../shared/orders/record';
import type { SeenOrder } from '../../shared/orders/record';
import { keyOf } from './state';
import type { Newest, ReadingState, TriggerState } from './state';

/** A page of Colt's order list. */
export interface OrderPage {
	records: readonly ListRecord[];
	total: number | undefined;
	isLast: boolean;
}

/** Colt's order list, for one poll. */
export interface OrderList {
	/** The list by a query in logical names, from an offset on. */
	pages(query: Record<string, string>, from: number): AsyncIterable<OrderPage>;
	/** How many orders the whole list has, if it says so; one request. */
	total(): Promise<number | undefined>;
	/** Records asked for at once. */
	pageSize: number;
	/** Colt's clock if an answer has shown it, else n8n's; milliseconds since the epoch. */
	now(this: void): number;
	/** Whether the part of this poll's time that is for reading lists has run out. */
	isLate(): boolean;
	warn(message: string): void;
}

/** An order with its key in the state and the record it was read from. */
export interface ListedOrder extends SeenOrder {
	key: string;
	record: ListRecord;
}

/** Reads one record; undefined when it has no id. */
export function readListed(record: ListRecord): ListedOrder | undefined {
	const order = readOrder(record.decoded);
	return order === undefined ? undefined : { ...order, key: keyOf(order.id), record };
}

/** Every order that a poll has read, each once. */
export class CollectedOrders {
	private readonly byKey = new Map<string, ListedOrder>();

	/** Adds a page. @returns its orders in the order of the page */
	add(records: readonly ListRecord[]): ListedOrder[] {
		const page = records.map(readListed).filter((order) => order !== undefined);
		for (const order of page) this.byKey.set(order.key, newerReading(this.byKey.get(order.key), order));
		return page;
	}

	all(): ListedOrder[] {
		return [...this.byKey.values()];
	}

	has(key: string): boolean {
		return this.byKey.has(key);
	}
}

/** What a poll has read. */
export interface Snapshot {
	/** Each order once; one without status is remembered as it was. */
	orders: readonly ListedOrder[];
	/** The whole list was read, in one go: what is not in it is not there. */
	isComplete: boolean;
	/** The newest change up to which everything was read; undefined if that has not changed. */
	newest?: Newest;
	/** What the next reading needs. */
	reading: ReadingState;
}

/** How reading one list went. */
export interface ListReading {
	ended: 'complete' | 'filterIgnored' | 'filterRejected' | 'outOfTime';
	/** The next record to read. */
	offset: number;
	total: number | undefined;
	/** When the first page came, Colt's clock. */
	startedAt: number;
	/** Records read. */
	count: number;
	/** Keys of their orders. */
	keys: Set<string>;
	/** How many of them had no id or no status. */
	unreadable: number;
	/** The names of the first of those. */
	names: string;
}

/** The names in a record, for the error message. */
function namesIn(raw: unknown): string {
	if (typeof raw !== 'object' || raw === null) return JSON.stringify(raw) ?? 'nothing';
	return `{ ${Object.keys(raw).slice(0, 20).join(', ')} }`;
}

const NOT_UNDERSTOOD = 400;
const NOT_FOUND = 404;

/** TMF630: a filter that is not understood is refused with 400, and a filtered list without any record may be 404. */
function endedBy(error: unknown, isFiltered: boolean): ListReading['ended'] {
	const status = error instanceof ColtError && isFiltered ? error.problem.httpStatus : undefined;
	if (status === NOT_UNDERSTOOD) return 'filterRejected';
	if (status === NOT_FOUND) return 'complete';
	throw error;
}

/**
 * Reads one list to its end, until the time runs out, or until a record that should not be in it.
 * @param collected takes the orders
 * @throws ColtError of the client, but not when a filter is refused
 */
export async function readList(
	list: OrderList,
	collected: CollectedOrders,
	query: Record<string, string>,
	from = 0,
	matchesFilter: (order: ListedOrder) => boolean = () => true,
): Promise<ListReading> {
	const reading: ListReading = {
		ended: 'complete',
		offset: from,
		total: undefined,
		startedAt: list.now(),
		count: 0,
		keys: new Set(),
		unreadable: 0,
		names: '',
	};
	try {
		for await (const { records, total, isLast } of list.pages(query, from)) {
			if (reading.count === 0) reading.startedAt = list.now();
			const page = collected.add(records);
			const readable = new Set(page.filter(({ status }) => status !== undefined).map(({ record }) => record));
			const odd = records.filter((record) => !readable.has(record));
			const [firstOdd] = odd;
			if (firstOdd !== undefined && reading.unreadable === 0) reading.names = namesIn(firstOdd.raw);
			for (const { key } of page) reading.keys.add(key);
			reading.unreadable += odd.length;
			reading.count += records.length;
			reading.offset += records.length;
			reading.total = total ?? reading.total;
			if (!page.every(matchesFilter)) return { ...reading, ended: 'filterIgnored' };
			if (isLast) break;
			if (list.isLate()) return { ...reading, ended: 'outOfTime' };
		}
	} catch (error) {
		reading.ended = endedBy(error, Object.keys(query).length > 0);
	}
	return reading;
}

/** Whether most records could not be read as orders. */
export const isUnreadable = ({ count, unreadable }: ListReading): boolean => unreadable * 2 > count;

/**
 * Refuses a list of which most cannot be read: treating it as unchanged would miss events.
 * @throws ColtError naming what was received
 */
export function refuseUnreadable(reading: ListReading): void {
	if (!isUnreadable(reading)) return;
	const { count, unreadable, names } = reading;
	throw new ColtError({
		kind: 'api',
		message:
			`Colt's order list cannot be read: ${unreadable} of ${count} orders have no ID or no status that this node ` +
			`knows. The first of them has: ${names}`,
		remedy:
			"Compare the names with the API contract of this package: Colt's API may have changed. Nothing was " +
			'missed or saved; the changes come when the list can be read.',
		outcome: 'refused',
	});
}

/** Logs that orders are left out, and which names they have. */
export function warnOfUnreadable(list: OrderList, { count, unreadable, names }: ListReading): void {
	if (unreadable === 0) return;
	list.warn(
		`${unreadable} of ${count} orders in Colt's list have no ID or no status; they are left out until they ` +
			`have. The first of them has: ${names}`,
	);
}

/**
 * Whether the list contains none of the remembered orders, for example after a workflow is moved from sandbox to
 * production: all orders would count as new. The same orders under another address or credential are recognised by any
 * one of them.
 * @throws ColtError of the client
 */
export async function isOtherAccount(list: OrderList, { orders }: TriggerState): Promise<boolean> {
	const { ended } = await readList(list, new CollectedOrders(), {}, 0, ({ key }) => !orders.has(key));
	if (ended !== 'complete') return false;
	list.warn(
		'The credential or its environment has changed, and the trigger knows none of the orders: it starts again, ' +
			'as with its first poll',
	);
	return true;
}
