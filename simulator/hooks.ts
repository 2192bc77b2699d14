import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { setTimeout as pause } from 'node:timers/promises';
import { standardError } from './apiError';
import type { PlannedFault } from './faults/fault';
import { applyFaults } from './faults/applyFaults';
import { RateLimiter } from './rateLimiter';
import type { World } from './world';

/** What the hooks keep about a request while it is answered. */
export interface RequestNotes {
	/** Simulator time of arrival, ISO 8601. */
	at: string;
	since: number;
	unknown: string[];
	/** The call's fault, and whether it has match. */
	fault?: PlannedFault;
	isFaulty?: boolean;
	/** The operation was carried out, whatever became of its answer. */
	carriedOut?: boolean;
	/** What went wrong inside the simulator. */
	error?: unknown;
}

declare module 'fastify' {
	interface FastifyRequest {
		noted: RequestNotes;
	}
	interface FastifyContextConfig {
		/** API and operation of the route. */
		operation?: string;
	}
}

const isControl = (request: FastifyRequest): boolean => request.url.startsWith('/_control');

/** Counts, delays, logs and disturbs the calls of the APIs; the control API is left alone. */
export function watchTraffic(app: FastifyInstance, world: World): void {
	app.decorateRequest('noted');
	const limiter = new RateLimiter();
	app.addHook('onRequest', async (request, reply) => {
		request.noted = { at: world.clock.iso(), since: performance.now(), unknown: [] };
		if (isControl(request)) return;
		// Colt's clock is the simulator's, in its answers too.
		reply.raw.setHeader('date', new Date(world.clock.now()).toUTCString());
		const end = world.traffic.begin(request.raw.socket);
		// Comes after an answer and after a broken connection alike.
		reply.raw.once('close', () => {
			end();
			world.calls.add(callOf(request, reply));
		});
		const { latencyMs, retryAfterSeconds } = world.settings;
		if (latencyMs > 0) await pause(latencyMs);
		if (!limiter.allows(world.settings)) {
			if (retryAfterSeconds !== null) reply.header('retry-after', String(retryAfterSeconds));
			throw standardError(429);
		}
	});
	applyFaults(app, world);
}

function callOf(request: FastifyRequest, reply: FastifyReply): Parameters<World['calls']['add']>[0] {
	const { at, since, unknown, fault, isFaulty, carriedOut } = request.noted;
	const trackingId = request.headers['x-tracking-id'];
	return {
		at,
		method: request.method,
		path: request.url.split('?')[0] ?? '',
		query: { ...(request.query as object) },
		headers: { ...request.headers },
		...(request.body !== undefined && request.body !== null && { body: request.body }),
		operation: request.routeOptions.config.operation ?? null,
		trackingId: typeof trackingId === 'string' ? trackingId : null,
		status: reply.raw.writableFinished ? reply.raw.statusCode : 0,
		carriedOut: carriedOut === true,
		fault:
			fault && isFaulty ? `${fault.kind}${fault.status === undefined ? '' : ` ${fault.status}`} ${fault.phase}` : null,
		unknown,
		durationMs: Math.round(performance.now() - since),
	};
}
