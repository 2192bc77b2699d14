import type { IWebhookFunctions } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';

import type { Answer } from '../../shared/client/client';
import { connect } from '../../shared/client/connect';
import { newTrackingId } from '../../shared/client/trackingId';
import { inbound } from '../../shared/contract/wire.generated';
import { toProblem } from '../../shared/errors/present';

/** What reading an order came to. */
export type LookUp = { details: Answer } | { unknown: true } | { error: string };

/** Colt's caller waits for our answer, and for how long is not documented. */
const LONGEST_MS = 5_000;

const UNKNOWN_ORDER = 404;

async function read(context: IWebhookFunctions, orderId: string, trackingId: string): Promise<LookUp> {
	try {
		const { client } = await connect(context, inbound);
		return { details: await client.call({ operation: inbound.operations.getOrder, request: { path: { orderId } }, trackingId }) };
	} catch (error) {
		const { message, remedy, httpStatus } = toProblem(error);
		return httpStatus === UNKNOWN_ORDER ? { unknown: true } : { error: `${message}. ${remedy} (tracking ID ${trackingId})` };
	}
}

/** Reads an order at Colt with the node's credential. Never throws, and never takes longer than 5 seconds. */
export async function lookUpOrder(context: IWebhookFunctions, orderId: string): Promise<LookUp> {
	const trackingId = newTrackingId();
	const late = sleep(LONGEST_MS).then((): LookUp => ({ error: `Colt had not told the order after ${LONGEST_MS / 1_000} seconds (tracking ID ${trackingId})` }));
	return await Promise.race([read(context, orderId, trackingId), late]);
}
