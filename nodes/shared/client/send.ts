import type { IHttpRequestOptions } from 'n8n-workflow';

import { bounded } from './bounded';
import { headersOf } from './http';
import type { Send, WireRequest } from './http';
import { limitsFor } from './limits';
import type { Limits } from './limits';
import { readBody } from './readBody';

/**
 * n8n's request options for one of our requests: any status is an answer, redirects are not followed, the body comes
 * as a stream so that we end it. n8n's `timeout` runs from the start to the answer's headers; the agent's is on the
 * socket while it connects.
 */
export function toHttpRequestOptions(
	request: WireRequest,
	limits: Limits,
	abortSignal?: AbortSignal,
): IHttpRequestOptions {
	return {
		method: request.method,
		url: request.url,
		headers: { ...request.headers },
		...(request.body !== undefined && { body: request.body }),
		encoding: 'stream',
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		disableFollowRedirect: true,
		timeout: limits.responseMs,
		agentOptions: { timeout: limits.connectMs },
		...(abortSignal !== undefined && { abortSignal }),
	};
}

/** A way of sending that ends with the limits and with the execution. */
export interface SendSettings {
	limits?: Limits;
	/** Fires when the execution is stopped. */
	cancel?: AbortSignal | undefined;
}

/** Sends through n8n's own helper, so that its proxy and egress rules apply. */
export const sendWith =
	(
		httpRequest: (options: IHttpRequestOptions) => Promise<unknown>,
		{ limits = limitsFor(), cancel }: SendSettings = {},
	): Send =>
	async (request) => {
		const own =
			request.timeoutMs === undefined
				? limits
				: { ...limits, ...limitsFor(Math.min(request.timeoutMs, limits.totalMs)), bytes: limits.bytes };
		return await bounded(
			async (signal) => {
				const full = (await httpRequest(toHttpRequestOptions(request, own, signal))) as {
					statusCode: number;
					headers?: unknown;
					body?: unknown;
				};
				const headers = headersOf(full.headers);
				return {
					status: full.statusCode,
					headers,
					text: await readBody(full.body, own.bytes, headers['content-type']),
				};
			},
			own.totalMs,
			cancel,
		);
	};
