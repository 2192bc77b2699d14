import { createHash } from 'node:crypto';

/** What is remembered of one order. */
export interface Remembered {
	/** As Colt sent it, cut at 200 characters; empty while Colt has given none. */
	status: string;
	/** Fingerprint of the description; empty for none, undefined when it was never looked at. */
	description?: string;
	/** How many times its status has been told. */
	changes: number;
	/** How many times its description has been told. */
	descriptions?: number;
	/** Where its status stands in its history of statuses, if that is known. */
	position?: number;
	/** Only of a finished order: the moment of its last change, Colt's clock. */
	finishedAt?: number;
	/** Day (since the epoch) on which the order was first found to be gone from the list. */
	missingSince?: number;
	/** Fingerprint of the deadline that has been told to be near. */
	warned?: string;
	/** Only of a status whose deadline counts from it: since when the order is in it, Colt's clock. */
	since?: number;
}

/** The newest change of a list: its moment, and the key of its order. */
export interface Newest {
	newest: number;
	canary: string;
}

/** A reading of the list that was longer than one poll may last. */
export interface Unfinished {
	/** The orders changed at this moment or later are being read; undefined for the whole list. */
	from?: number;
	offset: number;
	/** When the reading began, Colt's clock. */
	startedAt: number;
	/** The newest change so far, of those before the reading began: later ones it may have missed. */
	newest?: Newest;
	/** Whether it is the very first reading, whose orders are not new. */
	isBaseline: boolean;
}

/** What the trigger remembers between polls. Moments are milliseconds since the epoch. */
export interface TrackerState {
	/** Finished orders last changed before this moment (Colt's clock) are settled and not remembered. */
	horizon?: number;
	/** The newest change seen. */
	newest?: number;
	/** From here on the changes are read, if that is before `newest`: what the last process told is to be seen again. */
	readSince?: number;
	/** Key of the order that had it: a list of changed orders that lacks it is not what was asked for. */
	canary?: string;
	/** Orders changed later than that which are known as they are: `lookedAtOf`. */
	lookedAt?: string;
	/** How many orders the list had, all of them accounted for. */
	known?: number;
	/** How many orders fewer than its own total the whole list had. */
	shortBy?: number;
	/** Where in the whole list the next poll looks, beside what it asks for. */
	sweep?: number;
	/** When the look at the whole list that goes on page by page began. */
	lookingSince?: number;
	/** When the last look began that went through the whole list, or its total showed that nothing was missing. */
	lookedThrough?: number;
	/** Until then the list is read whole, because the API did not do what its filters were asked for. */
	wholeUntil?: number;
	/** Until then nothing is asked by status, for the same reason. */
	noStatusUntil?: number;
	/** Until then no details are read for the history of statuses, because they had none. */
	noHistoryUntil?: number;
	/** Deadlines that ended before are not told: they had when the trigger began to watch. */
	deadlinesSince?: number;
	/** Reservations made until then have been looked at for their end. */
	reservations?: number;
	unfinished?: Unfinished;
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
