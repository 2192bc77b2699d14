import { createHash } from 'node:crypto';

import { ColtError } from '../../shared/errors/problem';

/** What is remembered of one order. */
export interface Remembered {
	/** As Colt sent it, cut at 200 characters; empty while Colt has given none. */
	status: string;
	/** Fingerprint of the description; empty for none, undefined when it was never looked at. */
	description?: string;
	/** How many events of this order there have been. */
	changes: number;
	/** Day (since the epoch) on which the order was first not in the list any more. */
	missingSince?: number;
}

/** What the trigger remembers between polls. */
export interface TrackerState {
	/** Finished orders last changed before this moment (milliseconds, Colt's clock) are settled and not remembered. */
	horizon?: number;
	/** The newest change seen. */
	newest?: number;
	/** By `keyOf(order id)`. */
	orders: ReadonlyMap<string, Remembered>;
}

/** The state as n8n keeps it, about 30 bytes an order. */
export interface KeptState {
	version: 2;
	horizon: number | null;
	newest: number | null;
	/** The statuses that occur; orders name them by position. */
	statuses: string[];
	/** `status[,description[,changes[,missing since]]]`, numbers in base 36; a description never looked at is `?`. */
	orders: Record<string, string>;
}

const digest = (text: string, length: number): string => createHash('sha256').update(text).digest('base64url').slice(0, length);

/** Short name of an order: 72 bits of a hash of its id. */
export const keyOf = (id: string): string => digest(id, 12);

/** Fingerprint of a description: 36 bits of a hash; empty for none. */
export const fingerprint = (description: string | undefined): string => (description === undefined ? '' : digest(description, 6));

const LONGEST_STATUS = 200;
/** A status as it is remembered; no documented one is anywhere near the limit. */
export const rememberedStatus = (status: string): string => status.slice(0, LONGEST_STATUS);

/** The state in the form n8n keeps. */
export function toKept({ horizon, newest, orders }: TrackerState): KeptState {
	const positions = new Map<string, number>();
	const entries = [...orders].map(([key, { status, description, changes, missingSince }]): [string, string] => {
		const position = positions.get(status) ?? positions.size;
		positions.set(status, position);
		const parts = [position.toString(36), description ?? '?', changes === 0 ? '' : changes.toString(36), missingSince?.toString(36) ?? ''];
		return [key, parts.join(',').replace(/,+$/, '')];
	});
	return { version: 2, horizon: horizon ?? null, newest: newest ?? null, statuses: [...positions.keys()], orders: Object.fromEntries(entries) };
}

function unreadable(version: unknown): ColtError {
	return new ColtError({
		kind: 'configuration',
		message: `The saved state of this trigger is of a kind this version of the node cannot read (version ${String(version)})`,
		remedy: 'Update the package n8n-nodes-colt, or replace the trigger by a new one, which starts from now. The saved state was not changed.',
		outcome: 'notSent',
	});
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const allText = (values: readonly unknown[]): values is string[] => values.every((value) => typeof value === 'string');

const isMoment = (value: unknown): value is number | null => value === null || Number.isFinite(value);

const ENTRY = /^([0-9a-z]+)(?:,([\w-]*|\?))?(?:,([0-9a-z]*))?(?:,([0-9a-z]*))?$/;
const number = (text: string | undefined): number | undefined => (text === undefined || text === '' ? undefined : Number.parseInt(text, 36));

function readEntry(text: string, statuses: readonly string[]): Remembered | undefined {
	const [, position, description = '', changes, missing] = ENTRY.exec(text) ?? [];
	const status = position === undefined ? undefined : statuses[Number.parseInt(position, 36)];
	if (status === undefined) return undefined;
	const missingSince = number(missing);
	return {
		status,
		...(description !== '?' && { description }),
		changes: number(changes) ?? 0,
		...(missingSince !== undefined && { missingSince }),
	};
}

/** Version 1 kept the status of every order by its id, and nothing else. */
function migrate(statuses: Record<string, string>): TrackerState {
	const orders = Object.entries(statuses).map(([id, status]): [string, Remembered] => [keyOf(id.trim()), { status: rememberedStatus(status.trim()), changes: 0 }]);
	return { orders: new Map(orders) };
}

/**
 * Reads what n8n has kept for the trigger, of this version or the one before.
 * @returns undefined when nothing is kept yet: the next poll takes the baseline
 * @throws ColtError for a state this version cannot read; it is left as it is
 */
export function readState(kept: unknown): TrackerState | undefined {
	if (kept === undefined || kept === null) return undefined;
	const { version, statuses, horizon, newest, orders } = isRecord(kept) ? kept : { version: typeof kept };
	if (version === 1 && isRecord(statuses) && allText(Object.values(statuses))) return migrate(statuses as Record<string, string>);
	const isWhole = version === 2 && Array.isArray(statuses) && allText(statuses) && isRecord(orders) && allText(Object.values(orders));
	if (!isWhole || !isMoment(horizon) || !isMoment(newest)) throw unreadable(version);
	const read = Object.entries(orders).map(([key, text]): [string, Remembered | undefined] => [key, readEntry(text as string, statuses)]);
	if (read.some(([, entry]) => entry === undefined)) throw unreadable(version);
	return { ...(horizon !== null && { horizon }), ...(newest !== null && { newest }), orders: new Map(read as Array<[string, Remembered]>) };
}
