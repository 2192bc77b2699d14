import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { requestOf, responseOf } from './callbackHttp';
import type { Refusal } from './refusal';

/** Answers a callback and starts nothing. */
export function answer(
	context: IWebhookFunctions,
	status: number,
	payload: object,
	headers: Record<string, string> = {},
): IWebhookResponseData {
	const response = responseOf(context);
	response.writeHead(status, {
		'content-type': 'application/json; charset=utf-8',
		'cache-control': 'no-store',
		...headers,
	});
	response.end(JSON.stringify(payload));
	return { noWebhookResponse: true };
}

/** Refuses a callback, with a line in n8n's log. */
export function refuse(context: IWebhookFunctions, { status, headers, ...payload }: Refusal): IWebhookResponseData {
	const { ip } = requestOf(context);
	context.logger.warn(`A Colt callback from ${String(ip)} was refused with ${status}: ${payload.message}`);
	return answer(context, status, payload, headers);
}
