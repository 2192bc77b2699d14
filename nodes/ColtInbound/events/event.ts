import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { ListRecord } from '../../shared/client/pages';
import { sameStatus } from '../../shared/lifecycle/orderStatus';
import { meaningOf, toItem } from '../../shared/orderEvents/item';
import type { SeenOrder } from '../../shared/orderEvents/order';

/** What document 002 says Colt calls for, and `other` for what it does not name. */
export type InboundEventName = 'raised' | 'completed' | 'failed' | 'other';

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
const STATUS: Record<Exclude<InboundEventName, 'other'>, string> = { raised: 'In progress', completed: 'Completed', failed: 'Failed with error' };

/** What an order's status says has happened to it. */
export function eventOfStatus(order: Pick<SeenOrder, 'status' | 'type'>): InboundEventName {
	const { group, isFinal } = meaningOf(order);
	if (isFinal) return group === 'succeeded' ? 'completed' : 'failed';
	return group === 'in progress' ? 'raised' : 'other';
}

/**
 * The id of an event follows from what a callback and the order itself both tell: order and event. An event without a
 * name of its own is told apart by what it says.
 * @param said Colt's name of the event or, without one, the status
 */
export function eventIdOf(orderId: string, event: InboundEventName, said = ''): string {
	const detail = said.trim().toLowerCase().replace(/[^a-z0-9]+/g, '-').slice(0, 80);
	return event === 'other' && detail !== '' ? `${orderId}:other:${detail}` : `${orderId}:${event}`;
}

/**
 * The event an order has come to.
 * @param named the event's name if Colt has told it; it counts more than the status, which may have gone on since
 * @param said Colt's own name of the event
 */
export function toEvent(order: SeenOrder, named?: InboundEventName, said?: string): InboundEvent {
	const event = named ?? eventOfStatus(order);
	const own = order.status !== undefined && eventOfStatus(order) === event ? order.status : undefined;
	const status = own ?? (event === 'other' ? (order.status ?? '') : STATUS[event]);
	const isSame = order.status !== undefined && sameStatus(order.status, status);
	const told: SeenOrder = isSame ? order : { ...order, status, isFinal: meaningOf({ ...order, status }).isFinal };
	return { eventId: eventIdOf(order.id, event, said ?? status), event, orderId: order.id, status, order: told };
}

/** An event as the workflow gets it: the shape of the order trigger's items, and how the event was learned of. */
export function toEventItem(event: InboundEvent, record: ListRecord, source: EventSource, seenAt: string): INodeExecutionData & { json: IDataObject } {
	const item = toItem({ ...event, previousStatus: null }, record, seenAt);
	return { ...item, json: { ...item.json, source } };
}
