import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { setTimeout as pause } from 'node:timers/promises';
import { ApiError, standardError } from './errors';
import type { Fault } from './faults';
import type { World } from './world';

/** What the hooks keep about a request while it is answered. */
export interface Noted {
	/** Simulator time of arrival, ISO 8601. */
	at: string;
	since: number;
	unknown: string[];
	fault?: Fault;
	/** What went wrong inside the simulator. */
	error?: unknown;
}

declare module 'fastify' {
	interface FastifyRequest {
		noted: Noted;
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
		const end = world.traffic.begin(request.raw.socket);
		// Comes after an answer and after a broken connection alike.
		reply.raw.once('close', () => {
			end();
			world.calls.add(callOf(request, reply));
		});
		const { latencyMs, rateLimitPerSecond, retryAfterSeconds } = world.settings;
		if (latencyMs > 0) await pause(latencyMs);
		if (rateLimitPerSecond > 0 && !limiter.allows(rateLimitPerSecond)) {
			if (retryAfterSeconds !== null) reply.header('retry-after', String(retryAfterSeconds));
			throw standardError(429);
		}
	});
	app.addHook('preHandler', async (request, reply) => {
		const operation = request.routeOptions.config.operation;
		const fault = operation === undefined ? undefined : world.faults.take(operation);
		request.noted.fault = fault;
		if (fault && fault.phase !== 'after') await strike(fault, request, reply);
	});
	app.addHook('preSerialization', async (request, reply, payload) => {
		const { fault } = request.noted;
		if (!fault || fault.phase !== 'after' || reply.statusCode >= 400) return payload;
		delete request.noted.fault;
		await strike(fault, request, reply);
		return payload;
	});
}

/** Delays, closes the connection, or throws the error of a fault. */
async function strike(fault: Fault, request: FastifyRequest, reply: FastifyReply): Promise<void> {
	if (fault.delayMs) await pause(fault.delayMs);
	if (fault.drop) {
		request.raw.socket.destroy();
		throw standardError(503);
	}
	if (fault.status === undefined) return;
	for (const [name, value] of Object.entries(fault.headers ?? {})) reply.header(name, value);
	const standard = standardError(fault.status, fault.message);
	throw fault.code ? new ApiError(fault.status, fault.code, standard.reason, standard.message) : standard;
}

function callOf(request: FastifyRequest, reply: FastifyReply): Parameters<World['calls']['add']>[0] {
	const { at, since, unknown } = request.noted;
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
		status: reply.raw.writableFinished ? reply.statusCode : 0,
		unknown,
		durationMs: Math.round(performance.now() - since),
	};
}

/** So many calls in any second. */
class RateLimiter {
	private times: number[] = [];

	allows(perSecond: number): boolean {
		const now = performance.now();
		this.times = this.times.filter((time) => time > now - 1_000);
		if (this.times.length >= perSecond) return false;
		this.times.push(now);
		return true;
	}
}
