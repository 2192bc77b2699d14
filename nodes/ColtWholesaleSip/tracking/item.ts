import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { ListRecord } from '../../shared/client/pages';
import { familyOf, ORDER_STATUS_NAMES, orderStatusInfo, sameStatus } from '../../shared/lifecycle/orderStatus';
import type { StatusGroup } from '../../shared/lifecycle/orderStatus';
import { orderItem } from '../../shared/operation/records';
import type { ToldEvent } from './filters';
import { nextStepOf } from './nextStep';
import type { SeenOrder } from './order';

/** `unknown`: a status that none of Colt's documents names. */
export type EventGroup = StatusGroup | 'unknown';

/** What an order's status means. */
export function meaningOf({ status = '', type }: Pick<SeenOrder, 'status' | 'type'>): { normalisedStatus: string; group: EventGroup; isFinal: boolean } {
	const info = orderStatusInfo(status, familyOf(type));
	return {
		normalisedStatus: ORDER_STATUS_NAMES.find((name) => sameStatus(name, status)) ?? status,
		group: info?.group ?? 'unknown',
		isFinal: info?.isFinal ?? false,
	};
}

/** An event as the workflow gets it: the event, what the status means, the order's fields, and `raw`, what Colt sent. */
export function toItem({ order, ...event }: ToldEvent, record: ListRecord | undefined, seenAt: string): INodeExecutionData {
	const { country } = order;
	const shown = orderItem(record?.decoded);
	return {
		json: {
			...event,
			...meaningOf(order),
			...nextStepOf(order),
			...shown,
			...(country !== undefined && shown.country === undefined && { country }),
			orderId: event.orderId,
			status: event.status,
			seenAt,
			raw: record?.raw as IDataObject,
		},
	};
}
