import type { IDataObject, INodeExecutionData, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { toProblem } from '../../shared/errors/present';
import { readOrder } from '../../shared/orders/record';
import type { SeenOrder } from '../../shared/orders/record';
import { toEventItem } from '../events/event';
import { entriesOf, isWithin, parseBlock } from './addresses';
import { authenticate } from './authenticate';
import { readJson } from './body';
import { requestOf, responseOf } from './http';
import { lookUpOrder } from './lookUp';
import type { LookUp } from './lookUp';
import { memoryOf } from './memory';
import type { Claim } from './memory';
import { readNotification } from './notification';
import type { Notification } from './notification';
import { refusals } from './refusal';
import type { Refusal } from './refusal';
import { readSecret } from './secret';
import { readCallbackSettings } from './settings';

const RECEIVED = { result: 'received' };

/** Whether the caller is somebody who may start the workflow. What is not set up lets nobody in. */
async function admit(context: IWebhookFunctions): Promise<Refusal | undefined> {
	const { ip, headers } = requestOf(context);
	try {
		const entries = entriesOf(readCallbackSettings(context).allowedAddresses);
		const blocks = entries.map(parseBlock).filter((block) => block !== undefined);
		// `ip` is the caller as far as n8n trusts the proxies before it; `ips` may hold what the caller made up.
		if (entries.length > 0 && !isWithin(ip, blocks)) return refusals.address;
		return await authenticate(headers, readSecret(await context.getCredentials('coltCallbackApi')));
	} catch (error) {
		context.logger.error(`Colt callbacks are refused until the trigger is put right: ${toProblem(error).message}`);
		return refusals.notSetUp;
	}
}

const isRefusal = (value: object): value is Refusal => 'reason' in value;

/** The callback, if it comes from the right caller and is one. */
async function accept(context: IWebhookFunctions): Promise<Notification | Refusal> {
	const refused = await admit(context);
	if (refused !== undefined) return refused;
	const body = await readJson(requestOf(context));
	if (isRefusal(body)) return body;
	const notification = readNotification(body.json);
	return typeof notification === 'string' ? refusals.contract(notification) : notification;
}

/** Colt does not document that it names an order's type and country everywhere: an order without them is let through. */
const admits = (wanted: readonly string[], value: string | undefined): boolean =>
	wanted.length === 0 || value === undefined || wanted.includes(value);

function isWanted(
	context: IWebhookFunctions,
	{ event, order }: Pick<Notification['event'], 'event' | 'order'>,
): boolean {
	const { events, orderTypes, countries } = readCallbackSettings(context);
	return events.includes(event) && admits(orderTypes, order.type) && admits(countries, order.country);
}

/** What the callback says of the order, completed by what the order itself says; the event's status stays. */
function completed(
	{ event, order }: Notification,
	found: LookUp | undefined,
): { order: Record<string, unknown>; seen: SeenOrder } {
	const details =
		found !== undefined && 'details' in found ? (found.details.decoded as Record<string, unknown> | null) : undefined;
	const all = { ...order, ...details, id: event.orderId };
	const { status, isFinal } = event.order;
	const seen = readOrder(all) ?? event.order;
	return { order: all, seen: { ...seen, isFinal, ...(status !== undefined && { status }) } };
}

function toItem(
	notification: Notification,
	found: LookUp | undefined,
): { item: INodeExecutionData; event: Notification['event'] } {
	const { order, seen } = completed(notification, found);
	const event = { ...notification.event, order: seen };
	const { json } = toEventItem(event, { decoded: order, raw: notification.raw }, 'callback', new Date().toISOString());
	const { notificationId, notifiedAt } = notification;
	const told =
		found !== undefined && 'details' in found
			? { rawOrder: found.details.raw as IDataObject, trackingId: found.details.trackingId }
			: {};
	const detailsError =
		found !== undefined && 'error' in found
			? { detailsError: found.error }
			: found !== undefined && 'unknown' in found
				? { detailsError: 'Colt does not know the order' }
				: {};
	return {
		event,
		item: {
			json: {
				...json,
				...(notificationId !== undefined && { notificationId }),
				...(notifiedAt !== undefined && { notifiedAt }),
				...told,
				...detailsError,
			},
		},
	};
}

/** Looks the order up as the node is set. @returns why the callback is refused, if it is */
async function lookUp(context: IWebhookFunctions, orderId: string): Promise<LookUp | Refusal | undefined> {
	const { lookUp: mode } = readCallbackSettings(context);
	if (mode === 'none') return undefined;
	const found = await lookUpOrder(context, orderId);
	if (mode === 'details' || 'details' in found) return found;
	if ('unknown' in found) return refusals.unknownOrder;
	context.logger.warn(`A Colt callback could not be verified: ${found.error}`);
	return refusals.notVerified;
}

/** Answers by itself and starts nothing. */
function answer(
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

function refuse(context: IWebhookFunctions, { status, headers, ...payload }: Refusal): IWebhookResponseData {
	const { ip } = requestOf(context);
	context.logger.warn(`A Colt callback from ${String(ip)} was refused with ${status}: ${payload.message}`);
	return answer(context, status, payload, headers);
}

/**
 * n8n answers once the execution exists, or with an error if it could not be made. A caller that has hung up before
 * says nothing about the execution: it counts as made, because n8n goes on.
 */
function settleWith(context: IWebhookFunctions, claim: Claim): void {
	const response = responseOf(context);
	if (response.destroyed === true) return claim.confirm();
	response.once('finish', () => (response.statusCode < 400 ? claim.confirm() : claim.withdraw()));
	response.once('close', () => claim.confirm());
}

async function tell(context: IWebhookFunctions, notification: Notification): Promise<IWebhookResponseData> {
	const found = await lookUp(context, notification.event.orderId);
	if (found !== undefined && isRefusal(found)) return refuse(context, found);
	const { item, event } = toItem(notification, found);
	if (!isWanted(context, event)) return answer(context, 200, RECEIVED);
	return { workflowData: [[item]], webhookResponse: RECEIVED };
}

/**
 * n8n wraps the workflow's static data anew for the execution and takes it for unchanged from then on, so what was put
 * into it before is not saved. It reads the answer's body after that and before it saves: the memory is handed over then.
 */
function savingLate(result: IWebhookResponseData, keep: () => void): IWebhookResponseData {
	return Object.defineProperty(result, 'webhookResponse', {
		enumerable: true,
		get: () => {
			keep();
			return RECEIVED;
		},
	});
}

/**
 * One callback: who calls, what it says, whether it was told before; then the workflow. Nothing is remembered of a
 * callback that starts nothing, so a filter can be changed at any time.
 */
export async function receive(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const notification = await accept(context);
	if (isRefusal(notification)) return refuse(context, notification);
	// The test step can be fed the same event again and again.
	if (context.getMode() === 'manual') return await tell(context, notification);
	const memory = memoryOf(context.getWorkflow().id, context.getNode().id);
	const kept = context.getWorkflowStaticData('node');
	memory.learn(kept);
	const { eventId } = notification.event;
	const claim = await memory.claim(eventId);
	if (claim === undefined) return answer(context, 200, { result: 'received before' });
	let result: IWebhookResponseData = { noWebhookResponse: true };
	try {
		result = await tell(context, notification);
	} finally {
		if (result.workflowData === undefined) claim.withdraw();
	}
	if (result.workflowData === undefined) return result;
	settleWith(context, claim);
	memory.keep(kept, eventId);
	return savingLate(result, () => memory.keepMade(kept, eventId));
}
