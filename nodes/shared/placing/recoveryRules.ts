import { inbound, wholesaleSip } from '../contract/wire.generated';
import type { Operation } from '../contract/table';
import type { OrderType } from '../contract/types';
import type { NumberEvent, NumberStatus } from '../lifecycle/numberStatus';

/** What a created order is recognised by, besides its type and the time it was created. */
export type RecognisedBy =
	/** The ranges it was placed for. */
	| 'ranges'
	/** The order it belongs to. */
	| 'parent'
	/** Nothing but country and service profile: only the one new order of that kind can be it. */
	| 'place';

/** The reads an API offers for search; Inbound has neither a list of orders nor a history (document 002). */
export interface RecoveryReads {
	order: Operation;
	inventory: Operation;
	orders?: Operation;
	history?: Operation;
}

/** How an operation's effect is looked for after an unclear answer. */
export interface RecoveryRule {
	api: RecoveryReads;
	/** Type of the order it creates, or of the orders a bulk's rows become; absent when it creates none. */
	orderType?: OrderType;
	by?: RecognisedBy;
	/**
	 * What it does to a number's status. By the documented life cycle a second order of that kind is refused once the
	 * first has been carried out: only such an order may be sent again.
	 */
	event?: NumberEvent;
	/** Statuses it starts from, where it is no event of the life cycle. */
	from?: readonly NumberStatus[];
	/** How long it lasts by itself, in milliseconds; what has no order of its own is gone then. */
	lastsMs?: number;
	/** What to look at oneself; ends the sentence "Before you run it again, …". */
	check: string;
}

const sip: RecoveryReads = {
	order: wholesaleSip.operations.getOrder,
	inventory: wholesaleSip.operations.searchInventory,
	orders: wholesaleSip.operations.listOrders,
	history: wholesaleSip.operations.getNumberOrderHistory,
};
const inb: RecoveryReads = { order: inbound.operations.getOrder, inventory: inbound.operations.searchNumbers };

const HISTORY = 'look at the number with Number: Get and Number: Get Order History';
const LIST = 'look through Order: Get Many';
const PARENT = 'look at the order with Order: Get and its child orders';
const INVENTORY = 'look at the number with Number: Get Many';

const ofRange = (orderType: OrderType, event: NumberEvent | undefined): RecoveryRule => ({
	api: sip,
	orderType,
	by: 'ranges',
	...(event !== undefined && { event }),
	check: HISTORY,
});
const ofBulk = (orderType: OrderType): RecoveryRule => ({
	api: sip,
	orderType,
	by: 'ranges',
	check: `${HISTORY}, and for the bulk order ${LIST}`,
});
const ofInbound = (orderType: OrderType, event?: NumberEvent): RecoveryRule => ({
	api: inb,
	orderType,
	by: 'ranges',
	...(event !== undefined && { event }),
	check: INVENTORY,
});

const { operations: S } = wholesaleSip;
const { operations: I } = inbound;

/**
 * What proves what, by operation. Updates of customers and ports, port-ins, bulk orders and backfills leave the
 * status of a number as it is or are not bound to one: nothing at Colt would refuse a second one, so they are never sent
 * again by themselves. Nor is an Inbound order for a free number: without a list of orders nothing shows it under way.
 */
export const RECOVERY_RULES: ReadonlyMap<Operation, RecoveryRule> = new Map<Operation, RecoveryRule>([
	[S.reserveNumbers, ofRange('reservation', 'reservation')],
	[S.activateNumbers, ofRange('activation', 'activation')],
	[S.returnNumbers, ofRange('return', 'return')],
	[S.reactivateNumbers, ofRange('reactivation', 'reactivation')],
	[S.updateCustomer, ofRange('updateCustomer', undefined)],
	[S.portIn, ofRange('portIn', undefined)],
	[S.updatePort, { api: sip, orderType: 'portUpdate', by: 'parent', check: PARENT }],
	[S.bulkActivate, ofBulk('activation')],
	[S.bulkPortIn, ofBulk('portIn')],
	[S.bulkUpdateCustomer, ofBulk('updateCustomer')],
	[S.requestBackfill, { api: sip, orderType: 'backfill', by: 'place', check: LIST }],
	[S.cancelBackfill, { api: sip, orderType: 'backfillCancellation', by: 'parent', check: `${PARENT}, or ${LIST}` }],
	[S.lockFreeNumbers, { api: sip, lastsMs: 600_000, check: 'wait 10 minutes: a lock ends by itself then' }],
	// While it is under way the number is still free, and nothing tells of the order.
	[I.reserveNumbers, ofInbound('reservation')],
	[I.activateNumbers, ofInbound('activation', 'activation')],
	[I.updateCustomer, ofInbound('updateCustomer')],
	[I.cancelReservation, { api: inb, from: ['Reserved'], check: INVENTORY }],
]);
