import { familyOf, isFinal, sameStatus } from '../../shared/lifecycle/orderStatus';
import type { SeenOrder } from '../../shared/orders/record';
import { descriptionEvent, hasStatus, statusEvents } from './events';
import type { OrderEvent, Start, WithStatus } from './events';
import type { ListedOrder, Snapshot } from './collectOrders';
import { boundedHorizon, finishedAt, isSettled, nextMoments, keepMissing } from './retention';
import { fingerprint, isReadingBaseline, rememberedStatus } from './state';
import type { Remembered, TriggerState } from './state';
import { historyUpTo, statusSinceOf, stepsSince, withStatusSince } from './statusHistory';

type Change = Pick<OrderEvent, 'event' | 'previousStatus'>;

function firstSight(
	{ isFinal: isDone, changed }: WithStatus,
	{ open = false, changedSince }: Start,
): Change | undefined {
	const isRecent = (changed ?? Number.NEGATIVE_INFINITY) >= (changedSince ?? Number.POSITIVE_INFINITY);
	return (open && !isDone) || isRecent ? { event: 'currentStatus', previousStatus: null } : undefined;
}

/**
 * What is known of an order that is not remembered, but was made before the horizon: that it had finished and
 * settled. Of such orders only a Completed port-out can open again (001); on the others only the description can
 * change. Their running numbers go on from the horizon, which has moved since they were last delivered.
 */
function settledBefore(order: WithStatus, horizon: number | undefined): Remembered | undefined {
	const { created, changed, type, status } = order;
	const hasOpened = type === 'portOut' && created !== changed;
	if (horizon === undefined || created === undefined || created >= horizon || !(order.isFinal || hasOpened))
		return undefined;
	// Its history knows better, if there is one: an order that had not finished by then shows up late.
	const isLate =
		order.history?.every(
			(step) => !isFinal(step.status, familyOf(type)) || (step.at ?? Number.NEGATIVE_INFINITY) >= horizon,
		) ?? false;
	if (isLate) return undefined;
	return {
		status: order.isFinal ? status : 'Completed',
		description: 'settled',
		changes: horizon,
		descriptions: horizon,
	};
}

/**
 * Whether an order was there when the trigger began: seen in the very first reading, and not made since that started.
 */
function isInBaseline({ created }: SeenOrder, state: TriggerState | undefined): boolean {
	if (!isReadingBaseline(state)) return false;
	const startedAt = state?.reading.whole?.startedAt ?? Number.POSITIVE_INFINITY;
	return (created ?? startedAt) <= startedAt;
}

/** Whether an order that is not remembered is not remembered again, for a date before the horizon. */
const isOld = (order: ListedOrder, horizon: number | undefined): boolean =>
	isSettled(order, horizon) || (!hasStatus(order) && (order.created ?? Infinity) < (horizon ?? -Infinity));

/** Whether an order was not there before. */
export const isNewOrder = (order: ListedOrder, { orders, horizon }: TriggerState): boolean =>
	!orders.has(order.key) &&
	!isOld(order, horizon) &&
	!(hasStatus(order) && settledBefore(order, horizon) !== undefined);

/** What was known of an order before. */
function pastOf(order: ListedOrder, state: TriggerState | undefined): Remembered | undefined {
	const remembered = state?.orders.get(order.key);
	if (remembered !== undefined || !hasStatus(order) || isInBaseline(order, state)) return remembered;
	return settledBefore(order, state?.horizon);
}

const hasOtherStatus = (order: WithStatus, past: Remembered): boolean =>
	!sameStatus(past.status, rememberedStatus(order.status));

const hasOtherDescription = (order: WithStatus, { description }: Remembered): boolean =>
	description !== undefined && description !== fingerprint(order.description);

/** An order without status at the very first poll gets one later without an event, because it is not new. */
const isNamedLate = (past: Remembered): boolean => past.status === '' && past.isUnannounced !== true;

/**
 * What has changed of an order, as far as the list shows it: its status, or its description alone. An order that is
 * taken for a settled one may be one that shows up late, which its history decides: it counts as having another
 * status.
 * @returns undefined when nothing has, or when the order only belongs to the first reading
 */
export function changeOf(order: ListedOrder, state: TriggerState | undefined): 'status' | 'description' | undefined {
	if (state === undefined || !hasStatus(order)) return undefined;
	const isRemembered = state.orders.has(order.key);
	if (!isRemembered && (isOld(order, state.horizon) || isInBaseline(order, state))) return undefined;
	const past = pastOf(order, state);
	if (past === undefined) return 'status';
	if (isNamedLate(past)) return undefined;
	if (hasOtherStatus(order, past)) return 'status';
	if (!hasOtherDescription(order, past)) return undefined;
	return isRemembered ? 'description' : 'status';
}

/** What happened to one order since it was last seen, in order. */
function eventsOf(
	order: WithStatus,
	past: Remembered | undefined,
	state: TriggerState | undefined,
	start: Start,
): OrderEvent[] {
	if (past === undefined && isInBaseline(order, state)) {
		// Changed since the first reading began; no poll has seen the status before.
		const startedAt = state?.reading.whole?.startedAt ?? Number.POSITIVE_INFINITY;
		const hasChanged = (order.changed ?? Number.NEGATIVE_INFINITY) > startedAt;
		const first = firstSight(order, hasChanged ? { ...start, changedSince: order.changed } : start);
		return first === undefined ? [] : statusEvents(order, [{ status: order.status }], first, undefined);
	}
	if (past !== undefined && isNamedLate(past)) return [];
	const steps = stepsSince(order, past, state?.newest);
	if (past === undefined || past.status === '')
		return statusEvents(order, steps, { event: 'newOrder', previousStatus: null }, past);
	const changes = statusEvents(order, steps, { event: 'statusChanged', previousStatus: past.status }, past);
	// Where the status has changed too, its event says the more important thing.
	const isDescribed = !hasOtherStatus(order, past) && hasOtherDescription(order, past);
	return isDescribed ? [...changes, descriptionEvent(order, past.descriptions ?? 0)] : changes;
}

/** The index of an order's status in its history, if it was looked at, or did not move. */
function positionOf(order: WithStatus, past: Remembered, statuses: readonly OrderEvent[]): number | undefined {
	const length = historyUpTo(order)?.length;
	if (length !== undefined) return length - 1;
	const [first] = statuses;
	if (first === undefined) return past.position;
	const isBirth = first.event === 'newOrder' && order.created !== undefined && order.created === order.changed;
	return isBirth ? 0 : undefined;
}

const isStatusEvent = ({ event }: OrderEvent): boolean => event !== 'descriptionChanged';

/** An order without status stays as it was. */
function remember(
	order: ListedOrder,
	before: Remembered | undefined,
	events: readonly OrderEvent[],
	isUnannounced: boolean,
): Remembered {
	const unnamed: Remembered = { status: '', description: '', changes: 0, ...(isUnannounced && { isUnannounced }) };
	const { missingSince: _found, ...past } = before ?? unnamed;
	if (!hasStatus(order)) return past;
	const statuses = events.filter(isStatusEvent);
	const descriptions = (past.descriptions ?? 0) + events.length - statuses.length;
	const position = positionOf(order, past, statuses);
	const finished = finishedAt(order);
	const statusSince = statusSinceOf(order, before, statuses.length > 0);
	return {
		status: rememberedStatus(order.status),
		description: fingerprint(order.description),
		changes: past.changes + statuses.length,
		...(descriptions > 0 && { descriptions }),
		...(position !== undefined && { position }),
		...(finished !== undefined && { finishedAt: finished }),
		...(past.warned !== undefined && !order.isFinal && { warned: past.warned }),
		...(statusSince !== undefined && { statusSince }),
	};
}

/** Two orders without a date give NaN, which keeps their order. */
const byTimeOfChange = (one: OrderEvent, other: OrderEvent): number =>
	(one.order.changed ?? Number.POSITIVE_INFINITY) - (other.order.changed ?? Number.POSITIVE_INFINITY);

/** The state to remember from now on. */
function nextOrders(
	state: TriggerState | undefined,
	seen: ReadonlyMap<string, Remembered | undefined>,
	isComplete: boolean,
	now: number,
): Map<string, Remembered> {
	const next = new Map<string, Remembered>();
	for (const [key, entry] of seen) if (entry !== undefined) next.set(key, entry);
	for (const [key, entry] of state?.orders ?? []) {
		const kept = seen.has(key) ? undefined : isComplete ? keepMissing(entry, now) : entry;
		if (kept !== undefined) next.set(key, kept);
	}
	return next;
}

/**
 * The core of the trigger: compares the orders seen now with what is remembered. Pure: the same state and orders give
 * the same events and the same next state, so a poll whose result was lost can simply be repeated.
 * @param state undefined on the very first poll, which only takes the baseline and delivers what `start` selects
 * @param snapshot what was read; orders that a partial reading does not show stay remembered as they are
 * @param now milliseconds since the epoch
 * @returns the events in order of change (those without a date last), and the state to save once they are delivered
 */
export function compare(
	state: TriggerState | undefined,
	snapshot: Snapshot,
	now: number,
	start: Start = {},
): { events: OrderEvent[]; next: TriggerState } {
	const events: OrderEvent[] = [];
	const seen = new Map<string, Remembered | undefined>();
	const moments = nextMoments(state, snapshot.newest, now);
	for (const order of snapshot.orders) {
		if (state?.orders.has(order.key) !== true && isOld(order, state?.horizon)) continue;
		const past = pastOf(order, state);
		const happened = hasStatus(order) ? eventsOf(order, past, state, start) : [];
		const statusSince = statusSinceOf(order, past, happened.some(isStatusEvent));
		for (const event of happened)
			events.push(event.restored ? event : { ...event, order: withStatusSince(event.order, statusSince) });
		const entry = isSettled(order, moments.horizon)
			? undefined
			: remember(order, past, happened, !isInBaseline(order, state));
		seen.set(order.key, entry);
	}
	const orders = nextOrders(state, seen, snapshot.isComplete, now);
	const newestBefore = state === undefined ? Number.POSITIVE_INFINITY : state.newest;
	const horizon = boundedHorizon(orders.values(), moments.horizon, newestBefore);
	for (const [key, { finishedAt: moment = Infinity }] of orders)
		if (moment < (horizon ?? -Infinity)) orders.delete(key);
	return {
		events: events.toSorted(byTimeOfChange),
		next: { ...state, ...moments, ...(horizon !== undefined && { horizon }), reading: snapshot.reading, orders },
	};
}
