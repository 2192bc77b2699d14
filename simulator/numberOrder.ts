import type { OrderType } from '../nodes/shared/contract/logicalTypes';
import { EMERGENCY_DATABASE_COUNTRIES, isNl088 } from '../nodes/shared/lifecycle/countries';
import { deadlineOf, endOf } from '../nodes/shared/lifecycle/deadlines';
import {
	type NumberEvent,
	type NumberTraits,
	type NumberTransition,
	allowedFrom,
	numberTransition,
} from '../nodes/shared/lifecycle/numberStatus';
import type { Operation } from '../nodes/shared/contract/table';
import { ruleError } from './apiError';
import type { NumberEntry, OrderEntry } from './model';
import { wireName } from './naming';
import { DONE, EMERGENCY_PENDING } from './orderStore';
import type { Reseller } from './checkOrder';
import type { Store, World } from './world';

/** An order that moves numbers from one status to another. */
export interface NumberOrder {
	store: Store;
	operation: Operation;
	type: OrderType;
	event: NumberEvent;
	entries: NumberEntry[];
	reseller: Reseller;
	trackingId: string;
	customerReference?: string;
	parentId?: string;
	/** Further checks of the request, after those of the numbers' status. */
	check?: () => void;
	/** Changes the numbers when the order is completed, after their status has changed. */
	complete?: (entry: NumberEntry) => void;
}

/** Order types whose completion writes to the emergency database (000); the end of a reservation does not. */
const EMERGENCY_TYPES: readonly OrderType[] = [
	'activation',
	'return',
	'updateCustomer',
	'reactivation',
	'portIn',
	'portOut',
];

/**
 * Accepts an order on numbers: In progress now, Completed or Failed with error after the order delay.
 * @throws ApiError 400/002 naming the number when its status does not allow the event, or another order works on it
 */
export function placeNumberOrder(world: World, plan: NumberOrder): OrderEntry {
	const steps = plan.entries.map((entry) => ({ entry, from: entry.status, row: checkStatus(world, plan, entry) }));
	plan.check?.();
	const { reseller, type, trackingId, customerReference, parentId } = plan;
	const endsReservation = plan.event === 'return' && steps.every(({ from }) => from === 'Reserved');
	const order = plan.store.orders.create({
		type,
		status: 'In progress',
		description: 'Request is being processed.',
		...reseller,
		...(customerReference !== undefined && { customerReference }),
		...(parentId && { parentId }),
		ranges: plan.entries.map(({ start, end }) => ({ start, end })),
		trackingId,
		...(endsReservation && { endsReservation }),
	});
	for (const { entry, row } of steps) {
		entry.busyWith = order.id;
		if (row.via) setStatus(world, entry, row.via);
	}
	order.cancelStep = world.clock.after(delayOf(world, plan), () => {
		const failure = world.takeFailure(
			type,
			plan.entries.map(({ start }) => start),
		);
		for (const { entry, from, row } of steps) {
			delete entry.busyWith;
			if (failure) setStatus(world, entry, from);
			else finish(world, order, plan, entry, row);
		}
		if (failure) {
			plan.store.orders.change(order, {
				status: 'Failed with error',
				description: failure.text,
				reason: { code: failure.code, text: failure.text },
			});
		} else completeOrder(world, plan.store, order);
	});
	return order;
}

/** Completes an order; the emergency database may be behind (000). */
export function completeOrder(world: World, { orders }: Store, order: OrderEntry): void {
	const lag = world.settings.emergencyLagMs;
	const behind =
		lag > 0 &&
		EMERGENCY_TYPES.includes(order.type) &&
		!order.endsReservation &&
		EMERGENCY_DATABASE_COUNTRIES.includes(order.country);
	orders.change(order, { status: 'Completed', description: behind ? EMERGENCY_PENDING : DONE });
	if (!behind) return;
	world.clock.after(lag, () => {
		if (order.status === 'Completed') orders.change(order, { description: DONE });
	});
}

/** Sets a number's status and schedules the end of a reservation or quarantine. */
export function setStatus(world: World, entry: NumberEntry, status: NumberEntry['status']): void {
	entry.cancelEnd?.();
	delete entry.cancelEnd;
	delete entry.reservedUntil;
	delete entry.quarantinedUntil;
	entry.status = status;
	entry.changedAt = world.clock.iso();
	if (status === 'Free') release(entry);
	if (status === 'Reserved') endsBy(world, entry, 'reservationEnd', deadlineOf('reservation', entry.country));
	if (status === 'Quarantined' || status === 'PortIn_Quarantined') {
		const documented = deadlineOf('quarantine', entry.country);
		endsBy(
			world,
			entry,
			'quarantineEnd',
			documented ?? { amount: world.settings.quarantineDays, unit: 'calendar days' },
		);
	}
}

/** What decides between rows of the life cycle for a number. */
export const numberTraits = (world: World, entry: NumberEntry): NumberTraits => ({
	premium: world.settings.premium,
	nl088: entry.country === 'NL' && isNl088(entry.start),
});

function checkStatus(world: World, { operation, event }: NumberOrder, entry: NumberEntry): NumberTransition {
	const name = wireName(operation, 'body', 'ranges.start');
	const repeated = world.settings.acceptRepeats && entry.busyWith !== undefined;
	if (entry.busyWith && !repeated)
		throw ruleError(`${name} ${entry.start} is being processed by order ${entry.busyWith}.`);
	if (entry.lock && entry.lock.until > world.clock.now())
		throw ruleError(`${name} ${entry.start} is locked by lockId ${entry.lock.id}.`);
	const traits = numberTraits(world, entry);
	const row = numberTransition(entry.status, event, entry.country, traits);
	if (row) return row;
	// Nothing is left for it to change: the order before it does.
	if (repeated)
		return {
			from: entry.status,
			by: event,
			to: entry.status,
			countries: [entry.country],
			source: 'setting acceptRepeats',
		};
	const allowed = allowedFrom(event, entry.country, traits);
	const rule = allowed.length > 0 ? `only possible from ${allowed.join(', ')}` : 'not possible';
	throw ruleError(
		`${name} ${entry.start} has resourceStatus ${entry.status}: ${event} is ${rule} in ${entry.country}.`,
	);
}

function finish(world: World, order: OrderEntry, plan: NumberOrder, entry: NumberEntry, row: NumberTransition): void {
	if (row.to !== row.from || row.via) setStatus(world, entry, row.to);
	else entry.changedAt = world.clock.iso();
	if (row.to !== 'Free') {
		entry.orderId = order.id;
		entry.serviceProfile ??= plan.reseller.serviceProfile;
		if (plan.customerReference !== undefined) entry.customerReference = plan.customerReference;
	}
	plan.complete?.(entry);
}

/** Dutch 088 numbers leave the local registry three working days after their deactivation (003). */
function delayOf(world: World, { event, entries }: NumberOrder): number {
	const leaving =
		event === 'return' &&
		entries.some((entry) => entry.status === 'PortIn_Activated' && numberTraits(world, entry).nl088);
	const registry = leaving ? deadlineOf('nl088Deactivation', 'NL') : undefined;
	return registry ? endOf(registry, world.clock.now(), 'UTC', 'NL') - world.clock.now() : world.settings.orderDelayMs;
}

function endsBy(
	world: World,
	entry: NumberEntry,
	event: 'reservationEnd' | 'quarantineEnd',
	after: Parameters<typeof endOf>[0] | undefined,
): void {
	const row = numberTransition(entry.status, event, entry.country, numberTraits(world, entry));
	if (!row || !after) return;
	const end = endOf(after, world.clock.now());
	entry[event === 'reservationEnd' ? 'reservedUntil' : 'quarantinedUntil'] = new Date(end).toISOString();
	entry.cancelEnd = world.clock.at(end, () => {
		if (!entry.busyWith) setStatus(world, entry, row.to);
	});
}

/** A free number has no owner. */
function release(entry: NumberEntry): void {
	for (const field of [
		'customerReference',
		'serviceProfile',
		'orderId',
		'endCustomer',
		'emergencyAddress',
		'directoryService',
		'rioCode',
		'busyWith',
	] as const) {
		delete entry[field];
	}
}
