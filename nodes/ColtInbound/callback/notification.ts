import { decodeBody, decodeResponse } from '../../shared/contract/codec';
import { inbound } from '../../shared/contract/wire.generated';
import { readOrder } from '../../shared/orderEvents/order';
import type { SeenOrder } from '../../shared/orderEvents/order';
import { optionalText } from '../../shared/text';
import { toEvent } from '../events/event';
import type { InboundEvent, InboundEventName } from '../events/event';

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

const isDictionary = (value: unknown): value is Dictionary => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Document 000, "Order ID". */
const ORDER_ID = /^[A-Za-z0-9-]{1,36}$/;

/** Nested deeper than any notification; n8n itself walks an item's data recursively. */
const DEEPEST = 40;

function isTooDeep(value: unknown, depth = 0): boolean {
	if (typeof value !== 'object' || value === null) return false;
	return depth >= DEEPEST || Object.values(value).some((part) => isTooDeep(part, depth + 1));
}

const NAMES: readonly string[] = ['raised', 'completed', 'failed'];

/** A name that the contract does not know is an event of its own; without a name the status tells it. */
const nameOf = (event: string | undefined): InboundEventName | undefined =>
	event === undefined ? undefined : NAMES.includes(event) ? (event as InboundEventName) : 'other';

const asOrder = (part: unknown): Dictionary => decodeResponse(inbound.operations.getOrder, part);

/** The order wherever it stands: in the event, beside it, without a name around it, or as the notification itself. */
function orderOf({ content, order, status }: Dictionary, raw: Dictionary): Dictionary {
	const named = [isDictionary(content) ? content.order : undefined, order].find(isDictionary) ?? {};
	if (named.id !== undefined) return { ...(status !== undefined && { status }), ...named };
	const parts = [...Object.values(raw).filter(isDictionary), raw];
	return parts.map(asOrder).find(({ id }) => id !== undefined) ?? named;
}

/** The first thing that is not as the contract has it. */
function contradiction(decoded: Dictionary, order: Dictionary): string | undefined {
	const { event, at } = decoded;
	const id = order.id;
	if (id === undefined || id === null || id === '') return 'The order ID is missing';
	if (typeof id !== 'string' || !ORDER_ID.test(id.trim())) return 'The order ID is not one';
	if (event !== undefined && typeof event !== 'string') return 'The event type is not a text';
	if (order.status !== undefined && typeof order.status !== 'string') return 'The order status is not a text';
	if (optionalText(event) === undefined && optionalText(order.status) === undefined) return 'Neither event type nor order status is given';
	if (at !== undefined && (typeof at !== 'string' || Number.isNaN(Date.parse(at)))) return 'The event time is not a date and time';
	return undefined;
}

/**
 * Reads a callback's body by the contract. Names it does not know are kept in `raw`.
 * @returns a sentence on the first contradiction, if there is one
 */
export function readNotification(raw: unknown): Notification | string {
	if (!isDictionary(raw)) return 'The body is not an object';
	if (isTooDeep(raw)) return 'The body is nested too deeply';
	const decoded = decodeBody(inbound.operations.callBack, raw) as Dictionary;
	const order = orderOf(decoded, raw);
	const problem = contradiction(decoded, order);
	const seen: SeenOrder | undefined = problem === undefined ? readOrder(order, 0) : undefined;
	if (seen === undefined) return problem ?? 'The order ID is missing';
	const notificationId = optionalText(decoded.id);
	const notifiedAt = optionalText(decoded.at);
	const said = optionalText(decoded.event);
	return {
		event: toEvent(seen, nameOf(said), said),
		order,
		...(notificationId !== undefined && { notificationId }),
		...(notifiedAt !== undefined && { notifiedAt }),
		raw,
	};
}
