import type { CliDetails, InboundNumberRecord, NumberRecord, Order, OrderType } from '../nodes/shared/contract/types';
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
	/** Order in progress on this number. */
	busyWith?: string;
	/** Set while locked; the time is on the simulator's clock. */
	lock?: { id: string; until: number };
	/** Cancels the scheduled end of a reservation or a quarantine. */
	cancelEnd?: () => void;
}

/** Fields of a number that the API does not show. */
export const INTERNAL = ['portedIn', 'busyWith', 'lock', 'cancelEnd'] as const;

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
	ranges?: Array<{ start: string; end: string }>;
	/** Tracking id of the request that made it; null for orders that Colt makes. */
	trackingId: string | null;
	/** Cancels the next scheduled step. */
	cancelStep?: () => void;
	/** What a port needs to go on. */
	port?: PortState;
}

/** A way a port is told to take instead of the straight one. */
export interface PortPlan {
	outcome: 'reject' | 'feedback' | 'delay' | 'completionDelay' | 'fail' | 'expire';
	code: string;
	text: string;
}

/** What the simulator keeps about a port. */
export interface PortState {
	plan?: PortPlan;
	/** A Dutch 088 activation through port-in: no losing operator. */
	activation?: boolean;
	nl088?: boolean;
	/** The numbers go to another operator than their original range holder. */
	transfer?: boolean;
	/** The port was scheduled (NL): it starts by itself on its date. */
	scheduled?: boolean;
	/** Details the numbers get when the port is completed, one for each range. */
	details: CliDetails[];
	/** Status of the numbers before a port-out, by start. */
	previous: Record<string, NumberStatus>;
}

/** Fields of an order that the API does not show. */
export const INTERNAL_ORDER = ['trackingId', 'cancelStep', 'port'] as const;

/** Inclusive numeric bounds of an E.164 range; 15 digits fit a double exactly. */
export const boundsOf = ({ start, end }: { start: string; end: string }): [number, number] => [
	Number(start.replace(/\D/g, '')),
	Number(end.replace(/\D/g, '')),
];

/** A copy without some fields. */
export function without<T extends object, K extends keyof T>(value: T, ...names: K[]): Omit<T, K> {
	const copy: Partial<T> = { ...value };
	for (const name of names) delete copy[name];
	return copy as Omit<T, K>;
}
