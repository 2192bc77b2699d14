import pLimit from 'p-limit';

import type { ColtClient } from '../../shared/client/client';
import { PAGE_SIZE, pagesOf } from '../../shared/client/pages';
import type { ListRecord } from '../../shared/client/pages';
import { newTrackingId } from '../../shared/client/trackingId';
import { wholesaleSip } from '../../shared/contract/wire.generated';
import { ColtError } from '../../shared/errors/problem';
import type { Problem } from '../../shared/errors/problem';
import { sameStatus } from '../../shared/lifecycle/orderStatus';
import { optionalText } from '../../shared/text';
import type { ListedOrder, OrderList, OrderPage } from './collectOrders';
import type { Details } from './pollOnce';
import type { ReservedRange } from './reservations';

const { searchInventory } = wholesaleSip.operations;

/** What is wrong at Colt; a defect of ours is thrown. */
export function problemOf(error: unknown): Problem {
	if (!(error instanceof ColtError)) throw error;
	return error.problem;
}

/** Colt's order list, for one poll. */
export function orderListOf(client: ColtClient, isLate: () => boolean, warn: (message: string) => void): OrderList {
	async function* read(query: Record<string, string>, limit: number, from: number): AsyncGenerator<OrderPage> {
		const call = { operation: wholesaleSip.operations.listOrders, request: { query }, trackingId: newTrackingId() };
		yield* pagesOf(client, call, limit, from);
	}
	return {
		pages: (query, from) => read(query, Number.POSITIVE_INFINITY, from),
		async total() {
			for await (const { total } of read({}, 1, 0)) return total;
			return undefined;
		},
		pageSize: PAGE_SIZE,
		now: () => client.clock.timeAt(),
		isLate,
		warn,
	};
}

/** Calls for details at the same time. */
const AT_ONCE = 5;

/**
 * Reads the details of orders, as many as the time allows, some in any case; one that cannot be read does not stop
 * the others.
 */
export async function readDetails(client: ColtClient, ids: readonly string[], isLate: () => boolean): Promise<Details> {
	const details = { found: new Map<string, ListRecord>(), failed: new Map<string, Problem>(), late: new Set<string>() };
	const limit = pLimit(AT_ONCE);
	const read = async (orderId: string, index: number): Promise<void> => {
		if (index >= AT_ONCE && isLate()) {
			details.late.add(orderId);
			return;
		}
		const call = {
			operation: wholesaleSip.operations.getOrder,
			request: { path: { orderId } },
			trackingId: newTrackingId(),
		};
		try {
			const { decoded, raw } = await client.call(call);
			details.found.set(orderId, { decoded, raw });
		} catch (error) {
			details.failed.set(orderId, problemOf(error));
		}
	};
	await Promise.all(ids.map(async (id, index) => await limit(read, id, index)));
	return details;
}

const fieldsOf = (value: unknown): Record<string, unknown> =>
	typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

function rangesIn(decoded: unknown): Array<{ start: string; end: string }> {
	const { ranges } = fieldsOf(decoded);
	return (Array.isArray(ranges) ? (ranges as unknown[]) : []).flatMap((range) => {
		const { start, end } = fieldsOf(range);
		const first = optionalText(start);
		return first === undefined ? [] : [{ start: first, end: optionalText(end) ?? first }];
	});
}

function acceptNotFound(error: unknown): void {
	if (problemOf(error).httpStatus !== 404) throw error;
}

/**
 * The inventory's records of a query, in logical names; none where Colt answers that there are none. @throws
 * ColtError
 */
async function readInventory(client: ColtClient, query: Record<string, string | undefined>): Promise<unknown[]> {
	const records: unknown[] = [];
	const call = { operation: searchInventory, request: { query }, trackingId: newTrackingId() };
	try {
		for await (const page of pagesOf(client, call, Number.POSITIVE_INFINITY))
			records.push(...page.records.map(({ decoded }) => decoded));
	} catch (error) {
		acceptNotFound(error);
	}
	return records;
}

/**
 * The numbers of a reservation order that are still Reserved in the inventory: not activated, not returned.
 * @throws ColtError when the inventory cannot be read
 */
export async function readReservedRanges(
	client: ColtClient,
	{ id, country, record }: ListedOrder,
): Promise<ReservedRange[]> {
	const ranges = rangesIn(record.decoded);
	const queries = ranges.length === 0 ? [{ orderId: id }] : ranges.map(({ start, end }) => ({ start, end, country }));
	const found: ReservedRange[] = [];
	for (const query of queries) {
		for (const number of await readInventory(client, query)) {
			const { start, end, status, reservedUntil } = fieldsOf(number);
			const [first, until] = [optionalText(start), optionalText(reservedUntil)];
			// An API that ignores the query answers with other numbers too.
			const isAsked = ranges.length === 0 || ranges.some((range) => range.start === first);
			if (first === undefined || !isAsked || !sameStatus(optionalText(status) ?? '', 'Reserved')) continue;
			const last = optionalText(end) ?? first;
			found.push({ start: first, end: last, ...(until !== undefined && { reservedUntil: until }) });
		}
	}
	return found;
}
