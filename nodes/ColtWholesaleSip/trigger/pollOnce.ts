import type { ListRecord } from '../../shared/client/pages';
import type { Problem } from '../../shared/errors/problem';
import { changeOf, compare } from './compareOrders';
import { watchDeadlines } from './nearDeadlines';
import type { OrderEvent } from './events';
import type { ListedOrder, OrderList, Snapshot } from './collectOrders';
import { readChanges } from './readChanges';
import { nextDelivery, redeliver, redeliveryOf, wantedFor } from './redelivery';
import { dueSpan, expiringEvent, readReservations } from './reservations';
import type { ReservedRange } from './reservations';
import { DAY_MS } from './retention';
import type { Saved } from './savedState';
import type { Fact } from './session';
import { selectEvents, isWanted } from './eventFilters';
import type { Filters, SelectedEvent } from './eventFilters';
import type { TriggerState } from './state';
import { lackHistory, withHistories, withoutOrders } from './statusHistory';
import { startOf } from './times';
import type { Times } from './times';

/** The details of orders by order id. */
export interface Details {
	found: ReadonlyMap<string, ListRecord>;
	failed: ReadonlyMap<string, Problem>;
	/** Not read: the poll has run out of time. */
	late: ReadonlySet<string>;
}

/** What a poll needs from n8n and Colt. */
export interface PollPorts {
	list: OrderList;
	readDetails(this: void, ids: readonly string[]): Promise<Details>;
	/** The numbers of a reservation that are still reserved, or why that is not known. */
	readStillReserved(this: void, order: ListedOrder): Promise<ReservedRange[] | Problem>;
	/** Counts failed readings. @returns the orders for which the next poll is to try again */
	countTries(this: void, fact: Fact, failed: ReadonlyMap<string, Problem>, late?: ReadonlySet<string>): Set<string>;
	/** Whether no poll of this process has saved its state yet. */
	isFirstPoll: boolean;
	/** n8n's clock, milliseconds since the epoch. */
	now: number;
}

/** What the user asks for. */
export interface PollSettings {
	filters: Filters;
	times: Times;
	addDetails: boolean;
}

/** The result of one poll. */
export interface PollResult {
	events: SelectedEvent[];
	/** With *Add Order Details*: the details by order id, or why they could not be read. */
	details: ReadonlyMap<string, ListRecord | string>;
	saved: Saved;
	/** What was read. */
	snapshot: Snapshot;
}

/**
 * Those that changed first come first, so that polls which run out of time make progress; those without a date before
 * them.
 */
function inOrderOfChange(orders: readonly ListedOrder[]): string[] {
	const moment = ({ changed = 0 }: ListedOrder): number => changed;
	return orders.toSorted((one, other) => moment(one) - moment(other)).map(({ id }) => id);
}

/**
 * What the details of the changed orders add: the statuses between two polls. An order whose details are still to
 * come counts as not seen, so that the next poll delivers what they say.
 */
async function addHistory(
	{ list, readDetails, countTries }: PollPorts,
	{ filters, addDetails }: PollSettings,
	state: TriggerState | undefined,
	snapshot: Snapshot,
): Promise<{ snapshot: Snapshot; details: Details; noHistoryUntil?: number }> {
	const hasHistories = (state?.noHistoryUntil ?? 0) <= list.now();
	const asked = new Set<string>();
	const worthACall = snapshot.orders.filter((order) => {
		const change = changeOf(order, state);
		const needsHistory = change === 'status' && hasHistories && order.history === undefined;
		if (needsHistory) asked.add(order.id);
		const previous = state?.orders.get(order.key)?.status ?? null;
		return needsHistory || (addDetails && change !== undefined && isWanted(order, filters, previous));
	});
	const details = await readDetails(inOrderOfChange(worthACall));
	const retried = new Set([...details.late, ...countTries('details', details.failed, details.late)]);
	const withoutAny = lackHistory(new Map([...details.found].filter(([id]) => asked.has(id))));
	return {
		snapshot: withoutOrders(withHistories(snapshot, details.found), retried, state),
		details,
		...(withoutAny && { noHistoryUntil: list.now() + DAY_MS }),
	};
}

const NONE = { events: [] };

/** Reservations that end soon; not at the very first poll, which only records. */
async function expiringReservations(
	{ list, readStillReserved, countTries }: PollPorts,
	{ filters, times: { expiryMs } }: PollSettings,
	state: TriggerState | undefined,
	snapshot: Snapshot,
): Promise<{ events: OrderEvent[]; until?: number }> {
	const span = expiryMs === undefined || state === undefined ? undefined : dueSpan(state, list.now(), expiryMs);
	if (span === undefined) return NONE;
	const due = await readReservations(list, snapshot, span);
	if (due === undefined) return NONE;
	const events: OrderEvent[] = [];
	const failed = new Map<string, Problem>();
	for (const order of due.filter((one) => isWanted(one, filters))) {
		const numbers = await readStillReserved(order);
		if (!Array.isArray(numbers)) failed.set(order.id, numbers);
		if (!Array.isArray(numbers) || numbers.length > 0) events.push(expiringEvent(order, numbers));
	}
	// A number that cannot be looked up must not block the other events of the poll.
	return countTries('numbers', failed).size > 0 ? NONE : { events, until: span.to };
}

const NO_TIME = 'The poll had no time left to read the details';

/** The details for the items of events, as far as they were not read for the history; or why they could not be read. */
async function detailsFor(
	{ readDetails }: PollPorts,
	events: readonly SelectedEvent[],
	{ found, failed }: Details,
): Promise<PollResult['details']> {
	const ids = new Set(events.map(({ orderId }) => orderId).filter((id) => !found.has(id) && !failed.has(id)));
	const more = await readDetails([...ids]);
	const reasons = [...failed, ...more.failed].map(([id, { message }]): [string, string] => [id, message]);
	const late = [...more.late].map((id): [string, string] => [id, NO_TIME]);
	return new Map<string, ListRecord | string>([...late, ...reasons, ...found, ...more.found]);
}

/**
 * The algorithm of a poll. Pure except for its ports: nothing is saved here, so a failed poll can simply be repeated.
 * The state is computed from all changes, wanted or not, so that filters can be changed at any time.
 * @param before what the previous poll saved; undefined at the very first
 * @throws ColtError when the list cannot be read
 */
export async function pollOnce(
	ports: PollPorts,
	settings: PollSettings,
	before: Saved | undefined,
): Promise<PollResult> {
	const { list, isFirstPoll, now } = ports;
	const { filters, times } = settings;
	const state = before?.state;

	// Read what changed.
	const toRedeliver = redeliveryOf(before?.lastDelivery, isFirstPoll, now);
	const wanted = wantedFor(toRedeliver, before?.lastDelivery);
	const read = await readChanges(list, state, wanted);

	// Add what the history says, and compare.
	const { snapshot, details, ...facts } = await addHistory(ports, settings, state, read);
	const compared = compare(state, snapshot, list.now(), startOf(times, list.now()));

	// Add what is due.
	const { deadlineMs: leadMs } = times;
	const watch =
		leadMs === undefined ? undefined : { leadMs, isWanted: (order: ListedOrder) => isWanted(order, filters) };
	const near = watchDeadlines(state, { ...compared.next, ...facts }, snapshot.orders, list.now(), watch);
	const expiring = await expiringReservations(ports, settings, state, snapshot);
	const next = { ...near.next, ...(expiring.until !== undefined && { reservationsUntil: expiring.until }) };

	// Filter; what is delivered again was filtered before.
	const again = redeliver(toRedeliver, snapshot.orders, next);
	const events = [...again.events, ...selectEvents([...compared.events, ...near.events, ...expiring.events], filters)];

	// What to deliver, and what to save.
	const since = Math.min(state?.newest ?? 0, wanted.since);
	const lastDelivery = nextDelivery(before?.lastDelivery, events, again.pending, since, now);
	return {
		events,
		details: settings.addDetails ? await detailsFor(ports, events, details) : new Map(),
		saved: { state: next, ...(lastDelivery !== undefined && { lastDelivery }) },
		snapshot,
	};
}
