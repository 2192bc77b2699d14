import type { Answer, Call, ColtClient } from '../client/client';
import { readList } from '../client/pages';
import type { ListRecord, ReadList } from '../client/pages';
import type { Operation } from '../contract/table';
import { toProblem } from '../errors/present';
import { ColtError } from '../errors/problem';
import type { Problem } from '../errors/problem';
import { optionalText } from '../text';
import { readFoundOrder } from './matchOrder';
import type { FoundOrder } from './matchOrder';
import type { RecoveryRule } from './recovery';
import type { Wanted } from './wanted';

/** At most this many records of a list are read: a longer list has ignored the filter. */
const MOST_RECORDS = 2_000;

/** The moment from which on an order counts, by this machine's clock, and Colt's clock in an earlier answer. */
export interface Since {
	own: number;
	colt?: number;
}

/** What is looked for, and through which client. */
export interface Lookup {
	client: ColtClient;
	rule: RecoveryRule;
	wanted: Wanted;
	since: Since;
	trackingId: string;
}

/**
 * Whether all that a list had came, though it grew while it was read: it is in order of creation, newest first, and an
 * order's creation never changes. What is placed meanwhile stands before what was there, and hides none of it.
 */
function isWholeApartFromNewer({ records, grownFrom }: ReadList): boolean {
	if (grownFrom === undefined) return false;
	// An order that was pushed on to the next page may come from there with another status.
	const orders = new Map<string, number>();
	for (const { decoded, raw } of records) {
		const { id = '', created } = readFoundOrder(decoded, raw) ?? {};
		if (created === undefined) return false;
		if (!orders.has(id)) orders.set(id, created);
	}
	const moments = [...orders.values()];
	return moments.length >= grownFrom && moments.every((moment, index) => moment <= (moments[index - 1] ?? moment));
}

const wholeness = ({ missing }: ReadList): string =>
	missing === undefined ? 'may not be the whole list' : `was not read to its end: ${missing}`;

/** Reads lists and orders for one search, and collects what went wrong. */
export class EvidenceReader {
	readonly failures: Problem[] = [];

	readonly doubts: string[] = [];

	constructor(private readonly lookup: Lookup) {}

	/**
	 * Reads a list as far as anything in it can be found.
	 * @param isReadable whether a record has the needed facts; if one does not, the list proves nothing
	 */
	async list(
		operation: Operation,
		query: Record<string, unknown>,
		isReadable: (record: unknown) => boolean,
		most = MOST_RECORDS,
	): Promise<{ records: ListRecord[]; isWhole: boolean } | undefined> {
		return await this.guarded(async () => {
			const read = await readList(this.lookup.client, this.callOf(operation, { query }), most);
			const unreadable = read.records.filter(({ decoded }) => !isReadable(decoded)).length;
			const isWhole = (read.isWhole || isWholeApartFromNewer(read)) && unreadable === 0;
			const what =
				unreadable > 0 ? `has ${unreadable} of ${read.records.length} records that cannot be read` : wholeness(read);
			if (!isWhole) this.doubts.push(`Colt's answer to ${operation.path} ${what}`);
			return { records: read.records, isWhole };
		});
	}

	async details(orderId: string): Promise<FoundOrder | undefined> {
		return await this.guarded(async () => {
			const { decoded, raw } = await this.order(orderId);
			return readFoundOrder(decoded, raw);
		});
	}

	/**
	 * The child orders an order names, each with the order it belongs to; undefined when the order's record is not
	 * read.
	 */
	async children(orderId: string): Promise<FoundOrder[] | undefined> {
		return await this.guarded(async () => {
			const { id, childOrders } = ((await this.order(orderId)).decoded ?? {}) as {
				id?: unknown;
				childOrders?: unknown;
			};
			const children = Array.isArray(childOrders) ? (childOrders as unknown[]) : [];
			const found = children.map((child) => readFoundOrder(child, child));
			if (optionalText(id) !== orderId || found.includes(undefined))
				this.doubts.push(`order ${orderId} cannot be read`);
			return found.flatMap((order): FoundOrder[] => (order === undefined ? [] : [{ ...order, parentId: orderId }]));
		});
	}

	private async order(orderId: string): Promise<Answer> {
		return await this.lookup.client.call(this.callOf(this.lookup.rule.api.order, { path: { orderId } }));
	}

	private callOf(operation: Operation, request: Call['request']): Call {
		const { country } = this.lookup.wanted;
		return {
			operation,
			request: { ...request, ...(country !== undefined && { echo: { country } }) },
			trackingId: this.lookup.trackingId,
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
