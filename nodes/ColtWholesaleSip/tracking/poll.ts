import type { IDataObject, INodeExecutionData, IPollFunctions } from 'n8n-workflow';

import { connect } from '../../shared/client/connect';
import { readPages } from '../../shared/client/pages';
import type { ListRecord } from '../../shared/client/pages';
import { newTrackingId } from '../../shared/client/trackingId';
import { wholesaleSip } from '../../shared/contract/wire.generated';
import { orderItem } from '../../shared/operation/records';
import { readState } from './state';
import { track } from './tracker';
import type { OrderEvent, SeenOrder } from './tracker';

async function listOrders(context: IPollFunctions, limit: number): Promise<ListRecord[]> {
	const { client } = await connect(context, wholesaleSip);
	const call = { operation: wholesaleSip.operations.listOrders, request: {}, trackingId: newTrackingId() };
	return (await readPages(client, call, limit)).records;
}

function toItem({ index, ...event }: OrderEvent, records: readonly ListRecord[], seenAt: string): INodeExecutionData {
	const record = records[index];
	const order = orderItem(record?.decoded);
	return { json: { ...event, ...order, status: event.status, seenAt, raw: record?.raw as IDataObject } };
}

/** The test step: the first order of the list as an event would show it; nothing is remembered. */
async function sample(context: IPollFunctions): Promise<INodeExecutionData[][] | null> {
	const records = await listOrders(context, 1);
	const { events } = track({ version: 1, statuses: {} }, records.map(({ decoded }) => decoded as SeenOrder));
	return events.length === 0 ? null : [events.map((event) => toItem(event, records, new Date().toISOString()))];
}

/**
 * One poll. The state moves only after the whole list was read, so a failed poll is simply done again.
 * @returns null when nothing changed
 */
export async function poll(context: IPollFunctions): Promise<INodeExecutionData[][] | null> {
	if (context.getMode() === 'manual') return await sample(context);
	const kept = context.getWorkflowStaticData('node');
	const state = readState(kept.orders);
	const records = await listOrders(context, Number.POSITIVE_INFINITY);
	const { events, next } = track(state, records.map(({ decoded }) => decoded as SeenOrder));
	const seenAt = new Date().toISOString();
	const items = events.map((event) => toItem(event, records, seenAt));
	kept.orders = next;
	return items.length === 0 ? null : [items];
}
