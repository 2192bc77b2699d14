import type { IDataObject } from 'n8n-workflow';

import { ColtError } from '../../shared/errors/problem';
import { isNumber, isRecord, isTexts, readFirst, readThird, readThirdDelivery } from './earlierStates';
import type { Fields } from './earlierStates';
import type { DeliveredEvent, Delivery, LastDelivery } from './redelivery';
import type { ReadingState, Remembered, TriggerState } from './state';

/** What n8n saves for the trigger between polls. */
export interface Saved {
	state: TriggerState;
	/** Fingerprint of the account the state is of. */
	account?: string;
	lastDelivery?: LastDelivery;
}

const VERSION = 4;

/**
 * An order as it is kept: its status by position, then the facts in this order, as far as they are known. `null` marks
 * an unknown fact.
 */
const FACTS = [
	'description',
	'changes',
	'finishedAt',
	'position',
	'descriptions',
	'warned',
	'statusSince',
	'missingSince',
	'isUnannounced',
] as const satisfies ReadonlyArray<keyof Remembered>;

/** A list without what is not known at its end. */
function trimmed(facts: ReadonlyArray<string | number | true | undefined>): Array<string | number | true | null> {
	const end = facts.findLastIndex((fact) => fact !== undefined);
	return facts.slice(0, end + 1).map((fact) => fact ?? null);
}

/** What n8n saves: plain JSON, each status once, about 25 bytes for an open order. */
export function toSaved({ state, account, lastDelivery }: Saved): IDataObject {
	const { orders, reading, ...moments } = state;
	const statuses = [...new Set([...orders.values()].map(({ status }) => status))];
	const positions = new Map(statuses.map((status, position) => [status, position]));
	const entries = [...orders].map(([key, entry]) => [
		key,
		[positions.get(entry.status) ?? 0, ...trimmed(FACTS.map((name) => entry[name]))],
	]);
	return {
		version: VERSION,
		...(account !== undefined && { account }),
		moments,
		reading,
		statuses,
		orders: Object.fromEntries(entries) as IDataObject,
		...(lastDelivery !== undefined && { lastDelivery }),
	};
}

const isText = (value: unknown): boolean => value === undefined || typeof value === 'string';

const IS_FACT: Record<(typeof FACTS)[number], (value: unknown) => boolean> = {
	description: isText,
	changes: Number.isFinite,
	finishedAt: isNumber,
	position: isNumber,
	descriptions: isNumber,
	warned: isText,
	statusSince: isNumber,
	missingSince: isNumber,
	isUnannounced: (value) => value === undefined || value === true,
};

function readEntry(kept: unknown, statuses: readonly string[]): Remembered | undefined {
	if (!Array.isArray(kept)) return undefined;
	const [position, ...values] = kept as unknown[];
	const status = statuses[position as number];
	const facts = FACTS.map((name, index) => [name, values[index] ?? undefined] as const);
	const isGood = typeof status === 'string' && facts.every(([name, value]) => IS_FACT[name](value));
	if (!isGood || values.length > FACTS.length) return undefined;
	return { status, ...Object.fromEntries(facts.filter(([, value]) => value !== undefined)) } as Remembered;
}

const isNewest = (value: unknown): boolean =>
	value === undefined || (isRecord(value) && Number.isFinite(value.newest) && typeof value.canary === 'string');

const isUnfinished = (value: unknown): boolean =>
	isRecord(value) && [value.offset, value.startedAt].every(Number.isFinite) && isNewest(value.newest);

function isReading(value: unknown): value is ReadingState {
	if (!isRecord(value)) return false;
	const { recent, whole, ...numbers } = value;
	const isRecent = recent === undefined || (isUnfinished(recent) && Number.isFinite((recent as Fields).from));
	const isWhole = whole === undefined || (isUnfinished(whole) && typeof (whole as Fields).isBaseline === 'boolean');
	return isRecent && isWhole && Object.values(numbers).every(isNumber);
}

function isMoments(value: unknown): value is Omit<TriggerState, 'orders' | 'reading'> {
	if (!isRecord(value)) return false;
	const { canary, ...numbers } = value;
	return isText(canary) && Object.values(numbers).every(isNumber);
}

function isDelivered(value: unknown): value is DeliveredEvent {
	if (!isRecord(value)) return false;
	const { key, eventId, event, status, previousStatus, changed, more } = value;
	const isBefore = previousStatus === null || typeof previousStatus === 'string';
	return (
		isTexts([key, eventId, event, status]) && isBefore && isNumber(changed) && (more === undefined || isRecord(more))
	);
}

const isDelivery = (value: unknown): value is Fields & Delivery =>
	isRecord(value) && Number.isFinite(value.at) && Array.isArray(value.events) && value.events.every(isDelivered);

const isLastDelivery = (value: unknown): value is LastDelivery =>
	isDelivery(value) && Number.isFinite(value.since) && (value.pending === undefined || isDelivery(value.pending));

function readFourth({ account, moments, reading, statuses, orders, lastDelivery }: Fields): Saved | undefined {
	if (!isMoments(moments) || !isReading(reading) || !isTexts(statuses) || !isRecord(orders)) return undefined;
	if (!isText(account) || !(lastDelivery === undefined || isLastDelivery(lastDelivery))) return undefined;
	const read = Object.entries(orders).map(([key, kept]) => [key, readEntry(kept, statuses)] as const);
	if (!read.every((entry): entry is [string, Remembered] => entry[1] !== undefined)) return undefined;
	return {
		state: { ...moments, reading, orders: new Map(read) },
		...(account !== undefined && { account: account as string }),
		...(lastDelivery !== undefined && { lastDelivery }),
	};
}

/** Versions 1 and 3 kept account and delivery beside the state. */
function readEarlier(fields: Fields, { account, handedOver }: Fields, now: number): Saved | undefined {
	const state = fields.version === 3 ? readThird(fields) : readFirst(fields);
	const read = state && readThirdDelivery(state, handedOver, now);
	return read && { ...read, ...(typeof account === 'string' && { account }) };
}

/** A saved state that this version cannot read. */
const unreadable = (version: unknown): ColtError =>
	new ColtError({
		kind: 'configuration',
		message:
			'The saved state of this trigger is of a kind this version of the node cannot read (version ' +
			`${String(version)})`,
		remedy:
			'Update the package n8n-nodes-colt, or replace the trigger by a new one, which starts from now. The ' +
			'saved state was not changed.',
		outcome: 'notSent',
	});

/**
 * Reads what n8n has kept for the trigger, of this version or those before.
 * @returns undefined when nothing is kept yet: the next poll takes the baseline
 * @throws ColtError for a state this version cannot read; it is left as it is
 */
export function readSaved(kept: IDataObject, now: number): Saved | undefined {
	const { orders } = kept;
	if (orders === undefined || orders === null) return undefined;
	const fields: Fields = isRecord(orders) ? orders : { version: typeof orders };
	const { version } = fields;
	const saved =
		version === VERSION
			? readFourth(fields)
			: version === 1 || version === 3
				? readEarlier(fields, kept, now)
				: undefined;
	if (saved === undefined) throw unreadable(version);
	return saved;
}

/** Writes what n8n is to keep, and removes what earlier versions kept beside it. */
export function save(kept: IDataObject, saved: Saved): void {
	kept.orders = toSaved(saved);
	delete kept.account;
	delete kept.handedOver;
}
