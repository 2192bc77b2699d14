import { createHash } from 'node:crypto';

import { decodeBody } from '../../shared/contract/codec';
import { inbound } from '../../shared/contract/wire.generated';
import { toMoment } from '../../shared/orders/dates';
import { readOrder } from '../../shared/orders/record';
import { optionalText } from '../../shared/text';
import { toEvent } from '../events/event';
import type { InboundEvent, NamedEvent } from '../events/event';
import { parseEventName } from '../events/eventNames';
import { findOrder, isDictionary, single, withoutNulls } from './orderInCallback';
import type { Dictionary } from './orderInCallback';
import { inContractNames, plainName } from './fieldNames';

/** A callback that says what happened to which order. */
export interface Notification {
	event: InboundEvent;
	/** The order's fields that came with it, in logical names. */
	order: Dictionary;
	/** The order ID may be the notification's own. */
	isGuess?: true;
	/** Colt's own id of the notification. */
	notificationId?: string;
	/** When Colt says it happened. */
	notifiedAt?: string;
	/** As sent. */
	raw: unknown;
}

/** A callback that does not say so in any way known here. It is delivered as it came, so that nothing is lost. */
export interface Unreadable {
	/** Made of the content, so that a repeat has the same. */
	eventId: string;
	/** What could not be read, as a sentence. */
	problem: string;
	/** The order, where that much could be read. */
	orderId?: string;
	/** As sent. */
	raw: unknown;
}

/** Document 000, "Order ID". */
const ORDER_ID = /^[A-Za-z0-9-]{1,36}$/;

/** Nested deeper than any notification; n8n itself walks an item's data recursively. */
const DEEPEST = 40;

/** Whether JSON is nested so deeply that n8n could not store it. */
export function isTooDeep(value: unknown, depth = 0): boolean {
	if (typeof value !== 'object' || value === null) return false;
	return depth >= DEEPEST || Object.values(value).some((part) => isTooDeep(part, depth + 1));
}

/** A text or number as text; of an object, such as `{ "name": "Completed" }`, the member that names it. */
function textOf(value: unknown): string | undefined {
	if (typeof value === 'string' || typeof value === 'number') return optionalText(value);
	if (!isDictionary(value)) return undefined;
	const named = [value.name, value.value, value.code, value.status, value.state];
	return named.map((part) => (isDictionary(part) ? undefined : textOf(part))).find((text) => text !== undefined);
}

/** An order ID as Colt's documents have it. A number that JavaScript has rounded would be another order's. */
function orderIdOf(id: unknown): string | undefined {
	if (typeof id === 'number' && !Number.isSafeInteger(id)) return undefined;
	const text = typeof id === 'string' || typeof id === 'number' ? optionalText(id) : undefined;
	return text !== undefined && ORDER_ID.test(text) ? text : undefined;
}

/** Names such as TMF's `OrderStateChangeEvent` say that there is a new status, and not which. */
const NEW_STATUS = /(state|status)[^a-z]*chang/i;

/** Members that say which event it is, and those that do so only if their value does. */
const EVENT_NAME = /^(eventtype|eventname|event|notificationtype|notification|callbacktype)$/;
const MAYBE_EVENT_NAME = /^(type|name|action|topic|subject)$/;
const isEventName = (text: string): boolean =>
	parseEventName(text) !== undefined || NEW_STATUS.test(text) || /(event|notification)$/i.test(text);

/** What Colt calls the event, on the outside or in the content. */
function eventNameIn(root: Dictionary, decoded: Dictionary): string | undefined {
	const levels = [root, ...Object.values(root).map(single).filter(isDictionary)];
	const members = levels.flatMap((level) => Object.entries(level).map(([name, value]) => [plainName(name), value]));
	const texts = (names: RegExp): string[] =>
		members.flatMap(([name, value]) => (typeof value === 'string' && names.test(name as string) ? [value] : []));
	return (
		textOf(decoded.event) ??
		texts(EVENT_NAME).map(optionalText).find(Boolean) ??
		texts(MAYBE_EVENT_NAME).find(isEventName)
	);
}

/**
 * The event that Colt names. Any other name is an event of its own, distinguished by the status or, without
 * one, by the notification; without a name the status says which event it is.
 */
function nameOf(said: string | undefined, status: string | undefined, { id, at }: Dictionary): NamedEvent | undefined {
	if (said === undefined || (NEW_STATUS.test(said) && status !== undefined)) return undefined;
	const event = parseEventName(said);
	return event === undefined
		? { event: 'other', said: [said, status ?? optionalText(id) ?? optionalText(at)].join(' ') }
		: { event };
}

/** JSON within a text within JSON, as some senders make it. */
function parsed(raw: unknown): unknown {
	if (typeof raw !== 'string' || !/^\s*[[{]/.test(raw)) return raw;
	try {
		return JSON.parse(raw) as unknown;
	} catch {
		return raw;
	}
}

const WRAPPER = /^(event|data|payload|body|message|envelope|request|.*(notifications?|callback|events))$/;

/** The callback without what only wraps it: lists of one, and objects with a single member that is an object. */
function unwrapped(raw: unknown): unknown {
	const value = single(parsed(raw));
	if (!isDictionary(value)) return value;
	const [only, ...more] = Object.entries(value);
	const inner = single(only?.[1]);
	const isWrapper = more.length === 0 && isDictionary(inner) && WRAPPER.test(plainName(only?.[0] ?? ''));
	return isWrapper ? unwrapped(inner) : value;
}

/** A callback that is delivered as it came. */
export function unreadable(raw: unknown, problem: string, orderId?: string): Unreadable {
	const digest = createHash('sha256').update(JSON.stringify(raw)).digest('hex').slice(0, 32);
	return { eventId: `unreadable:${digest}`, problem, raw, ...(orderId !== undefined && { orderId }) };
}

/**
 * Reads a callback's body by the contract, and by other likely forms. Names it does not know are kept in `raw`.
 * The body must not be too deep ({@link isTooDeep}).
 */
export function readNotification(raw: unknown): Notification | Unreadable {
	const root = inContractNames(unwrapped(raw));
	if (!isDictionary(root)) return unreadable(raw, 'The callback is not an object');
	const found = findOrder(root);
	if (found === undefined) return unreadable(raw, 'No order ID was found');
	const orderId = orderIdOf(found.order.id);
	if (orderId === undefined) return unreadable(raw, "The order ID is not one of Colt's form");
	const decoded = withoutNulls(decodeBody(inbound.operations.callBack, root));
	const said = eventNameIn(root, decoded);
	const status = textOf(found.order.status);
	if (said === undefined && status === undefined)
		return unreadable(raw, 'Neither an event nor an order status was found', orderId);
	const order = { ...found.order, id: orderId, status };
	const notificationId = textOf(decoded.id);
	const notifiedAt = typeof decoded.at === 'number' ? isoOf(decoded.at) : textOf(decoded.at);
	return {
		event: toEvent(readOrder(order) ?? { id: orderId, isFinal: false }, nameOf(said, status, decoded)),
		order,
		...(found.isGuess && { isGuess: true }),
		...(notificationId !== undefined && { notificationId }),
		...(notifiedAt !== undefined && { notifiedAt }),
		raw,
	};
}

function isoOf(count: number): string | undefined {
	const moment = toMoment(count);
	return moment === undefined ? undefined : new Date(moment).toISOString();
}
