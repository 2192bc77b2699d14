import { nextStepOf } from '../../shared/orders/nextStep';
import { eventIdOf, hasStatus } from './events';
import type { WithStatus } from './events';
import { CollectedOrders, readList, refuseUnreadable } from './collectOrders';
import type { ListReading, OrderList } from './collectOrders';
import { isDue } from './reservations';
import { isWanted, kindsOf } from './eventFilters';
import type { ChosenKind, Filters, SelectedEvent } from './eventFilters';

/** How many orders the test step looks at, at each end of the list. */
const SAMPLE_SIZE = 100;

/** An example of an event for the test step, and what there is to say about it. */
export interface Sample {
	event: SelectedEvent;
	note?: string;
}

const ANY_TIME = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };

/** Whether an order can be an example of an event. */
const IS_EXAMPLE: Record<ChosenKind, (order: WithStatus) => boolean> = {
	newOrder: () => true,
	statusChanged: () => true,
	descriptionChanged: ({ description }) => description !== undefined,
	deadlineNear: (order) => !order.isFinal && nextStepOf(order).deadline !== null,
	reservationExpiring: (order) => isDue({ created: 0, ...order }, ANY_TIME),
	childOrderDecided: (order) => kindsOf(exampleOf(order, 'statusChanged')).includes('childOrderDecided'),
};

const hasPrevious = (kind: ChosenKind): boolean => kind !== 'newOrder' && kind !== 'statusChanged';

function exampleOf<K extends ChosenKind>(order: WithStatus, event: K): SelectedEvent & { event: K } {
	const { id, status } = order;
	return {
		eventId: eventIdOf([id, 'test', event]),
		event,
		orderId: id,
		previousStatus: hasPrevious(event) ? status : null,
		status,
		order,
		...(event === 'reservationExpiring' && { more: { stillReserved: [] } }),
	};
}

/** Sorts the order that changed last first, and orders without a date last. */
const latestFirst = (one: WithStatus, other: WithStatus): number => (other.changed ?? 0) - (one.changed ?? 0);

/**
 * Chooses an example of an event the user asks for: of the order changed last among those that the filters let
 * through, else of any. The status before is not known from the list, so filters on it are left out.
 */
export function sampleOf(orders: readonly WithStatus[], filters: Filters): Sample | undefined {
	const kinds = (Object.keys(IS_EXAMPLE) as ChosenKind[]).filter((kind) => filters.kinds.includes(kind));
	const sorted = orders.toSorted(latestFirst);
	const exampleIn = (from: readonly WithStatus[]): SelectedEvent | undefined => {
		for (const order of from) {
			const kind = kinds.find((one) => IS_EXAMPLE[one](order));
			if (kind !== undefined) return exampleOf(order, kind);
		}
		return undefined;
	};
	const anyStatusBefore = { ...filters, previousStatuses: [], previousGroups: [] };
	const fitting = exampleIn(sorted.filter((order) => isWanted(order, anyStatusBefore)));
	if (fitting !== undefined) return { event: fitting };
	const other = exampleIn(sorted);
	if (other !== undefined)
		return {
			event: other,
			note: 'None of the orders checked matches the filters. This one only shows what an item looks like.',
		};
	const [latest] = sorted;
	if (latest === undefined) return undefined;
	const note =
		'None of the orders checked has had one of the chosen events. This one only shows what an item looks like.';
	return { event: exampleOf(latest, kinds[0] ?? 'newOrder'), note };
}

async function readEnds(list: OrderList, collected: CollectedOrders): Promise<void> {
	const page = async (from: number): Promise<ListReading> => await readList(firstPageOf(list), collected, {}, from);
	const first = await page(0);
	refuseUnreadable(first);
	const { total = 0, offset } = first;
	if (total > offset) await page(Math.max(offset, total - SAMPLE_SIZE));
}

/** A list of which one page is read. */
const firstPageOf = (list: OrderList): OrderList => ({
	...list,
	pages: (query, from) => list.pages(query, from),
	isLate: () => true,
});

/** The filters as a query of the list, as far as it has parameters for them. */
function queryOf({ statuses, types, countries, customerReference }: Filters): Record<string, string> {
	const [[status], [type], [country]] = [statuses, types, countries];
	const query = { status, type, country, customerReference };
	return Object.fromEntries(Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined));
}

/**
 * An example for the test step: an order at one of the ends of the list, where the latest are, else one that the list
 * finds by the filters. Nothing is remembered.
 * @throws ColtError when the list cannot be read
 */
export async function readSample(list: OrderList, filters: Filters): Promise<Sample | undefined> {
	const collected = new CollectedOrders();
	await readEnds(list, collected);
	const found = sampleOf(collected.all().filter(hasStatus), filters);
	const query = queryOf(filters);
	if (found?.note === undefined || Object.keys(query).length === 0) return found;
	await readList(firstPageOf(list), collected, query);
	return sampleOf(collected.all().filter(hasStatus), filters);
}
