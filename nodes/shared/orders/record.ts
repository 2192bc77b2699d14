import { isFinal, familyOf } from '../lifecycle/orderStatus';
import { countryNamed, countryOfE164 } from '../lifecycle/countryCodes';
import { optionalText } from '../text';
import { toMoment } from './dates';

/** A status that an order had, and since when (milliseconds since the epoch), if Colt says. */
export interface StatusStep {
	status: string;
	at?: number;
}

/** An order as a poll saw it: texts trimmed, moments in milliseconds since the epoch, what Colt did not say left out. */
export interface SeenOrder {
	id: string;
	/** As sent, but for blanks around it; missing when Colt gives none. */
	status?: string;
	type?: string;
	parentId?: string;
	/** Its code; from the first number when Colt does not name it, or by no name known here. */
	country?: string;
	customerReference?: string;
	description?: string;
	created?: number;
	changed?: number;
	/** Since when it is in its status, if that is known better than by `changed`. */
	statusSince?: number;
	/** The beginning of the day, UTC. */
	firstPossibleDate?: number;
	portDate?: number;
	isFinal: boolean;
	/** Every status it has had, oldest first; missing when Colt does not tell. */
	history?: StatusStep[];
	/** Where the order stands in the list it was read from. */
	index: number;
}

function countryOf(country: unknown, ranges: unknown): string | undefined {
	const named = optionalText(country);
	const code =
		named === undefined ? undefined : (countryNamed(named) ?? (named.length === 2 ? named.toUpperCase() : undefined));
	if (code !== undefined) return code;
	const [first] = Array.isArray(ranges) ? (ranges as unknown[]) : [];
	const start =
		typeof first === 'object' && first !== null ? optionalText((first as { start?: unknown }).start) : undefined;
	return start === undefined ? undefined : countryOfE164(start);
}

/**
 * The history of statuses, oldest first by its dates; undefined when there is none. An entry that names no status is left
 * out. Of the same moment the order sent decides, turned round where the list begins with the latest.
 */
export function readHistory(value: unknown): StatusStep[] | undefined {
	if (!Array.isArray(value)) return undefined;
	const steps = (value as unknown[]).flatMap((entry): StatusStep[] => {
		const { status, at } = (typeof entry === 'object' && entry !== null ? entry : {}) as Record<string, unknown>;
		const name = optionalText(status);
		const moment = toMoment(at);
		return name === undefined ? [] : [{ status: name, ...(moment !== undefined && { at: moment }) }];
	});
	const dated = steps.filter((step): step is Required<StatusStep> => step.at !== undefined);
	if (steps.length === 0) return undefined;
	const inOrder = (dated[0]?.at ?? 0) > (dated.at(-1)?.at ?? 0) ? steps.toReversed() : steps;
	return dated.length === steps.length ? inOrder.toSorted((one, other) => (one.at ?? 0) - (other.at ?? 0)) : inOrder;
}

/** Reads one decoded order of Colt's list; undefined when it has no id. */
export function readOrder(decoded: unknown, index: number): SeenOrder | undefined {
	if (typeof decoded !== 'object' || decoded === null) return undefined;
	const order = decoded as Record<string, unknown>;
	const id = optionalText(order.id);
	if (id === undefined) return undefined;
	const status = optionalText(order.status);
	const type = optionalText(order.type);
	const told = {
		status,
		type,
		parentId: optionalText(order.parentId),
		country: countryOf(order.country, order.ranges),
		customerReference: optionalText(order.customerReference),
		description: optionalText(order.description),
		created: toMoment(order.createdAt),
		changed: toMoment(order.changedAt),
		firstPossibleDate: toMoment(order.firstPossibleDate),
		portDate: toMoment(order.portDate),
		history: readHistory(order.statusHistory),
	};
	const present = Object.fromEntries(
		Object.entries(told).filter(([, value]) => value !== undefined),
	) as Partial<SeenOrder>;
	return { ...present, id, index, isFinal: status !== undefined && isFinal(status, familyOf(type)) };
}

const isOlder = (one: SeenOrder, other: SeenOrder): boolean =>
	other.status !== undefined && one.changed !== undefined && other.changed !== undefined && one.changed < other.changed;

/**
 * The orders of a list, read record by record. An order that stands in it twice, as when pages shift while they are read,
 * counts once: one with a status wins, then the later change, else the later place in the list.
 */
export class OrderReader {
	private readonly byId = new Map<string, SeenOrder>();

	/** Records read. */
	count = 0;

	/** How many of them had no id or no status. */
	incomplete = 0;

	/** Reads the next record; undefined when it has no id. */
	add(decoded: unknown): SeenOrder | undefined {
		const order = readOrder(decoded, this.count);
		this.count += 1;
		if (order?.status === undefined) this.incomplete += 1;
		if (order === undefined) return undefined;
		const before = this.byId.get(order.id);
		const isLess =
			before !== undefined && ((order.status === undefined && before.status !== undefined) || isOlder(order, before));
		if (!isLess) this.byId.set(order.id, order);
		return order;
	}

	/** Each order once. */
	orders(): SeenOrder[] {
		return [...this.byId.values()];
	}
}

/** Reads a whole list as `OrderReader` does. @returns the orders, and how many records had no id or no status */
export function readOrders(decoded: readonly unknown[]): { orders: SeenOrder[]; incomplete: number } {
	const reader = new OrderReader();
	for (const record of decoded) reader.add(record);
	return { orders: reader.orders(), incomplete: reader.incomplete };
}
