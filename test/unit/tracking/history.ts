import { readOrders } from '../../../nodes/shared/orderEvents/order';
import { readState, toKept } from '../../../nodes/ColtWholesaleSip/tracking/state';
import type { track } from '../../../nodes/ColtWholesaleSip/tracking/tracker';
import type { OrderEvent } from '../../../nodes/ColtWholesaleSip/tracking/tracker';
import { World } from './world';
import type { Happening, Sorting } from './world';

/** A poll, and what becomes of it. `crash`: the items were handed over, the state was not saved. */
export interface Poll {
	kind: 'poll';
	outcome: 'done' | 'read fails' | 'crash';
	pageSize: number;
	sorting: Sorting;
	between: Happening[];
}

export type Step = Happening | Poll | { kind: 'restart' };

export interface History {
	/** How far n8n's clock is off, milliseconds. */
	skew: number;
	before: Happening[];
	steps: Step[];
}

/** The rules under test: the tracker, and whether the state stays where it is when reading fails. */
export interface Rules {
	track: typeof track;
	movesOnFailure?: boolean;
}

/** What is wrong with the deliveries of a history; empty when nothing is. */
export function faultsOf({ skew, before, steps }: History, rules: Rules): string[] {
	const world = new World();
	const faults: string[] = [];
	const delivered: OrderEvent[] = [];
	/** As n8n does it: saved with every delivery; what a poll without items changes lives in memory only. */
	let saved: string | undefined;
	let memory: string | undefined;
	const decide = (records: readonly unknown[]): { events: OrderEvent[]; next: string } => {
		const { orders } = readOrders(records);
		const state = readState(memory === undefined ? undefined : JSON.parse(memory));
		const { events, next } = rules.track(state, orders, world.now + skew);
		return { events, next: JSON.stringify(toKept(next)) };
	};
	const poll = ({ outcome, pageSize, sorting, between }: Poll): void => {
		const records = world.read(pageSize, sorting, between);
		if (outcome === 'read fails') {
			if (rules.movesOnFailure) memory = saved = decide(records.slice(0, pageSize)).next;
			return;
		}
		const { events, next } = decide(records);
		faults.push(...disorder(events));
		if (outcome === 'crash') {
			memory = saved;
			const again = decide(records).events.map(({ eventId }) => eventId);
			if (!events.every(({ eventId }) => again.includes(eventId))) faults.push('after a crash an event came with another id');
			return;
		}
		delivered.push(...events);
		memory = next;
		if (events.length > 0) saved = next;
	};
	const quiet: Poll = { kind: 'poll', outcome: 'done', pageSize: 1000, sorting: 'oldest first', between: [] };

	before.forEach((happening) => world.happen(happening));
	const baseline = new Map(world.list('oldest first').map(({ id, status }) => [id, status]));
	poll(quiet);
	saved = memory;
	for (const step of steps) {
		if (step.kind === 'poll') poll(step);
		else if (step.kind === 'restart') memory = saved;
		else world.happen(step);
	}
	world.happen({ kind: 'wait', ms: 6 * 86_400_000 });
	poll(quiet);
	return [...faults, ...repeated(delivered), ...lost(world, baseline, delivered), ...unbounded(world, memory)];
}

/** Events of one poll come in order of change. */
const disorder = (events: readonly OrderEvent[]): string[] =>
	events.some(({ order }, index) => (events[index - 1]?.order.changed ?? 0) > (order.changed ?? Infinity)) ? ['events out of order'] : [];

function repeated(delivered: readonly OrderEvent[]): string[] {
	const ids = delivered.map(({ eventId }) => eventId);
	return new Set(ids).size === ids.length ? [] : ['an event id twice'];
}

/** The events of an order must lead, without a gap, from where it was at the baseline to where it is. */
function lost(world: World, baseline: ReadonlyMap<string, string>, delivered: readonly OrderEvent[]): string[] {
	return world.list('oldest first').flatMap(({ id, status }) => {
		const chain = delivered.filter(({ orderId, event }) => orderId === id && event !== 'descriptionChanged');
		const start = baseline.get(id) ?? null;
		const isUnbroken = chain.every(({ previousStatus }, index) => previousStatus === (chain[index - 1]?.status ?? start));
		const end = chain.at(-1)?.status ?? start;
		const told = chain.map((event) => `${event.previousStatus} → ${event.status}`).join(', ');
		return isUnbroken && end === status ? [] : [`${id}: from ${start} to ${status} came ${told === '' ? 'nothing' : told}`];
	});
}

/** Remembered are the open orders and those that finished lately, however many there were. */
function unbounded(world: World, memory: string | undefined): string[] {
	const state = readState(JSON.parse(memory ?? 'null'));
	const { orders } = readOrders(world.list('oldest first'));
	const expected = orders.filter(({ isFinal, changed = 0 }) => !isFinal || changed >= (state?.horizon ?? 0));
	return (state?.orders.size ?? 0) > expected.length ? [`${state?.orders.size} orders remembered instead of ${expected.length}`] : [];
}
