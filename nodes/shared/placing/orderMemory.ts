import type { IDataObject } from 'n8n-workflow';

import { BoundedMap } from '../boundedMap';
import type { Wanted } from './wanted';

/** Each entry contains at most one answer. */
const MOST_ORDERS = 50_000;
const MOST_EXECUTIONS = 10_000;

/** One item's request, as it is remembered. */
export interface OrderKey {
	/** The environment and client. Orders of one account never match another account. */
	account: string;
	/** The item: the same for every try of it in its execution, whatever an expression makes of it. */
	identity: string;
	/** What is ordered: account, operation, whole body. The same wherever and whenever it is ordered. */
	signature: string;
	/** The run of the node that asks: execution, node and run index. */
	run: string;
	/** Absent when n8n gives the execution no id. */
	execution?: string;
}

/** The item run that an order is assigned to. */
export type Owner = Pick<OrderKey, 'account' | 'run'>;

/** An order that was sent and whose outcome is unknown. */
export interface UnresolvedOrder extends Pick<OrderKey, 'identity' | 'signature'> {
	/** When it was first sent, by this machine's clock. */
	since: number;
	/** What its record would be recognised by. */
	wanted: Wanted;
	/** The call that is searching for it; only one searches at a time. */
	searchedBy?: OpenCall;
}

/** A call in progress, or one whose order is being searched for. */
export interface OpenCall {
	/** Operation and numbers: calls with the same target could be mistaken for each other. */
	target: string;
	signature: string;
	state: 'sending' | 'looking';
}

const placed = new BoundedMap<IDataObject[]>(MOST_ORDERS);
/** By execution and run of the node: signatures of placed orders, by identity. */
const undelivered = new BoundedMap<Map<string, Map<string, string>>>(MOST_EXECUTIONS);
const unresolved = new BoundedMap<UnresolvedOrder>(MOST_ORDERS);
const unresolvedBySignature = new BoundedMap<Set<UnresolvedOrder>>(MOST_ORDERS);
/** Order ids, with the run of the node that was given the order. */
const given = new BoundedMap<string>(MOST_ORDERS);
const open = new Set<OpenCall>();
const identities = new BoundedMap<string>(MOST_ORDERS);
const runKeys = new BoundedMap<string>(MOST_EXECUTIONS);
const firstExecutions = new BoundedMap<string>(MOST_EXECUTIONS);

/** An order that the same execution has placed in another run of the node which then failed: n8n never got its item. */
function undeliveredOf({ execution = '', signature, run }: OrderKey): string | undefined {
	for (const [otherRun, orders] of undelivered.get(execution) ?? []) {
		const [identity] = [...orders].find(([, other]) => other === signature) ?? [];
		if (otherRun === run || identity === undefined) continue;
		orders.delete(identity);
		return identity;
	}
	return undefined;
}

/**
 * Everything this process remembers about orders. After a restart, and in other processes, the node searches at Colt
 * instead. Each question has one memory:
 *
 * - *Has this item been ordered already?* `recall`: by the item within its execution, for Retry On Fail (n8n #14423,
 *   #12096) and n8n's retry of the execution. Within the execution also by what was ordered, if the run that placed it
 *   failed and its items were lost (loops and tools restart the count of runs and items). An order whose item was
 *   delivered is not returned to a later run or execution: a repeated order is then intended.
 * - *Is an equal order unresolved?* `unresolvedFor`: by the item, else by what was ordered, in any run, position or
 *   execution. It is searched for before anything is sent.
 * - *Whose is this order?* `isGiven`, `isGivenIn`: an order is assigned to an item when it is placed or adopted for it,
 *   not when it is seen. A search for a lost order never adopts one that is assigned to any item. A search for earlier
 *   orders never adopts one assigned in the same run, so that two rows of one run never share an order.
 * - *Could a found order belong to a call in progress?* `isContested`.
 * - *Which run does an execution belong to?* `runKey`, `firstExecution`, and `identityAt` for the first try of an item.
 */
export const orderMemory = {
	recall(key: OrderKey): IDataObject[] | undefined {
		const known = placed.get(key.identity);
		const other = known === undefined ? undeliveredOf(key) : undefined;
		const items = known ?? (other === undefined ? undefined : placed.get(other));
		if (items !== undefined && other !== undefined) this.rememberPlaced(key, items);
		return items?.map((item) => ({ ...item, alreadyPlaced: true }));
	},
	rememberPlaced({ identity, signature, run, execution }: OrderKey, items: IDataObject[]): void {
		placed.set(identity, items);
		const mine = unresolved.get(identity);
		if (mine !== undefined) this.resolve(mine);
		if (execution === undefined) return;
		const runs = undelivered.get(execution) ?? new Map<string, Map<string, string>>();
		undelivered.set(execution, runs);
		runs.set(run, (runs.get(run) ?? new Map<string, string>()).set(identity, signature));
	},
	/** The items of a run have reached the workflow. */
	delivered({ execution, run }: Pick<OrderKey, 'execution' | 'run'>): void {
		if (execution !== undefined) undelivered.get(execution)?.delete(run);
	},

	/** An unresolved order that this call requests again. No other call searches for it until this one is closed. */
	unresolvedFor({ identity, signature }: OrderKey, call: OpenCall): UnresolvedOrder | undefined {
		const all = [unresolved.get(identity), ...(unresolvedBySignature.get(signature) ?? [])];
		const free = all.find((order) => order !== undefined && order.searchedBy === undefined);
		if (free !== undefined) free.searchedBy = call;
		return free;
	},
	leaveUnresolved({ identity, signature }: OrderKey, since: number, wanted: Wanted): void {
		const before = unresolved.get(identity);
		const order = before ?? { identity, signature, since, wanted };
		order.since = Math.min(order.since, since);
		unresolved.set(identity, order);
		const equal = unresolvedBySignature.get(order.signature) ?? new Set<UnresolvedOrder>();
		unresolvedBySignature.set(order.signature, equal.add(order));
	},
	/** Forgets an unresolved order whose outcome is now known. */
	resolve(order: UnresolvedOrder): void {
		if (unresolved.get(order.identity) === order) unresolved.delete(order.identity);
		unresolvedBySignature.get(order.signature)?.delete(order);
	},

	give: (orderId: string, { account, run }: Owner): void => given.set(`${account} ${orderId}`, run),
	isGiven: (orderId: string, { account }: Owner): boolean => given.has(`${account} ${orderId}`),
	isGivenIn: (orderId: string, { account, run }: Owner): boolean => given.get(`${account} ${orderId}`) === run,

	/** Registers a call before it is sent. Close it when its outcome is known. */
	begin(target: string, signature: string): OpenCall {
		const call: OpenCall = { target, signature, state: 'sending' };
		open.add(call);
		return call;
	},
	close(call: OpenCall, order?: UnresolvedOrder): void {
		open.delete(call);
		if (order?.searchedBy === call) delete order.searchedBy;
	},
	/**
	 * Whether an order found for this call might be another call's: one still under way, or one that asks for something
	 * else.
	 */
	isContested: (call: OpenCall): boolean =>
		[...open].some(
			(other) =>
				other !== call &&
				other.target === call.target &&
				(other.state === 'sending' || other.signature !== call.signature),
		),

	/**
	 * The identity that the item at a place of an execution had in its first try: an expression such as `$now` gives
	 * each try another request.
	 */
	identityAt(place: string, identity: string): string {
		const first = identities.get(place) ?? identity;
		identities.set(place, first);
		return first;
	},
	/** The key of the run that an execution belongs to, as it was when this process met the execution first. */
	runKey(execution: string, makeKey: () => string): string {
		const key = runKeys.get(execution) ?? makeKey();
		runKeys.set(execution, key);
		if (!firstExecutions.has(key)) firstExecutions.set(key, execution);
		return key;
	},
	/** The execution in which this process met a run first. */
	firstExecution: (runKey: string): string | undefined => firstExecutions.get(runKey),
};
