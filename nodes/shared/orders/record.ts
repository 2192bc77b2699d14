import { isFinal, familyOf } from '../lifecycle/orderStatus';
import { countryNamed, countryOfE164 } from '../lifecycle/countryCodes';
import { optionalText } from '../text';
import { toMoment } from './dates';
import { linkedParent, possibleDateOf, reasonOf } from './saidInOrder';
import type { OrderReason } from './saidInOrder';

/** A status that an order had, and since when (milliseconds since the epoch), if Colt says. */
export interface StatusStep {
	status: string;
	at?: number;
}

/** An order as it was read: texts trimmed, moments in milliseconds since the epoch, what Colt did not say left out. */
export interface SeenOrder {
	id: string;
	/** As sent, without surrounding blanks; missing if Colt gives none. */
	status?: string;
	type?: string;
	parentId?: string;
	/** Its code; from the first number when Colt does not name it, or by no name known here. */
	country?: string;
	customerReference?: string;
	description?: string;
	/** Why it failed or waits, in Colt's words. */
	reason?: OrderReason;
	/** Its first number, as sent. */
	number?: string;
	created?: number;
	changed?: number;
	/** Since when it is in its status, if that is known better than by `changed`. */
	statusSince?: number;
	/** The beginning of the day, UTC. */
	firstPossibleDate?: number;
	portDate?: number;
	isFinal: boolean;
	/** Every status it has had, oldest first; missing if Colt does not give them. */
	history?: StatusStep[];
}

/** A name or an id: a text or a number, nothing else. */
const plainText = (value: unknown): string | undefined =>
	typeof value === 'string' || typeof value === 'number' ? optionalText(value) : undefined;

function countryOf(country: unknown, ranges: unknown): string | undefined {
	const named = optionalText(country);
	const code =
		named === undefined ? undefined : (countryNamed(named) ?? (named.length === 2 ? named.toUpperCase() : undefined));
	if (code !== undefined) return code;
	const start = firstNumber(ranges);
	return start === undefined ? undefined : countryOfE164(start);
}

function firstNumber(ranges: unknown): string | undefined {
	const [first] = Array.isArray(ranges) ? (ranges as unknown[]) : [];
	return typeof first === 'object' && first !== null ? optionalText((first as { start?: unknown }).start) : undefined;
}

/**
 * The history of statuses, oldest first by its dates; undefined if there is none. An entry without a status is
 * left out. Of the same moment the order sent decides, turned round where the list begins with the latest.
 */
export function readHistory(value: unknown): StatusStep[] | undefined {
	if (!Array.isArray(value)) return undefined;
	const steps = (value as unknown[]).flatMap((entry): StatusStep[] => {
		const { status, at } = (typeof entry === 'object' && entry !== null ? entry : {}) as Record<string, unknown>;
		const name = plainText(status);
		const moment = toMoment(at);
		return name === undefined ? [] : [{ status: name, ...(moment !== undefined && { at: moment }) }];
	});
	const dated = steps.filter((step): step is Required<StatusStep> => step.at !== undefined);
	if (steps.length === 0) return undefined;
	const inOrder = (dated[0]?.at ?? 0) > (dated.at(-1)?.at ?? 0) ? steps.toReversed() : steps;
	return dated.length === steps.length ? inOrder.toSorted((one, other) => (one.at ?? 0) - (other.at ?? 0)) : inOrder;
}

/** Reads one order in the contract's logical names; undefined when it has no id. */
export function readOrder(decoded: unknown): SeenOrder | undefined {
	if (typeof decoded !== 'object' || decoded === null) return undefined;
	const order = decoded as Record<string, unknown>;
	const id = plainText(order.id);
	if (id === undefined) return undefined;
	const status = plainText(order.status);
	const type = optionalText(order.type);
	const given = {
		status,
		type,
		parentId: plainText(order.parentId) ?? linkedParent(order),
		country: countryOf(order.country, order.ranges),
		customerReference: optionalText(order.customerReference),
		description: optionalText(order.description),
		created: toMoment(order.createdAt),
		changed: toMoment(order.changedAt),
		firstPossibleDate: possibleDateOf(order),
		reason: reasonOf(order),
		number: firstNumber(order.ranges),
		portDate: toMoment(order.portDate),
		history: readHistory(order.statusHistory),
	};
	const present = Object.fromEntries(
		Object.entries(given).filter(([, value]) => value !== undefined),
	) as Partial<SeenOrder>;
	return { ...present, id, isFinal: status !== undefined && isFinal(status, familyOf(type)) };
}

/**
 * Of two readings of one order the one that counts, as when pages shift while a list is read: one with a status, then
 * the later change, else the later reading.
 */
export function newerReading<T extends SeenOrder>(earlier: T | undefined, later: T): T {
	if (earlier?.status === undefined) return later;
	if (later.status === undefined) return earlier;
	const isOlder = earlier.changed !== undefined && later.changed !== undefined && later.changed < earlier.changed;
	return isOlder ? earlier : later;
}
