import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { readOrder } from '../../shared/orders/record';
import type { SeenOrder } from '../../shared/orders/record';
import { toEventItem } from '../events/event';
import type { InboundEvent } from '../events/event';
import type { LookUp } from './lookUp';
import type { Notification, Unreadable } from './notification';

/** The event with the order's fields, from the callback and completed by the look-up; the event's status stays. */
function withDetails(
	{ event, order }: Notification,
	found: LookUp | undefined,
): [InboundEvent, Record<string, unknown>] {
	const details =
		found !== undefined && 'details' in found ? (found.details.decoded as Record<string, unknown> | null) : undefined;
	const all = { ...order, ...details, id: event.orderId };
	const { status, isFinal } = event.order;
	const seen: SeenOrder = readOrder(all) ?? event.order;
	return [{ ...event, order: { ...seen, isFinal, ...(status !== undefined && { status }) } }, all];
}

/** What the look-up gave besides the order's fields. */
function lookUpFacts(found: LookUp | undefined): IDataObject {
	if (found === undefined) return {};
	if ('details' in found) return { rawOrder: found.details.raw as IDataObject, trackingId: found.details.trackingId };
	return { detailsError: 'error' in found ? found.error : 'Colt does not know the order' };
}

/** The item of a callback, and its event as the filters see it. */
export function toItem(
	notification: Notification,
	found: LookUp | undefined,
): { item: INodeExecutionData; event: InboundEvent } {
	const [event, order] = withDetails(notification, found);
	const { notificationId, notifiedAt, raw } = notification;
	const { json } = toEventItem(event, { decoded: order, raw }, 'callback', new Date().toISOString());
	const facts: IDataObject = {
		...(notificationId !== undefined && { notificationId }),
		...(notifiedAt !== undefined && { notifiedAt }),
		...lookUpFacts(found),
	};
	return { event, item: { json: { ...json, ...facts } } };
}

/** The item of a callback that could not be read: the same fields, with what could not be read in `problem`. */
export function toUnreadableItem({ eventId, problem, orderId, raw }: Unreadable): {
	item: INodeExecutionData;
	event: InboundEvent;
} {
	const order: SeenOrder = { id: orderId ?? '', isFinal: false };
	const event: InboundEvent = { eventId, event: 'other', orderId: order.id, status: '', order };
	const { json } = toEventItem(event, { decoded: {}, raw }, 'callback', new Date().toISOString());
	return { event, item: { json: { ...json, orderId: orderId ?? null, problem } } };
}
