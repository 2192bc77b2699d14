import type { Operation } from '../contract/table';
import type { CorrectedOperation } from './compile';
import { toText } from '../text';
import { formatPlace } from './place';
import { NoFormAtColt, toOurs, toTheirs } from './rewrite';
import type { Following } from './rule';
import { Tree, at, isObject, pathOf } from './tree';

/** A request in parts: the names of each are the contract's, or Colt's after the correction. */
export interface RequestParts {
	method: string;
	/** `{name}` stands for a part of `path`. */
	template: string;
	path: Record<string, unknown>;
	query: Record<string, unknown>;
	header: Record<string, unknown>;
	body?: unknown;
}

/** An answer in parts. */
export interface AnswerParts {
	header: Record<string, unknown>;
	body: unknown;
}

const members = (value: unknown): Record<string, unknown> => (isObject(value) ? value : {});

/**
 * A request in the contract's names as Colt has it.
 * @param now milliseconds since 1970
 * @param losses `refused` for a request of a person's: what does not exist at Colt is not left out without a word
 * @throws NoFormAtColt for what Colt has no form for
 */
export function correctRequest(
	operation: Operation,
	{ method, path: template, request, always, follows, paging }: CorrectedOperation,
	parts: RequestParts,
	now: number,
	losses: 'refused' | 'allowed' = 'allowed',
): RequestParts {
	const { path, query, header, body } = parts;
	const whole = {
		path,
		query: pageQuery(operation, paging, query),
		header,
		...(body !== undefined && { body }),
	};
	const tree = new Tree();
	tree.put([], toTheirs(request, whole, now, losses));
	for (const { place, value } of always) tree.putIfAbsent(pathOf(place, []), value);
	for (const following of follows) putFollowing(tree, following, whole);
	const sent = members(tree.value);
	return {
		method,
		template,
		path: members(sent.path),
		query: members(sent.query),
		header: members(sent.header),
		...(sent.body !== undefined && method !== 'GET' && { body: sent.body }),
	};
}

/** @throws NoFormAtColt for a value that nothing is said to follow from */
function putFollowing(tree: Tree, { place, of, values, otherwise }: Following, whole: Record<string, unknown>): void {
	const given = at(whole, pathOf(of, []));
	const text = given === undefined || given === null ? undefined : toText(given);
	const value = text !== undefined && Object.hasOwn(values, text) ? values[text] : otherwise;
	if (value !== undefined) tree.putIfAbsent(pathOf(place, []), value);
	else if (text !== undefined)
		throw new NoFormAtColt(of, `Nothing is said of what ${formatPlace(place)} is for ${text}`);
}

/** A request of Colt's form in the contract's names: what a simulator that speaks the corrections is sent. */
export function readCorrectedRequest(
	operation: Operation,
	{ request, paging }: CorrectedOperation,
	{ path, query, header, body }: Omit<RequestParts, 'method' | 'template'>,
	now: number,
): Omit<RequestParts, 'method' | 'template'> {
	const ours = members(toOurs(request, { path, query, header, ...(body !== undefined && { body }) }, now));
	return {
		path: members(ours.path),
		query: offsetQuery(operation, paging, members(ours.query)),
		header: members(ours.header),
		...(ours.body !== undefined && { body: ours.body }),
	};
}

/** What an answer says of the page after it; without a query it was the last one. */
export interface NextPage {
	query?: Record<string, string>;
	/** Whether the query of this page is to be sent with it. */
	keepsQuery: boolean;
}

/** An answer of Colt's in the contract's names; one that is not of Colt's corrected form stays as it is. */
export function correctAnswer(
	{ answer, paging }: CorrectedOperation,
	{ header, body }: AnswerParts,
	now: number,
): AnswerParts & { nextPage?: NextPage } {
	const ours = members(toOurs(answer, { header, body }, now));
	const nextPage = nextPageIn(paging, { header, body });
	return {
		header: members(ours.header),
		body: 'body' in ours ? ours.body : body,
		...(nextPage !== undefined && { nextPage }),
	};
}

function nextPageIn(paging: CorrectedOperation['paging'], answer: AnswerParts): NextPage | undefined {
	if (paging?.next === undefined) return undefined;
	const found = at(answer, pathOf(paging.next, []));
	const text = typeof found === 'string' || typeof found === 'number' ? String(found) : '';
	const keepsQuery = paging.style === 'cursor';
	if (text === '') return { keepsQuery };
	if (paging.cursor !== undefined) return { keepsQuery, query: { [paging.cursor]: text } };
	// Only the query of a link is taken: the call itself goes where every call goes.
	const mark = text.indexOf('?');
	return { keepsQuery, ...(mark >= 0 && { query: Object.fromEntries(new URLSearchParams(text.slice(mark + 1))) }) };
}

/**
 * An answer in the contract's names as Colt has it: what a simulator that speaks the corrections answers.
 * @param nextOffset where the next page begins; undefined on the last one
 */
export function writeCorrectedAnswer(
	{ answer, paging }: CorrectedOperation,
	{ header, body }: AnswerParts,
	now: number,
	nextOffset?: number,
): AnswerParts {
	const tree = new Tree();
	tree.put([], toTheirs(answer, { header, body }, now));
	if (paging?.next !== undefined && nextOffset !== undefined)
		tree.put(
			pathOf(paging.next, []),
			paging.style === 'cursor' ? `after-${nextOffset}` : `?${LINKED}=after-${nextOffset}`,
		);
	const theirs = members(tree.value);
	return { header: members(theirs.header), body: theirs.body };
}

/** The parameter by which a simulator knows its own links. */
export const LINKED = 'pageToken';

type Query = Record<string, unknown>;

/** The contract's names of offset and limit; undefined for an operation without pages. */
function pagingNames({ query }: Operation): { offset: string; limit: string } | undefined {
	const wire = (name: string): string | undefined => {
		const field = query?.fields[name];
		return field === undefined ? undefined : typeof field === 'string' ? field : field.wire;
	};
	const [offset, limit] = [wire('offset'), wire('limit')];
	return offset === undefined || limit === undefined ? undefined : { offset, limit };
}

/** The most records of a page that begins at an offset: pages of one size begin at its multiples only. */
function pageSizeAt(offset: number, most: number): number {
	if (!(offset > 0) || !(most > 1) || !Number.isInteger(offset) || !Number.isInteger(most)) return most;
	let size = Math.min(most, offset);
	while (offset % size !== 0) size -= 1;
	return size;
}

/**
 * Records from an offset on, as a page that begins there: shorter than asked for where the numbers of pages demand
 * it.
 */
function pageQuery(operation: Operation, paging: CorrectedOperation['paging'], query: Query): Query {
	const names = pagingNames(operation);
	if (paging === undefined || names === undefined) return query;
	const { [names.offset]: offset, [names.limit]: limit, ...rest } = query;
	if (paging.style === 'none') return rest;
	const isLed = paging.next !== undefined;
	if (isLed && Number(offset ?? 0) > 0)
		throw new NoFormAtColt(['query', names.offset], 'Pages follow one another, and none can be asked for by itself');
	const most = Math.min(Number(limit ?? Number.POSITIVE_INFINITY), paging.largest ?? Number.POSITIVE_INFINITY);
	const size = paging.style === 'page' ? pageSizeAt(Number(offset ?? 0), most) : most;
	const sized = { ...rest, ...(Number.isFinite(size) && { [names.limit]: String(size) }) };
	if (offset === undefined || isLed) return sized;
	const first = paging.first ?? 1;
	const page = Number.isFinite(size) ? Math.floor(Number(offset) / size) + first : first;
	return { ...sized, [names.offset]: paging.style === 'page' ? String(page) : offset };
}

function offsetQuery(operation: Operation, paging: CorrectedOperation['paging'], query: Query): Query {
	const names = pagingNames(operation);
	if (paging?.next !== undefined && names !== undefined) {
		const { [paging.cursor ?? LINKED]: token, ...rest } = query;
		return token === undefined ? rest : { ...rest, [names.offset]: toText(token).replace('after-', '') };
	}
	if (paging?.style !== 'page' || names === undefined || query[names.offset] === undefined) return query;
	const offset = (Number(query[names.offset]) - (paging.first ?? 1)) * Number(query[names.limit] ?? 1);
	return { ...query, [names.offset]: String(Math.max(0, offset)) };
}
