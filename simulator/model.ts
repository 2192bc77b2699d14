import type {
	CliDetails,
	InboundNumberRecord,
	NumberRecord,
	Order,
	OrderType,
} from '../nodes/shared/contract/logicalTypes';
import type { CountryCode } from '../nodes/shared/lifecycle/countries';
import type { NumberStatus } from '../nodes/shared/lifecycle/numberStatus';

/** A number or range that Colt knows, with what the simulator keeps about it. */
export interface NumberEntry extends Omit<NumberRecord, 'numberType'> {
	/** Each API has its own types. */
	numberType?: NumberRecord['numberType'] | InboundNumberRecord['numberType'];
	start: string;
	end: string;
	country: CountryCode;
	status: NumberStatus;
	/** Came in by a port; otherwise Colt's own. */
	portedIn?: boolean;
	/** The customer's own number from ARCEP, hosted by Colt (000, France): activated without tri-partite agreement. */
	own?: boolean;
	/** Order in progress on this number. */
	busyWith?: string;
	/** Set while locked; the time is on the simulator's clock. */
	lock?: { id: string; until: number };
	/** Cancels the scheduled end of a reservation or a quarantine. */
	cancelEnd?: () => void;
}

/** Fields of a number that the API does not show. */
export const INTERNAL = ['portedIn', 'own', 'busyWith', 'lock', 'cancelEnd'] as const;

/** An order, with what the simulator keeps about it. */
export interface OrderEntry extends Omit<Order, 'ranges'> {
	id: string;
	type: OrderType;
	status: string;
	country: CountryCode;
	createdAt: string;
	changedAt: string;
	statusHistory: Array<{ status: string; at: string }>;
	/** Always in full numbers; how they are shown is a matter of the answer. */
	ranges?: Array<{ start: string; end: string; firstPossibleDate?: string }>;
	/** Tracking id of the request that made it; null for orders that Colt makes. */
	trackingId: string | null;
	/** Cancels the next scheduled step. */
	cancelStep?: () => void;
	/** What a port needs to go on. */
	port?: PortState;
	/** A return that ends a reservation: another order type to Colt (004, Cancel Reservation). */
	endsReservation?: true;
}

/** An outcome of a port other than its completion. */
export interface PortPlan {
	outcome: 'reject' | 'feedback' | 'delay' | 'completionDelay' | 'fail' | 'expire';
	code: string;
	text: string;
}

/** The status a port has next, and when on the simulator's clock. */
export interface NextStep {
	status: string;
	at: number;
	/** Whether the plan's code and text are the reason. */
	reason?: boolean;
	description?: string;
	/** The local registry has accepted the order meanwhile. */
	accepted?: true;
}

/** What the simulator keeps about a port. */
export interface PortState {
	plan?: PortPlan;
	/** A Dutch 088 activation through port-in: no losing operator. */
	activation?: boolean;
	nl088?: boolean;
	/** The numbers go to another operator than their original range holder. */
	transfer?: boolean;
	/** The local registry has accepted an 088 activation: its numbers are allocated, and next active (000). */
	accepted?: boolean;
	/** The next step, if one is scheduled. */
	next?: NextStep;
	/** Updates that wait for Colt's answer; the port keeps its status as long (001). */
	openUpdates?: number;
	/** The customer has answered a request for feedback: the order no longer expires (000). */
	answered?: boolean;
	/** The port was scheduled (NL): it starts automatically on its date. */
	scheduled?: boolean;
	/** Details the numbers get when the port is completed, one for each range. */
	details: CliDetails[];
	/** Status of the numbers before a port-out, by start. */
	previous: Record<string, NumberStatus>;
}

/** Fields of an order that the API does not show. */
export const INTERNAL_ORDER = ['trackingId', 'cancelStep', 'port', 'endsReservation'] as const;

/**
 * How many numbers a range has; ends of unequal length are filled up with zeros. Up to 15 digits fit a double
 * exactly.
 */
export function sizeOf({ start, end }: { start: string; end: string }): number {
	const [first, last] = [start.replace(/\D/g, ''), end.replace(/\D/g, '')];
	const length = Math.max(first.length, last.length);
	return Number(last.padEnd(length, '0')) - Number(first.padEnd(length, '0')) + 1;
}

/** A copy without some fields. */
export function without<T extends object, K extends keyof T>(value: T, ...names: K[]): Omit<T, K> {
	const copy: Partial<T> = { ...value };
	for (const name of names) delete copy[name];
	return copy as Omit<T, K>;
}
