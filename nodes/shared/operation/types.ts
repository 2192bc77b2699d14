import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { Operation as ContractOperation } from '../contract/table';

/** A field of an operation: n8n's property without the visibility, which the registry sets once for all. */
export type Field = Omit<INodeProperties, 'displayOptions'> & {
	/** Shows the field only when other fields of the same operation have these values. */
	showWhen?: Record<string, Array<string | number | boolean>>;
};

/** The values of an operation's fields for one item, by field name, expressions already resolved. */
export type Params = Record<string, unknown>;

/** What an operation may know besides its fields. */
export interface RequestContext {
	/** Service profile of the credential, used when the item names none. */
	defaultServiceProfile?: string;
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

/** One operation: data and pure functions, no I/O. */
export interface Operation {
	/** Stored value of the resource it belongs to. */
	resource: string;
	/** Stored value of the operation. */
	value: string;
	/** Name in the menu. */
	name: string;
	/** Text in the node panel's list of actions. */
	action: string;
	description: string;
	/** The contract's operation. */
	wire: ContractOperation;
	fields: Field[];
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
}

/** A resource of a node's menu. */
export interface Resource {
	value: string;
	name: string;
	description: string;
	operations: Operation[];
}
