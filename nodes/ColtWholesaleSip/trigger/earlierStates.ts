import { FINGERPRINT_LENGTH, KEY_LENGTH, keyOf, rememberedStatus } from './state';
import type { Newest, ReadingState, Remembered, TriggerState } from './state';
import { MAY_BE_LOST_MS } from './redelivery';
import type { DeliveredEvent, LastDelivery } from './redelivery';

/** An object read from what n8n has kept. */
export type Fields = Record<string, unknown>;

export const isRecord = (value: unknown): value is Fields =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

export const isTexts = (values: unknown): values is string[] =>
	Array.isArray(values) && values.every((value) => typeof value === 'string');

/** A number that may be missing. */
export const isNumber = (value: unknown): value is number | undefined => value === undefined || Number.isFinite(value);

const base36 = (text: string | undefined): number | undefined =>
	text === undefined || text === '' ? undefined : Number.parseInt(text, 36);

const present = <T extends object>(facts: T): Partial<T> =>
	Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as Partial<T>;

const ORDER = new RegExp(`^([\\w-]{${KEY_LENGTH}})([\\w-]{${FINGERPRINT_LENGTH}}|[!?])([0-9a-z]+(?:\\.[\\w-]*)*)$`);

/**
 * An order of version 3: key, description (`!` for none, `?` for never looked at), then
 * `status[.changes[.descriptions[.position[.age [.missing since[.warned[.status since]]]]]]]`, numbers in base 36,
 * the last change and the status counted back from `newest`.
 */
function readOrder(text: string, statuses: readonly string[], newest = 0): [string, Remembered] | undefined {
	const [, key = '', described, rest = ''] = ORDER.exec(text) ?? [];
	const [at, changes, descriptions, position, age, missing, warned = '', since] = rest.split('.');
	const status = statuses[base36(at) ?? -1];
	if (described === undefined || status === undefined) return undefined;
	const back = (count: string | undefined): number | undefined => {
		const ms = base36(count);
		return ms === undefined ? undefined : newest - ms;
	};
	const description = described === '?' ? undefined : described.replace('!', '');
	const more = present({
		description,
		descriptions: base36(descriptions),
		position: base36(position),
		finishedAt: back(age),
		missingSince: base36(missing),
		warned: warned === '' ? undefined : warned,
		statusSince: back(since),
	}) as Partial<Remembered>;
	return [key, { status, changes: base36(changes) ?? 0, ...more }];
}

interface Unfinished3 {
	from?: number;
	offset: number;
	startedAt: number;
	newest?: Newest;
	isBaseline: boolean;
}

function readingOf(moments: Record<string, number | undefined>, unfinished: Unfinished3 | undefined): ReadingState {
	const { known, shortBy, lookedThrough: wholeReadAt, wholeUntil: noFilterUntil } = moments;
	const { from, isBaseline = false, ...place } = unfinished ?? { offset: 0, startedAt: 0 };
	const recent = from === undefined ? undefined : { ...place, from };
	const whole = unfinished === undefined || recent !== undefined ? undefined : { ...place, isBaseline };
	return present({ known, shortBy, wholeReadAt, noFilterUntil, recent, whole });
}

/** Version 3 kept orders and events in texts of base 36. */
export function readThird({ moments, unfinished, statuses, orders }: Fields): TriggerState | undefined {
	if (!isRecord(moments) || !isTexts(statuses) || typeof orders !== 'string') return undefined;
	const { canary, lookedAt, ...others } = moments;
	if (!Object.values(others).every(isNumber)) return undefined;
	if (![canary, lookedAt].every((text) => text === undefined || typeof text === 'string')) return undefined;
	const isPlace = isRecord(unfinished) && [unfinished.from, unfinished.offset, unfinished.startedAt].every(isNumber);
	if (unfinished !== undefined && !isPlace) return undefined;
	const numbers = others as Record<string, number | undefined>;
	const { horizon, newest, noHistoryUntil, deadlinesSince, reservations: reservationsUntil } = numbers;
	const read = orders === '' ? [] : orders.split(',').map((text) => readOrder(text, statuses, newest));
	if (!read.every((entry) => entry !== undefined)) return undefined;
	const own = present({
		horizon,
		newest,
		canary: canary as string | undefined,
		noHistoryUntil,
		deadlinesSince,
		reservationsUntil,
	});
	return { ...own, reading: readingOf(numbers, unfinished as Unfinished3 | undefined), orders: new Map(read) };
}

const EVENTS: Record<string, DeliveredEvent['event'] | undefined> = {
	n: 'newOrder',
	s: 'statusChanged',
	d: 'descriptionChanged',
	c: 'currentStatus',
};
const EVENT = new RegExp(`^([\\w-]{${KEY_LENGTH}})([nsdc])([\\w-]{22})([0-9a-z]+)\\.([0-9a-z]*)\\.(-?[0-9a-z]*)$`);

/**
 * Events of version 3: key, letter of the kind, id, then `status.previous status.changed`; undefined when they cannot
 * be read.
 */
function readEvents(packed: unknown, statuses: readonly string[]): DeliveredEvent[] | undefined {
	if (typeof packed !== 'string') return undefined;
	const events = (packed === '' ? [] : packed.split(',')).map((text): DeliveredEvent | undefined => {
		const [, key = '', letter = '', id = '', at, before, changed] = EVENT.exec(text) ?? [];
		const event = EVENTS[letter];
		const status = statuses[base36(at) ?? -1];
		const previous = base36(before);
		const previousStatus = previous === undefined ? null : statuses[previous];
		if (event === undefined || status === undefined || previousStatus === undefined) return undefined;
		const moment = base36(changed);
		const eventId = Buffer.from(id, 'base64url').toString('hex');
		return { key, eventId, event, previousStatus, status, ...(moment !== undefined && { changed: moment }) };
	});
	return events.every((event) => event !== undefined) ? events : undefined;
}

/**
 * What version 3 delivered last: kept beside its state. Of deadlines it kept the keys of the orders alone, so these
 * are delivered again as if they had not been.
 * @returns undefined when it cannot be read
 */
export function readThirdDelivery(
	state: TriggerState,
	kept: unknown,
	now: number,
): { state: TriggerState; lastDelivery?: LastDelivery } | undefined {
	if (kept === undefined || kept === null) return { state };
	if (!isRecord(kept) || !isRecord(kept.from) || !isTexts(kept.statuses) || !isTexts(kept.warned)) return undefined;
	const { at, from, statuses, warned } = kept;
	const [events, left] = [readEvents(kept.told, statuses), readEvents(kept.left, statuses)];
	if (typeof at !== 'number' || events === undefined || left === undefined) return undefined;
	if (now - at > MAY_BE_LOST_MS) return { state };
	const orders = new Map(state.orders);
	for (const key of warned) {
		const { warned: _delivered, ...entry } = orders.get(key) ?? {};
		if ('status' in entry) orders.set(key, entry);
	}
	const { readSince, newest, reservations } = from as Record<string, number | undefined>;
	const pending = left.length > 0 && { pending: { at, events: left } };
	return {
		state: { ...state, orders, ...(reservations !== undefined && { reservationsUntil: reservations }) },
		lastDelivery: { at, since: readSince ?? newest ?? 0, events, ...pending },
	};
}

/** Version 1 kept the status of every order by its id, and nothing else. */
export function readFirst({ statuses }: Fields): TriggerState | undefined {
	if (!isRecord(statuses) || !isTexts(Object.values(statuses))) return undefined;
	const orders = Object.entries(statuses as Record<string, string>).map(([id, status]): [string, Remembered] => [
		keyOf(id.trim()),
		{ status: rememberedStatus(status.trim()), changes: 0 },
	]);
	return { reading: {}, orders: new Map(orders) };
}
