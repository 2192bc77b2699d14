import { familyOf, isFinal } from '../../../nodes/shared/lifecycle/orderStatus';
import type { SeenOrder } from '../../../nodes/shared/orders/record';
import { keyOf } from '../../../nodes/ColtWholesaleSip/trigger/state';
import type { Remembered, TrackerState } from '../../../nodes/ColtWholesaleSip/trigger/state';
import type { OrderEvent, View } from '../../../nodes/ColtWholesaleSip/trigger/compare';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
export const NOW = Date.parse('2026-03-20T12:00:00Z');

type Readable = SeenOrder & { status: string };

/** An order as a poll sees it. */
export const seen = (id: string, status: string, more: Partial<SeenOrder> = {}): Readable => ({
	id,
	index: 0,
	isFinal: isFinal(status, familyOf(more.type)),
	...more,
	status,
});

/** An order to which Colt gives no status. */
export const unnamed = (id: string, more: Partial<SeenOrder> = {}): SeenOrder => ({
	id,
	index: 0,
	isFinal: false,
	...more,
});

/** What is remembered, by order id; without a description unless told. */
export const memoryOf = (entries: Record<string, Partial<Remembered>>): Map<string, Remembered> =>
	new Map(
		Object.entries(entries).map(([id, entry]) => [
			keyOf(id),
			{ status: 'In progress', description: '', changes: 0, ...entry },
		]),
	);

export const stateOf = (
	entries: Record<string, Partial<Remembered>>,
	more: Partial<TrackerState> = {},
): TrackerState => ({ ...more, orders: memoryOf(entries) });

/** A reading of a part of the list. */
export const partOf = (...orders: SeenOrder[]): View => ({ orders, isComplete: false, memory: {} });

/** Order, kind, and the statuses from and to. */
export const brief = (events: readonly OrderEvent[]): unknown[] =>
	events.map(({ orderId, event, previousStatus, status }) => [orderId, event, previousStatus, status]);
