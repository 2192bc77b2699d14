import { decodePaging } from '../contract/codec';
import type { Operation } from '../contract/table';
import { ColtError } from '../errors/problem';
import type { Answer, Call, ColtClient } from './client';

/** Records asked for at once. TMF630 names the parameters; Colt documents no largest page. */
export const PAGE_SIZE = 100;
/** A list longer than this is an API that pages wrongly, not a stock of numbers. */
const MAX_PAGES = 20_000;

/** A record of a list, decoded and as Colt sent it. */
export interface ListRecord {
	decoded: unknown;
	raw: unknown;
}

/** An object in which the contract knows nothing, such as `{ "totalCount": 0 }`, is no record but an empty list. */
const isNothing = (record: unknown): boolean =>
	typeof record === 'object' && record !== null && Object.keys(record).length === 0;

/**
 * Pairs the records of one answer with what Colt sent, and tells the total if a header does.
 * The decoder keeps the order, so both lists run in step.
 */
function recordsOf(
	{ operation }: Pick<Call, 'operation'>,
	answer: Answer,
): { records: ListRecord[]; total: number | undefined } {
	const decoded = Array.isArray(answer.decoded) ? (answer.decoded as unknown[]) : [answer.decoded];
	const raw = rawList(answer.raw, decoded.length);
	const isEmpty = raw[0] === answer.raw && isNothing(decoded[0]);
	return {
		records: (isEmpty ? [] : decoded).map((record, index) => ({ decoded: record, raw: raw[index] })),
		total: decodePaging(operation, answer.headers).totalCount,
	};
}

const isPaged = ({ query }: Operation): boolean =>
	query?.fields.offset !== undefined && query.fields.limit !== undefined;

function rawList(raw: unknown, length: number): unknown[] {
	if (Array.isArray(raw)) return raw as unknown[];
	const lists = Object.values((raw ?? {}) as Record<string, unknown>).filter(Array.isArray);
	return lists.find((list) => list.length === length) ?? [raw];
}

const isSame = (one: ListRecord, other: ListRecord | undefined): boolean =>
	JSON.stringify(one.raw) === JSON.stringify(other?.raw);

/** Whether a page is the beginning of the list again: the API does not look at `offset`. */
const isStartAgain = (page: readonly ListRecord[], list: readonly ListRecord[]): boolean =>
	page.length > 0 && page.length <= list.length && page.every((record, index) => isSame(record, list[index]));

/** A short page of a round length may be an API's own largest page, of which Colt documents none: it is read on. */
const mayBeCapped = (page: readonly ListRecord[]): boolean => page.length > 0 && page.length % 5 === 0;

/**
 * Whether a list's own total can be true: not one below what was read already, and not one that is as long as a full
 * first page, which may be the count of the page alone.
 */
const isPlausible = (total: number | undefined, read: number, size: number): total is number =>
	total !== undefined && total >= read && !(total === read && read === size);

/** TMF630: 206 says that there is more. */
const PARTIAL = 206;

/** One page of a list. */
export interface ListPage {
	records: ListRecord[];
	/** How many records the whole list has, if a header tells. */
	total: number | undefined;
	/** Whether the list ends here. */
	isLast: boolean;
	answer: Answer;
}

/**
 * A list page by page (`offset`, `limit`), the way TMF630 pages, until it is read or `limit` records are there. `from`
 * skips records. The list's own total decides where it ends, if it can be true, else a page that is not as long as was asked for:
 * an API may give fewer records at once than it is asked for. An API that ignores paging and answers the same again is noticed and
 * read once.
 * @throws ColtError, also when the list never ends
 */
export async function* pagesOf(
	client: Pick<ColtClient, 'call'>,
	call: Call,
	limit: number,
	from = 0,
): AsyncGenerator<ListPage, void, undefined> {
	const all: ListRecord[] = [];
	let before: string | undefined;
	for (let page = 0; page < MAX_PAGES; page += 1) {
		const size = Math.min(PAGE_SIZE, limit - all.length);
		const query = { ...call.request.query, offset: from + all.length, limit: size };
		const answer = await client.call({ ...call, request: { ...call.request, query } });
		const { records, total } = recordsOf(call, answer);
		const seen = JSON.stringify(answer.raw);
		if (seen === before || isStartAgain(records, all)) {
			yield { records: [], total, isLast: true, answer };
			return;
		}
		before = seen;
		// One by one: an API that looks at no limit gives more at once than a call can have arguments.
		for (const record of records) all.push(record);
		const read = from + all.length;
		const isRead = isPlausible(total, read, size)
			? read >= total
			: records.length !== size && !mayBeCapped(records) && answer.status !== PARTIAL;
		const isLast = isRead || records.length === 0 || all.length >= limit;
		yield { records, total, isLast, answer };
		if (isLast) return;
	}
	throw new ColtError({
		kind: 'api',
		message: `Colt's list had not ended after ${MAX_PAGES} pages`,
		remedy: 'Switch Return All off and set a limit, or narrow the filters.',
		outcome: 'refused',
		trackingId: call.trackingId,
	});
}

/** Reads a list as `pagesOf` does; an operation without paging in one call. @throws ColtError, also when the list never ends */
export async function readPages(
	client: ColtClient,
	call: Call,
	limit: number,
	from = 0,
): Promise<{ records: ListRecord[]; answer: Answer }> {
	if (!isPaged(call.operation)) {
		const answer = await client.call(call);
		return { records: recordsOf(call, answer).records.slice(0, limit), answer };
	}
	const all: ListRecord[] = [];
	for await (const { records, isLast, answer } of pagesOf(client, call, limit, from)) {
		for (const record of records) all.push(record);
		if (isLast) return { records: all.slice(0, limit), answer };
	}
	throw new Error('A list of pages ends with its last one');
}
