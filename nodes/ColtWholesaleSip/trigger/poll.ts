import type { INodeExecutionData, IPollFunctions } from 'n8n-workflow';

import { connect } from '../../shared/client/connect';
import type { ColtClient } from '../../shared/client/client';
import type { ListRecord } from '../../shared/client/pages';
import { wholesaleSip } from '../../shared/contract/wire.generated';
import { toNodeError, toProblem } from '../../shared/errors/present';
import type { Problem } from '../../shared/errors/problem';
import { orderItem } from '../../shared/operation/records';
import { toItem } from '../../shared/orders/eventItem';
import { simplifiedEvent } from '../../shared/output/eventShape';
import { orderListOf, problemOf, readDetails, readReservedRanges } from './coltOrders';
import { isOtherAccount } from './collectOrders';
import type { OrderList } from './collectOrders';
import { pollOnce } from './pollOnce';
import type { PollPorts, PollSettings } from './pollOnce';
import { readRareSettings } from './rareSettings';
import { readSample } from './sample';
import { readSaved, save } from './savedState';
import { sessionOf } from './session';
import type { Fact, Run, TriggerSession } from './session';
import { readFilters } from './eventFilters';
import type { SelectedEvent } from './eventFilters';
import { fingerprint } from './state';
import { readTimes } from './times';

/**
 * A poll delivers what it has before n8n abandons it, and continues in the next. The first one runs while n8n 2.41
 * activates the workflow, which n8n cancels after 84 seconds (70 % of the lease of a publication); the others are a
 * minute apart at least.
 */
const MOST_MS = 60_000;
/** Shares of that time for reading lists and for reading details. */
const LISTS_END = 0.5;
const DETAILS_END = 0.8;

/** The session of this trigger in this process, by its workflow and node. */
const sessionIn = (context: IPollFunctions): TriggerSession =>
	sessionOf(`${context.getWorkflow().id ?? ''} ${context.getNode().id}`);

/** A connection to Colt for one poll, and what the user asks for. */
interface Connection {
	client: ColtClient;
	list: OrderList;
	settings: PollSettings;
	/** Whether all changes of a poll come in one item. */
	isJoined: boolean;
	/** Whether items are flat, without what Colt sent; a node of version 1 has no choice. */
	isSimplified: boolean;
	/** Fingerprint of address and credential: it identifies the account. */
	account: string;
	/** Whether a share of the poll's time is over. */
	isOver: (part: number) => boolean;
}

async function connectTo(context: IPollFunctions, now: number): Promise<Connection> {
	const filters = readFilters(context);
	const times = readTimes(context, filters.kinds);
	const { addDetails, isJoined, isSimplified } = readRareSettings(context);
	const { client, origin } = await connect(context, wholesaleSip);
	const credentials = Object.values(context.getNode().credentials ?? {}).map(({ id }) => id);
	// Older than n8n 2.37 it has none.
	const given = (context as { getPollBudgetMs?: () => number }).getPollBudgetMs?.() ?? MOST_MS;
	const isOver = (part: number): boolean => Date.now() - now > part * Math.min(given, MOST_MS);
	const warn = (message: string): void => context.logger.warn(message, { node: context.getNode().name });
	return {
		client,
		list: orderListOf(client, () => isOver(LISTS_END), warn),
		settings: { filters, times, addDetails },
		isJoined,
		isSimplified,
		account: fingerprint(JSON.stringify([origin, credentials])),
		isOver,
	};
}

function portsOf({ client, list, isOver }: Connection, session: TriggerSession, now: number): PollPorts {
	return {
		list,
		now,
		isFirstPoll: session.isFirstPoll,
		readDetails: async (ids) => await readDetails(client, ids, () => isOver(DETAILS_END)),
		readStillReserved: async (order) => await readReservedRanges(client, order).catch(problemOf),
		countTries(fact: Fact, failed, late) {
			const retried = session.countTries(fact, failed, late);
			for (const [id, { message }] of failed) {
				const what = retried.has(id) ? 'the order is delivered in a later poll' : 'the order is delivered without them';
				list.warn(`The ${fact} of order ${id} could not be read, ${what}: ${message}`);
			}
			return retried;
		},
	};
}

/**
 * Events as the workflow gets them.
 * @param details by order id, or why they could not be read
 * @param seenAt ISO 8601
 */
function toItems(
	events: readonly SelectedEvent[],
	details: ReadonlyMap<string, ListRecord | string>,
	seenAt: string,
	{ isJoined, isSimplified }: Pick<Connection, 'isJoined' | 'isSimplified'>,
): INodeExecutionData[] {
	const items = events.map((event): INodeExecutionData => {
		const { json } = toItem(event, event.order.record, seenAt);
		const found = details.get(event.orderId);
		const more =
			found === undefined
				? {}
				: typeof found === 'string'
					? { detailsError: found }
					: { details: orderItem(found.decoded) };
		const whole = { ...json, ...more };
		return { json: isSimplified ? simplifiedEvent(whole) : whole };
	});
	if (!isJoined || items.length === 0) return items;
	return [{ json: { seenAt, count: items.length, changes: items.map(({ json }) => json) } }];
}

/** The test step: an example of an event. Nothing is remembered. */
async function pollManually(context: IPollFunctions): Promise<INodeExecutionData[][] | null> {
	const now = Date.now();
	const { client, list, settings, ...looks } = await connectTo(context, now);
	const sample = await readSample(list, settings.filters);
	if (sample === undefined) return null;
	const { event, note } = sample;
	const { found } = settings.addDetails
		? await readDetails(client, [event.orderId], () => false)
		: { found: new Map() };
	const items = toItems([event], found, new Date(now).toISOString(), looks);
	return [note === undefined ? items : items.map(({ json }) => ({ json: { testEventNote: note, ...json } }))];
}

async function pollAndSave(
	context: IPollFunctions,
	session: TriggerSession,
	run: Run,
): Promise<INodeExecutionData[][] | null> {
	const now = run.startedAt;
	const kept = context.getWorkflowStaticData('node');
	const last = readSaved(kept, now);
	const connection = await connectTo(context, now);
	const { list, settings, account } = connection;
	const isOther = last?.account !== undefined && last.account !== account && (await isOtherAccount(list, last.state));
	const ports = portsOf(connection, session, now);
	const { events, details, saved } = await pollOnce(ports, settings, isOther ? undefined : last);
	const items = toItems(events, details, new Date(now).toISOString(), connection);
	if (!session.isCurrent(run)) return null;
	save(kept, { ...saved, account });
	session.noteSaved();
	return items.length === 0 ? null : [items];
}

/**
 * One poll of the trigger.
 * @returns null when nothing changed that the workflow asks for
 * @throws ColtError when the list or the saved state cannot be read; the state stays as it is
 */
export async function poll(context: IPollFunctions): Promise<INodeExecutionData[][] | null> {
	if (context.getMode() === 'manual') return await pollManually(context);
	const session = sessionIn(context);
	const run = session.begin(Date.now());
	if (run === undefined) {
		context.logger.info('The previous poll is still running; this one is skipped', { node: context.getNode().name });
		return null;
	}
	try {
		return await pollAndSave(context, session, run);
	} finally {
		session.end(run);
	}
}

/**
 * Whether a failed poll is reported to the error workflow; every failure is in n8n's log.
 * @returns what the report adds to the failure, or undefined for none
 */
function reportOf(context: IPollFunctions, problem: Problem): string | undefined {
	if (context.getMode() === 'manual') return '';
	const session = sessionIn(context);
	const note = session.reportOf(context, problem, Date.now());
	if (note !== undefined) return note;
	context.logger.warn(`Poll failed, ${session.failures} in a row: ${problem.message}`, {
		node: context.getNode().name,
		trackingId: problem.trackingId,
	});
	return undefined;
}

/**
 * One poll as n8n calls it.
 * @throws NodeApiError or NodeOperationError for a failure that the error workflow is to hear of
 */
export async function pollAndReport(context: IPollFunctions): Promise<INodeExecutionData[][] | null> {
	try {
		return await poll(context);
	} catch (error) {
		const problem = toProblem(error);
		const note = reportOf(context, problem);
		if (note === undefined) return null;
		throw toNodeError(context.getNode(), { ...problem, remedy: problem.remedy + note });
	}
}
