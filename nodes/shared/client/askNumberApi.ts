import { randomUUID } from 'node:crypto';

import { encodeHeaders, pathFor } from '../contract/codec';
import { wholesaleSip } from '../contract/wire.generated';
import { ColtError } from '../errors/problem';
import type { Send } from './http';
import { networkProblem } from './networkProblem';
import { readResponse } from './readResponse';
import type { ReadResponse } from './readResponse';
import { secretForms } from './redact';
import { newTrackingId } from './trackingId';

/** The number API's answer to a question that has no effect. */
export interface NumberApiAnswer {
	url: string;
	trackingId: string;
	response: ReadResponse;
}

/**
 * Asks for an order that cannot exist. It uses documented names only and costs nothing: 404 or 400 shows that the number API
 * takes the token, 401 and 403 say why not.
 * @throws ColtError when there is no answer
 */
export async function askNumberApi(
	origin: string,
	send: Send,
	token: string,
	{ secrets = [], timeoutMs }: { secrets?: readonly string[]; timeoutMs?: number } = {},
): Promise<NumberApiAnswer> {
	const trackingId = newTrackingId();
	const operation = wholesaleSip.operations.getOrder;
	const url = origin + wholesaleSip.basePath + pathFor(operation, { orderId: randomUUID() });
	const headers = {
		accept: 'application/json',
		authorization: `Bearer ${token}`,
		...encodeHeaders(operation, { trackingId }),
	};
	const forms = secretForms([token, ...secrets]);
	const response = await send({
		method: operation.method,
		url,
		headers,
		...(timeoutMs !== undefined && { timeoutMs }),
	}).catch((error: unknown) => {
		throw new ColtError(networkProblem(error, { trackingId, effect: 'read', url, forms }));
	});
	return { url, trackingId, response: readResponse(response, forms) };
}
