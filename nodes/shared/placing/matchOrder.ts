import type { CountryCode } from '../lifecycle/countries';
import { allowedFrom, numberStatusOf } from '../lifecycle/numberStatus';
import { isCountryCode } from '../lifecycle/countryCodes';
import { readMoment } from './moment';
import type { RecoveryRule } from './recovery';
import { readRange } from '../orders/ranges';
import type { PlainRange } from '../orders/ranges';
import { idText } from '../operation/records';
import type { Wanted } from './wanted';
import { comparable } from './orderWords';

/** An order record of Colt's, read as far as it can be compared; times in milliseconds since the epoch. */
export interface FoundOrder {
	id: string;
	type?: string;
	parentId?: string;
	action?: string;
	country?: string;
	serviceProfile?: string;
	customerReference?: string;
	portDate?: string;
	/** The earliest moment that its time of creation can mean. */
	created?: number;
	/** The latest one, if the record gives the time less precisely. */
	createdAtLatest?: number;
	ranges: PlainRange[];
	/** As Colt sent it. */
	raw: unknown;
}

/** A number record of the inventory. */
export interface FoundNumber extends PlainRange {
	status?: string;
	orderId?: string;
}

/** Whether a record is the wanted order: `possible` if it lacks the facts to decide. */
export type MatchCertainty = 'yes' | 'possible' | 'no';

/** Reads a decoded order; undefined when it has no id. */
export function readFoundOrder(decoded: unknown, raw: unknown): FoundOrder | undefined {
	if (typeof decoded !== 'object' || decoded === null) return undefined;
	const order = decoded as Record<string, unknown>;
	const id = idText(order.id);
	if (id === undefined) return undefined;
	const moment = readMoment(order.createdAt);
	const texts = Object.fromEntries(
		['type', 'parentId', 'action', 'country', 'serviceProfile', 'customerReference', 'portDate'].flatMap((name) => {
			// An object in place of a text cannot be compared.
			const text = idText(order[name]);
			return text === undefined ? [] : [[name, text]];
		}),
	) as Partial<FoundOrder>;
	const created = moment !== undefined && {
		created: moment.earliest,
		...(moment.latest !== moment.earliest && { createdAtLatest: moment.latest }),
	};
	return { ...texts, id, ranges: wholeRanges(order), raw, ...created };
}

/** All ranges of an order, or none: an order must not be ruled out by the part of its numbers that can be read. */
function wholeRanges({ ranges, country }: Record<string, unknown>): PlainRange[] {
	const read = (Array.isArray(ranges) ? (ranges as unknown[]) : []).map((range) => readRange(range, country));
	return read.some((range) => range === undefined) ? [] : read.flatMap((range) => range ?? []);
}

/** International digits; `00` before them is the dialled form of `+`. */
const digits = (text: string): string => text.replace(/\D/g, '').replace(/^00/, '');
const keyOf = ({ start, end }: PlainRange): string => `${digits(start)}-${digits(end)}`;

/** Fewer digits than these are no subscriber's whole number. */
const LEAST_NATIONAL = 6;

/** Whether a number without `+` may be the other one in national writing: its end, but for a leading 0. */
function mayBeNational(text: string, whole: string): boolean {
	const national = digits(text).replace(/^0/, '');
	return (
		!text.includes('+') &&
		national.length >= LEAST_NATIONAL &&
		national.length < digits(whole).length &&
		digits(whole).endsWith(national)
	);
}

/**
 * Whether two ranges share a number; a shorter text is the block's prefix (the vendor's own LU sample has such a
 * start).
 */
export function overlaps(one: PlainRange, other: PlainRange): boolean {
	if (mayBeNational(one.start, other.start) || mayBeNational(other.start, one.start)) return true;
	const texts = [one.start, one.end, other.start, other.end].map(digits) as [string, string, string, string];
	const length = Math.max(...texts.map((text) => text.length));
	const [a, b, c, d] = [
		texts[0].padEnd(length, '0'),
		texts[1].padEnd(length, '9'),
		texts[2].padEnd(length, '0'),
		texts[3].padEnd(length, '9'),
	];
	return a <= d && c <= b;
}

function rangesLikeness(wanted: readonly PlainRange[], found: readonly PlainRange[]): MatchCertainty {
	if (found.length === 0) return 'possible';
	const keys = (list: readonly PlainRange[]): string => [...new Set(list.map(keyOf))].sort().join();
	if (keys(wanted) === keys(found)) return 'yes';
	return wanted.some((one) => found.some((other) => overlaps(one, other))) ? 'possible' : 'no';
}

const same = (one: string, other: string): boolean => one.trim().toLowerCase() === other.trim().toLowerCase();

/** A fact that both have and that differs rules an order out. A fact missing on one side does not. */
const contradicts = (wanted: string | undefined, found: string | undefined): boolean =>
	wanted !== undefined && found !== undefined && !same(wanted, found);

const worst = (...all: MatchCertainty[]): MatchCertainty =>
	all.includes('no') ? 'no' : all.includes('possible') ? 'possible' : 'yes';

const factLikeness = (
	wanted: string | undefined,
	found: string | undefined,
	isComparable: (word: string) => boolean = () => true,
): MatchCertainty =>
	wanted === undefined
		? 'yes'
		: found === undefined
			? 'possible'
			: same(wanted, found)
				? 'yes'
				: isComparable(found)
					? 'no'
					: 'possible';

/**
 * The clock that dates orders and the one that dates answers may differ by more than assumed. Only an order older than
 * this margin is certainly another one.
 */
const DOUBT_MS = 60_000;

function timeLikeness({ created, createdAtLatest = created }: FoundOrder, since: number): MatchCertainty {
	if (created === undefined || createdAtLatest === undefined) return 'possible';
	return created >= since ? 'yes' : createdAtLatest >= since - DOUBT_MS ? 'possible' : 'no';
}

const isElsewhere = (wanted: string | undefined, found: string | undefined): boolean =>
	contradicts(wanted, found) && comparable.country(found ?? '');

/**
 * Compares a record with what is wanted.
 * @param since earliest moment the order can have been created, by Colt's clock
 */
export function matchCertainty(order: FoundOrder, wanted: Wanted, since: number): MatchCertainty {
	if (isElsewhere(wanted.country, order.country) || contradicts(wanted.serviceProfile, order.serviceProfile))
		return 'no';
	const time = timeLikeness(order, since);
	const type = factLikeness(wanted.type, order.type, comparable.type);
	if (wanted.by === 'parent') {
		// The date of an update may be written differently once Colt has accepted it.
		const date: MatchCertainty = contradicts(wanted.portDate?.slice(0, 10), order.portDate?.slice(0, 10))
			? 'possible'
			: 'yes';
		return worst(
			time,
			type,
			factLikeness(wanted.parentId, order.parentId),
			factLikeness(wanted.action, order.action, comparable.action),
			date,
		);
	}
	if (contradicts(wanted.customerReference, order.customerReference)) return 'no';
	// Another customer's order may have a reference while ours has none.
	const reference: MatchCertainty =
		wanted.customerReference === undefined && order.customerReference !== undefined ? 'possible' : 'yes';
	const date: MatchCertainty = contradicts(wanted.portDate?.slice(0, 10), order.portDate?.slice(0, 10))
		? 'possible'
		: 'yes';
	const ranges: MatchCertainty = wanted.by === 'ranges' ? rangesLikeness(wanted.ranges, order.ranges) : 'yes';
	return worst(time, type, ranges, reference, date);
}

/** Whether the numbers still have the status that the operation starts from, no longer have it, or it is unknown. */
export type NumbersState = 'before' | 'after' | 'unknown';

/**
 * Decides by the inventory, which does not contain free numbers.
 * @param complete whether the answer certainly was the whole inventory of these numbers: only then nothing has
 * changed yet
 */
export function numbersState(
	rule: RecoveryRule,
	wanted: Wanted,
	numbers: readonly FoundNumber[],
	complete: boolean,
): NumbersState {
	const { event, from } = rule;
	if (wanted.ranges.length === 0 || (event === undefined && from === undefined)) return 'unknown';
	const country = wanted.country?.toUpperCase() ?? '';
	if (event !== undefined && !isCountryCode(country)) return 'unknown';
	// What depends on the customer or the number is allowed here: Colt decides whether it starts from there.
	const starts = new Set<string>(
		from ?? allowedFrom(event as NonNullable<typeof event>, country as CountryCode, { premium: true }),
	);
	const states = wanted.ranges.map((range): NumbersState => {
		const held = numbers.filter((number) => overlaps(number, range));
		const exact = held.filter((number) => keyOf(number) === keyOf(range));
		if (held.length === 0)
			return !complete || (starts.has('Free') && rule.api.orders === undefined)
				? 'unknown'
				: starts.has('Free')
					? 'before'
					: 'after';
		const [only] = exact;
		const status =
			exact.length === 1 && held.length === 1 && only?.status !== undefined ? numberStatusOf(only.status) : undefined;
		return status === undefined ? 'unknown' : starts.has(status) ? 'before' : 'after';
	});
	return complete && states.every((state) => state === 'before')
		? 'before'
		: states.every((state) => state === 'after')
			? 'after'
			: 'unknown';
}

/**
 * The result of a search. `found`: exactly one order matches. `done`: an operation that creates no order has been
 * carried out. `absent`: the order certainly does not exist, by the life cycle of the number. `none`: nothing was
 * found, which proves nothing. `unclear`: it cannot be decided.
 */
export type Verdict =
	| { is: 'found'; order: FoundOrder }
	| { is: 'done' }
	| { is: 'absent' }
	| { is: 'none'; why: string }
	| { is: 'unclear'; why: string };

/** What a verdict is based on; see `gatherEvidence`. */
export interface Findings {
	orders: readonly FoundOrder[];
	numbers: readonly FoundNumber[];
	ordersComplete: boolean;
	numbersComplete: boolean;
	since: number;
	failures: ReadonlyArray<{ message: string }>;
	doubts: readonly string[];
}

const named = (orders: readonly FoundOrder[]): string =>
	orders
		.slice(0, 5)
		.map(({ id }) => id)
		.join(', ');

/**
 * Decides what the findings of one search mean.
 * @param isKnown whether an order is already assigned to another item
 */
export function verdictOf(
	rule: RecoveryRule,
	wanted: Wanted,
	findings: Findings,
	isKnown: (orderId: string) => boolean,
): Verdict {
	const orders = findings.orders.filter(({ id }) => !isKnown(id));
	const like = (likeness: MatchCertainty): FoundOrder[] =>
		orders.filter((order) => matchCertainty(order, wanted, findings.since) === likeness);
	const ours = wanted.by === undefined ? [] : like('yes');
	const possible = wanted.by === undefined ? [] : like('possible');
	const [only] = ours;
	if (only !== undefined && ours.length === 1 && possible.length === 0) return { is: 'found', order: only };
	if (ours.length + possible.length > 0)
		return { is: 'unclear', why: `it may be one of these orders: ${named([...ours, ...possible])}` };
	const [failure] = findings.failures;
	const state = numbersState(rule, wanted, findings.numbers, findings.numbersComplete);
	if (rule.orderType === undefined) {
		if (state !== 'unknown') return state === 'after' ? { is: 'done' } : { is: 'absent' };
		return {
			is: 'unclear',
			why:
				failure === undefined
					? "the number's status does not show it"
					: `Colt's records could not be read: ${failure.message}`,
		};
	}
	if (!findings.ordersComplete)
		return {
			is: 'unclear',
			why:
				failure === undefined
					? (findings.doubts[0] ?? "Colt's list may be incomplete")
					: `Colt's records could not be read: ${failure.message}`,
		};
	if (rule.event !== undefined && state === 'before') return { is: 'absent' };
	const status = findings.numbers.find((number) => wanted.ranges.some((range) => overlaps(number, range)))?.status;
	const beside = state === 'after' && status !== undefined ? `, and the number is ${status}` : '';
	return { is: 'none', why: `no such order was found${beside}` };
}
