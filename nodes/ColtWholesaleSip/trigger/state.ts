import { createHash } from 'node:crypto';

/** What is remembered of one order. Moments are milliseconds since the epoch, Colt's clock. */
export interface Remembered {
	/** As Colt sent it, cut at 200 characters; empty while Colt has given none. */
	status: string;
	/** Fingerprint of the description; empty for none, undefined when it was never looked at. */
	description?: string;
	/** How many times its status has been delivered. */
	changes: number;
	/** How many times its description has been delivered. */
	descriptions?: number;
	/** The index of its status in its history of statuses, if that is known. */
	position?: number;
	/** Only of a finished order: its last change. */
	finishedAt?: number;
	/** Day (since the epoch) on which the order was first found to be gone from the list. */
	missingSince?: number;
	/** Fingerprint of the deadline that has been delivered as near. */
	warned?: string;
	/** Only of a status whose deadline counts from its beginning: since when the order has it. */
	statusSince?: number;
	/** It appeared without a status after the first poll: it is new once it has one. */
	isUnannounced?: true;
}

/** The newest change of a list: its moment, and the key of its order. */
export interface Newest {
	newest: number;
	canary: string;
}

/** A reading of the list that took longer than one poll may. */
export interface Unfinished {
	/** The next record to read. */
	offset: number;
	/** When the reading began, Colt's clock. */
	startedAt: number;
	/** The newest change so far, of those before the reading began: it may have missed later ones. */
	newest?: Newest;
}

/** What reading the list has to remember for the next poll. */
export interface ReadingState {
	/** How many orders the list had, all of them accounted for. */
	known?: number;
	/** How many orders fewer than its own total the whole list had. */
	shortBy?: number;
	/** When the last complete reading of the whole list began. */
	wholeReadAt?: number;
	/** Until then only the whole list is read: the API did not filter by date. */
	noFilterUntil?: number;
	/** The orders changed since `from`, when they were too many for one poll. */
	recent?: Unfinished & { from: number };
	/**
	 * The whole list, when it was too long for one poll; `isBaseline` for the very first reading, whose orders are not
	 * new.
	 */
	whole?: Unfinished & { isBaseline: boolean };
}

/** What the trigger remembers between polls. Moments are milliseconds since the epoch. */
export interface TriggerState {
	/** Finished orders last changed before this moment (Colt's clock) are settled and not remembered. */
	horizon?: number;
	/** The newest change seen: changes are read from here on. */
	newest?: number;
	/** Key of the order that had it: a list of changed orders without it cannot be trusted. */
	canary?: string;
	/** Until then no details are read for the history of statuses, because they had none. */
	noHistoryUntil?: number;
	/** Deadlines that ended before are not delivered: they had when the trigger began to watch. */
	deadlinesSince?: number;
	/** Reservations made until then have been checked for their end. */
	reservationsUntil?: number;
	reading: ReadingState;
	/** By `keyOf(order id)`. */
	orders: ReadonlyMap<string, Remembered>;
}

const digest = (text: string, length: number): string =>
	createHash('sha256').update(text).digest('base64url').slice(0, length);

export const KEY_LENGTH = 8;
export const FINGERPRINT_LENGTH = 4;

/** Short name of an order: 48 bits of a hash of its id. */
export const keyOf = (id: string): string => digest(id, KEY_LENGTH);

/** Fingerprint of a text: 24 bits of a hash; empty for none. */
export const fingerprint = (text: string | undefined): string =>
	text === undefined ? '' : digest(text, FINGERPRINT_LENGTH);

const LONGEST_STATUS = 200;
/** A status as it is remembered; no documented one is anywhere near the limit. */
export const rememberedStatus = (status: string): string => status.slice(0, LONGEST_STATUS);

/** Whether the first reading of the list is still going on. */
export const isReadingBaseline = (state: TriggerState | undefined): boolean =>
	state === undefined || state.reading.whole?.isBaseline === true;
