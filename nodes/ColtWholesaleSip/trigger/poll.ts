import type { INodeExecutionData, IPollFunctions } from 'n8n-workflow';

import { connect } from '../../shared/client/connect';
import type { ColtClient } from '../../shared/client/client';
import { wholesaleSip } from '../../shared/contract/wire.generated';
import { ColtError } from '../../shared/errors/problem';
import type { Problem } from '../../shared/errors/problem';
import { readSetting } from '../../shared/input/readSetting';
import { toItem } from '../../shared/orders/eventItem';
import type { SeenOrder } from '../../shared/orders/record';
import { orderItem } from '../../shared/operation/records';
import { accountOf, isOtherAccount } from './account';
import { dueSpan, expiringEvent, readReservations } from './reservations';
import { chosen, isWanted, readFilters } from './settings';
import type { Filters, ToldEvent } from './settings';
import { triggerFields } from './fields';
import { Gathered } from './gather';
import { handOver, toTellAgain } from './redelivery';
import type { Again } from './redelivery';
import { readState, toKept } from './savedState';
import { endsOf, isFirstPoll, isOvertaken, noteEnd } from './ends';
import { watchDeadlines } from './deadlines';
import { withSince } from './since';
import { readDetails, sourceOf } from './orderList';
import type { ClockedSource, Details } from './orderList';
import { keyOf } from './state';
import type { TrackerState } from './state';
import { stillReserved } from './stillReserved';
import { tellAgain, toldOf } from './told';
import type { Told } from './told';
import { countTries, nameOf } from './tries';
import { readTimes, startOf } from './times';
import type { Times } from './times';
import { track, wholeView } from './compare';
import type { OrderEvent, View } from './compare';
import { turn } from './turn';

/**
 * A poll hands over what it has before n8n gives it up, and goes on in the next. The first one runs while n8n 2.41
 * activates the workflow, which it takes back after 84 seconds (70 % of the lease of a publication); the others are a
 * minute apart at least.
 */
const MOST_MS = 60_000;

/** One poll: where it reads, and what it was asked for. */
interface Poll {
	context: IPollFunctions;
	client: ColtClient;
	source: ClockedSource;
	filters: Filters;
	times: Times;
	into: Gathered;
	now: number;
	addDetails: boolean;
	/** Whether all changes come in one item. */
	isJoined: boolean;
	/** Whose orders they are. */
	account: string;
	/** Whether a part of the time that the poll has is over. */
	isOver: (part: number) => boolean;
}

async function begin(context: IPollFunctions): Promise<Poll> {
	const now = Date.now();
	const filters = readFilters(context);
	const times = readTimes(context, filters.kinds);
	const addDetails = readSetting(context, triggerFields, 'addDetails') === true;
	const isJoined = readSetting(context, triggerFields, 'oneItem') === true;
	const { client, origin } = await connect(context, wholesaleSip);
	// Older than n8n 2.37 it has none.
	const given = (context as { getPollBudgetMs?: () => number }).getPollBudgetMs?.() ?? MOST_MS;
	const isOver = (part: number): boolean => Date.now() - now > part * Math.min(given, MOST_MS);
	return {
		context,
		client,
		now,
		isOver,
		account: accountOf(context, origin),
		source: sourceOf(
			client,
			() => isOver(0.5),
			(message) => context.logger.warn(message, { node: context.getNode().name }),
		),
		filters,
		times,
		into: new Gathered(),
		addDetails,
		isJoined,
	};
}

/** How many orders the test step looks at, at each end of the list. */
const SAMPLE_SIZE = 100;

/** Reads one page of the list. @returns how many orders the list has, if it tells */
async function readPage({ source, into }: Poll, from: number): Promise<number> {
	for await (const { records, total = 0 } of source.pages({}, from)) {
		into.add(records);
		return total;
	}
	return 0;
}

/**
 * The test step: the order changed last among those at both ends of the list, as an event would show it, if possible one
 * that the filters let through. Nothing is remembered.
 */
async function sample(context: IPollFunctions): Promise<INodeExecutionData[][] | null> {
	const poll = await begin(context);
	const total = await readPage(poll, 0);
	const read = poll.into.records.length;
	if (total > read) await readPage(poll, Math.max(read, total - SAMPLE_SIZE));
	const { events } = track({ orders: new Map() }, wholeView(poll.into.orders()), poll.now);
	const latest = chosen(events, poll.filters).at(-1) ?? events.at(-1);
	if (latest === undefined) return null;
	return [
		toItems(
			poll,
			[latest],
			poll.addDetails ? await readDetails(poll.client, [latest.orderId], () => false) : undefined,
		),
	];
}

function toItems({ isJoined, into, now }: Poll, events: readonly ToldEvent[], details?: Details): INodeExecutionData[] {
	const seenAt = new Date(now).toISOString();
	const items = events.map((event) => {
		const item = toItem(event, into.records[event.order.index], seenAt);
		const found = details?.found.get(event.orderId);
		const failed = details?.failed.get(event.orderId);
		return {
			json: {
				...item.json,
				...(found !== undefined && { details: orderItem(found) }),
				...(failed !== undefined && { detailsError: failed.message }),
			},
		};
	});
	return isJoined && items.length > 0
		? [{ json: { seenAt, count: items.length, changes: items.map(({ json }) => json) } }]
		: items;
}

/** What came of one poll. */
interface Result {
	events: ToldEvent[];
	next: TrackerState;
	/** What is to be handed over, and what is left to be told again. */
	over: Parameters<typeof handOver>[1];
	details?: Details;
}

/** What is wrong at Colt; a defect of ours is none. */
function problemOf(error: unknown): Problem {
	if (!(error instanceof ColtError)) throw error;
	return error.problem;
}

/** Reservations that end soon; not at the very first poll, which only takes note. */
async function expiringOf(
	{ context, client, source, filters, times, into }: Poll,
	state: TrackerState | undefined,
	view: View,
): Promise<{ events: OrderEvent[]; until?: number }> {
	const { expiryMs } = times;
	const span = expiryMs !== undefined && state !== undefined ? dueSpan(state, source.now(), expiryMs) : undefined;
	if (span === undefined) return { events: [] };
	const due = await readReservations(source, into, view, span);
	if (due === undefined) return { events: [] };
	const events: OrderEvent[] = [];
	const failed = new Map<string, Problem>();
	for (const order of due.filter((one) => isWanted(one, filters))) {
		const numbers = await stillReserved(client, order, into.records[order.index]?.decoded).catch(problemOf);
		if (!Array.isArray(numbers)) failed.set(order.id, numbers);
		if (order.status !== undefined && !(Array.isArray(numbers) && numbers.length === 0))
			events.push(expiringEvent({ ...order, status: order.status }, numbers));
	}
	// One number that cannot be looked up must not hold up what else the poll has to tell.
	return countTries(context, 'numbers', failed).size > 0 ? { events: [] } : { events, until: span.to };
}

async function look(poll: Poll, state: TrackerState | undefined, again: readonly Told[]): Promise<Result> {
	const { context, client, source, filters, times, into, isOver } = poll;
	let details: Details | undefined;
	const { events, next, view } = await turn(
		{
			source,
			now: source.now,
			start: () => startOf(times, source.now()),
			async details(ids) {
				details = await readDetails(client, ids, () => isOver(0.8));
				return {
					found: details.found,
					again: new Set([...details.late, ...countTries(context, 'details', details.failed, details.late)]),
				};
			},
			alsoDetails: (told, { orders }) =>
				poll.addDetails
					? chosen([...tellAgain(again, orders).events, ...told], filters).map(({ orderId }) => orderId)
					: [],
		},
		into,
		state,
	);
	const incomplete = into.incomplete();
	if (incomplete > 0)
		context.logger.warn(
			`${incomplete} of ${into.records.length} orders in Colt's list have no id or no status; they are left out until they have`,
		);
	const { deadlineMs: leadMs } = times;
	const watch = leadMs === undefined ? undefined : { leadMs, isWanted: (order: SeenOrder) => isWanted(order, filters) };
	const near = watchDeadlines(state, next, view.orders, source.now(), watch);
	const expiring = await expiringOf(poll, state, view);
	const retold = tellAgain(
		again,
		view.orders.map((order) => withSince(order, next.orders.get(keyOf(order.id))?.since)),
	);
	const changes = [...retold.events, ...events];
	const wanted = chosen([...changes, ...near.events, ...expiring.events], filters);
	const ids = new Set(wanted.map(({ eventId }) => eventId));
	const isWantedEvent = ({ eventId }: OrderEvent): boolean => ids.has(eventId);
	return {
		events: wanted,
		over: {
			told: toldOf(changes.filter(isWantedEvent)),
			left: retold.left,
			warned: near.events.filter(isWantedEvent).map(({ orderId }) => keyOf(orderId)),
		},
		next: { ...near.next, ...(expiring.until !== undefined && { reservations: expiring.until }) },
		...(poll.addDetails && details !== undefined && { details }),
	};
}

/**
 * One poll. The state moves only after everything was read, so a failed poll is simply done again; it is computed from
 * all changes, wanted or not, so that a filter can be changed at any time.
 * @returns null when nothing changed that the workflow wants to hear of
 * @throws ColtError when the list or the saved state cannot be read; the state stays as it is
 */
export async function poll(context: IPollFunctions): Promise<INodeExecutionData[][] | null> {
	if (context.getMode() === 'manual') return await sample(context);
	const kept = context.getWorkflowStaticData('node');
	const trigger = nameOf(context);
	const since = endsOf(trigger);
	const last = readState(kept.orders);
	const begun = await begin(context);
	const isOther = last !== undefined && (await isOtherAccount(begun.source, last, kept.account, begun.account));
	const again: Again | undefined =
		last === undefined || isOther ? undefined : toTellAgain(last, kept.handedOver, isFirstPoll(trigger), Date.now());
	const { events, next, over, details } = await look(begun, again?.state, again?.left ?? []);
	const items = toItems(begun, events, details);
	if (isOvertaken(trigger, since)) return null;
	noteEnd(trigger);
	kept.orders = toKept(next);
	kept.account = begun.account;
	// When nothing is told, what was told before has long been stored.
	const handedOver = handOver(again?.state, over, items.length > 0 ? Date.now() : (again?.at ?? 0));
	if (handedOver === undefined) delete kept.handedOver;
	else kept.handedOver = handedOver;
	return items.length === 0 ? null : [items];
}
