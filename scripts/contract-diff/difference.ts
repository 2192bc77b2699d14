/** What stands in the contract: told by the vendor's documents, or guessed. */
export interface Source {
	kind: 'documented' | 'inferred';
	/** The document, or what the guess rests on. */
	from?: string;
}

export type Kind = 'differs' | 'theirsOnly' | 'oursOnly';

/** One place at which the two documents say something different. */
export interface Observation {
	kind: Kind;
	/** What differs: `name`, `type`, `required`, `pattern`, `field`, `parameter`, `path` and so on. */
	aspect: string;
	/** Last part of the name, without its place. */
	name: string;
	/** Operation and place, e.g. `POST /v1/return/order` and `request body relatedParty.reseller`. */
	operation: string;
	place: string;
	source: Source;
	ours: string;
	theirs: string;
	/** Keys of our document that lead to what is to be changed. */
	line: readonly string[];
	/** The same when it holds wherever a shared part of ours shows, by the part's id. */
	linesById?: ReadonlyMap<string, readonly string[]>;
	/** Ids of what the places of our document share. */
	ourIds: readonly string[];
	/** Ids of what the places of their document share. */
	theirIds: readonly string[];
}

/** The same difference at every place where it shows. */
export interface Difference {
	kind: Kind;
	aspect: string;
	name: string;
	source: Source;
	ours: string;
	theirs: string;
	/** Keys of our document that lead to what is to be changed. */
	path: readonly string[];
	/** Line of our file, from 1. */
	line: number;
	places: Array<{ operation: string; place: string }>;
}
