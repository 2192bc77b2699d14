import type { Place } from './place';

/** How a value is written: the contract's way on our side, Colt's on theirs. */
export interface Writing {
	/** Our value by text, to theirs; of a list the first is sent and all are read. null: Colt has no such value. */
	readonly values?: Readonly<Record<string, unknown>>;
	/** The type Colt writes, where ours is the other. */
	readonly as?: 'text' | 'number';
	/** How Colt writes a date or moment, where ours is ISO 8601. */
	readonly date?: DateWriting;
	/** Colt's number is ours less this: 1 where Colt counts from 0 and the contract from 1. */
	readonly plus?: number;
}

/** `day` is YYYY-MM-DD without a time; the others are patterns, counts since 1970, or counts from now. */
export type DateWriting = (typeof DATE_WRITINGS)[number];

export const DATE_WRITINGS = [
	'day',
	'dd/MM/yyyy',
	'dd.MM.yyyy',
	'dd-MM-yyyy',
	'yyyyMMdd',
	'epochSeconds',
	'epochMilliseconds',
	'daysFromNow',
	'secondsFromNow',
] as const;

/** A value that stands beside another, or in every request. */
export interface Constant {
	readonly place: Place;
	readonly value: unknown;
}

/** A value in every request that follows from another. */
export interface Following {
	readonly place: Place;
	/** The contract's place of what it follows. */
	readonly of: Place;
	/** By the text of that: the value. */
	readonly values: Readonly<Record<string, unknown>>;
	/** Where that is not given or has another value; undefined where there is none. */
	readonly otherwise?: unknown;
}

/** Entries of a list, told apart by one member, that Colt has as members of their own. */
export interface KeyedEntries {
	/** The member of an entry that tells which it is. */
	readonly by: string;
	/** By the text of that member: the place of each other member. */
	readonly members: Readonly<Record<string, Readonly<Record<string, Place>>>>;
}

/** One correction: where the contract has something, and where and how Colt has it. */
export interface Rule {
	readonly ours: Place;
	/** None: it does not exist there. Two or more: its text is split. */
	readonly theirs: readonly Place[];
	/** A person or a specification has said that it does not exist there, though the contract calls it mandatory. */
	readonly isConfirmed?: true;
	/** That it does not exist there is no reason to drop what a person gave: it is refused. */
	readonly isRefused?: true;
	readonly writing?: Writing;
	/** What the parts of a split text are joined with. */
	readonly separator?: string;
	readonly beside?: readonly Constant[];
	readonly entries?: KeyedEntries;
}
