import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { bounded } from '../client/bounded';
import type { Call, ColtClient } from '../client/client';
import { connect } from '../client/connect';
import type { Connection } from '../client/connect';
import { BrokenOff } from '../client/limits';
import { readPages } from '../client/pages';
import { newTrackingId } from '../client/trackingId';
import type { ApiTable } from '../contract/table';
import { toNodeError, toProblem } from '../errors/present';
import { ColtError } from '../errors/problem';

/** An entry of a list: the words that are shown, the value that is stored. */
export interface Entry {
	name: string;
	value: string;
	/** What it is also found by. */
	words?: string;
}

/** A call without the tracking ID, which every picker call gets anew. */
export type PickerCall = Pick<Call, 'operation' | 'request'>;

/** What a list of entries is made of. */
export interface PickerPlan {
	/** Lists at Colt, read one after the other and page by page. */
	lists: readonly PickerCall[];
	/** Look-ups at Colt of exactly the text that was typed; what one of them does not know, or refuses, is not found. */
	lookUps: readonly PickerCall[];
	/** An entry of a record; undefined for one that does not fit. */
	toEntry(record: unknown): Entry | undefined;
	/** What is searched, and what to do, when nothing matches in what was read although there is more. */
	unfinished: { what: string; remedy: string };
}

/** Records asked for at once. */
const PAGE = 100;
/** Entries after which no further page is read. */
const ENOUGH = 20;
const MOST_PAGES = 10;
/** A person waits for the list. */
const LONGEST_MS = 10_000;

const NOT_FOUND: ReadonlySet<number | undefined> = new Set([400, 404, 422]);

const digitsOf = (text: string): string => text.replace(/\D/g, '');

/** Whether an entry has the text, or the digits however they are written: `020 7946` is in `+44 20 7946 0950`. */
export function matches({ name, value, words = '' }: Entry, filter: string): boolean {
	const all = `${name} ${value} ${words}`;
	if (all.toLowerCase().includes(filter.trim().toLowerCase())) return true;
	const digits = digitsOf(filter).replace(/^0+/, '');
	return /^[\d\s+()./-]+$/.test(filter) && digits.length >= 3 && digitsOf(all).includes(digits);
}

/** Where to go on reading: which list, and how many of its records were read. */
function placeOf(token: string | undefined): { list: number; offset: number } {
	const [list = 0, offset = 0] = (token ?? '').split(':').map(Number);
	return { list: list || 0, offset: offset || 0 };
}

async function lookUp(client: ColtClient, { operation, request }: PickerCall): Promise<unknown[]> {
	const call = { operation, request, trackingId: newTrackingId() };
	const isList = operation.response !== undefined && 'list' in operation.response;
	const read = isList
		? readPages(client, call, PAGE).then(({ records }) => records.map(({ decoded }) => decoded))
		: client.call(call).then(({ decoded }) => [decoded]);
	return await read.catch((error: unknown): unknown[] => {
		if (error instanceof ColtError && NOT_FOUND.has(error.problem.httpStatus)) return [];
		throw error;
	});
}

/** What was read so far; it is shown even if the time is up. */
interface Progress {
	entries: Map<string, Entry>;
	list: number;
	offset: number;
	pages: number;
}

function take(progress: Progress, plan: PickerPlan, records: readonly unknown[], isMatch: (entry: Entry) => boolean) {
	for (const record of records) {
		const entry = plan.toEntry(record);
		if (entry !== undefined && isMatch(entry)) progress.entries.set(entry.value, entry);
	}
}

async function readOn(client: ColtClient, plan: PickerPlan, progress: Progress, filter: string): Promise<void> {
	if (filter !== '' && progress.list === 0 && progress.offset === 0) {
		const found = await Promise.all(plan.lookUps.map(async (call) => await lookUp(client, call)));
		take(progress, plan, found.flat(), () => true);
	}
	while (progress.list < plan.lists.length && progress.entries.size < ENOUGH && progress.pages < MOST_PAGES) {
		const { operation, request } = plan.lists[progress.list] as PickerCall;
		const call = { operation, request, trackingId: newTrackingId() };
		const { records } = await readPages(client, call, PAGE, progress.offset);
		progress.pages += 1;
		take(
			progress,
			plan,
			records.map(({ decoded }) => decoded),
			(entry) => filter === '' || matches(entry, filter),
		);
		if (records.length < PAGE) Object.assign(progress, { list: progress.list + 1, offset: 0 });
		else progress.offset += PAGE;
	}
}

const isTimeUp = (error: unknown): boolean => error instanceof BrokenOff && error.fault === 'timeout';

const late = (): ColtError =>
	new ColtError({
		kind: 'network',
		message: `Colt did not send the list within ${LONGEST_MS / 1_000} seconds`,
		remedy: 'Open the list again, or enter the value itself instead of choosing it from the list.',
		outcome: 'refused',
	});

const nothingIn = ({ what, remedy }: PickerPlan['unfinished'], filter: string, read: number): ColtError =>
	new ColtError({
		kind: 'input',
		message: `Nothing matches "${filter}" in the first ${read} ${what}`,
		remedy,
		outcome: 'notSent',
	});

/**
 * A page of a list to choose from, within ten seconds: the first entries without a text, else those that match it. What
 * Colt can look up itself is found wherever it stands, everything else in the first thousand records.
 * @param planFor what to read, once the credential is known
 * @throws what the editor shows instead of the list: why Colt refuses, or that it is slow
 */
export async function pick(
	context: ILoadOptionsFunctions,
	api: Pick<ApiTable, 'basePath'>,
	{ filter = '', token }: { filter?: string | undefined; token?: string | undefined },
	planFor: (connection: Connection) => PickerPlan,
): Promise<INodeListSearchResult> {
	const typed = filter.trim();
	const progress: Progress = { entries: new Map(), pages: 0, ...placeOf(token) };
	try {
		let plan: PickerPlan | undefined;
		const isLate = await bounded(
			async (signal) => {
				const connection = await connect(context, api, signal);
				plan = planFor(connection);
				await readOn(connection.client, plan, progress, typed);
			},
			LONGEST_MS,
			undefined,
		).then(
			() => false,
			(error: unknown) => {
				if (isTimeUp(error)) return true;
				throw error;
			},
		);
		if (isLate && progress.entries.size === 0) throw late();
		const hasMore = isLate || progress.list < (plan?.lists.length ?? 0);
		if (plan !== undefined && progress.entries.size === 0 && hasMore && typed !== '')
			throw nothingIn(plan.unfinished, typed, progress.pages * PAGE);
		return {
			results: [...progress.entries.values()].map(({ name, value }) => ({ name, value })),
			...(hasMore && { paginationToken: `${progress.list}:${progress.offset}` }),
		};
	} catch (error) {
		throw toNodeError(context.getNode(), toProblem(error));
	}
}
