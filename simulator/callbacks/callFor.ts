import { familyOf, orderStatusInfo } from '../../nodes/shared/lifecycle/orderStatus';
import type { OrderEntry } from '../model';
import type { CallbackDesk } from './desk';

/** Document 002: Colt calls when an order is raised, completed or failed. */
export function callFor(desk: CallbackDesk, order: OrderEntry, what: 'made' | 'moved'): void {
	if (what === 'made') return desk.notify(order, 'raised');
	const info = orderStatusInfo(order.status, familyOf(order.type));
	if (info?.isFinal) desk.notify(order, info.group === 'succeeded' ? 'completed' : 'failed');
}
