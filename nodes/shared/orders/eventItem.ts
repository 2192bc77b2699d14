import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { ListRecord } from '../client/pages';
import { familyOf, ORDER_STATUS_NAMES, orderStatusInfo, sameStatus } from '../lifecycle/orderStatus';
import type { StatusGroup } from '../lifecycle/orderStatus';
import { orderItem } from '../operation/records';
import { nextStepOf, NO_STEP } from './nextStep';
import type { SeenOrder } from './record';

/** `unknown`: a status that none of Colt's documents names. */
export type EventGroup = StatusGroup | 'unknown';

/** What an order's status means. */
export function meaningOf({ status = '', type }: Pick<SeenOrder, 'status' | 'type'>): {
	normalisedStatus: string;
	group: EventGroup;
	isFinal: boolean;
} {
	const info = orderStatusInfo(status, familyOf(type));
	return {
		normalisedStatus: ORDER_STATUS_NAMES.find((name) => sameStatus(name, status)) ?? status,
		group: info?.group ?? 'unknown',
		isFinal: info?.isFinal ?? false,
	};
}

/** An event of either trigger: the change, and the order it happened to. */
export interface OrderChange {
	eventId: string;
	event: string;
	orderId: string;
	previousStatus: string | null;
	status: string;
	order: SeenOrder;
	/** The order has another status by now; this one is known from its history. */
	restored?: true;
	/** Further facts for the item. */
	more?: Record<string, unknown>;
}

/**
 * An event as the workflow gets it: the event, what the status means, the order's fields, and `raw`, what Colt sent.
 * Common fields are null if Colt does not give them, so that all items have one shape.
 */
export function toItem(
	{ order, more, ...event }: OrderChange,
	record: ListRecord | undefined,
	seenAt: string,
): INodeExecutionData {
	const {
		description,
		changedAt = null,
		parentOrderId = null,
		orderType = null,
		country = null,
		...lasting
	} = orderItem(record?.decoded);
	const changed = order.changed === undefined ? {} : { changedAt: new Date(order.changed).toISOString() };
	const then: IDataObject = event.restored ? changed : { changedAt, ...(description !== undefined && { description }) };
	return {
		json: {
			...event,
			...meaningOf(order),
			...(event.restored ? NO_STEP : nextStepOf(order)),
			parentOrderId,
			orderType,
			country: order.country ?? country,
			changedAt: null,
			...lasting,
			...then,
			orderId: event.orderId,
			status: event.status,
			...(more as IDataObject | undefined),
			seenAt,
			raw: record?.raw as IDataObject,
		},
	};
}
