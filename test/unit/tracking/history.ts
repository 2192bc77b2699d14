import { ColtError } from '../../../nodes/shared/errors/problem';
import { readOrders } from '../../../nodes/shared/orderEvents/order';
import { Gathered } from '../../../nodes/ColtWholesaleSip/tracking/gather';
import { goBack, wayBack } from '../../../nodes/ColtWholesaleSip/tracking/handedOver';
import { readState, toKept } from '../../../nodes/ColtWholesaleSip/tracking/kept';
import type { TrackerState } from '../../../nodes/ColtWholesaleSip/tracking/state';
import type { OrderEvent } from '../../../nodes/ColtWholesaleSip/tracking/tracker';
import type { Around, Turn } from '../../../nodes/ColtWholesaleSip/tracking/turn';
import { World } from './world';
import type { Api, Happening, Reading } from './world';

/**
 * A poll, and what becomes of it. `crash`: the items were handed over, the state was not saved. `dies`: n8n saved the state
 * and died before it stored the items.
 */
export interface Poll extends Omit<Reading, 'failsAt'> {
	kind: 'poll';
	outcome: 'done' | 'fails' | 'crash' | 'dies';
	/** With `fails`, the request that does. */
	failsAt: number;
	/** After so many requests the time has run out. */
	lateAfter: number;
}

export type Step = Happening | Poll | { kind: 'restart' };

export interface History {
	api: Api;
	/** How far n8n's clock is off, milliseconds. */
	skew: number;
	/** Whether n8n saves after polls without items too: durable cursors. */
	isDurable: boolean;
	/** After so many requests the first poll runs out of time. */
	baselineLateAfter: number;
	before: Happening[];
	steps: Step[];
}

/** The rules under test: one poll, and whether the state stays where it is when reading fails. */
export interface Rules {
	turn: (around: Around, into: Gathered, state: TrackerState | undefined) => Promise<Turn>;
	movesOnFailure?: boolean;
	/** Takes the saved state as it is, though n8n may have died before it stored the items. */
	neverGoesBack?: boolean;
}

/** How many polls read the whole list, and how many not. */
export const readings = { whole: 0, narrow: 0 };

/** What n8n keeps: `memory` in the process, `saved` for the next one. */
interface Kept {
	memory?: string;
	saved?: string;
}

const quiet = (pageSize: number): Poll => ({ kind: 'poll', outcome: 'done', pageSize, sorting: 'oldest first', between: [], failsAt: 0, lateAfter: Infinity });

/** Runs one poll as n8n does. @returns the next state, or undefined when reading failed */
async function once(world: World, { skew, baselineLateAfter }: History, rules: Rules, text: string | undefined, poll: Poll): Promise<{ events: OrderEvent[]; next: string; back: string } | undefined> {
	world.requests = 0;
	const { outcome, failsAt, ...reading } = poll;
	const around: Around = {
		source: {
			pages: (query, from) => world.pages(query, from, { ...reading, ...(outcome === 'fails' && { failsAt }) }),
			pageSize: poll.pageSize,
			isLate: () => world.requests >= poll.lateAfter,
			warn: () => undefined,
		},
		// Of many details a poll that is late reads the first.
		details: async (ids) => {
			const read = poll.lateAfter === Infinity ? ids : ids.slice(0, 1);
			return await Promise.resolve({ found: new Map(read.map((id) => [id, world.details(id)])), again: new Set(ids.slice(read.length)) });
		},
		// What is new while the first list is read over several polls, only Colt's clock can tell.
		now: () => world.now + (baselineLateAfter === Infinity ? skew : 0),
	};
	const into = new Gathered();
	const state = readState(text === undefined ? undefined : JSON.parse(text));
	try {
		const { events, next, view } = await rules.turn(around, into, state);
		readings[view.isComplete ? 'whole' : 'narrow'] += 1;
		const back = state === undefined || rules.neverGoesBack ? next : goBack(next, JSON.parse(JSON.stringify(wayBack(state, next, 0))), 0);
		return { events, next: JSON.stringify(toKept(next)), back: JSON.stringify(toKept(back)) };
	} catch (error) {
		if (!(error instanceof ColtError)) throw error;
		if (!rules.movesOnFailure || state === undefined) return undefined;
		const { next } = await rules.turn({ ...around, source: { ...around.source, pages: (query, from) => world.pages(query, from, quiet(100)) } }, new Gathered(), state);
		return { events: [], next: JSON.stringify(toKept(next)), back: JSON.stringify(toKept(next)) };
	}
}

/** What is wrong with the deliveries of a history; empty when nothing is. */
export async function faultsOf(given: History, rules: Rules): Promise<string[]> {
	// Without dates nobody can tell what is new while the first list is still being read.
	const history = given.api.hasDates ? given : { ...given, baselineLateAfter: Infinity };
	const world = new World(history.api);
	const faults: string[] = [];
	const delivered: OrderEvent[] = [];
	const kept: Kept = {};
	const poll = async (step: Poll): Promise<void> => {
		const result = await once(world, history, rules, kept.memory, step);
		if (result === undefined) return;
		const { events, next, back } = result;
		faults.push(...disorder(events));
		if (step.outcome === 'crash') {
			kept.memory = kept.saved;
			const again = await once(world, history, rules, kept.memory, { ...step, outcome: 'done', between: [] });
			const ids = new Set(again?.events.map(({ eventId }) => eventId));
			// A long first reading that was not saved is begun anew, and its orders are seen for the first time again.
			const isSame = step.between.length === 0 && step.lateAfter === Infinity && history.baselineLateAfter === Infinity;
			if (isSame && !events.every(({ eventId }) => ids.has(eventId))) faults.push('after a crash an event came with another id');
			return;
		}
		if (step.outcome === 'dies') {
			if (events.length > 0) kept.saved = back;
			kept.memory = kept.saved;
			return;
		}
		delivered.push(...events);
		kept.memory = next;
		if (events.length > 0 || history.isDurable) kept.saved = next;
	};

	history.before.forEach((happening) => world.happen(happening));
	world.happen({ kind: 'wait', ms: 1000 });
	// What was made before the trigger is no news, when it shows up while the first list is still being read.
	if (history.baselineLateAfter !== Infinity) world.reveal();
	const baseline = new Map(world.entries().map(({ id, history: statuses }) => [id, statuses.length - 1]));
	await poll({ ...quiet(2), lateAfter: history.baselineLateAfter });
	world.happen({ kind: 'wait', ms: 1000 });
	kept.saved = kept.memory;
	for (const step of history.steps) {
		if (step.kind === 'poll') await poll(step);
		else if (step.kind === 'restart') kept.memory = kept.saved;
		else world.happen(step);
	}
	world.happen({ kind: 'wait', ms: 6 * 86_400_000 });
	await poll(quiet(2));
	// Where nothing but the rolling look at the whole list can tell, it has to come round.
	for (let pages = 0; pages <= world.entries().length; pages += 2) {
		await poll(quiet(2));
		const { sweep = 0 } = readState(JSON.parse(kept.memory ?? 'null')) ?? {};
		if (sweep === 0) break;
	}
	return [...faults, ...repeated(delivered), ...lost(world, history, baseline, delivered), ...unbounded(world, kept.memory)];
}

/** Events of one poll come in order of change. */
const disorder = (events: readonly OrderEvent[]): string[] =>
	events.some(({ order }, index) => (events[index - 1]?.order.changed ?? 0) > (order.changed ?? Infinity)) ? ['events out of order'] : [];

function repeated(delivered: readonly OrderEvent[]): string[] {
	const ids = delivered.map(({ eventId }) => eventId);
	return new Set(ids).size === ids.length ? [] : ['an event id twice'];
}

/**
 * The events of an order must lead, without a gap, from where it was at the baseline to where it is; through every status
 * it had, if its details and dates tell them.
 */
function lost(world: World, { api, baselineLateAfter }: History, baseline: ReadonlyMap<string, number>, delivered: readonly OrderEvent[]): string[] {
	const isLong = baselineLateAfter !== Infinity;
	return world.entries().flatMap(({ id, status, history }) => {
		const chain = delivered.filter(({ orderId, event }) => orderId === id && event !== 'descriptionChanged');
		const place = baseline.get(id);
		const start = place === undefined ? null : (history[place]?.status ?? null);
		// What changed while the first list was still being read comes as it is then.
		const isBegun = (index: number): boolean => index === 0 && isLong;
		const isUnbroken = chain.every(({ previousStatus }, index) => previousStatus === (chain[index - 1]?.status ?? start) || (isBegun(index) && previousStatus === null));
		const end = chain.at(-1)?.status ?? start;
		const told = chain.map((event) => `${event.previousStatus} → ${event.status}`).join(', ');
		if (!isUnbroken || end !== status) return [`${id}: from ${start} to ${status} came ${told === '' ? 'nothing' : told}`];
		// A way there and back leaves no trace in the list when its end bears the date of a change seen before.
		const isStep = (one: string | null, other: string): boolean => history.some((entry, index) => entry.status === other && (history[index - 1]?.status ?? null) === one);
		const leap = chain.find(({ previousStatus, status: to }, index) => !isStep(previousStatus, to) && !(isBegun(index) && previousStatus === null));
		return !api.hasHistory || !api.hasDates || leap === undefined ? [] : [`${id}: of ${history.map((entry) => entry.status).join(', ')} came only ${told}`];
	});
}

/** Remembered are the open orders and those that finished lately, however many there were. */
function unbounded(world: World, memory: string | undefined): string[] {
	const state = readState(JSON.parse(memory ?? 'null'));
	const { orders } = readOrders(world.entries());
	const expected = orders.filter(({ isFinal, changed = 0 }) => !isFinal || changed >= (state?.horizon ?? 0));
	return (state?.orders.size ?? 0) > expected.length ? [`${state?.orders.size} orders remembered instead of ${expected.length}`] : [];
}
