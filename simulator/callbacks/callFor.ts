import { familyOf, orderStatusInfo } from '../../nodes/shared/lifecycle/orderStatus';
import type { OrderEntry } from '../model';
import type { CallbackSender } from './sender';

/** Document 002: Colt calls when an order is raised, completed or failed. */
export function callFor(sender: CallbackSender, order: OrderEntry, what: 'made' | 'moved'): void {
	if (what === 'made') return sender.notify(order, 'raised');
	const info = orderStatusInfo(order.status, familyOf(order.type));
	if (info?.isFinal) sender.notify(order, info.group === 'succeeded' ? 'completed' : 'failed');
}
