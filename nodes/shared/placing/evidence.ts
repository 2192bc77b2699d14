import type { Answer, Call, ColtClient } from '../client/client';
import { readPages } from '../client/pages';
import type { ListRecord } from '../client/pages';
import type { Operation } from '../contract/table';
import { toProblem } from '../errors/present';
import { ColtError } from '../errors/problem';
import type { Problem } from '../errors/problem';
import { optionalText } from '../text';
import { atColt, readClock } from './clock';
import type { ClockReading } from './clock';
import { likenessOf, overlaps, readFoundOrder } from './match';
import type { FoundNumber, FoundOrder } from './match';
import { ledger } from './orderMemory';
import type { LookUpRule } from './recoveryRules';
import { readRanges } from './wanted';
import type { Sought } from './wanted';

/** Records read of one list at most: more is a list that looks at no filter. */
const MOST_RECORDS = 2_000;
/** Orders whose details are asked for because the list does not tell enough. */
const MOST_DETAILS = 20;
/** The list is asked for a little more than is looked at: its filter's clock is not known. */
const FILTER_MARGIN_MS = 60_000;

/** What one look at Colt has brought to light. */
export interface Evidence {
	orders: FoundOrder[];
	numbers: FoundNumber[];
	/** Whether the orders that were read are all there are of that kind. */
	ordersComplete: boolean;
	numbersComplete: boolean;
	/** The earliest moment, by Colt's clock, at which the sought order can have been created. */
	since: number;
	/** Why something could not be read. */
	failures: Problem[];
}

/** The moment from which on an order counts, by this machine's clock, and Colt's clock in an earlier answer. */
export interface Since {
	own: number;
	colt?: number;
}

/** What is looked for, and through which client. */
export interface Looking {
	client: ColtClient;
	rule: LookUpRule;
	sought: Sought;
	since: Since;
	trackingId: string;
}

/** Reads lists and orders for one look, and what went wrong in it. */
class Reader {
	clock: ClockReading | undefined;

	readonly failures: Problem[] = [];

	constructor(private readonly looking: Looking) {}

	/** Whether the orders could be read: an API without an answer proves nothing. 404 tells that there is none. */
	async list(
		operation: Operation,
		query: Record<string, unknown>,
		most = MOST_RECORDS,
	): Promise<{ records: ListRecord[]; complete: boolean } | undefined> {
		return await this.guarded(async () => {
			const { records, answer } = await readPages(this.looking.client, this.callOf(operation, { query }), most);
			this.clock = readClock(answer.headers, Date.now());
			return { records, complete: records.length < most };
		});
	}

	async details(orderId: string): Promise<FoundOrder | undefined> {
		return await this.guarded(async () => {
			const { decoded, raw } = await this.order(orderId);
			return readFoundOrder(decoded, raw);
		});
	}

	/** The child orders an order names, each with the order it belongs to. */
	async children(orderId: string): Promise<FoundOrder[] | undefined> {
		return await this.guarded(async () => {
			const { childOrders } = ((await this.order(orderId)).decoded ?? {}) as { childOrders?: unknown };
			const children = Array.isArray(childOrders) ? (childOrders as unknown[]) : [];
			return children.flatMap((child): FoundOrder[] => {
				const order = readFoundOrder(child, child);
				return order === undefined ? [] : [{ ...order, parentId: orderId }];
			});
		});
	}

	private async order(orderId: string): Promise<Answer> {
		const answer = await this.looking.client.call(this.callOf(this.looking.rule.api.order, { path: { orderId } }));
		this.clock = readClock(answer.headers, Date.now());
		return answer;
	}

	private callOf(operation: Operation, request: Call['request']): Call {
		const { country } = this.looking.sought;
		return {
			operation,
			request: { ...request, ...(country !== undefined && { echo: { country } }) },
			trackingId: this.looking.trackingId,
		};
	}

	private async guarded<T>(read: () => Promise<T>): Promise<T | undefined> {
		const result = await read().then(
			(value) => ({ value }),
			(error: unknown) => ({ problem: toProblem(error) }),
		);
		if ('value' in result) return result.value;
		if (result.problem.kind === 'cancelled') throw new ColtError(result.problem);
		this.failures.push(result.problem);
		return undefined;
	}
}

const ordersOf = (records: readonly ListRecord[]): FoundOrder[] =>
	records.flatMap(({ decoded, raw }) => {
		const order = readFoundOrder(decoded, raw);
		return order === undefined ? [] : [order];
	});

const is404 = ({ httpStatus }: Problem): boolean => httpStatus === 404;

/** One order told by several reads counts once, with all that any of them tells. */
function merged(lists: readonly FoundOrder[][]): FoundOrder[] {
	const byId = new Map<string, FoundOrder>();
	for (const order of lists.flat()) {
		const before = byId.get(order.id);
		byId.set(
			order.id,
			before === undefined
				? order
				: {
						...(order.created === undefined ? before : undated(before)),
						...order,
						ranges: order.ranges.length > 0 ? order.ranges : before.ranges,
					},
		);
	}
	return [...byId.values()];
}

function undated({ created: _, createdAtLatest: __, ...order }: FoundOrder): FoundOrder {
	return order;
}

/** The orders of the number's history or of the parent, then of the list when that is not enough. */
async function readOrders(
	reader: Reader,
	{ rule, sought, since }: Looking,
	thorough: boolean,
): Promise<{ orders: FoundOrder[]; complete: boolean }> {
	const { api } = rule;
	const lists: FoundOrder[][] = [];
	let near = false;
	let isRead = false;
	const [first] = sought.ranges;
	if (sought.by === 'ranges' && api.history !== undefined && first !== undefined) {
		const history = await reader.list(api.history, { start: first.start, end: first.end });
		isRead = history?.complete ?? false;
		// 404 tells that the number has none, unless nothing else answers either.
		near = isRead || reader.failures.every(is404);
		lists.push(ordersOf(history?.records ?? []));
	}
	if (sought.by === 'parent' && sought.parentId !== undefined)
		lists.push((await reader.children(sought.parentId)) ?? []);
	const enough = near && !thorough;
	if (api.orders === undefined || enough) return { orders: merged(lists), complete: near };
	// The filter needs Colt's clock; without an answer so far one record tells it.
	if (reader.clock === undefined) await reader.list(api.orders, { country: sought.country }, 1);
	const from = new Date(momentOf(reader, since) - FILTER_MARGIN_MS).toISOString();
	const list = await reader.list(api.orders, {
		country: sought.country,
		createdFrom: from,
		sort: '-createdAt',
	});
	lists.push(ordersOf(list?.records ?? []));
	return { orders: merged(lists), complete: (list?.complete ?? false) || isRead };
}

const momentOf = (reader: Reader, { own, colt }: Since): number =>
	atColt(own, reader.clock ?? { own: Date.now() }, colt);

async function readNumbers(
	reader: Reader,
	{ rule, sought }: Looking,
): Promise<{ numbers: FoundNumber[]; complete: boolean }> {
	const all: FoundNumber[] = [];
	let complete = sought.ranges.length > 0;
	for (const { start, end } of sought.ranges) {
		const before = reader.failures.length;
		const found = await reader.list(rule.api.inventory, { start, end, country: sought.country });
		complete &&= found?.complete ?? reader.failures.slice(before).every(is404);
		all.push(
			...(found?.records ?? []).flatMap(({ decoded }): FoundNumber[] => {
				const [range] = readRanges([decoded]);
				const { status, orderId } = (decoded ?? {}) as { status?: unknown; orderId?: unknown };
				// An API that looks at no filter tells of other numbers too.
				if (range === undefined || !overlaps(range, { start, end })) return [];
				const told = { status: optionalText(status), orderId: optionalText(orderId) };
				return [
					{
						...range,
						...(told.status !== undefined && { status: told.status }),
						...(told.orderId !== undefined && { orderId: told.orderId }),
					},
				];
			}),
		);
	}
	return { numbers: all, complete };
}

/**
 * Looks once at what Colt knows of the sought order; nothing is changed by it.
 * @param thorough whether to read every source, not only the nearest: for the last word
 * @throws ColtError of kind `cancelled` alone; other failures stand in the evidence
 */
export async function gather(looking: Looking, thorough: boolean): Promise<Evidence> {
	const reader = new Reader(looking);
	const { rule, sought, since } = looking;
	const { orders, complete } = await readOrders(reader, looking, thorough);
	const byInventory = rule.api.orders === undefined;
	const inventory = thorough || byInventory ? await readNumbers(reader, looking) : { numbers: [], complete: false };
	// Inbound tells an order only where the number names it.
	const named = byInventory
		? [...new Set(inventory.numbers.map(({ orderId }) => orderId).filter((id) => id !== undefined))]
		: [];
	const moment = momentOf(reader, since);
	const doubtful = orders
		.filter((order) => !ledger.isKnown(order.id) && likenessOf(order, sought, moment) === 'possible')
		.map(({ id }) => id);
	const details: FoundOrder[] = [];
	for (const id of [...named, ...doubtful].slice(0, MOST_DETAILS)) {
		const order = await reader.details(id);
		if (order !== undefined) details.push(order);
	}
	return {
		orders: merged([orders, details]),
		numbers: inventory.numbers,
		ordersComplete: byInventory ? inventory.complete && details.length === named.length : complete,
		numbersComplete: inventory.complete,
		since: moment,
		failures: reader.failures.filter((failure) => !is404(failure)),
	};
}

/**
 * Looks once for the orders of many rows in the list of orders alone: one read for all of them.
 * @throws ColtError of kind `cancelled` alone
 */
export async function gatherList(looking: Looking): Promise<Evidence> {
	const reader = new Reader(looking);
	const { rule, sought, since } = looking;
	if (rule.api.orders === undefined) throw new Error('this API has no list of orders');
	await reader.list(rule.api.orders, { country: sought.country }, 1);
	const moment = momentOf(reader, since);
	const from = new Date(moment - FILTER_MARGIN_MS).toISOString();
	const list = await reader.list(rule.api.orders, {
		country: sought.country,
		createdFrom: from,
		sort: '-createdAt',
	});
	return {
		orders: ordersOf(list?.records ?? []),
		numbers: [],
		ordersComplete: list?.complete ?? false,
		numbersComplete: false,
		since: moment,
		failures: reader.failures,
	};
}
