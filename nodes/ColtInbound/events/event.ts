import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { ListRecord } from '../../shared/client/pages';
import { sameStatus } from '../../shared/lifecycle/orderStatus';
import { meaningOf, toItem } from '../../shared/orders/eventItem';
import type { SeenOrder } from '../../shared/orders/record';
import { parseEventName } from './eventNames';
import type { DocumentedEvent } from './eventNames';

/** The events that document 002 names, and `other` for anything else. */
export type InboundEventName = DocumentedEvent | 'other';

/** An event that a callback names. */
export interface NamedEvent {
	event: InboundEventName;
	/** Colt's own words for an event that document 002 does not name. */
	said?: string;
}

/** Where an event comes from. */
export type EventSource = 'callback' | 'orderLookUp';

/** An event of an inbound order, from a callback or from a look-up. */
export interface InboundEvent {
	/** The same from a callback and from a look-up. */
	eventId: string;
	event: InboundEventName;
	orderId: string;
	status: string;
	order: SeenOrder;
}

/** The status of an order when a callback names only the event (document 000, orders other than ports). */
const STATUS: Record<DocumentedEvent, string> = {
	raised: 'In progress',
	completed: 'Completed',
	failed: 'Failed with error',
};

/** The event that an order's status means. */
export function eventOfStatus(order: Pick<SeenOrder, 'status' | 'type'>): InboundEventName {
	const { group, isFinal } = meaningOf(order);
	if (group === 'unknown') return parseEventName(order.status ?? '') ?? 'other';
	if (isFinal) return group === 'succeeded' ? 'completed' : 'failed';
	return group === 'in progress' ? 'raised' : 'other';
}

/**
 * The id of an event consists of what a callback and a look-up both know: order and event. Events of the name `other`
 * are distinguished by Colt's own words.
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
 * The latest event of an order.
 * @param named the event if Colt names it; it counts more than the status, which may have changed since
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
	// Only the documented spelling of a status has a known meaning.
	const documented = event !== 'other' && meaningOf({ ...order, status }).group === 'unknown' ? STATUS[event] : status;
	const isSame = order.status !== undefined && sameStatus(order.status, documented);
	const seen: SeenOrder = isSame
		? order
		: { ...order, status: documented, isFinal: meaningOf({ ...order, status: documented }).isFinal };
	return { eventId: eventIdOf(order.id, event, named?.said ?? status), event, orderId: order.id, status, order: seen };
}

/** An event as a workflow item: the shape of the order trigger's items, and where the event comes from. */
export function toEventItem(
	event: InboundEvent,
	record: ListRecord,
	source: EventSource,
	seenAt: string,
): INodeExecutionData & { json: IDataObject } {
	const item = toItem({ ...event, previousStatus: null }, record, seenAt);
	return { ...item, json: { ...item.json, source } };
}
