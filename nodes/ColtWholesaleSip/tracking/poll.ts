import type { INodeExecutionData, IPollFunctions } from 'n8n-workflow';

import { connect } from '../../shared/client/connect';
import { readPages } from '../../shared/client/pages';
import type { ListRecord } from '../../shared/client/pages';
import { newTrackingId } from '../../shared/client/trackingId';
import { wholesaleSip } from '../../shared/contract/wire.generated';
import { toItem } from './item';
import { readOrders } from './order';
import type { SeenOrder } from './order';
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

/** The test step: the order changed last among the first of the list, as an event would show it; nothing is remembered. */
async function sample(context: IPollFunctions): Promise<INodeExecutionData[][] | null> {
	const { records, orders } = await listOrders(context, SAMPLE_SIZE);
	const now = Date.now();
	const latest = track({ orders: new Map() }, orders, now).events.at(-1);
	return latest === undefined ? null : [[toItem(latest, records[latest.order.index], new Date(now).toISOString())]];
}

/**
 * One poll. The state moves only after the whole list was read, so a failed poll is simply done again.
 * @returns null when nothing changed
 */
export async function poll(context: IPollFunctions): Promise<INodeExecutionData[][] | null> {
	if (context.getMode() === 'manual') return await sample(context);
	const kept = context.getWorkflowStaticData('node');
	const state = readState(kept.orders);
	const { records, orders } = await listOrders(context, Number.POSITIVE_INFINITY);
	const now = Date.now();
	const { events, next } = track(state, orders, now);
	const items = events.map((event) => toItem(event, records[event.order.index], new Date(now).toISOString()));
	kept.orders = toKept(next);
	return items.length === 0 ? null : [items];
}
