import pLimit from 'p-limit';

import type { ColtClient } from '../../shared/client/client';
import { PAGE_SIZE, pagesOf } from '../../shared/client/pages';
import { newTrackingId } from '../../shared/client/trackingId';
import { wholesaleSip } from '../../shared/contract/wire.generated';
import { ColtError } from '../../shared/errors/problem';
import type { Problem } from '../../shared/errors/problem';
import type { OrderPage, Source } from './gather';

const { searchInventory } = wholesaleSip.operations;

/** A Date header tells no milliseconds. */
const LAST_OF_SECOND_MS = 999;

/** A source that knows what Colt's clock shows. */
export interface ClockedSource extends Source {
	/** Colt's time by the last answer, else n8n's; milliseconds since the epoch. */
	now: (this: void) => number;
}

/** Colt's order list, for one poll. */
export function sourceOf(client: ColtClient, isLate: () => boolean, warn: (message: string) => void): ClockedSource {
	let ahead = 0;
	let begun: number | undefined;
	async function* pages(query: Record<string, string>, from: number): AsyncGenerator<OrderPage> {
		const call = { operation: wholesaleSip.operations.listOrders, request: { query }, trackingId: newTrackingId() };
		for await (const page of pagesOf(client, call, Number.POSITIVE_INFINITY, from)) {
			const told = Date.parse(page.answer.headers.date ?? '');
			if (!Number.isNaN(told)) ahead = told + LAST_OF_SECOND_MS - Date.now();
			begun ??= Number.isNaN(told) ? undefined : told;
			yield page;
		}
	}
	return { pages, pageSize: PAGE_SIZE, isLate, warn, begun: () => begun, now: () => Date.now() + ahead };
}

/** Calls for details at the same time. */
const AT_ONCE = 5;

/** The details of orders, in logical names, by order id. */
export interface Details {
	found: Map<string, unknown>;
	failed: Map<string, Problem>;
	/** Not asked for any more: the time of the poll has run out. */
	late: Set<string>;
}

/** Reads the details of orders, as many as the time allows, some in any case; one that cannot be read does not stop the others. */
export async function readDetails(client: ColtClient, ids: readonly string[], isLate: () => boolean): Promise<Details> {
	const details: Details = { found: new Map(), failed: new Map(), late: new Set() };
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
		await client.call(call).then(
			({ decoded }) => void details.found.set(orderId, decoded),
			async (error: unknown) =>
				error instanceof ColtError
					? void details.failed.set(orderId, error.problem)
					: await Promise.reject(error as Error),
		);
	};
	await Promise.all(ids.map(async (id, index) => await limit(read, id, index)));
	return details;
}

/** The inventory's records of a query in logical names. @throws ColtError */
export async function readInventory(client: ColtClient, query: Record<string, string | undefined>): Promise<unknown[]> {
	const records: unknown[] = [];
	const call = { operation: searchInventory, request: { query }, trackingId: newTrackingId() };
	for await (const page of pagesOf(client, call, Number.POSITIVE_INFINITY))
		records.push(...page.records.map(({ decoded }) => decoded));
	return records;
}
