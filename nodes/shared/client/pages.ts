import { pathFor } from '../contract/codec';
import type { Operation } from '../contract/table';
import { ColtError } from '../errors/problem';
import type { Answer, Call, ColtClient } from './client';
import { readListAnswer } from './listAnswer';
import type { ListRecord } from './listAnswer';
import { ListReading } from './listReading';
import type { PageRequest, PageRecords } from './listReading';

export type { ListRecord } from './listAnswer';

/** Records asked for at once. TMF630 names the parameters; Colt documents no largest page. */
export const PAGE_SIZE = 100;
/** A list longer than this is an API that pages wrongly, not a stock of numbers. */
const MAX_PAGES = 20_000;

/** What an API may answer to an offset behind its last record. */
const BEYOND_THE_END: ReadonlySet<number | undefined> = new Set([400, 404, 416, 422]);

const isPaged = ({ query }: Operation): boolean =>
	query?.fields.offset !== undefined && query.fields.limit !== undefined;

/** One page of a list. */
export interface ListPage extends PageRecords {
	/** How many records the whole list has, if Colt says so. */
	total: number | undefined;
	answer: Answer;
	/** On the last page: how it shows that Colt has more records than were read. */
	missing?: string;
	/**
	 * On the last page: whether every answer certainly was a part of this list, and its end was seen. Only then does
	 * what is not in the list not exist.
	 */
	isWhole?: boolean;
}

/** A link's query is sent to our own address and path; the user's own parameters are in it already. */
function callFor(
	call: Call,
	{ isLinked, keepsQuery, size, query }: PageRequest & { query: Record<string, unknown> },
): Call {
	const withQuery = (more: Record<string, unknown>): Call => ({
		...call,
		request: { ...call.request, query: { ...call.request.query, ...more } },
	});
	if (!isLinked) return withQuery(query);
	const led = query as Record<string, string>;
	if (keepsQuery) return { ...withQuery({ limit: size }), extraQuery: { ...call.extraQuery, ...led } };
	return { ...call, request: { ...call.request, query: {} }, extraQuery: led };
}

/**
 * A list page by page, as TMF630 pages (`offset`, `limit`) or as `Link: rel="next"` leads (RFC 8288), until it is
 * read or `limit` records are there. `from` skips records. A total that can be true decides where it ends; without
 * one a page is followed by another call until one brings no new id.
 * @throws ColtError, also when an answer has no list in it, or the list never ends
 */
export async function* pagesOf(
	client: Pick<ColtClient, 'call'>,
	call: Call,
	limit: number,
	from = 0,
): AsyncGenerator<ListPage, void, undefined> {
	const path = pathFor(call.operation, call.request.path ?? {});
	const list = new ListReading(limit, from);
	let latest: Answer | undefined;
	for (let page = 0; page < MAX_PAGES; page += 1) {
		const request = list.next(PAGE_SIZE);
		const answer = await client.call(callFor(call, request)).catch((error: unknown) => {
			const isBeyond = error instanceof ColtError && BEYOND_THE_END.has(error.problem.httpStatus);
			if (isBeyond && list.mayBeOver()) return undefined;
			throw error;
		});
		if (answer === undefined) {
			yield { ...list.refused(), total: list.total, answer: latest as Answer };
			return;
		}
		latest = answer;
		const taken = list.take(readListAnswer(call.operation, path, answer), request);
		yield { ...taken, total: list.total, answer };
		if (taken.isLast) return;
	}
	throw new ColtError({
		kind: 'api',
		message: `Colt's list had not ended after ${MAX_PAGES} pages`,
		remedy: 'Switch Return All off and set a limit, or narrow the filters.',
		outcome: 'refused',
		trackingId: call.trackingId,
	});
}

/** A list that was read, whether or not it is all there is. */
export interface ReadList {
	records: ListRecord[];
	answer: Answer;
	missing?: string;
	isWhole: boolean;
	/** How many records the list had before it grew while it was read; then `missing` tells of newer ones. */
	grownFrom?: number;
}

/** Reads a list as `pagesOf` does; an operation without paging in one call. @throws ColtError as `pagesOf` */
export async function readList(
	client: Pick<ColtClient, 'call'>,
	call: Call,
	limit: number,
	from = 0,
): Promise<ReadList> {
	if (!isPaged(call.operation)) {
		const answer = await client.call(call);
		const { records } = readListAnswer(call.operation, pathFor(call.operation, call.request.path ?? {}), answer);
		return { records: records.slice(0, limit), answer, isWhole: false };
	}
	const all: ListRecord[] = [];
	for await (const page of pagesOf(client, call, limit, from)) {
		const { records, isLast, answer, missing, isWhole = false, grownFrom } = page;
		// One by one: an API that looks at no limit gives more at once than a call can have arguments.
		for (const record of records) all.push(record);
		if (isLast)
			return {
				records: all.slice(0, limit),
				answer,
				isWhole,
				...(missing !== undefined && { missing }),
				...(grownFrom !== undefined && { grownFrom }),
			};
	}
	throw new Error('A list of pages ends with its last one');
}

/** Colt may say with 404 that a filter fits nothing; without a filter it is the address that is wrong. */
function findsNothing(error: unknown, { request, extraQuery = {} }: Call): boolean {
	if (!(error instanceof ColtError) || error.problem.httpStatus !== 404 || error.problem.code === undefined)
		return false;
	const { sort: _, ...filters } = request.query ?? {};
	return [...Object.values(filters), ...Object.values(extraQuery)].some((value) => value !== undefined && value !== '');
}

/**
 * Reads a list whose caller relies on it being complete.
 * @throws ColtError, also when Colt has more than it gave
 */
export async function readPages(
	client: Pick<ColtClient, 'call'>,
	call: Call,
	limit: number,
	from = 0,
): Promise<{ records: ListRecord[]; status: number }> {
	const read = await readList(client, call, limit, from).catch((error: unknown) => {
		if (findsNothing(error, call)) return undefined;
		throw error;
	});
	if (read === undefined) return { records: [], status: 404 };
	const { records, answer, missing } = read;
	if (missing === undefined) return { records, status: answer.status };
	throw new ColtError({
		kind: 'api',
		message: `Colt's list was not read to its end: ${missing}`,
		remedy:
			'Run the node again, as a list may change while it is read. If it happens again, Colt pages differently ' +
			'than expected: request less with filters or a limit, or page with Extra Query Parameters.',
		outcome: 'refused',
		httpStatus: answer.status,
		trackingId: call.trackingId,
	});
}
