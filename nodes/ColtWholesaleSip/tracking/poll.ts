import type { INodeExecutionData, IPollFunctions } from 'n8n-workflow';

import { connect } from '../../shared/client/connect';
import { readPages } from '../../shared/client/pages';
import type { ListRecord } from '../../shared/client/pages';
import { newTrackingId } from '../../shared/client/trackingId';
import { wholesaleSip } from '../../shared/contract/wire.generated';
import { chosen, readFilters, readStart } from './filters';
import type { ToldEvent } from './filters';
import { toItem } from '../../shared/orderEvents/item';
import { readOrders } from '../../shared/orderEvents/order';
import type { SeenOrder } from '../../shared/orderEvents/order';
import { readState, toKept } from './state';
import { track } from './tracker';

interface OrderList {
	records: ListRecord[];
	orders: SeenOrder[];
}

async function listOrders(context: IPollFunctions, limit: number): Promise<OrderList> {
	const { client } = await connect(context, wholesaleSip);
	const call = { operation: wholesaleSip.operations.listOrders, request: {}, trackingId: newTrackingId() };
	const { records } = await readPages(client, call, limit);
	const { orders, incomplete } = readOrders(records.map(({ decoded }) => decoded));
	if (incomplete > 0) context.logger.warn(`${incomplete} of ${records.length} orders in Colt's list have no id or no status; they are left out until they have`);
	return { records, orders };
}

/** How many orders the test step looks at. */
const SAMPLE_SIZE = 100;

/**
 * The test step: the order changed last among the first of the list, as an event would show it, if possible one that
 * the filters let through. Nothing is remembered.
 */
async function sample(context: IPollFunctions, now: number): Promise<INodeExecutionData[][] | null> {
	const { records, orders } = await listOrders(context, SAMPLE_SIZE);
	const { events } = track({ orders: new Map() }, orders, now);
	const latest = chosen(events, readFilters(context)).at(-1) ?? events.at(-1);
	return latest === undefined ? null : [toItems(context, [latest], records, now)];
}

function toItems(context: IPollFunctions, events: readonly ToldEvent[], records: readonly ListRecord[], now: number): INodeExecutionData[] {
	const seenAt = new Date(now).toISOString();
	const items = events.map((event) => toItem(event, records[event.order.index], seenAt));
	const isJoined = context.getNodeParameter('oneItem', false) === true && items.length > 0;
	return isJoined ? [{ json: { seenAt, count: items.length, changes: items.map(({ json }) => json) } }] : items;
}

/**
 * One poll. The state moves only after the whole list was read, so a failed poll is simply done again; it is computed
 * from all changes, wanted or not, so that a filter can be changed at any time.
 * @returns null when nothing changed that the workflow wants to hear of
 * @throws ColtError when the list or the saved state cannot be read; the state stays as it is
 */
export async function poll(context: IPollFunctions): Promise<INodeExecutionData[][] | null> {
	if (context.getMode() === 'manual') return await sample(context, Date.now());
	const kept = context.getWorkflowStaticData('node');
	const state = readState(kept.orders);
	const { records, orders } = await listOrders(context, Number.POSITIVE_INFINITY);
	const now = Date.now();
	const { events, next } = track(state, orders, now, readStart(context, now));
	const items = toItems(context, chosen(events, readFilters(context)), records, now);
	kept.orders = toKept(next);
	return items.length === 0 ? null : [items];
}
