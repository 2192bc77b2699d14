import { createHash } from 'node:crypto';

import { sameStatus } from '../../shared/lifecycle/orderStatus';
import type { SeenOrder } from '../../shared/orderEvents/order';
import { isSettled, nextMoments, whileMissing } from './settled';
import { fingerprint, keyOf, rememberedStatus } from './state';
import type { Remembered, TrackerState } from './state';

/** What can happen to an order between two polls; `currentStatus` only at the very first poll, if asked for. */
export type ChangeKind = 'newOrder' | 'statusChanged' | 'descriptionChanged' | 'currentStatus';

/** One change of one order. */
export interface OrderEvent {
	/** The same change always has the same id, also when it is delivered again. */
	eventId: string;
	event: ChangeKind;
	orderId: string;
	/** Null for an order that was not there before. */
	previousStatus: string | null;
	status: string;
	order: SeenOrder;
}

/** What the very first poll tells of the orders that are there already; nothing by default. */
export interface Start {
	open?: boolean;
	/** Orders changed at this moment (milliseconds) or later. */
	changedSince?: number;
}

const eventIdOf = (parts: readonly unknown[]): string =>
	createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);

/** An order with the status Colt gave it. */
type Readable = SeenOrder & { status: string };

const hasStatus = (order: SeenOrder): order is Readable => order.status !== undefined;

type Change = Pick<OrderEvent, 'event' | 'previousStatus'>;

function firstSight({ isFinal, changed }: Readable, { open = false, changedSince }: Start): Change | undefined {
	const isRecent = changedSince !== undefined && changed !== undefined && changed >= changedSince;
	return (open && !isFinal) || isRecent ? { event: 'currentStatus', previousStatus: null } : undefined;
}

/**
 * An order that is not remembered is new, unless it was made before the horizon: then it was settled. Of the settled
 * ones only a Completed port-out can open again (colt-api section 7); on the others only the description can change.
 */
function unknownOrder(order: Readable, horizon: number | undefined): Change | undefined {
	if (isSettled(order, horizon)) return undefined;
	const wasSettled = horizon !== undefined && order.created !== undefined && order.created < horizon;
	if (wasSettled && order.isFinal) return { event: 'descriptionChanged', previousStatus: order.status };
	if (wasSettled && order.type === 'portOut') return { event: 'statusChanged', previousStatus: 'Completed' };
	return { event: 'newOrder', previousStatus: null };
}

function knownOrder(order: Readable, before: Remembered): Change | undefined {
	if (before.status === '') return { event: 'newOrder', previousStatus: null };
	const previousStatus = before.status;
	if (!sameStatus(previousStatus, rememberedStatus(order.status))) return { event: 'statusChanged', previousStatus };
	const isSame = before.description === undefined || before.description === fingerprint(order.description);
	return isSame ? undefined : { event: 'descriptionChanged', previousStatus };
}

/**
 * The id of an event follows from the state and the change alone, so that after a crash it is the same, even if Colt has
 * touched the order's date since. The order's running number tells a status apart that comes back; an order that was
 * settled has none any more, and to open twice it must have settled again, which moves the horizon.
 */
function toEvent(order: Readable, { event, previousStatus }: Change, before: Remembered | undefined, horizon: number | undefined): OrderEvent {
	const { id, status } = order;
	const isDescription = event === 'descriptionChanged';
	const which = before?.changes ?? (previousStatus === null ? 0 : `after ${horizon}`);
	const eventId = eventIdOf([id, which, previousStatus, isDescription ? fingerprint(order.description) : status, isDescription]);
	return { eventId, event, orderId: id, previousStatus, status, order };
}

/** An order without status stays as it was; one that was settled is not taken up again for that. */
function remember(order: SeenOrder, before: Remembered | undefined, happened: boolean, horizon: number | undefined): Remembered | undefined {
	const changes = (before?.changes ?? 0) + (happened ? 1 : 0);
	if (hasStatus(order)) return { status: rememberedStatus(order.status), description: fingerprint(order.description), changes };
	if (before !== undefined) return { status: before.status, changes, ...(before.description !== undefined && { description: before.description }) };
	const wasSettled = horizon !== undefined && order.created !== undefined && order.created < horizon;
	return wasSettled ? undefined : { status: '', description: '', changes };
}

const byTimeOfChange = (one: OrderEvent, other: OrderEvent): number => {
	const [first, second] = [one.order.changed ?? Number.POSITIVE_INFINITY, other.order.changed ?? Number.POSITIVE_INFINITY];
	return first === second ? 0 : first - second;
};

/**
 * The trigger's brain: compares the orders seen now with what is remembered. Pure: the same state and orders give the
 * same events and the same next state, so a poll whose result was lost can simply be done again.
 * @param state undefined on the very first poll, which only takes the baseline, and tells what `start` asks for
 * @param orders the whole order list, each order once; one without status is remembered as it was
 * @param now milliseconds since the epoch
 * @returns the events in order of change (those without a date last), and the state to remember once they are handed over
 */
export function track(
	state: TrackerState | undefined, orders: readonly SeenOrder[], now: number, start: Start = {},
): { events: OrderEvent[]; next: TrackerState } {
	const events: OrderEvent[] = [];
	const next = new Map<string, Remembered>();
	const seen = new Set<string>();
	const moments = nextMoments(state, orders, now);
	for (const order of orders) {
		const key = keyOf(order.id);
		seen.add(key);
		const before = state?.orders.get(key);
		const change = hasStatus(order) ? changeOf(order, before, state, start) : undefined;
		if (change !== undefined && hasStatus(order)) events.push(toEvent(order, change, before, state?.horizon));
		const entry = isSettled(order, moments.horizon) ? undefined : remember(order, before, change !== undefined, state?.horizon);
		if (entry !== undefined) next.set(key, entry);
	}
	for (const [key, entry] of state?.orders ?? []) {
		const kept = seen.has(key) ? undefined : whileMissing(entry, now);
		if (kept !== undefined) next.set(key, kept);
	}
	return { events: events.toSorted(byTimeOfChange), next: { ...moments, orders: next } };
}

function changeOf(order: Readable, before: Remembered | undefined, state: TrackerState | undefined, start: Start): Change | undefined {
	if (state === undefined) return firstSight(order, start);
	return before === undefined ? unknownOrder(order, state.horizon) : knownOrder(order, before);
}
