import { ColtError } from '../../../nodes/shared/errors/problem';
import { readOrders } from '../../../nodes/shared/orders/record';
import { Gathered } from '../../../nodes/ColtWholesaleSip/trigger/gather';
import { handOver, toTellAgain } from '../../../nodes/ColtWholesaleSip/trigger/redelivery';
import { readState, toKept } from '../../../nodes/ColtWholesaleSip/trigger/savedState';
import { tellAgain, toldOf } from '../../../nodes/ColtWholesaleSip/trigger/told';
import type { OrderEvent } from '../../../nodes/ColtWholesaleSip/trigger/compare';
import type { TrackerState } from '../../../nodes/ColtWholesaleSip/trigger/state';
import type { Around, Turn } from '../../../nodes/ColtWholesaleSip/trigger/turn';
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
	/** Takes what n8n saved for what it delivered, though it may have died before it stored the items. */
	neverTellsAgain?: boolean;
}

/** How many polls read the whole list, and how many not. */
export const readings = { whole: 0, narrow: 0 };

/** What n8n keeps: `memory` in the process, `saved` for the next one, and whether the next poll is the first of a process. */
interface Kept {
	memory: string | undefined;
	saved: string | undefined;
	isFirst: boolean;
}

/** The trigger's state as n8n keeps it. */
const parsed = (text: string | undefined): { orders?: unknown; handedOver?: unknown } =>
	text === undefined ? {} : (JSON.parse(text) as object);
const stateIn = (text: string | undefined): TrackerState | undefined => readState(parsed(text).orders);

const quiet = (pageSize: number): Poll => ({
	kind: 'poll',
	outcome: 'done',
	pageSize,
	sorting: 'oldest first',
	between: [],
	failsAt: 0,
	lateAfter: Infinity,
});

/** Runs one poll as n8n does. @returns the next state, or undefined when reading failed */
async function once(
	world: World,
	{ skew, baselineLateAfter }: History,
	rules: Rules,
	{ memory, isFirst }: Kept,
	poll: Poll,
): Promise<{ events: OrderEvent[]; retold: OrderEvent[]; next: string } | undefined> {
	world.requests = 0;
	const begun = world.now;
	const { outcome, failsAt, ...reading } = poll;
	const around: Around = {
		source: {
			pages: (query, from) => world.pages(query, from, { ...reading, ...(outcome === 'fails' && { failsAt }) }),
			pageSize: poll.pageSize,
			begun: () => (skew < 0 ? undefined : begun),
			isLate: () => world.requests >= poll.lateAfter,
			warn: () => undefined,
		},
		// Of many details a poll that is late reads the first.
		details: async (ids) => {
			const read = poll.lateAfter === Infinity ? ids : ids.slice(0, 1);
			return await Promise.resolve({
				found: new Map(read.map((id) => [id, world.details(id)])),
				again: new Set(ids.slice(read.length)),
			});
		},
		// What is new while the first list is read over several polls, only Colt's clock can tell.
		now: () => world.now + (baselineLateAfter === Infinity ? skew : 0),
	};
	const into = new Gathered();
	const last = stateIn(memory);
	const again =
		last === undefined ? undefined : toTellAgain(last, parsed(memory).handedOver, isFirst && !rules.neverTellsAgain, 0);
	const state = again?.state;
	try {
		const { events, next, view } = await rules.turn(around, into, state);
		readings[view.isComplete ? 'whole' : 'narrow'] += 1;
		const retold = tellAgain(again?.left ?? [], view.orders);
		const all = [...retold.events, ...events];
		const handedOver = handOver(state, { told: toldOf(all), left: retold.left, warned: [] }, 0);
		return { events: all, retold: retold.events, next: JSON.stringify({ orders: toKept(next), handedOver }) };
	} catch (error) {
		if (!(error instanceof ColtError)) throw error;
		if (!rules.movesOnFailure || state === undefined) return undefined;
		const { next } = await rules.turn(
			{ ...around, source: { ...around.source, pages: (query, from) => world.pages(query, from, quiet(100)) } },
			new Gathered(),
			state,
		);
		return { events: [], retold: [], next: JSON.stringify({ orders: toKept(next) }) };
	}
}

/** What is wrong with the deliveries of a history; empty when nothing is. */
export async function faultsOf(given: History, rules: Rules): Promise<string[]> {
	// Without dates nobody can tell what is new while the first list is still being read.
	const history = given.api.hasDates ? given : { ...given, baselineLateAfter: Infinity };
	const world = new World(history.api);
	const faults: string[] = [];
	const delivered: OrderEvent[] = [];
	const kept: Kept = { memory: undefined, saved: undefined, isFirst: true };
	const dies = (): void => void Object.assign(kept, { memory: kept.saved, isFirst: true });
	const poll = async (step: Poll): Promise<void> => {
		const result = await once(world, history, rules, kept, step);
		if (result === undefined) return;
		const { events, retold, next } = result;
		faults.push(...disorder(events.filter((event) => !retold.includes(event))));
		if (step.outcome === 'crash') {
			dies();
			const again = await once(world, history, rules, kept, { ...step, outcome: 'done', between: [] });
			const ids = new Set(again?.events.map(({ eventId }) => eventId));
			// A long first reading that was not saved is begun anew, and its orders are seen for the first time again.
			const isSame = step.between.length === 0 && step.lateAfter === Infinity && history.baselineLateAfter === Infinity;
			if (isSame && !events.every(({ eventId }) => ids.has(eventId)))
				faults.push('after a crash an event came with another id');
			return;
		}
		if (step.outcome === 'dies') {
			if (events.length > 0) kept.saved = next;
			dies();
			return;
		}
		const known = new Set(delivered.map(({ eventId }) => eventId));
		const isRepeat = ({ eventId }: OrderEvent): boolean => known.has(eventId);
		if (!kept.isFirst && events.some((event) => isRepeat(event) && !retold.includes(event)))
			faults.push('an event twice without a restart');
		delivered.push(...events.filter((event) => !isRepeat(event)));
		Object.assign(kept, { memory: next, isFirst: false });
		if (events.length > 0 || history.isDurable) kept.saved = next;
	};

	history.before.forEach((happening) => world.happen(happening));
	world.happen({ kind: 'wait', ms: 1000 });
	// What was made before the trigger is no news, when it shows up while the first list is still being read.
	if (history.baselineLateAfter !== Infinity) world.reveal();
	const baseline = new Map(world.entries().map(({ id, history: statuses }) => [id, statuses.length - 1]));
	await poll({ ...quiet(2), lateAfter: history.baselineLateAfter });
	world.happen({ kind: 'wait', ms: 1000 });
	Object.assign(kept, { saved: kept.memory });
	for (const step of history.steps) {
		if (step.kind === 'poll') await poll(step);
		else if (step.kind === 'restart') dies();
		else world.happen(step);
	}
	world.happen({ kind: 'wait', ms: 6 * 86_400_000 });
	await poll(quiet(2));
	// Where nothing but the rolling look at the whole list can tell, it has to come round.
	for (let pages = 0; pages <= world.entries().length; pages += 2) {
		await poll(quiet(2));
		const { sweep = 0 } = stateIn(kept.memory) ?? {};
		if (sweep === 0) break;
	}
	return [
		...faults,
		...repeated(delivered),
		...lost(world, history, baseline, delivered),
		...unbounded(world, kept.memory),
	];
}

/** Events of one poll come in order of change. */
const disorder = (events: readonly OrderEvent[]): string[] =>
	events.some(({ order }, index) => (events[index - 1]?.order.changed ?? 0) > (order.changed ?? Infinity))
		? ['events out of order']
		: [];

function repeated(delivered: readonly OrderEvent[]): string[] {
	const ids = delivered.map(({ eventId }) => eventId);
	return new Set(ids).size === ids.length ? [] : ['an event id twice'];
}

/**
 * The events of an order must lead, without a gap, from where it was at the baseline to where it is; through every status
 * it had, if its details and dates tell them.
 */
function lost(
	world: World,
	{ api, skew, baselineLateAfter }: History,
	baseline: ReadonlyMap<string, number>,
	delivered: readonly OrderEvent[],
): string[] {
	const isLong = baselineLateAfter !== Infinity;
	return world.entries().flatMap(({ id, status, history }) => {
		const chain = delivered.filter(({ orderId, event }) => orderId === id && event !== 'descriptionChanged');
		const place = baseline.get(id);
		const start = place === undefined ? null : (history[place]?.status ?? null);
		// What changed while the first list was still being read comes as it is then.
		const isBegun = (index: number): boolean => index === 0 && isLong;
		const isUnbroken = chain.every(
			({ previousStatus }, index) =>
				previousStatus === (chain[index - 1]?.status ?? start) || (isBegun(index) && previousStatus === null),
		);
		const end = chain.at(-1)?.status ?? start;
		const told = chain.map((event) => `${event.previousStatus} → ${event.status}`).join(', ');
		if (!isUnbroken || end !== status)
			return [`${id}: from ${start} to ${status} came ${told === '' ? 'nothing' : told}`];
		// A way there and back leaves no trace in the list when its end bears the date of a change seen before.
		const isStep = (one: string | null, other: string): boolean =>
			history.some((entry, index) => entry.status === other && (history[index - 1]?.status ?? null) === one);
		const leap = chain.find(
			({ previousStatus, status: to }, index) =>
				!isStep(previousStatus, to) && !(isBegun(index) && previousStatus === null),
		);
		const happened = history.slice((place ?? -1) + 1);
		const isDated =
			!isLong &&
			skew >= 0 &&
			happened.every(
				({ at }, index) =>
					at !== (index === 0 ? history[place ?? 0]?.at : happened[index - 1]?.at) ||
					(place === undefined && index === 0),
			);
		if (api.hasHistory && api.hasDates && isDated && chain.length < happened.length)
			return [`${id}: of ${history.map((entry) => entry.status).join(', ')} came only ${told}`];
		return !api.hasHistory || !api.hasDates || leap === undefined
			? []
			: [`${id}: of ${history.map((entry) => entry.status).join(', ')} came only ${told}`];
	});
}

/** Remembered are the open orders and those that finished lately, however many there were. */
function unbounded(world: World, memory: string | undefined): string[] {
	const state = stateIn(memory);
	const { orders } = readOrders(world.entries());
	const expected = orders.filter(({ isFinal, changed = 0 }) => !isFinal || changed >= (state?.horizon ?? 0));
	return (state?.orders.size ?? 0) > expected.length
		? [`${state?.orders.size} orders remembered instead of ${expected.length}`]
		: [];
}
