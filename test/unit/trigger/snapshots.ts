import { familyOf, isFinal } from '../../../nodes/shared/lifecycle/orderStatus';
import type { SeenOrder } from '../../../nodes/shared/orders/record';
import { CollectedOrders } from '../../../nodes/ColtWholesaleSip/trigger/collectOrders';
import { keyOf } from '../../../nodes/ColtWholesaleSip/trigger/state';
import type { Remembered, TriggerState } from '../../../nodes/ColtWholesaleSip/trigger/state';
import type { ListedOrder, Snapshot } from '../../../nodes/ColtWholesaleSip/trigger/collectOrders';
import { newestOf } from '../../../nodes/ColtWholesaleSip/trigger/retention';
import type { PollSettings } from '../../../nodes/ColtWholesaleSip/trigger/pollOnce';
import type { SelectedEvent } from '../../../nodes/ColtWholesaleSip/trigger/eventFilters';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
export const NOW = Date.parse('2026-03-20T12:00:00Z');

type WithStatus = ListedOrder & { status: string };

const RECORD = { decoded: undefined, raw: undefined };

/** An order as a poll sees it. */
export const seen = (id: string, status: string, more: Partial<SeenOrder> = {}): WithStatus => ({
	id,
	key: keyOf(id),
	record: RECORD,
	isFinal: isFinal(status, familyOf(more.type)),
	...more,
	status,
});

/** An order to which Colt gives no status. */
export const unnamed = (id: string, more: Partial<SeenOrder> = {}): ListedOrder => ({
	id,
	key: keyOf(id),
	record: RECORD,
	isFinal: false,
	...more,
});

/** The orders of a list, as a poll reads them. */
export function ordersOf(...records: unknown[]): ListedOrder[] {
	const collected = new CollectedOrders();
	collected.add(records.map((decoded) => ({ decoded, raw: decoded })));
	return collected.all();
}

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
	more: Partial<TriggerState> = {},
): TriggerState => ({ reading: {}, ...more, orders: memoryOf(entries) });

/** A reading of a part of the list. */
export const partOf = (...orders: ListedOrder[]): Snapshot => ({ orders, isComplete: false, reading: {} });

/** A whole list, read in one go. */
export function wholeOf(...orders: ListedOrder[]): Snapshot {
	const newest = newestOf(orders);
	return { orders, isComplete: true, ...(newest !== undefined && { newest }), reading: {} };
}

/** Order, kind, and the statuses from and to. */
export const brief = (events: readonly SelectedEvent[]): unknown[] =>
	events.map(({ orderId, event, previousStatus, status }) => [orderId, event, previousStatus, status]);

/** Every change under its own name, of every order. */
export const SETTINGS: PollSettings = {
	filters: {
		kinds: ['newOrder', 'statusChanged', 'descriptionChanged'],
		statuses: [],
		groups: [],
		previousStatuses: [],
		previousGroups: [],
		types: [],
		countries: [],
	},
	times: { start: 'now' },
	addDetails: false,
};
