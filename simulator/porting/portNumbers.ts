import { sameStatus } from '../../nodes/shared/lifecycle/orderStatus';
import { numberTransition } from '../../nodes/shared/lifecycle/numberStatus';
import { type NumberEntry, type OrderEntry, sizeOf } from '../model';
import { setStatus } from '../numberOrder';
import { rioCodeOf } from '../rioCode';
import type { World } from '../world';

/** Numbers of an order that Colt has a record of. */
const entriesOf = (world: World, order: OrderEntry): NumberEntry[] =>
	(order.ranges ?? []).map((range) => world.sip.numbers.find(range)).filter((entry) => entry !== undefined);

/** Ported-in numbers appear in the stock once the port is confirmed; in Germany only when it is completed (000). */
export function allocateNumbers(
	world: World,
	order: OrderEntry,
	status: 'Port In Reserved' | 'PortIn_Allocated',
): void {
	if (order.country === 'DE') return;
	for (const entry of stockOf(world, order)) setStatus(world, entry, status);
}

/** A completed port: numbers are active with their end customer. */
export function activateNumbers(world: World, order: OrderEntry): void {
	stockOf(world, order).forEach((entry, index) => {
		setStatus(world, entry, 'PortIn_Activated');
		delete entry.busyWith;
		const { customerReference, serviceProfile } = order;
		Object.assign(entry, order.port?.details[index], {
			orderId: order.id,
			...(customerReference && { customerReference }),
			...(serviceProfile && { serviceProfile }),
		});
		if (entry.country === 'FR') entry.rioCode = rioCodeOf(entry.start);
	});
}

/** A port that comes to nothing: incoming numbers leave the stock, outgoing ones are as before. */
export function freeNumbersOfPort(world: World, order: OrderEntry): void {
	for (const entry of entriesOf(world, order)) {
		if (entry.busyWith !== order.id) continue;
		delete entry.busyWith;
		const before = order.port?.previous[entry.start];
		if (order.type === 'portOut' && before) setStatus(world, entry, before);
		else if (order.type === 'portIn') world.sip.numbers.remove(entry);
	}
}

/**
 * A port-out begins, or begins again after a rollback: the numbers allow no action. In Germany their status stays
 * (000).
 */
export function startLeaving(world: World, order: OrderEntry): void {
	for (const entry of entriesOf(world, order)) {
		entry.busyWith = order.id;
		const before = order.port?.previous[entry.start] ?? entry.status;
		if (order.port) order.port.previous[entry.start] = before;
		const row = numberTransition(before, 'portOut', entry.country, { transfer: order.port?.transfer });
		if (row?.via && entry.country !== 'DE' && !sameStatus(entry.status, row.via)) setStatus(world, entry, row.via);
	}
}

/** A completed port-out. */
export function completePortOut(world: World, order: OrderEntry): void {
	for (const entry of entriesOf(world, order)) {
		const before = order.port?.previous[entry.start] ?? entry.status;
		const row = numberTransition(before, 'portOut', entry.country, { transfer: order.port?.transfer });
		if (row) setStatus(world, entry, row.to);
		delete entry.busyWith;
	}
}

/** Records of an incoming port's numbers, made when missing. */
function stockOf(world: World, order: OrderEntry): NumberEntry[] {
	return (order.ranges ?? []).map((range) => {
		const known = world.sip.numbers.find(range);
		if (known?.busyWith === order.id) return known;
		const at = world.clock.iso();
		const entry: NumberEntry = {
			start: range.start,
			end: range.end,
			country: order.country,
			numberType: order.port?.nl088 ? 'Non Geo' : 'Geo',
			rangeSize: sizeOf(range),
			status: 'PortIn_Allocated',
			portedIn: true,
			busyWith: order.id,
			createdAt: at,
			changedAt: at,
		};
		world.sip.numbers.add(entry);
		return entry;
	});
}
