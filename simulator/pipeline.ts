import type { FastifyInstance, FastifyReply } from 'fastify';
import { writeCorrectedAnswer } from '../nodes/shared/corrections/apply';
import type { Corrections } from '../nodes/shared/corrections/compile';
import { decodeBody, decodeQuery, encodeResponse } from '../nodes/shared/contract/codec';
import { wireOf } from '../nodes/shared/contract/encode';
import type { ApiTable, Operation } from '../nodes/shared/contract/table';
import type { CountryCode } from '../nodes/shared/lifecycle/countries';
import type { ContractCheck } from './contractValidation';
import { absentNames } from './absentNames';
import { inForm } from './answerForm';
import { schemaError, standardError } from './apiError';
import { queryOf } from './filters';
import { readIncoming } from './incoming';
import type { Incoming } from './incoming';
import { unknownNames } from './naming';
import type { Answer, Request } from './operation';
import type { Store, World } from './world';

/** Any operation's behaviour; the typed handlers fit it because the contract has checked the request. */
export type AnyHandler = (request: Request<never, never>) => Answer<unknown>;

export interface Api {
	name: string;
	table: ApiTable;
	check: ContractCheck;
	/** The numbers and orders its handlers work on. */
	store: Store;
	handlers: Readonly<Record<string, AnyHandler | undefined>>;
	/** Names that it speaks in place of the contract's. */
	corrections?: Corrections;
}

const TRACKING_ID = /^[a-zA-Z0-9_.~:@-]{1,255}$/;

/** Registers every operation of an API that has a behaviour. */
export function registerApi(app: FastifyInstance, world: World, api: Api): void {
	for (const operation of Object.values(api.table.operations)) {
		const handler = api.handlers[operation.id];
		if (!handler || !operation.path) continue;
		const correction = api.corrections?.get(operation.id);
		app.route({
			method: correction?.method ?? operation.method,
			url: api.table.basePath + (correction?.path ?? operation.path).replace(/\{([^}]+)\}/g, ':$1'),
			config: { operation: `${api.name}.${operation.id}` },
			exposeHeadRoute: false,
			handler: async (request, reply) => {
				const incoming = readIncoming(request, operation, correction, api.table.basePath, world.clock.now());
				const trackingId = await admit(world, operation, incoming);
				const unknown = [
					...unknownNames(operation.query, incoming.query, 'query'),
					...unknownNames(operation.body, incoming.body, 'body'),
				];
				request.noted.unknown = unknown;
				checkRequest(api, operation, incoming);
				const answer = handler({
					world,
					store: api.store,
					operation,
					operations: api.table.operations,
					trackingId,
					params: incoming.params,
					query: queryOf(world.settings, operation, incoming.query),
					body: decodeBody(operation, incoming.body ?? {}),
				} as unknown as Request<never, never>);
				request.noted.carriedOut = true;
				return send(world, api, operation, answer, reply, incoming.query);
			},
		});
	}
}

/** Tracking id, authentication, permission, rate: what Colt's gateway looks at before the request itself. */
async function admit(world: World, operation: Operation, request: Incoming): Promise<string> {
	const trackingId = request.headers['x-tracking-id'];
	if (trackingId === undefined) throw schemaError('The request is missing APIGWTrackingId.');
	if (typeof trackingId !== 'string' || !TRACKING_ID.test(trackingId))
		throw schemaError('x-tracking-id does not match the pattern.');
	const { accept } = request.headers;
	if (typeof accept === 'string' && accept !== '' && !/\*\/\*|application\/(\*|json)/i.test(accept))
		throw standardError(406);
	const { settings } = world;
	const { authorization } = request.headers;
	await world.tokens.check(authorization as string | undefined, countryOf(operation, request), settings.countries);
	if (settings.suspended || (operation.restricted && !settings.restricted)) throw standardError(403);
	return trackingId;
}

/** Country of a request, from its body or query; it decides which application may call (401/004). */
function countryOf(operation: Operation, request: Incoming): CountryCode | undefined {
	const body = decodeBody(operation, request.body ?? {}) as {
		relatedParty?: { reseller?: { country?: unknown } };
	} | null;
	const query = decodeQuery(operation, request.query) as { country?: unknown };
	const country = body?.relatedParty?.reseller?.country ?? query.country;
	return typeof country === 'string' ? (country as CountryCode) : undefined;
}

function checkRequest(api: Api, operation: Operation, request: Incoming): void {
	if (operation.method === 'POST' && request.body === undefined) throw schemaError('The request body is missing.');
	const checked = {
		method: operation.method,
		path: request.path,
		headers: request.headers as Record<string, string>,
		query: request.query as Record<string, string>,
		body: request.body,
	};
	const correction = api.corrections?.get(operation.id);
	const problem = api.check.request(operation.id, checked, correction && absentNames(operation, correction));
	if (problem) throw schemaError(problem);
}

function send(
	world: World,
	api: Api,
	operation: Operation,
	answer: Answer<unknown>,
	reply: FastifyReply,
	query: Incoming['query'],
): unknown {
	const wire: unknown = JSON.parse(JSON.stringify(encodeResponse(operation, answer.body)));
	const problem = api.check.response(operation.id, 200, wire);
	if (problem) {
		world.violations.push(`${api.name}.${operation.id}: ${problem}`);
		throw standardError(500, `The answer contradicts the contract: ${problem}`);
	}
	const counts: Readonly<Record<string, number>> = { ...answer.paging };
	const header: Record<string, unknown> = {};
	for (const [name, field] of Object.entries(operation.responseHeaders?.fields ?? {})) {
		if (name === 'totalCount' && world.settings.hideTotal) continue;
		if (counts[name] !== undefined) header[wireOf(field)] = counts[name];
	}
	const ours = { header, body: inForm(world.settings, operation.response, wire) };
	const correction = api.corrections?.get(operation.id);
	const sent =
		correction === undefined
			? ours
			: writeCorrectedAnswer(correction, ours, world.clock.now(), nextOffset(operation, answer, query));
	return reply.headers(sent.header as Record<string, string>).send(sent.body);
}

/** Where the page after an answer begins; undefined after the last. */
function nextOffset(operation: Operation, { paging }: Answer<unknown>, query: Incoming['query']): number | undefined {
	if (paging === undefined) return undefined;
	const { offset = 0 } = decodeQuery(operation, query) as { offset?: unknown };
	const next = Number(offset) + paging.resultCount;
	return next < paging.totalCount ? next : undefined;
}
