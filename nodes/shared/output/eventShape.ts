import type { IDataObject } from 'n8n-workflow';

import { arranged } from './arrange';
import { simplified } from './simplify';

/** What happened, to which order, and what is to be done about it. */
const EVENT_FIRST = ['event', 'orderId', 'status', 'previousStatus', 'nextStep', 'deadline', 'orderType'];
const RANGE = ['numberRangeStart', 'numberRangeEnd', 'country', 'customerReference'];

/** Lists of the order's details, which the user has asked for by an option. */
const DETAIL_LISTS = ['statusHistory', 'childOrders'];

/**
 * The item of an event as Simplify gives it. Of details that were read with it, it has what the event itself does not
 * say, and their lists. A callback that could not be read keeps what Colt sent: there is nothing else of it.
 */
export function simplifiedEvent({ details, ...event }: IDataObject): IDataObject {
	const told = Object.fromEntries(Object.entries(event).filter(([, value]) => value !== null));
	const all = { ...event, ...(details as IDataObject | undefined), ...told };
	const item = simplified(all, DETAIL_LISTS);
	return arranged(event.problem === undefined ? item : { ...item, raw: event.raw }, [...EVENT_FIRST, ...RANGE]);
}
