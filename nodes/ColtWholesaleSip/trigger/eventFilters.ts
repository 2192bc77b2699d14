import type { IPollFunctions } from 'n8n-workflow';

import { sameStatus } from '../../shared/lifecycle/orderStatus';
import { readSetting } from '../../shared/input/readSetting';
import { optionalText } from '../../shared/text';
import { meaningOf } from '../../shared/orders/eventItem';
import type { SeenOrder } from '../../shared/orders/record';
import { ORDER_TYPES, triggerFields } from './triggerFields';
import type { OrderEvent } from './events';

/** Kinds a user can choose. */
export type ChosenKind = Exclude<OrderEvent['event'], 'currentStatus'> | 'childOrderDecided';

/** An event under the name it is delivered by. */
export type SelectedEvent = Omit<OrderEvent, 'event'> & { event: OrderEvent['event'] | ChosenKind };

/** What the user wants to hear of. An empty list does not restrict. */
export interface Filters {
	kinds: readonly string[];
	statuses: readonly string[];
	groups: readonly string[];
	previousStatuses: readonly string[];
	previousGroups: readonly string[];
	types: readonly string[];
	countries: readonly string[];
	customerReference?: string;
}

const isPortUpdate = ({ type, parentId }: SeenOrder): boolean =>
	type === 'portUpdate' || (type === undefined && parentId !== undefined);

/**
 * All kinds an event belongs to, the one that says most first. An order that was made and went on between two polls is
 * new and changed at once, so that nobody who waits for changes alone misses it.
 */
export function kindsOf({ event, order }: OrderEvent): ChosenKind[] {
	if (event === 'currentStatus') return [];
	if (event !== 'newOrder' && event !== 'statusChanged') return [event];
	const hasChangedSince =
		order.isFinal || (order.created !== undefined && order.changed !== undefined && order.created !== order.changed);
	return [
		...(order.isFinal && isPortUpdate(order) ? (['childOrderDecided'] as const) : []),
		event,
		...(event === 'newOrder' && hasChangedSince ? (['statusChanged'] as const) : []),
	];
}

/**
 * Colt does not document that it names an order's type and country everywhere, nor the types' names: an order without
 * a known one is let through.
 */
const admits = (wanted: readonly string[], value: string | undefined): boolean =>
	wanted.length === 0 || value === undefined || wanted.includes(value);

/** Whether a status is one of those, or of one of the groups; null, the status before an order's first, is none. */
function isOneOf(
	statuses: readonly string[],
	groups: readonly string[],
	status: string | null,
	type: string | undefined,
): boolean {
	if (statuses.length + groups.length === 0) return true;
	return (
		status !== null &&
		(statuses.some((wanted) => sameStatus(wanted, status)) ||
			groups.includes(meaningOf({ status, ...(type !== undefined && { type }) }).group))
	);
}

/**
 * Whether an order is one of those wanted: in one of the statuses or groups, and of the type, country and reference.
 * @param previous its status before; the present one where nothing but a date has come, null for a new order
 */
export function isWanted(
	order: SeenOrder,
	{ statuses, groups, previousStatuses, previousGroups, types, countries, customerReference }: Filters,
	previous: string | null = order.status ?? '',
): boolean {
	return (
		isOneOf(statuses, groups, order.status ?? '', order.type) &&
		isOneOf(previousStatuses, previousGroups, previous, order.type) &&
		admits(types, ORDER_TYPES.includes(order.type ?? '') ? order.type : undefined) &&
		admits(countries, order.country) &&
		(customerReference === undefined || customerReference === order.customerReference)
	);
}

/**
 * The events a user wants, each under the chosen kind that says most. The state is computed before, from all of them.
 */
export function selectEvents(events: readonly OrderEvent[], filters: Filters): SelectedEvent[] {
	return events.flatMap((event): SelectedEvent[] => {
		const kind =
			event.event === 'currentStatus' ? event.event : kindsOf(event).find((name) => filters.kinds.includes(name));
		return kind !== undefined && isWanted(event.order, filters, event.previousStatus)
			? [{ ...event, event: kind }]
			: [];
	});
}

/**
 * Reads the trigger's Events and Filters.
 * @throws ColtError naming the field, also for a filter that was added and is empty
 */
export function readFilters(context: IPollFunctions): Filters {
	const given = readSetting(context, triggerFields, 'filters') as Record<string, unknown>;
	const list = (name: string): readonly string[] => (given[name] ?? []) as string[];
	const customerReference = optionalText(given.customerReference);
	return {
		kinds: readSetting(context, triggerFields, 'events') as string[],
		statuses: list('statuses'),
		groups: list('groups'),
		previousStatuses: list('previousStatuses'),
		previousGroups: list('previousGroups'),
		types: list('orderTypes'),
		countries: list('countries'),
		...(customerReference !== undefined && { customerReference }),
	};
}
