import type { Operation } from '../contract/table';
import type { CorrectedOperation } from './compile';
import { toOurs, toTheirs } from './rewrite';
import { Tree, isObject, pathOf } from './tree';

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
 * @throws NoFormAtColt for what Colt has no form for
 */
export function correctRequest(
	operation: Operation,
	{ method, path: template, request, always, paging }: CorrectedOperation,
	parts: RequestParts,
	now: number,
): RequestParts {
	const { path, query, header, body } = parts;
	const whole = {
		path,
		query: pageQuery(operation, paging, query),
		header,
		...(body !== undefined && { body }),
	};
	const tree = new Tree();
	tree.put([], toTheirs(request, whole, now));
	for (const { place, value } of always) tree.putIfAbsent(pathOf(place, []), value);
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

/** An answer of Colt's in the contract's names; one that is not of Colt's corrected form stays as it is. */
export function correctAnswer({ answer }: CorrectedOperation, { header, body }: AnswerParts, now: number): AnswerParts {
	const ours = members(toOurs(answer, { header, body }, now));
	return { header: members(ours.header), body: 'body' in ours ? ours.body : body };
}

/** An answer in the contract's names as Colt has it: what a simulator that speaks the corrections answers. */
export function writeCorrectedAnswer(
	{ answer }: CorrectedOperation,
	{ header, body }: AnswerParts,
	now: number,
): AnswerParts {
	const theirs = members(toTheirs(answer, { header, body }, now));
	return { header: members(theirs.header), body: theirs.body };
}

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
	const most = Math.min(Number(limit ?? Number.POSITIVE_INFINITY), paging.largest ?? Number.POSITIVE_INFINITY);
	const size = paging.style === 'page' ? pageSizeAt(Number(offset ?? 0), most) : most;
	const sized = { ...rest, ...(Number.isFinite(size) && { [names.limit]: String(size) }) };
	if (offset === undefined) return sized;
	const first = paging.first ?? 1;
	const page = Number.isFinite(size) ? Math.floor(Number(offset) / size) + first : first;
	return { ...sized, [names.offset]: paging.style === 'page' ? String(page) : offset };
}

function offsetQuery(operation: Operation, paging: CorrectedOperation['paging'], query: Query): Query {
	const names = pagingNames(operation);
	if (paging?.style !== 'page' || names === undefined || query[names.offset] === undefined) return query;
	const offset = (Number(query[names.offset]) - (paging.first ?? 1)) * Number(query[names.limit] ?? 1);
	return { ...query, [names.offset]: String(Math.max(0, offset)) };
}
