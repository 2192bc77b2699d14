import { createHash } from 'node:crypto';

import { familyOf, isFinal } from '../../shared/lifecycle/orderStatus';
import type { OrderChange } from '../../shared/orders/eventItem';
import type { SeenOrder, StatusStep } from '../../shared/orders/record';
import type { ListedOrder } from './collectOrders';
import { fingerprint } from './state';
import type { Remembered } from './state';

/** What can happen to an order between two polls; `currentStatus` only at the very first poll, if asked for. */
export type ChangeKind = 'newOrder' | 'statusChanged' | 'descriptionChanged' | 'currentStatus';

/** One event of one order. */
export interface OrderEvent extends OrderChange {
	/** The same change always has the same id, also when it is delivered again. */
	eventId: string;
	event: ChangeKind | 'deadlineNear' | 'reservationExpiring';
	/** Null for an order that was not there before. */
	previousStatus: string | null;
	/** With the status of the event; of an earlier one than the present, only what is known of that time. */
	order: ListedOrder;
}

/** Which existing orders the very first poll delivers; none by default. */
export interface Start {
	open?: boolean;
	/** Orders changed at this moment (milliseconds) or later. */
	changedSince?: number | undefined;
}

/** An order with the status Colt gave it. */
export type WithStatus = ListedOrder & { status: string };

export const hasStatus = (order: ListedOrder): order is WithStatus => order.status !== undefined;

export const eventIdOf = (parts: readonly unknown[]): string =>
	createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);

/** An order as it was in one of its statuses: what may have changed since is left out. */
export function withEarlierStatus<T extends SeenOrder>(
	order: T,
	{ status, at: moment }: StatusStep,
): T & { status: string } {
	const { description: _later, changed: _last, ...lasting } = order;
	const then = {
		...lasting,
		status,
		isFinal: isFinal(status, familyOf(order.type)),
		...(moment !== undefined && { changed: moment }),
	};
	return then as unknown as T & { status: string };
}

/**
 * The order in its present status. The details are read after the list: of a status that came back since, they have a
 * later date.
 */
function asItIs(order: WithStatus, { at: moment }: StatusStep): WithStatus {
	const isLater = moment !== undefined && order.changed !== undefined && moment > order.changed;
	return isLater ? { ...order, changed: moment } : order;
}

/**
 * The events of an order that went through these statuses since it was last seen.
 *
 * The id of an event follows from the state and the change alone, so that it is the same after a crash, even if Colt
 * has changed the order's date since. The order's running number distinguishes a status that returns from its first
 * occurrence. A finished order may or may not be remembered after a restart, so its events use the date.
 */
export function statusEvents(
	order: WithStatus,
	steps: readonly StatusStep[],
	first: Pick<OrderEvent, 'event' | 'previousStatus'>,
	past: Remembered | undefined,
): OrderEvent[] {
	const hadFinished = past !== undefined && isFinal(past.status, familyOf(order.type));
	const before = [first.previousStatus, ...steps.map(({ status }) => status)];
	return steps.map((step, index): OrderEvent => {
		const isPresent = index === steps.length - 1;
		const previousStatus = before[index] ?? null;
		const then = isPresent ? asItIs(order, step) : withEarlierStatus(order, step);
		const which = hadFinished && step.at !== undefined ? `at ${step.at}` : (past?.changes ?? 0) + index;
		return {
			eventId: eventIdOf([order.id, which, previousStatus, then.status]),
			event: index === 0 ? first.event : 'statusChanged',
			orderId: order.id,
			previousStatus,
			status: then.status,
			order: then,
			...(!isPresent && { restored: true as const }),
		};
	});
}

/**
 * A description that returns is distinguished from its first occurrence by its date, for the same reason; without one,
 * by the running number.
 */
export function descriptionEvent(order: WithStatus, descriptions: number): OrderEvent {
	const { id, status, changed } = order;
	const which = changed === undefined ? descriptions : `at ${changed}`;
	const eventId = eventIdOf([id, which, status, fingerprint(order.description), 'description']);
	return { eventId, event: 'descriptionChanged', orderId: id, previousStatus: status, status, order };
}
