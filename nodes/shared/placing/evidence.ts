import type { ColtClient } from '../client/client';
import type { ListRecord } from '../client/pages';
import type { Problem } from '../errors/problem';
import { readRange } from '../orders/ranges';
import type { PlainRange } from '../orders/ranges';
import { optionalText } from '../text';
import { EvidenceReader } from './evidenceReader';
import type { Lookup, Since } from './evidenceReader';
import { matchCertainty, overlaps, readFoundOrder } from './matchOrder';
import type { FoundNumber, FoundOrder } from './matchOrder';

/** At most this many orders are read in detail because the list has too little information. */
const MOST_DETAILS = 20;
/** The list is requested from a little earlier, because the clock behind its filter is not known. */
const FILTER_MARGIN_MS = 60_000;

/** What one search at Colt has found. */
export interface Evidence {
	orders: FoundOrder[];
	numbers: FoundNumber[];
	/**
	 * Whether every source of orders was readable and whole, so that an order that is in none of them does not exist.
	 */
	ordersComplete: boolean;
	/** The same of the inventory. */
	numbersComplete: boolean;
	/** The earliest moment, by Colt's clock, at which the wanted order can have been created. */
	since: number;
	/** Why something could not be read. */
	failures: Problem[];
	/** Why something that was read proves nothing. */
	doubts: string[];
}

const ordersOf = (records: readonly ListRecord[]): FoundOrder[] =>
	records.flatMap(({ decoded, raw }) => {
		const order = readFoundOrder(decoded, raw);
		return order === undefined ? [] : [order];
	});

const is404 = ({ httpStatus }: Problem): boolean => httpStatus === 404;

/** Merges the records of one order from several reads into one. */
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

/** An order is identified by its id and can be ruled out by its creation time alone. */
const isReadableOrder = (record: unknown): boolean => readFoundOrder(record, record)?.created !== undefined;

/** The orders of the number's history or of the parent, then of the list when that is not enough. */
async function readOrders(
	reader: EvidenceReader,
	lookup: Lookup,
	thorough: boolean,
): Promise<{ orders: FoundOrder[]; complete: boolean }> {
	const { api } = lookup.rule;
	const near = await readNearest(reader, lookup);
	if (api.orders === undefined || (near.isEnough && !thorough)) return { orders: near.orders, complete: false };
	const list = await readOrderList(reader, lookup);
	return { orders: merged([near.orders, list.orders]), complete: near.isWhole && list.isWhole };
}

/** Reads the place where the order would appear first. A 404 may mean that there is nothing yet; it proves nothing. */
async function readNearest(
	reader: EvidenceReader,
	{ rule, wanted }: Lookup,
): Promise<{ orders: FoundOrder[]; isWhole: boolean; isEnough: boolean }> {
	const [first] = wanted.ranges;
	if (wanted.by === 'ranges' && rule.api.history !== undefined && first !== undefined) {
		const history = await reader.list(rule.api.history, { start: first.start, end: first.end }, isReadableOrder);
		const orders = ordersOf(history?.records ?? []);
		return { orders, isWhole: history?.isWhole ?? false, isEnough: reader.failures.every(is404) };
	}
	if (wanted.by === 'parent' && wanted.parentId !== undefined) {
		const children = await reader.children(wanted.parentId);
		const isWhole = children !== undefined && reader.doubts.length === 0;
		return { orders: children ?? [], isWhole, isEnough: false };
	}
	return { orders: [], isWhole: true, isEnough: false };
}

/** The list of orders since the call was made, as far as Colt looks at the filters; what it sends is compared here. */
async function readOrderList(
	reader: EvidenceReader,
	{ client, rule, wanted, since }: Lookup,
): Promise<{ orders: FoundOrder[]; isWhole: boolean }> {
	const { orders } = rule.api;
	if (orders === undefined) throw new Error('this API has no list of orders');
	// The filter needs Colt's clock. Without an answer since the call was made, one record is read to get it.
	if ((client.clock.reading?.own ?? 0) < since.own)
		await reader.list(orders, { country: wanted.country }, () => true, 1);
	const list = await reader.list(
		orders,
		{
			country: wanted.country,
			createdFrom: new Date(momentOf(client, since) - FILTER_MARGIN_MS).toISOString(),
			sort: '-createdAt',
		},
		isReadableOrder,
	);
	return { orders: ordersOf(list?.records ?? []), isWhole: list?.isWhole ?? false };
}

const momentOf = ({ clock }: ColtClient, { own, colt }: Since): number => clock.earliestAt(own, colt);

async function readNumbers(
	reader: EvidenceReader,
	{ rule, wanted }: Lookup,
): Promise<{ numbers: FoundNumber[]; complete: boolean }> {
	const all: FoundNumber[] = [];
	let complete = wanted.ranges.length > 0;
	for (const { start, end } of wanted.ranges) {
		const rangeOf = (record: unknown): PlainRange | undefined => readRange(record, wanted.country);
		const query = { start, end, country: wanted.country };
		const found = await reader.list(rule.api.inventory, query, (record) => rangeOf(record) !== undefined);
		complete &&= found?.isWhole ?? false;
		all.push(
			...(found?.records ?? []).flatMap(({ decoded }): FoundNumber[] => {
				const range = rangeOf(decoded);
				const { status, orderId } = (decoded ?? {}) as { status?: unknown; orderId?: unknown };
				// An API that ignores filters also returns other numbers.
				if (range === undefined || !overlaps(range, { start, end })) return [];
				const facts = { status: optionalText(status), orderId: optionalText(orderId) };
				return [
					{
						...range,
						...(facts.status !== undefined && { status: facts.status }),
						...(facts.orderId !== undefined && { orderId: facts.orderId }),
					},
				];
			}),
		);
	}
	return { numbers: all, complete };
}

/** Every number in the inventory was ordered: a record without an order ID has too little information. */
const isNamed = (numbers: readonly FoundNumber[]): boolean => numbers.every(({ orderId }) => orderId !== undefined);

/**
 * Reads once what Colt shows of the wanted order. Changes nothing.
 * @param isTaken whether an order is that of another item
 * @param thorough whether to read every source, not only the nearest one; used for the last attempt
 * @throws ColtError of kind `cancelled` only; other failures are part of the evidence
 */
export async function gatherEvidence(
	lookup: Lookup,
	thorough: boolean,
	isTaken: (orderId: string) => boolean,
): Promise<Evidence> {
	const reader = new EvidenceReader(lookup);
	const { rule, wanted, since } = lookup;
	const { orders, complete } = await readOrders(reader, lookup, thorough);
	const byInventory = rule.api.orders === undefined;
	const inventory = thorough || byInventory ? await readNumbers(reader, lookup) : { numbers: [], complete: false };
	// The Inbound API shows an order only through the number that names it.
	const named = byInventory
		? [...new Set(inventory.numbers.map(({ orderId }) => orderId).filter((id) => id !== undefined))]
		: [];
	const moment = momentOf(lookup.client, since);
	const doubtful = orders
		.filter((order) => !isTaken(order.id) && matchCertainty(order, wanted, moment) === 'possible')
		.map(({ id }) => id);
	const details: FoundOrder[] = [];
	for (const id of [...named, ...doubtful].slice(0, MOST_DETAILS)) {
		const order = await reader.details(id);
		if (order !== undefined) details.push(order);
	}
	return {
		orders: merged([orders, details]),
		numbers: inventory.numbers,
		ordersComplete: byInventory
			? inventory.complete && details.length === named.length && isNamed(inventory.numbers)
			: complete,
		numbersComplete: inventory.complete,
		since: moment,
		failures: reader.failures.filter((failure) => !is404(failure)),
		doubts: reader.doubts,
	};
}

/**
 * Searches the list of orders once for the orders of many rows.
 * @throws ColtError of kind `cancelled` only
 */
export async function gatherListEvidence(lookup: Lookup): Promise<Evidence> {
	const reader = new EvidenceReader(lookup);
	const { orders, isWhole } = await readOrderList(reader, lookup);
	return {
		orders,
		numbers: [],
		ordersComplete: isWhole,
		numbersComplete: false,
		since: momentOf(lookup.client, lookup.since),
		failures: reader.failures,
		doubts: reader.doubts,
	};
}
