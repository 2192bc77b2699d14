import { randomUUID } from 'node:crypto';

import type { Corrections } from '../corrections/compile';
import { wholesaleSip } from '../contract/wire.generated';
import { ColtError } from '../errors/problem';
import { encode } from './encodeCall';
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
 * Asks for an order that cannot exist. It uses documented names only and costs nothing: 404 or 400 shows that the
 * number API takes the token, 401 and 403 say why not.
 * @throws ColtError when there is no answer
 */
export async function askNumberApi(
	origin: string,
	send: Send,
	token: string,
	{
		secrets = [],
		timeoutMs,
		corrections,
	}: { secrets?: readonly string[]; timeoutMs?: number; corrections?: Corrections } = {},
): Promise<NumberApiAnswer> {
	const trackingId = newTrackingId();
	const operation = wholesaleSip.operations.getOrder;
	const request = encode(
		origin + wholesaleSip.basePath,
		{ operation, request: { path: { orderId: randomUUID() } }, trackingId },
		corrections?.get(operation.id),
	);
	const { url } = request;
	const forms = secretForms([token, ...secrets]);
	const response = await send({
		...request,
		headers: { ...request.headers, authorization: `Bearer ${token}` },
		...(timeoutMs !== undefined && { timeoutMs }),
	}).catch((error: unknown) => {
		throw new ColtError(networkProblem(error, { trackingId, effect: 'read', url, forms }));
	});
	return { url, trackingId, response: readResponse(response, forms) };
}
