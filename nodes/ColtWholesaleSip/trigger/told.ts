import { sameStatus } from '../../shared/lifecycle/orderStatus';
import type { SeenOrder } from '../../shared/orders/record';
import { keyOf, KEY_LENGTH } from './state';
import { asAt } from './compare';
import type { ChangeKind, OrderEvent } from './compare';

/** What it takes to tell an event again. */
export interface Told {
	/** `keyOf` the order's id. */
	key: string;
	eventId: string;
	event: ChangeKind;
	previousStatus: string | null;
	status: string;
	/** When the order had changed last, milliseconds since the epoch. */
	changed?: number;
}

const LETTERS: Record<ChangeKind, string> = {
	newOrder: 'n',
	statusChanged: 's',
	descriptionChanged: 'd',
	currentStatus: 'c',
};
const KINDS = Object.fromEntries(Object.entries(LETTERS).map(([kind, letter]) => [letter, kind])) as Record<
	string,
	ChangeKind | undefined
>;

const isChange = (event: OrderEvent['event']): event is ChangeKind => Object.hasOwn(LETTERS, event);

/** The changes among events; what is told of deadlines and reservations follows from the orders alone. */
export function toldOf(events: readonly OrderEvent[]): Told[] {
	return events.flatMap(({ eventId, event, orderId, previousStatus, status, order: { changed } }): Told[] =>
		isChange(event)
			? [{ key: keyOf(orderId), eventId, event, previousStatus, status, ...(changed !== undefined && { changed }) }]
			: [],
	);
}

/**
 * About 45 bytes an event: key, letter of the kind, id, then `status[.previous status[.changed]]`, statuses by position.
 * @param statuses takes those that are not in it yet
 */
export function packTold(told: readonly Told[], statuses: string[]): string {
	const positionOf = (status: string | null): string => {
		if (status === null) return '';
		const found = statuses.indexOf(status);
		return (found < 0 ? statuses.push(status) - 1 : found).toString(36);
	};
	return told
		.map(({ key, eventId, event, previousStatus, status, changed }) => {
			const numbers = [positionOf(status), positionOf(previousStatus), changed?.toString(36) ?? ''].join('.');
			return key + LETTERS[event] + Buffer.from(eventId, 'hex').toString('base64url') + numbers;
		})
		.join(',');
}

const ENTRY = new RegExp(`^([\\w-]{${KEY_LENGTH}})([a-z])([\\w-]{22})([0-9a-z]+)\\.([0-9a-z]*)\\.(-?[0-9a-z]*)$`);

/** @returns undefined when it cannot be read */
export function unpackTold(packed: unknown, statuses: readonly unknown[]): Told[] | undefined {
	if (typeof packed !== 'string' || !Array.isArray(statuses)) return undefined;
	const told = (packed === '' ? [] : packed.split(',')).map((text): Told | undefined => {
		const [, key = '', letter = '', id = '', at = '', before = '', changed = ''] = ENTRY.exec(text) ?? [];
		const [event, status] = [KINDS[letter], statuses[Number.parseInt(at, 36)] as unknown];
		const previousStatus = before === '' ? null : (statuses[Number.parseInt(before, 36)] as unknown);
		if (
			event === undefined ||
			typeof status !== 'string' ||
			!(previousStatus === null || typeof previousStatus === 'string')
		)
			return undefined;
		return {
			key,
			eventId: Buffer.from(id, 'base64url').toString('hex'),
			event,
			previousStatus,
			status,
			...(changed !== '' && { changed: Number.parseInt(changed, 36) }),
		};
	});
	return told.every((entry) => entry !== undefined) ? told : undefined;
}

/**
 * Tells again what was told of the orders that a poll has seen.
 * @returns the events, with the orders as they were then as far as that is known; and what is left for the next poll
 */
export function tellAgain(told: readonly Told[], seen: readonly SeenOrder[]): { events: OrderEvent[]; left: Told[] } {
	const orders = new Map(seen.map((order) => [keyOf(order.id), order]));
	const left = told.filter(({ key }) => orders.get(key)?.status === undefined);
	const events = told.flatMap(({ key, changed, ...event }): OrderEvent[] => {
		const order = orders.get(key);
		if (order?.status === undefined) return [];
		const isPresent = sameStatus(order.status, event.status);
		const when = changed === undefined ? {} : { changed };
		const then = isPresent
			? { ...order, ...when }
			: { ...asAt({ ...order, status: order.status }, { status: event.status }, false), ...when };
		return [{ ...event, orderId: order.id, order: then, ...(!isPresent && { restored: true as const }) }];
	});
	return { events, left };
}
