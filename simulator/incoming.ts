import type { FastifyRequest } from 'fastify';
import { LINKED, correctRequest, readCorrectedRequest } from '../nodes/shared/corrections/apply';
import type { CorrectedOperation } from '../nodes/shared/corrections/compile';
import type { Operation } from '../nodes/shared/contract/table';
import { withAbsentNames } from './absentNames';
import { schemaError } from './apiError';

type Json = Record<string, unknown>;

/** A request in the contract's names. */
export interface Incoming {
	/** Below the base path of the API, without the query. */
	path: string;
	params: Record<string, string>;
	query: Json;
	headers: Record<string, string | string[] | undefined>;
	body: unknown;
}

/**
 * A request in the contract's names, whatever names the simulator speaks.
 * @throws ApiError for a name that the corrections do not have there
 */
export function readIncoming(
	request: FastifyRequest,
	operation: Operation,
	correction: CorrectedOperation | undefined,
	basePath: string,
	now: number,
): Incoming {
	const { headers, body } = request;
	const own = { path: request.params as Json, query: { ...(request.query as Json) }, header: { ...headers } };
	const path = request.url.slice(basePath.length).split('?')[0] ?? '';
	if (correction === undefined)
		return { path, params: own.path as Record<string, string>, query: own.query, headers, body };
	const theirs = { ...own, ...(body !== undefined && body !== null && { body }) };
	const ours = readCorrectedRequest(operation, correction, theirs, now);
	demandCorrectedNames(operation, correction, theirs, ours, now);
	const params = ours.path as Record<string, string>;
	return {
		path: operation.path.replace(/\{([^}]+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? '')),
		params,
		query: ours.query,
		headers: ours.header as Incoming['headers'],
		body: withAbsentNames(operation, correction, ours.body),
	};
}

/** What is not there any more when the request is written again was in none of the names that are spoken here. */
function demandCorrectedNames(
	operation: Operation,
	correction: CorrectedOperation,
	{ query, body }: { query: Json; body?: unknown },
	ours: Pick<Parameters<typeof correctRequest>[2], 'path' | 'query' | 'header' | 'body'>,
	now: number,
): void {
	const { method, path: template } = operation;
	const again = correctRequest(
		operation,
		correction,
		{ method, template, ...ours, query: asked(correction, ours.query) },
		now,
	);
	const leads = [correction.paging?.cursor ?? LINKED].map((name) => `query.${name}`);
	const known = new Set([
		...leavesOf({ query: again.query, body: again.body }),
		...(correction.paging?.next ? leads : []),
	]);
	const unknown = leavesOf({ query, body }).find((leaf) => !known.has(leaf));
	if (unknown !== undefined) throw schemaError(`The field ${unknown} is not expected.`);
}

/** Pages that lead to one another are not asked for by their offset. */
const asked = ({ paging }: CorrectedOperation, { offset, ...query }: Json): Json =>
	paging?.next === undefined && offset !== undefined ? { ...query, offset } : query;

function leavesOf(value: unknown, place = ''): string[] {
	if (typeof value !== 'object' || value === null) return value === undefined ? [] : [place];
	return Object.entries(value).flatMap(([name, inner]) => leavesOf(inner, place === '' ? name : `${place}.${name}`));
}
