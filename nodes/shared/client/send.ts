import type { IHttpRequestOptions } from 'n8n-workflow';

import { toWireResponse } from './http';
import type { Send, WireRequest } from './http';

const TIMEOUT_MS = 120_000;

/** n8n's request options for one of our requests: any status is an answer, redirects are not followed. */
export function toHttpRequestOptions(request: WireRequest): IHttpRequestOptions {
	return {
		method: request.method,
		url: request.url,
		headers: { ...request.headers },
		...(request.body !== undefined && { body: request.body }),
		encoding: 'text',
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		disableFollowRedirect: true,
		timeout: request.timeoutMs ?? TIMEOUT_MS,
	};
}

/** Sends through n8n's own helper, so that its proxy and egress rules apply. */
export const sendWith =
	(httpRequest: (options: IHttpRequestOptions) => Promise<unknown>): Send =>
	async (request) =>
		toWireResponse((await httpRequest(toHttpRequestOptions(request))) as { statusCode: number });
