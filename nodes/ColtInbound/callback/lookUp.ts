import type { IWebhookFunctions } from 'n8n-workflow';

import { bounded } from '../../shared/client/bounded';
import type { Answer } from '../../shared/client/client';
import { connect } from '../../shared/client/connect';
import { newTrackingId } from '../../shared/client/trackingId';
import { inbound } from '../../shared/contract/wire.generated';
import { toProblem } from '../../shared/errors/present';

/** The result of a look-up. */
export type LookUp = { details: Answer } | { unknown: true } | { error: string };

/** Colt waits for the answer to its callback; for how long is not documented. */
const LONGEST_MS = 5_000;

const UNKNOWN_ORDER = 404;

async function read(
	context: IWebhookFunctions,
	orderId: string,
	trackingId: string,
	signal: AbortSignal,
): Promise<LookUp> {
	try {
		const { client } = await connect(context, inbound, signal);
		return {
			details: await client.call({
				operation: inbound.operations.getOrder,
				request: { path: { orderId } },
				trackingId,
			}),
		};
	} catch (error) {
		const { message, remedy, httpStatus } = toProblem(error);
		return httpStatus === UNKNOWN_ORDER
			? { unknown: true }
			: { error: `${message}. ${remedy} (tracking ID ${trackingId})` };
	}
}

/**
 * Gets an order from Colt with the node's credential. Never throws, and never takes longer than 5 seconds. A call that
 * that is no longer needed is not made, so that a burst of callbacks does not use up Colt's rate limit.
 */
export async function lookUpOrder(context: IWebhookFunctions, orderId: string): Promise<LookUp> {
	const trackingId = newTrackingId();
	try {
		return await bounded(async (signal) => await read(context, orderId, trackingId, signal), LONGEST_MS, undefined);
	} catch {
		return { error: `Colt did not return the order within ${LONGEST_MS / 1_000} seconds (tracking ID ${trackingId})` };
	}
}
