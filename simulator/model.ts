import type { NumberRecord, Order, OrderType } from '../nodes/shared/contract/types';
import type { CountryCode } from '../nodes/shared/lifecycle/countries';
import type { NumberStatus } from '../nodes/shared/lifecycle/numberStatus';

/** A number or range that Colt knows, with what the simulator keeps about it. */
export interface NumberEntry extends NumberRecord {
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
export interface OrderEntry extends Order {
	id: string;
	type: OrderType;
	status: string;
	country: CountryCode;
	createdAt: string;
	changedAt: string;
	statusHistory: Array<{ status: string; at: string }>;
	/** Tracking id of the request that made it; null for orders that Colt makes. */
	trackingId: string | null;
	/** Cancels the next scheduled step. */
	cancelStep?: () => void;
}

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
