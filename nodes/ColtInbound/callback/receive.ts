import type { INodeExecutionData, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { readOrder } from '../../shared/orders/record';
import { simplifiedEvent } from '../../shared/output/eventShape';
import { toEvent } from '../events/event';
import type { InboundEvent } from '../events/event';
import { admit } from './admit';
import { answer, refuse } from './answer';
import { readJson } from './callbackBody';
import { requestOf } from './callbackHttp';
import { toItem, toUnreadableItem } from './callbackItem';
import { lookUpOrder } from './lookUp';
import type { LookUp } from './lookUp';
import { memoryOf } from './eventMemory';
import { isTooDeep, readNotification, unreadable } from './notification';
import type { Notification, Unreadable } from './notification';
import { refusals } from './refusal';
import type { Refusal } from './refusal';
import { readCallbackSettings } from './callbackSettings';
import { RECEIVED, startWorkflow } from './startWorkflow';

type Callback = Notification | Unreadable;

const isRefusal = (value: object): value is Refusal => 'reason' in value;
const isUnreadable = (callback: Callback): callback is Unreadable => 'problem' in callback;

/** The callback, if its caller may deliver one and it is JSON. */
async function accept(context: IWebhookFunctions): Promise<Callback | Refusal> {
	const refused = await admit(context);
	if (refused !== undefined) return refused;
	const body = await readJson(requestOf(context));
	if (isRefusal(body)) return body;
	return isTooDeep(body.json) ? refusals.tooDeep : readNotification(body.json);
}

/** An order whose type or country is unknown passes: Colt does not document that it always names them. */
const admits = (wanted: readonly string[], value: string | undefined): boolean =>
	wanted.length === 0 || value === undefined || wanted.includes(value);

function isWanted(context: IWebhookFunctions, { event, order }: InboundEvent): boolean {
	const { events, orderTypes, countries } = readCallbackSettings(context);
	return events.includes(event) && admits(orderTypes, order.type) && admits(countries, order.country);
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

/** A callback whose only ID is not that of an order says nothing that can be read. */
const NOT_AN_ORDER = 'The only ID in it is not that of an order';

/**
 * Asks Colt about a callback in doubt: one that names an order alone means what the order's status says, and an ID that
 * may be the notification's own is the order's only if there is such an order.
 */
async function resolveDoubt(context: IWebhookFunctions, callback: Callback): Promise<Callback | Refusal> {
	if (!isUnreadable(callback)) {
		if (callback.isGuess === undefined) return callback;
		const found = await lookUp(context, callback.event.orderId);
		const isUnknown = found === refusals.unknownOrder || (found !== undefined && 'unknown' in found);
		return isUnknown ? unreadable(callback.raw, NOT_AN_ORDER) : callback;
	}
	if (callback.orderId === undefined) return callback;
	const found = await lookUp(context, callback.orderId);
	if (found === undefined) return callback;
	if (isRefusal(found)) return found;
	const decoded = 'details' in found ? (found.details.decoded as object | null) : null;
	const order = { ...decoded, id: callback.orderId };
	const seen = readOrder(order);
	return seen?.status === undefined ? callback : { event: toEvent(seen), order, raw: callback.raw };
}

function toWantedUnreadable(context: IWebhookFunctions, callback: Unreadable): INodeExecutionData | undefined {
	const { item, event } = toUnreadableItem(callback);
	const isDelivered = isWanted(context, event);
	const what = isDelivered
		? 'It starts the workflow as event "other".'
		: 'It is ignored: "Other" is not among the events.';
	const names = Object.keys(callback.raw ?? {})
		.slice(0, 20)
		.join(', ')
		.slice(0, 400);
	context.logger.warn(`A Colt callback could not be read: ${callback.problem}. ${what} Its members: ${names}`);
	return isDelivered ? item : undefined;
}

/** The item to start the workflow with; undefined when the node's settings leave its event out. */
async function toWantedItem(
	context: IWebhookFunctions,
	callback: Callback,
): Promise<INodeExecutionData | Refusal | undefined> {
	const item = await toWholeItem(context, callback);
	if (item === undefined || isRefusal(item) || !readCallbackSettings(context).isSimplified) return item;
	return { ...item, json: simplifiedEvent(item.json) };
}

async function toWholeItem(
	context: IWebhookFunctions,
	callback: Callback,
): Promise<INodeExecutionData | Refusal | undefined> {
	if (isUnreadable(callback)) return toWantedUnreadable(context, callback);
	const found = await lookUp(context, callback.event.orderId);
	if (found !== undefined && isRefusal(found)) return found;
	const { item, event } = toItem(callback, found);
	return isWanted(context, event) ? item : undefined;
}

/**
 * One callback: who calls, what it says, whether it was delivered before; then the workflow. A callback that starts
 * nothing is not remembered, so that a filter can be changed at any time.
 */
export async function receive(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const accepted = await accept(context);
	if (isRefusal(accepted)) return refuse(context, accepted);
	const callback = await resolveDoubt(context, accepted);
	if (isRefusal(callback)) return refuse(context, callback);
	// The test step can be given the same event again and again.
	if (context.getMode() === 'manual') return await receiveTest(context, callback);

	const memory = memoryOf(context.getWorkflow().id, context.getNode().id);
	const staticData = context.getWorkflowStaticData('node');
	memory.load(staticData);
	const claim = await memory.claim(isUnreadable(callback) ? callback.eventId : callback.event.eventId);
	if (claim === undefined) return answer(context, 200, { result: 'received before' });

	let item: INodeExecutionData | Refusal | undefined;
	try {
		item = await toWantedItem(context, callback);
	} finally {
		if (item === undefined || isRefusal(item)) claim.withdraw();
	}
	if (item === undefined) return answer(context, 200, RECEIVED);
	if (isRefusal(item)) return refuse(context, item);
	return startWorkflow(context, item, claim, () => memory.save(staticData));
}

async function receiveTest(context: IWebhookFunctions, callback: Callback): Promise<IWebhookResponseData> {
	const item = await toWantedItem(context, callback);
	if (item === undefined) return answer(context, 200, RECEIVED);
	if (isRefusal(item)) return refuse(context, item);
	return { workflowData: [[item]], webhookResponse: RECEIVED };
}
