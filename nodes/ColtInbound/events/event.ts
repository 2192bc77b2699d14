import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { ListRecord } from '../../shared/client/pages';
import { sameStatus } from '../../shared/lifecycle/orderStatus';
import { meaningOf, toItem } from '../../shared/orders/eventItem';
import type { SeenOrder } from '../../shared/orders/record';
import { eventSpelt } from './spelling';
import type { DocumentedEvent } from './spelling';

/** What document 002 says Colt calls for, and `other` for what it does not name. */
export type InboundEventName = DocumentedEvent | 'other';

/** An event that a callback names. */
export interface NamedEvent {
	event: InboundEventName;
	/** Colt's own words for an event without a name here. */
	said?: string;
}

/** How an event was learned of. */
export type EventSource = 'callback' | 'orderLookUp';

/** An event of an inbound order, whichever way it was learned of. */
export interface InboundEvent {
	/** The same for the callback and for the order read by its id. */
	eventId: string;
	event: InboundEventName;
	orderId: string;
	status: string;
	order: SeenOrder;
}

/** The status an order has when a callback names the event alone (document 000, ordinary orders). */
const STATUS: Record<DocumentedEvent, string> = {
	raised: 'In progress',
	completed: 'Completed',
	failed: 'Failed with error',
};

/** What an order's status says has happened to it. */
export function eventOfStatus(order: Pick<SeenOrder, 'status' | 'type'>): InboundEventName {
	const { group, isFinal } = meaningOf(order);
	if (group === 'unknown') return eventSpelt(order.status ?? '') ?? 'other';
	if (isFinal) return group === 'succeeded' ? 'completed' : 'failed';
	return group === 'in progress' ? 'raised' : 'other';
}

/**
 * The id of an event follows from what a callback and the order itself both tell: order and event. An event without a
 * name of its own is told apart by what it says.
 * @param said Colt's words for the event or, without them, the status
 */
function eventIdOf(orderId: string, event: InboundEventName, said: string): string {
	const detail = said
		.trim()
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, '-')
		.slice(0, 80);
	return event === 'other' && detail !== '' ? `${orderId}:other:${detail}` : `${orderId}:${event}`;
}

/**
 * The event an order has come to.
 * @param named the event's name if Colt has told it; it counts more than the status, which may have gone on since
 */
export function toEvent(order: SeenOrder, named?: NamedEvent): InboundEvent {
	const ofStatus = eventOfStatus(order);
	const event = named?.event ?? ofStatus;
	const status =
		order.status !== undefined && (event === 'other' || event === ofStatus)
			? order.status
			: event === 'other'
				? ''
				: STATUS[event];
	// What a status means is known of the documented spelling.
	const documented = event !== 'other' && meaningOf({ ...order, status }).group === 'unknown' ? STATUS[event] : status;
	const isSame = order.status !== undefined && sameStatus(order.status, documented);
	const told: SeenOrder = isSame
		? order
		: { ...order, status: documented, isFinal: meaningOf({ ...order, status: documented }).isFinal };
	return { eventId: eventIdOf(order.id, event, named?.said ?? status), event, orderId: order.id, status, order: told };
}

/** An event as the workflow gets it: the shape of the order trigger's items, and how the event was learned of. */
export function toEventItem(
	event: InboundEvent,
	record: ListRecord,
	source: EventSource,
	seenAt: string,
): INodeExecutionData & { json: IDataObject } {
	const item = toItem({ ...event, previousStatus: null }, record, seenAt);
	return { ...item, json: { ...item.json, source } };
}
