import { createHash } from 'node:crypto';

import { familyOf, isFinal, sameStatus } from '../../shared/lifecycle/orderStatus';
import type { SeenOrder, StatusStep } from '../../shared/orders/record';
import { historyUpTo, stepsSince } from './statusHistory';
import { lookedAtIn } from './lookedAt';
import { boundedHorizon, finishedAt, isSettled, newestOf, nextMoments, whileMissing } from './settled';
import { sinceOf, withSince } from './since';
import { fingerprint, keyOf, rememberedStatus } from './state';
import type { Newest, Remembered, TrackerState } from './state';

/** What can happen to an order between two polls; `currentStatus` only at the very first poll, if asked for. */
export type ChangeKind = 'newOrder' | 'statusChanged' | 'descriptionChanged' | 'currentStatus';

/** One change of one order. */
export interface OrderEvent {
	/** The same change always has the same id, also when it is delivered again. */
	eventId: string;
	event: ChangeKind | 'deadlineNear' | 'reservationExpiring';
	orderId: string;
	/** Null for an order that was not there before. */
	previousStatus: string | null;
	status: string;
	/** With the status of the event; of an earlier one than the present, only what is known of that time. */
	order: SeenOrder;
	/** The order has gone on since: its history tells of a status that no poll has seen. */
	restored?: true;
	/** Further facts for the item. */
	more?: Record<string, unknown>;
}

/** What the very first poll tells of the orders that are there already; nothing by default. */
export interface Start {
	open?: boolean;
	/** Orders changed at this moment (milliseconds) or later. */
	changedSince?: number | undefined;
}

/** What a poll has read. */
export interface View {
	/** Each order once; one without status is remembered as it was. */
	orders: readonly SeenOrder[];
	/** The whole list was read, in one go: what is not in it is not there. */
	isComplete: boolean;
	/** The newest change up to which everything was read; undefined where that has not moved on. */
	newest?: Newest;
	/** What reading itself wants to be remembered. */
	memory: Partial<Omit<TrackerState, 'orders' | 'horizon' | 'newest' | 'canary'>>;
}

/** A whole list, read in one go. */
export function wholeView(orders: readonly SeenOrder[]): View {
	const newest = newestOf(orders);
	return { orders, isComplete: true, ...(newest !== undefined && { newest }), memory: {} };
}

export const eventIdOf = (parts: readonly unknown[]): string =>
	createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);

/** An order with the status Colt gave it. */
type Readable = SeenOrder & { status: string };

const hasStatus = (order: SeenOrder): order is Readable => order.status !== undefined;

type Change = Pick<OrderEvent, 'event' | 'previousStatus'>;

function firstSight({ isFinal: isDone, changed }: Readable, { open = false, changedSince }: Start): Change | undefined {
	const isRecent = (changed ?? Number.NEGATIVE_INFINITY) >= (changedSince ?? Number.POSITIVE_INFINITY);
	return (open && !isDone) || isRecent ? { event: 'currentStatus', previousStatus: null } : undefined;
}

/**
 * What is known of an order that is not remembered, but was made before the horizon: that it had finished and settled. Of
 * such orders only a Completed port-out can open again (colt-api section 7); on the others only the description can
 * change. Their running numbers go on from the horizon, which has moved since they were last told.
 */
function settledBefore(order: Readable, horizon: number | undefined): Remembered | undefined {
	const { created, changed, type, status } = order;
	const hasOpened = type === 'portOut' && created !== changed;
	if (horizon === undefined || created === undefined || created >= horizon || !(order.isFinal || hasOpened))
		return undefined;
	// Its history, if it is told, knows better: an order that had not finished by then shows up late.
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

/** Of an order whose status has changed too, the description is not told. */
const isDescribedAnew = (order: Readable, { status, description }: Remembered): boolean =>
	sameStatus(status, rememberedStatus(order.status)) &&
	description !== undefined &&
	description !== fingerprint(order.description);

/**
 * One status of several that came since the last poll, as that poll would have seen it. The details are read after the
 * list: of a status that has come back meanwhile they tell a later moment.
 */
export function asAt(order: Readable, { status, at: moment }: StatusStep, isLast: boolean): Readable {
	if (isLast)
		return moment === undefined || order.changed === undefined || moment <= order.changed
			? order
			: { ...order, changed: moment };
	const { description: _later, changed: _last, ...lasting } = order;
	return {
		...lasting,
		status,
		isFinal: isFinal(status, familyOf(order.type)),
		...(moment !== undefined && { changed: moment }),
	};
}

/**
 * The id of an event follows from the state and the change alone, so that after a crash it is the same, even if Colt has
 * touched the order's date since. The order's running number tells a status apart that comes back; but an order that had
 * finished may be settled or not, as the process lives or was started anew: of what happens to it the date counts.
 */
function statusEvents(
	order: Readable,
	steps: readonly StatusStep[],
	first: Change,
	past: Remembered | undefined,
): OrderEvent[] {
	const hadFinished = past !== undefined && isFinal(past.status, familyOf(order.type));
	const before = [first.previousStatus, ...steps.map(({ status }) => status)];
	return steps.map((step, index): OrderEvent => {
		const isLast = index === steps.length - 1;
		const previousStatus = before[index] ?? null;
		const then = asAt(order, step, isLast);
		const { status } = then;
		const which = hadFinished && step.at !== undefined ? `at ${step.at}` : (past?.changes ?? 0) + index;
		return {
			eventId: eventIdOf([order.id, which, previousStatus, status]),
			event: index === 0 ? first.event : 'statusChanged',
			orderId: order.id,
			previousStatus,
			status,
			order: then,
			...(!isLast && { restored: true as const }),
		};
	});
}

/** A description that comes back is told apart by its date, for the same reason; without one, by the running number. */
function descriptionEvent(order: Readable, descriptions: number): OrderEvent {
	const { id, status, changed } = order;
	const which = changed === undefined ? descriptions : `at ${changed}`;
	const eventId = eventIdOf([id, which, status, fingerprint(order.description), 'description']);
	return { eventId, event: 'descriptionChanged', orderId: id, previousStatus: status, status, order };
}

/** Whether an order belongs to the baseline: seen at the very first reading, and not made since that began. */
function isBaseline({ created }: SeenOrder, state: TrackerState | undefined): boolean {
	if (state === undefined) return true;
	const { isBaseline: isFirst = false, startedAt = 0 } = state.unfinished ?? {};
	return isFirst && (created ?? startedAt) <= startedAt;
}

/** Whether an order that is not remembered is not taken up again, neither for a date before the horizon nor for a missing status. */
const isOld = (order: SeenOrder, horizon: number | undefined): boolean =>
	isSettled(order, horizon) || (!hasStatus(order) && (order.created ?? Infinity) < (horizon ?? -Infinity));

/** Whether an order was not there before. */
export const isNewOrder = (order: SeenOrder, { orders, horizon }: TrackerState): boolean =>
	!orders.has(keyOf(order.id)) &&
	!isOld(order, horizon) &&
	!(hasStatus(order) && settledBefore(order, horizon) !== undefined);

/** What was known before. */
interface Since {
	state: TrackerState | undefined;
	start: Start;
	/** The changes later than the state's newest that were seen. */
	lookedAt: ReadonlyMap<string, number>;
}

/** What happened to one order since it was last seen, in order. */
function eventsOf(order: Readable, past: Remembered | undefined, { state, start, lookedAt }: Since): OrderEvent[] {
	if (past === undefined && isBaseline(order, state)) {
		// Changed since the first reading began, from what no poll has seen.
		const hasChanged =
			(order.changed ?? Number.NEGATIVE_INFINITY) > (state?.unfinished?.startedAt ?? Number.POSITIVE_INFINITY);
		const first = firstSight(order, hasChanged ? { ...start, changedSince: order.changed } : start);
		return first === undefined ? [] : statusEvents(order, [{ status: order.status }], first, undefined);
	}
	const steps = stepsSince(order, past, lookedAt.get(keyOf(order.id)) ?? state?.newest);
	if (past === undefined || past.status === '')
		return statusEvents(order, steps, { event: 'newOrder', previousStatus: null }, past);
	const told = statusEvents(order, steps, { event: 'statusChanged', previousStatus: past.status }, past);
	return isDescribedAnew(order, past) ? [...told, descriptionEvent(order, past.descriptions ?? 0)] : told;
}

/** The place of an order's status in its history, if it was looked at, or did not move. */
function positionOf(order: Readable, past: Remembered, told: readonly OrderEvent[]): number | undefined {
	const length = historyUpTo(order)?.length;
	if (length !== undefined) return length - 1;
	const [first] = told;
	if (first === undefined) return past.position;
	const isBirth = first.event === 'newOrder' && order.created !== undefined && order.created === order.changed;
	return isBirth ? 0 : undefined;
}

/** An order without status stays as it was. */
function remember(order: SeenOrder, before: Remembered | undefined, events: readonly OrderEvent[]): Remembered {
	const { missingSince: _found, ...past } = before ?? { status: '', description: '', changes: 0 };
	if (!hasStatus(order)) return past;
	const statuses = events.filter(({ event }) => event !== 'descriptionChanged');
	const descriptions = (past.descriptions ?? 0) + events.length - statuses.length;
	const position = positionOf(order, past, statuses);
	const finished = finishedAt(order);
	const since = sinceOf(order, before, events);
	return {
		status: rememberedStatus(order.status),
		description: fingerprint(order.description),
		changes: past.changes + statuses.length,
		...(descriptions > 0 && { descriptions }),
		...(position !== undefined && { position }),
		...(finished !== undefined && { finishedAt: finished }),
		...(past.warned !== undefined && !order.isFinal && { warned: past.warned }),
		...(since !== undefined && { since }),
	};
}

/** Two without a date give NaN, which leaves them as they are. */
const byTimeOfChange = (one: OrderEvent, other: OrderEvent): number =>
	(one.order.changed ?? Number.POSITIVE_INFINITY) - (other.order.changed ?? Number.POSITIVE_INFINITY);

/** What is remembered from now on. */
function nextOrders(
	state: TrackerState | undefined,
	seen: ReadonlyMap<string, Remembered | undefined>,
	isComplete: boolean,
	now: number,
): Map<string, Remembered> {
	const next = new Map<string, Remembered>();
	for (const [key, entry] of seen) if (entry !== undefined) next.set(key, entry);
	for (const [key, entry] of state?.orders ?? []) {
		const kept = seen.has(key) ? undefined : isComplete ? whileMissing(entry, now) : entry;
		if (kept !== undefined) next.set(key, kept);
	}
	return next;
}

/**
 * The trigger's brain: compares the orders seen now with what is remembered. Pure: the same state and orders give the
 * same events and the same next state, so a poll whose result was lost can simply be done again.
 * @param state undefined on the very first poll, which only takes the baseline, and tells what `start` asks for
 * @param view what was read; orders that a partial reading does not show stay remembered as they are
 * @param now milliseconds since the epoch
 * @returns the events in order of change (those without a date last), and the state to remember once they are handed over
 */
export function track(
	state: TrackerState | undefined,
	view: View,
	now: number,
	start: Start = {},
): { events: OrderEvent[]; next: TrackerState } {
	const lookedAt = lookedAtIn(state ?? {});
	const events: OrderEvent[] = [];
	const seen = new Map<string, Remembered | undefined>();
	const moments = nextMoments(state, view.newest, now);
	for (const order of view.orders) {
		const key = keyOf(order.id);
		const before = state?.orders.get(key);
		if (before === undefined && isOld(order, state?.horizon)) continue;
		const past =
			before ?? (hasStatus(order) && !isBaseline(order, state) ? settledBefore(order, state?.horizon) : undefined);
		const happened = hasStatus(order) ? eventsOf(order, past, { state, start, lookedAt }) : [];
		const since = sinceOf(order, past, happened);
		events.push(
			...happened.map((event) => (event.restored ? event : { ...event, order: withSince(event.order, since) })),
		);
		seen.set(key, isSettled(order, moments.horizon) ? undefined : remember(order, past, happened));
	}
	const orders = nextOrders(state, seen, view.isComplete, now);
	const horizon = boundedHorizon(
		orders.values(),
		moments.horizon,
		state === undefined ? Number.POSITIVE_INFINITY : state.newest,
	);
	for (const [key, { finishedAt: moment = Infinity }] of orders)
		if (moment < (horizon ?? -Infinity)) orders.delete(key);
	const { unfinished: _begun, readSince: _since, ...lasting } = state ?? {};
	return {
		events: events.toSorted(byTimeOfChange),
		next: { ...lasting, ...view.memory, ...moments, ...(horizon !== undefined && { horizon }), orders },
	};
}
