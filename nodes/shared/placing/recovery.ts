import { inbound, wholesaleSip } from '../contract/wire.generated';
import type { Operation } from '../contract/table';
import type { OrderType } from '../contract/logicalTypes';
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
	/** After how many milliseconds the effect expires; only for operations that create no order. */
	lastsMs?: number;
	/** What the user should check; ends the sentence "Before you run it again, …". */
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

/**
 * A single order for numbers. With an event the life cycle refuses a second one, once the first has been carried out.
 */
export const byNumbers = (orderType: OrderType, event?: NumberEvent): RecoveryRule => ({
	api: sip,
	orderType,
	by: 'ranges',
	...(event !== undefined && { event }),
	check: HISTORY,
});

/** A row of a bulk order, which becomes an order of its own. Nothing at Colt would refuse a second bulk order. */
export const byNumbersOfRow = (orderType: OrderType): RecoveryRule => ({
	api: sip,
	orderType,
	by: 'ranges',
	check: `${HISTORY}, and for the bulk order ${LIST}`,
});

/** An order that belongs to another: Colt takes as many as it is sent. */
export const byParent = (orderType: OrderType): RecoveryRule => ({
	api: sip,
	orderType,
	by: 'parent',
	check: `${PARENT}, or ${LIST}`,
});

/** An order without numbers: only the one new order of its kind in the country can be it. */
export const byPlace = (orderType: OrderType): RecoveryRule => ({ api: sip, orderType, by: 'place', check: LIST });

/** An operation that creates no order and whose effect expires: Colt's API does not show it. */
export const withoutTrace = (lastsMs: number, check: string): RecoveryRule => ({ api: sip, lastsMs, check });

/**
 * An Inbound order. Without a list of orders nothing shows an order for a free number while it is under way, so an
 * event that starts from Free proves nothing: leave it out.
 */
export const inboundByNumbers = (orderType: OrderType, event?: NumberEvent): RecoveryRule => ({
	api: inb,
	orderType,
	by: 'ranges',
	...(event !== undefined && { event }),
	check: INVENTORY,
});

/** A change of an Inbound number's status without an order: the status shows whether it was made. */
export const inboundByStatus = (from: readonly NumberStatus[]): RecoveryRule => ({ api: inb, from, check: INVENTORY });
