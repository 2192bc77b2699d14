import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { setTimeout as pause } from 'node:timers/promises';
import { ApiError, standardError } from '../apiError';
import type { World } from '../world';
import type { PlannedFault } from './fault';
import { type AnswerBefore, corruptAnswer, isCorrupting } from './corruptAnswer';

/** The placeholder answer of a call that never took effect. */
const NOTHING: AnswerBefore = { status: 200, headers: {}, text: '{}' };

/** Applies waiting faults to calls, before or after the calls take effect. */
export function applyFaults(app: FastifyInstance, world: World): void {
	app.addHook('preHandler', async (request, reply) => {
		const { operation } = request.routeOptions.config;
		const fault = operation === undefined ? undefined : world.faults.take(operation);
		request.noted.fault = fault;
		if (fault?.phase === 'before') await applyFault(world, fault, request, reply, NOTHING);
	});
	app.addHook('preSerialization', async (request, reply, payload) => {
		const { fault } = request.noted;
		if (fault?.phase !== 'after' || request.noted.isFaulty || reply.statusCode >= 400) return payload;
		const isAnswered = await applyFault(world, fault, request, reply, {
			status: reply.statusCode,
			headers: reply.getHeaders(),
			text: JSON.stringify(payload),
		});
		// The framework must not send the answer as well; only a hook that never ends keeps it from that here.
		if (isAnswered) await new Promise<never>(() => undefined);
		return payload;
	});
}

/** Delays, throws the fault's error, or answers without the framework. @returns true if it has answered */
async function applyFault(
	world: World,
	fault: PlannedFault,
	request: FastifyRequest,
	reply: FastifyReply,
	answer: AnswerBefore,
): Promise<boolean> {
	request.noted.isFaulty = true;
	if (fault.delayMs) await pause(fault.delayMs);
	if (fault.kind === 'error') throw errorOf(fault, request, reply, world.clock.now());
	if (!isCorrupting(fault.kind)) return false;
	reply.hijack();
	// A slow answer is not awaited: it ends on its own or with its connection.
	void corruptAnswer(reply.raw, fault, answer).catch(() => reply.raw.destroy());
	return true;
}

function errorOf(fault: PlannedFault, request: FastifyRequest, reply: FastifyReply, now: number): ApiError {
	const { status = 500, code, message, headers = {}, retryAfter, retryAfterAs, echo } = fault;
	if (retryAfter !== undefined) {
		reply.header(
			'retry-after',
			retryAfterAs === 'date' ? new Date(now + retryAfter * 1_000).toUTCString() : String(retryAfter),
		);
	}
	for (const [name, value] of Object.entries(headers)) reply.header(name, value);
	const standard = standardError(status, message);
	const text = echo ? `${standard.message} (authorization: ${request.headers.authorization ?? ''})` : standard.message;
	return new ApiError(status, code ?? standard.code, standard.reason, text);
}
