import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { Observation, ObserveOptions } from '../client/observation';
import type { Operation as ContractOperation } from '../contract/table';
import type { CorrectedOperation } from '../corrections/compile';
import type { FileContent } from '../documents/content';
import type { RecoveryRule } from '../placing/recovery';

/** A value of another field; of a notice, which is only shown, also a pattern of one. */
export type ShowCondition = string | number | boolean | { _cnd: { regex: string } };

/** A field of an operation: n8n's property without the visibility, which the registry sets once for all. */
export type Field = Omit<INodeProperties, 'displayOptions'> & {
	/** Shows the field only when other fields of the same operation have these values. */
	showWhen?: Record<string, ShowCondition[]>;
	/** 1: only nodes of version 1 have it; 2: only nodes of version 2 and later. */
	versions?: 1 | 2;
	/** The same for a field inside a collection: other fields of the operation, outside of it, must have these values. */
	showWhenOf?: Record<string, string[]>;
	/** Whether a text that is not in the list passes with Local Checks off: the list is of Colt's own words. */
	takesOtherValues?: boolean;
	/** Whether an expression may give an empty text, because that says something, such as "a single number". */
	emptyIsMeant?: boolean;
	/** Whether it holds a whole file: any text, however long, or the object that an expression has made of it. */
	holdsDocument?: boolean;
	/** Whether it holds a phone number: one that comes as a number, not a text, may have lost a leading zero. */
	holdsPhoneNumber?: boolean;
};

/** The values of an operation's fields for one item, by field name, as `input/readField` has read them. */
export type Params = Record<string, unknown>;

/** What an operation may know besides its fields. */
export interface RequestContext {
	/** Service profile of the credential, used when the item names none. */
	defaultServiceProfile?: string;
	/** False when the user has switched the local checks of country and life-cycle rules off. */
	checks: boolean;
	/** The present moment in milliseconds, for rules that count days from today. */
	now?: number;
	/** The input item, for fields that are mapped by column name. */
	input: IDataObject;
	/** The workflow's time zone, for dates without one; absent if n8n does not provide it. */
	timeZone?: string;
	/** Files of the item, read from n8n's binary data as the operation's `documents` field names them. */
	documents: readonly LoadedDocument[];
}

/** A file to be sent. */
export interface LoadedDocument {
	type: string;
	fileName: string;
	/** Read when it is sent; a text is base64. */
	content: FileContent | string;
}

/** A request in the contract's logical names; the codec turns it into the wire's. */
export interface LogicalRequest {
	path?: Record<string, string>;
	query?: Record<string, unknown>;
	body?: Record<string, unknown>;
	/** Facts of the input worth repeating in every output item and error, such as the range in E.164. */
	echo?: IDataObject;
}

/** An answer as an operation reads it: decoded to logical names, and raw as Colt sent it. */
export interface LogicalAnswer {
	decoded: unknown;
	raw: unknown;
}

/** What every operation has, whatever it does. */
interface Described {
	/** Stored value of the operation. */
	value: string;
	/** Name in the menu. */
	name: string;
	/** Text in the node panel's list of actions. */
	action: string;
	description: string;
	/** What must be known before the node runs, shown above the fields. */
	notice?: string;
	fields: Field[];
}

/** An operation that calls Colt once per item: data and pure functions, no I/O. */
export interface CallOperation extends Described {
	/** The contract's operation. */
	wire: ContractOperation;
	/** What to do when the answer of a call that changes something is lost; a read has none. */
	recovery?: RecoveryRule;
	/** Whether a dry run asks Colt whether the numbers can be ported in. */
	checksPortability?: true;
	/** Output fields that come first, in this order; see {@link arranged}. Of orders it need not be said. */
	first?: readonly string[];
	/** Whether the answer is a list to be read with Return All or Limit. */
	isList?: boolean;
	/**
	 * Field values to request; pure.
	 * @throws ColtError of kind `input`, naming the field, for what the documents certainly forbid
	 */
	toRequest(params: Params, context: RequestContext): LogicalRequest;
	/**
	 * One record of the answer (the whole answer unless `isList`) to an output item's fields; pure.
	 * The runner adds the tracking id and the raw record.
	 */
	toItem(record: unknown, request: LogicalRequest): IDataObject;
	/** Why an empty list is an error for this operation; absent when it is not. */
	emptyListProblem?(request: LogicalRequest): { message: string; remedy: string };
	/** Makes the operation wait: asks again until `isReached` or the time is up. */
	wait?: WaitRule;
	/** Makes the operation a bulk: many items travel in one request. */
	bulk?: BulkRule;
}

/** When a waiting operation is done. */
export interface WaitRule {
	/** Longest wait in milliseconds. */
	limitMs(params: Params): number;
	/**
	 * Whether the record just read ends the wait.
	 * @param raw as Colt sent it
	 * @throws ColtError for a record that can never end it
	 */
	isReached(record: unknown, params: Params, raw?: unknown): boolean;
	/** Fields added to the output: what the wait came to. */
	verdict(record: unknown, reached: boolean, params: Params): IDataObject;
}

/** How the requests of single items become one request. */
export interface BulkRule {
	/** Most items in one request. @throws ColtError of kind `input` */
	size(params: Params): number;
	/** Whether to show the split instead of sending. */
	isPreview(params: Params): boolean;
	/** Joins the bodies of single items. */
	join(bodies: ReadonlyArray<Record<string, unknown>>): LogicalRequest;
	/** Reads the answer: one entry per row, in the order of the rows. */
	split(answer: unknown, count: number): BulkRow[];
}

/** What became of one row of a bulk. */
export interface BulkRow {
	fields: IDataObject;
	/** Colt's refusal of this row; the others may have been taken. */
	error?: { code?: string; reason?: string; message?: string };
}

/** An operation that only computes. */
export interface LocalOperation extends Described {
	/**
	 * A file whose text the operation reads: the field that chooses it, the field that names it, and where its text
	 * goes.
	 */
	file?: { choice: string; name: string; text: string };
	/** Field values to output fields, or to several items; pure. @throws ColtError of kind `input` */
	compute(params: Params): IDataObject | IDataObject[] | Promise<IDataObject | IDataObject[]>;
}

/** What looks at the connection itself may ask of the client. */
export interface Observer {
	/** @throws ColtError */
	authenticate(): Promise<void>;
	/** @throws ColtError */
	observe(
		call: {
			operation: ContractOperation;
			request: LogicalRequest;
			trackingId: string;
			/** Query parameters in Colt's names, besides. */
			extraQuery?: Record<string, string>;
		},
		options: ObserveOptions,
	): Promise<Observation>;
	correctionOf(operationId: string): CorrectedOperation | undefined;
}

/** An operation that looks at the connection itself, by harmless calls of its own. */
export interface ConnectionOperation extends Described {
	/** @throws ColtError of kind `input` */
	look(params: Params, client: Observer): Promise<IDataObject[]>;
}

export type Operation = CallOperation | LocalOperation | ConnectionOperation;

/** A resource of a node's menu. */
export interface Resource {
	value: string;
	name: string;
	description: string;
	operations: Operation[];
}
