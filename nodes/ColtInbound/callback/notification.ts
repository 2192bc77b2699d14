import { decodeBody, decodeResponse } from '../../shared/contract/codec';
import { inbound } from '../../shared/contract/wire.generated';
import { readOrder } from '../../shared/orders/record';
import type { SeenOrder } from '../../shared/orders/record';
import { optionalText } from '../../shared/text';
import { toEvent } from '../events/event';
import type { InboundEvent, NamedEvent } from '../events/event';
import { eventSpelt } from '../events/spelling';

/** A callback that fits the contract. */
export interface Notification {
	event: InboundEvent;
	/** The order's fields that came with it, in logical names. */
	order: Record<string, unknown>;
	/** Colt's own id of the notification. */
	notificationId?: string;
	/** When Colt says it happened. */
	notifiedAt?: string;
	/** As sent. */
	raw: unknown;
}

type Dictionary = Record<string, unknown>;

const isDictionary = (value: unknown): value is Dictionary =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** Document 000, "Order ID". */
const ORDER_ID = /^[A-Za-z0-9-]{1,36}$/;

/** Nested deeper than any notification; n8n itself walks an item's data recursively. */
const DEEPEST = 40;

function isTooDeep(value: unknown, depth = 0): boolean {
	if (typeof value !== 'object' || value === null) return false;
	return depth >= DEEPEST || Object.values(value).some((part) => isTooDeep(part, depth + 1));
}

/** What Colt leaves out and what it gives as null says the same: nothing. */
const withoutNulls = (decoded: object): Dictionary =>
	Object.fromEntries(Object.entries(decoded).filter(([, value]) => value !== null));

/** Names such as TMF's `OrderStateChangeEvent` say that there is a new status, and not which. */
const NEW_STATUS = /(state|status)[^a-z]*chang/i;

/**
 * The event that Colt names. A name of none of the three is an event of its own, told apart by the status or, without
 * one, by the notification; without a name the status tells the event.
 */
function nameOf(said: string | undefined, { status }: Dictionary, { id, at }: Dictionary): NamedEvent | undefined {
	if (said === undefined || (NEW_STATUS.test(said) && optionalText(status) !== undefined)) return undefined;
	const event = eventSpelt(said);
	return event === undefined
		? { event: 'other', said: [said, optionalText(status) ?? optionalText(id) ?? optionalText(at)].join(' ') }
		: { event };
}

const asOrder = (part: unknown): Dictionary => withoutNulls(decodeResponse(inbound.operations.getOrder, part));

/**
 * The order wherever it stands: in the event, beside it, in the notification itself, or under another name. Objects of
 * other kinds have an ID too: what has a status as well comes first.
 */
function orderOf({ content, order, orderId, status }: Dictionary, raw: Dictionary): Dictionary {
	const named = withoutNulls([isDictionary(content) ? content.order : undefined, order].find(isDictionary) ?? {});
	if (named.id !== undefined) return { ...(status !== undefined && { status }), ...named };
	const whole = asOrder(raw);
	if (orderId !== undefined) return { ...whole, ...named, id: orderId };
	const parts = [...Object.values(raw).filter(isDictionary).map(asOrder), whole].filter(({ id }) => id !== undefined);
	return parts.find((part) => part.status !== undefined) ?? parts[0] ?? named;
}

/** The first thing that is not as the contract has it. */
function contradiction({ at }: Dictionary, event: unknown, order: Dictionary): string | undefined {
	const id = order.id;
	if (id === undefined || id === '') return 'The order ID is missing';
	if (typeof id !== 'string' || !ORDER_ID.test(id.trim())) return 'The order ID is not one';
	if (event !== undefined && typeof event !== 'string') return 'The event type is not a text';
	if (order.status !== undefined && typeof order.status !== 'string') return 'The order status is not a text';
	if (optionalText(event) === undefined && optionalText(order.status) === undefined)
		return 'Neither event type nor order status is given';
	if (at !== undefined && (typeof at !== 'string' || Number.isNaN(Date.parse(at))))
		return 'The event time is not a date and time';
	return undefined;
}

/**
 * Reads a callback's body by the contract. Names it does not know are kept in `raw`.
 * @returns a sentence on the first contradiction, if there is one
 */
export function readNotification(raw: unknown): Notification | string {
	if (!isDictionary(raw)) return 'The body is not an object';
	if (isTooDeep(raw)) return 'The body is nested too deeply';
	const decoded = withoutNulls(decodeBody(inbound.operations.callBack, raw));
	const order = orderOf(decoded, raw);
	// A short form names the event where TMF has its content.
	const event = decoded.event ?? (typeof decoded.content === 'string' ? decoded.content : undefined);
	const problem = contradiction(decoded, event, order);
	const seen: SeenOrder | undefined = problem === undefined ? readOrder(order) : undefined;
	if (seen === undefined) return problem ?? 'The order ID is missing';
	const notificationId = optionalText(decoded.id);
	const notifiedAt = optionalText(decoded.at);
	return {
		event: toEvent(seen, nameOf(optionalText(event), order, decoded)),
		order,
		...(notificationId !== undefined && { notificationId }),
		...(notifiedAt !== undefined && { notifiedAt }),
		raw,
	};
}
