import { readOrder } from '../../../nodes/shared/orders/record';
import { ColtError } from '../../../nodes/shared/errors/problem';
import type { pollOnce, PollPorts } from '../../../nodes/ColtWholesaleSip/trigger/pollOnce';
import { redeliveryOf } from '../../../nodes/ColtWholesaleSip/trigger/redelivery';
import { readSaved, toSaved } from '../../../nodes/ColtWholesaleSip/trigger/savedState';
import type { Saved } from '../../../nodes/ColtWholesaleSip/trigger/savedState';
import type { SelectedEvent } from '../../../nodes/ColtWholesaleSip/trigger/eventFilters';
import { SETTINGS } from './snapshots';
import { World } from './orderWorld';
import type { Api, WorldEvent, Reading } from './orderWorld';

/**
 * A poll, and what becomes of it. `crash`: the items were handed over, the state was not saved. `dies`: n8n saved the
 * state and died before it stored the items.
 */
export interface Poll extends Omit<Reading, 'failsAt'> {
	kind: 'poll';
	outcome: 'done' | 'fails' | 'crash' | 'dies';
	/** With `fails`, the request that does. */
	failsAt: number;
	/** After so many requests the time has run out. */
	lateAfter: number;
}

export type Step = WorldEvent | Poll | { kind: 'restart' };

export interface History {
	api: Api;
	/** How far n8n's clock is off, milliseconds. */
	skew: number;
	/** Whether n8n saves after polls without items too: durable cursors. */
	isDurable: boolean;
	/** After so many requests the first poll runs out of time. */
	baselineLateAfter: number;
	before: WorldEvent[];
	steps: Step[];
}

/** The rules under test: one poll, and whether the state stays where it is when reading fails. */
export interface Rules {
	pollOnce: typeof pollOnce;
	movesOnFailure?: boolean;
	/** Takes what n8n saved for what it delivered, though it may have died before it stored the items. */
	neverRedelivers?: boolean;
}

/** How many polls read the whole list, and how many not. */
export const readings = { whole: 0, narrow: 0 };

/**
 * What n8n keeps: `memory` in the process, `saved` for the next one, and whether the next poll is the first of a
 * process.
 */
interface Kept {
	memory: string | undefined;
	saved: string | undefined;
	isFirst: boolean;
}

/** What the trigger has saved, as n8n keeps it. */
const savedIn = (text: string | undefined): Saved | undefined =>
	text === undefined ? undefined : readSaved({ orders: JSON.parse(text) as object }, 0);

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
): Promise<{ events: SelectedEvent[]; retold: SelectedEvent[]; next: string } | undefined> {
	world.requests = 0;
	const { outcome, failsAt, ...others } = poll;
	const reading: Reading = { ...others, ...(outcome === 'fails' && { failsAt }) };
	const isFirstPoll = isFirst && !rules.neverRedelivers;
	const ports: PollPorts = {
		list: {
			pages: (query, from) => world.pages(query, from, reading),
			total: async () => await world.total(reading),
			pageSize: poll.pageSize,
			isLate: () => world.requests >= poll.lateAfter,
			warn: () => undefined,
			// What is new while the first list is read over several polls, only Colt's clock can say.
			now: () => world.now + (baselineLateAfter === Infinity ? skew : 0),
		},
		// Of many details a poll that is late reads the first.
		readDetails: async (ids) => {
			const read = poll.lateAfter === Infinity ? ids : ids.slice(0, 1);
			return await Promise.resolve({
				found: new Map(read.map((id) => [id, { decoded: world.details(id), raw: undefined }])),
				failed: new Map(),
				late: new Set(ids.slice(read.length)),
			});
		},
		readStillReserved: async () => await Promise.resolve([]),
		countTries: () => new Set(),
		isFirstPoll,
		now: 0,
	};
	const before = savedIn(memory);
	const ids = new Set(redeliveryOf(before?.lastDelivery, isFirstPoll, 0).map(({ eventId }) => eventId));
	try {
		const { events, saved, snapshot } = await rules.pollOnce(ports, SETTINGS, before);
		readings[snapshot.isComplete ? 'whole' : 'narrow'] += 1;
		const retold = events.filter(({ eventId }) => ids.has(eventId));
		return { events, retold, next: JSON.stringify(toSaved(saved)) };
	} catch (error) {
		if (!(error instanceof ColtError)) throw error;
		if (!rules.movesOnFailure || before === undefined) return undefined;
		const list = {
			...ports.list,
			pages: (query: Record<string, string>, from: number) => world.pages(query, from, quiet(100)),
		};
		const total = async (): Promise<undefined> => await Promise.resolve(undefined);
		const { saved } = await rules.pollOnce({ ...ports, list: { ...list, total } }, SETTINGS, before);
		return { events: [], retold: [], next: JSON.stringify(toSaved(saved)) };
	}
}

/** What is wrong with the deliveries of a history; empty when nothing is. */
export async function faultsOf(given: History, rules: Rules): Promise<string[]> {
	// Without dates nobody can tell what is new while the first list is still being read.
	const history = given.api.hasDates ? given : { ...given, baselineLateAfter: Infinity };
	const world = new World(history.api);
	const faults: string[] = [];
	const delivered: SelectedEvent[] = [];
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
		const isRepeat = ({ eventId }: SelectedEvent): boolean => known.has(eventId);
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
	await poll(quiet(2));
	return [
		...faults,
		...repeated(delivered),
		...lost(world, history, baseline, delivered),
		...unbounded(world, kept.memory),
	];
}

/** Events of one poll come in order of change. */
const disorder = (events: readonly SelectedEvent[]): string[] =>
	events.some(({ order }, index) => (events[index - 1]?.order.changed ?? 0) > (order.changed ?? Infinity))
		? ['events out of order']
		: [];

function repeated(delivered: readonly SelectedEvent[]): string[] {
	const ids = delivered.map(({ eventId }) => eventId);
	return new Set(ids).size === ids.length ? [] : ['an event id twice'];
}

/**
 * The events of an order must lead, without a gap, from where it was at the baseline to where it is; through every
 * status it had, if its details and dates have them; but for those that came and went between two polls.
 */
function lost(
	world: World,
	{ api, baselineLateAfter }: History,
	baseline: ReadonlyMap<string, number>,
	delivered: readonly SelectedEvent[],
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
		const isStep = (one: string | null, other: string): boolean =>
			history.some((entry, index) => entry.status === other && (history[index - 1]?.status ?? null) === one);
		const leap = chain.find(
			({ previousStatus, status: to }, index) =>
				!isStep(previousStatus, to) && !(isBegun(index) && previousStatus === null),
		);
		return !api.hasHistory || !api.hasDates || leap === undefined
			? []
			: [`${id}: of ${history.map((entry) => entry.status).join(', ')} came only ${told}`];
	});
}

/** Remembered are the open orders and those that finished lately, however many there were. */
function unbounded(world: World, memory: string | undefined): string[] {
	const state = savedIn(memory)?.state;
	const orders = world.entries().map((entry) => readOrder(entry));
	const expected = orders.filter((order) => order?.isFinal !== true || (order.changed ?? 0) >= (state?.horizon ?? 0));
	return (state?.orders.size ?? 0) > expected.length
		? [`${state?.orders.size} orders remembered instead of ${expected.length}`]
		: [];
}
