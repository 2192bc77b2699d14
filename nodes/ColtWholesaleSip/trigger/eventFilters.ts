import type { IPollFunctions } from 'n8n-workflow';

import { sameStatus } from '../../shared/lifecycle/orderStatus';
import { readSetting } from '../../shared/input/readSetting';
import { optionalText } from '../../shared/text';
import { meaningOf } from '../../shared/orders/eventItem';
import type { SeenOrder } from '../../shared/orders/record';
import { ORDER_TYPES } from '../../shared/lifecycle/orderTypes';
import { triggerFields } from './triggerFields';
import type { OrderEvent } from './events';

/** Kinds a user can choose. */
export type ChosenKind = Exclude<OrderEvent['event'], 'currentStatus'> | 'childOrderDecided';

/** An event that passed the filters, under the kind it is delivered as. */
export type SelectedEvent = Omit<OrderEvent, 'event'> & { event: OrderEvent['event'] | ChosenKind };

/** The events and filters the user selected. An empty list does not restrict. */
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
 * All kinds an event belongs to, the most specific first. An order that was created and changed between two polls is
 * both new and changed, so that a workflow that waits for changes only does not miss it.
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
 * Colt does not document that every order has a type and country, nor the names of the types. An order without a known
 * one passes the filter.
 */
const admits = (wanted: readonly string[], value: string | undefined): boolean =>
	wanted.length === 0 || value === undefined || wanted.includes(value);

/** Whether a status is one of these or in one of the groups. Null (a new order's previous status) never matches. */
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
 * @param previous its previous status; the present one if only a date or description has changed; null for a new order
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
 * The events that match the filters, each under the most specific selected kind. The state is computed before, from all
 * events.
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
