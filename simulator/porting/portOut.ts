import type { CountryCode } from '../../nodes/shared/lifecycle/countries';
import { deadlineOf } from '../../nodes/shared/lifecycle/deadlines';
import type { NumberEntry, OrderEntry } from '../model';
import type { World } from '../world';
import { enterStatus } from './states';

/** A request of another operator, as the control API brings it. */
export interface PortOutRequest {
	start: string;
	end?: string;
	/** Calendar day on which the numbers leave. */
	portDate?: string;
	/** A ported-in number goes on to a third operator instead of back to its range holder. */
	transfer?: boolean;
	/** The gaining operator never initiates (NL). */
	expire?: boolean;
}

/** Creates the port-out order that Colt makes. @throws RangeError when the customer has no such active number */
export function receivePortOut(world: World, request: PortOutRequest): OrderEntry {
	const range = { start: request.start, end: request.end ?? request.start };
	const entry: NumberEntry | undefined = world.sip.numbers.find(range);
	if (!entry || entry.busyWith || (entry.status !== 'Activated' && entry.status !== 'PortIn_Activated')) {
		throw new RangeError(`${range.start} is not an active number of the customer, or an order works on it`);
	}
	const status = firstStatus(entry.country);
	const order = world.sip.orders.create({
		type: 'portOut',
		status,
		country: entry.country,
		...(entry.serviceProfile && { serviceProfile: entry.serviceProfile }),
		...(entry.customerReference && { customerReference: entry.customerReference }),
		...(request.portDate && { portDate: request.portDate, requestedDate: request.portDate }),
		ranges: [range],
		trackingId: null,
		port: {
			details: [],
			previous: {},
			...(request.transfer && { transfer: true }),
			...(request.expire && { plan: { outcome: 'expire' as const, code: '', text: '' } }),
		},
	});
	enterStatus(world, order, status);
	return order;
}

/** Where the customer is asked, the order waits for the answer (001). */
const firstStatus = (country: CountryCode): string =>
	deadlineOf('portOutFeedback', country) ? 'Customer feedback awaited' : 'Confirmed';
