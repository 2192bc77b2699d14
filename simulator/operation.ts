import type { Paging } from '../nodes/shared/contract/codec';
import type {
	ApiName,
	LogicalBody,
	LogicalQuery,
	LogicalResponse,
	OperationId,
} from '../nodes/shared/contract/logicalTypes';
import type { Operation } from '../nodes/shared/contract/table';
import type { Store, World } from './world';

/** A request that has passed authentication and the contract, in logical names. */
export interface Request<K extends OperationId<A>, A extends ApiName = 'wholesaleSip'> {
	world: World;
	/** The numbers and orders of the API that was called. */
	store: Store;
	operation: Operation;
	/** All operations of the API, by id. */
	operations: Readonly<Record<string, Operation>>;
	trackingId: string;
	params: Record<string, string>;
	query: LogicalQuery<K, A>;
	body: LogicalBody<K, A>;
}

/** An answer in logical names. */
export interface Answer<R> {
	body: R;
	paging?: Required<Paging>;
}

/** The behaviour of one operation. Throws ApiError for a documented error. */
export type Handler<K extends OperationId<A>, A extends ApiName = 'wholesaleSip'> = (
	request: Request<K, A>,
) => Answer<LogicalResponse<K, A>>;

/** The behaviour of each operation of an API. */
export type Handlers<A extends ApiName> = { [K in OperationId<A>]: Handler<K, A> };

const DEFAULT_LIMIT = 100;

/** One page of a list and its counts (TMF630: `offset` from 0, `limit`). */
export function page<T>(
	list: readonly T[],
	query: { offset?: number; limit?: number },
): { items: T[]; paging: Required<Paging> } {
	const offset = Number(query.offset ?? 0);
	const items = list.slice(offset, offset + Number(query.limit ?? DEFAULT_LIMIT));
	return { items, paging: { totalCount: list.length, resultCount: items.length } };
}
