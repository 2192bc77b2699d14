import { withHistories, without, worthDetails } from './details';
import type { Gathered, Source } from './gather';
import type { SeenOrder } from '../../shared/orders/record';
import { canNote, lookedAtOf } from './lookedAt';
import { DAY_MS } from './settled';
import type { TrackerState } from './state';
import { track } from './compare';
import type { OrderEvent, Start, View } from './compare';
import { readView } from './readChanges';

/** Where a poll reads: the order list, and the details of orders. */
export interface Around {
	source: Source;
	/** The details by order id, in logical names; `again`: orders whose details the next poll is to read. */
	details(
		this: void,
		ids: readonly string[],
	): Promise<{ found: ReadonlyMap<string, unknown>; again: ReadonlySet<string> }>;
	/** Colt's clock if an answer has told it, else n8n's; milliseconds since the epoch. */
	now: (this: void) => number;
	/** Asked for after reading, when Colt's clock is known. */
	start?: (this: void) => Start;
	/** Orders whose details are wanted besides. */
	alsoDetails?(this: void, events: readonly OrderEvent[], view: View): string[];
}

export interface Turn {
	events: OrderEvent[];
	next: TrackerState;
	view: View;
}

/** Those that changed first come first, so that polls which run out of time get on. Two without a date give NaN, which leaves them as they are. */
function inOrderOfChange(ids: ReadonlySet<string>, orders: readonly SeenOrder[]): string[] {
	const changed = new Map(orders.map((order) => [order.id, order.changed]));
	const of = (id: string): number => changed.get(id) ?? Number.NEGATIVE_INFINITY;
	return [...ids].toSorted((one, other) => of(one) - of(other));
}

/** What a view without histories says of the API: that details are not worth reading for them. */
const sayNothing = (view: View, asked: ReadonlySet<string>, found: ReadonlyMap<string, unknown>): boolean =>
	[...asked].some((id) => found.has(id)) &&
	!view.orders.some(({ id, history }) => found.has(id) && history !== undefined);

function ended({ events, next: { lookedAt: _before, ...next } }: ReturnType<typeof track>, view: View): Turn {
	return { events, next: { ...next, ...lookedAtOf(view.orders, next.newest) }, view };
}

/**
 * One poll, but for what n8n sees of it: reads what there is to read, restores the statuses between two polls from the
 * details of the orders that changed, and compares. An order whose details are still to come counts as not seen.
 * @param into takes the records; the events' orders name them by `index`
 * @throws ColtError of the client; nothing has happened then
 */
export async function turn(
	{ source, details, now, start = () => ({}), alsoDetails = () => [] }: Around,
	into: Gathered,
	state: TrackerState | undefined,
): Promise<Turn> {
	const view = await readView(source, into, state, now);
	const first = track(state, view, now(), start());
	const withoutHistory = (state?.noHistoryUntil ?? 0) > now();
	const { told, quiet } = worthDetails(withoutHistory ? undefined : state, view, first.events);
	const also = alsoDetails(first.events, view);
	const ids = inOrderOfChange(new Set([...told, ...also, ...quiet]), view.orders);
	if (ids.length === 0) return ended(first, view);
	const { found, again } = await details(ids);
	const known = withHistories(view, found);
	const memory = {
		...known.memory,
		...(sayNothing(known, new Set([...told, ...quiet]), found) && { noHistoryUntil: now() + DAY_MS }),
	};
	// At the first reading an order left out would be new in the next poll. The quiet ones are waited for where the polls get
	// on with them: from the first change to the last, or because those looked at are noted.
	const isBaseline = state === undefined || state.unfinished?.isBaseline === true;
	const isGettingOn = view.newest !== undefined || canNote(view.orders, state?.newest);
	const open = new Set(
		[...again].filter((id) => told.has(id) || (!isBaseline && (also.includes(id) || (isGettingOn && quiet.has(id))))),
	);
	const last = without({ ...known, memory }, open, state);
	return ended(track(state, last, now(), start()), last);
}
