import { ColtError } from '../../shared/errors/problem';
import { FINGERPRINT_LENGTH, KEY_LENGTH, keyOf, rememberedStatus } from './state';
import type { Remembered, TrackerState, Unfinished } from './state';

/** The state as n8n keeps it, about 16 bytes for an open order. */
export interface KeptState {
	version: 3;
	/** What is not known is left out. */
	moments: Omit<TrackerState, 'orders' | 'unfinished'>;
	unfinished?: Unfinished;
	/** The statuses that occur; orders name them by position. */
	statuses: string[];
	/**
	 * Entries with commas between: key, description (`!` for none, `?` for never looked at), then
	 * `status[.changes[.descriptions[.position[.age[.missing since[.warned[.since]]]]]]]`, numbers in base 36; the age of a finished
	 * order's last change and since when the status lasts are counted back from `newest`.
	 */
	orders: string;
}

const base36 = (value: number | undefined): string => (value === undefined || value === 0 ? '' : value.toString(36));

/** The state in the form n8n keeps. */
export function toKept({ orders, unfinished, ...moments }: TrackerState): KeptState {
	const positions = new Map<string, number>();
	const { newest = 0 } = moments;
	const entries = [...orders].map(
		([key, { status, description, changes, descriptions, position, finishedAt, missingSince, warned, since }]) => {
			const at = positions.get(status) ?? positions.size;
			positions.set(status, at);
			const parts = [
				at.toString(36),
				base36(changes),
				base36(descriptions),
				position?.toString(36) ?? '',
				finishedAt === undefined ? '' : (newest - finishedAt).toString(36),
				base36(missingSince),
				warned ?? '',
				since === undefined ? '' : (newest - since).toString(36),
			];
			const told = description === undefined ? '?' : description === '' ? '!' : description;
			return key + told + parts.join('.').replace(/\.+$/, '');
		},
	);
	return {
		version: 3,
		moments: Object.fromEntries(Object.entries(moments).filter(([, value]) => value !== undefined)),
		...(unfinished !== undefined && { unfinished }),
		statuses: [...positions.keys()],
		orders: entries.join(','),
	};
}

/** A saved state that this version cannot read. */
export function unreadable(version: unknown): ColtError {
	return new ColtError({
		kind: 'configuration',
		message: `The saved state of this trigger is of a kind this version of the node cannot read (version ${String(version)})`,
		remedy:
			'Update the package n8n-nodes-colt, or replace the trigger by a new one, which starts from now. The saved state was not changed.',
		outcome: 'notSent',
	});
}

type Fields = Record<string, unknown>;
const isRecord = (value: unknown): value is Fields =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
const isTexts = (values: unknown): values is string[] =>
	Array.isArray(values) && values.every((value) => typeof value === 'string');
const isNumber = (value: unknown): boolean => value === undefined || Number.isFinite(value);

const ENTRY = new RegExp(`^([\\w-]{${KEY_LENGTH}})([\\w-]{${FINGERPRINT_LENGTH}}|[!?])([0-9a-z]+(?:\\.[\\w-]*)*)$`);
const number = (text: string | undefined): number | undefined =>
	text === undefined || text === '' ? undefined : Number.parseInt(text, 36);

function readEntry(text: string, statuses: readonly string[], newest = 0): [string, Remembered] | undefined {
	const [, key = '', told, rest = ''] = ENTRY.exec(text) ?? [];
	const [at = '', changes, descriptions, position, age, missing, warned, since] = rest.split('.');
	const status = statuses[Number.parseInt(at, 36)];
	if (told === undefined || status === undefined) return undefined;
	const optional = {
		description: told === '?' ? undefined : told === '!' ? '' : told,
		descriptions: number(descriptions),
		position: number(position),
		finishedAt: age === undefined || age === '' ? undefined : newest - Number.parseInt(age, 36),
		missingSince: number(missing),
		warned: warned === '' ? undefined : warned,
		since: since === undefined || since === '' ? undefined : newest - Number.parseInt(since, 36),
	};
	const present = Object.fromEntries(
		Object.entries(optional).filter(([, value]) => value !== undefined),
	) as Partial<Remembered>;
	return [key, { status, changes: number(changes) ?? 0, ...present }];
}

function readThird({ moments, unfinished, statuses, orders }: Fields): TrackerState | undefined {
	if (!isRecord(moments) || !isTexts(statuses) || typeof orders !== 'string') return undefined;
	const { canary, lookedAt, ...numbers } = moments;
	if (
		!Object.values(numbers).every(isNumber) ||
		![canary, lookedAt].every((text) => text === undefined || typeof text === 'string')
	)
		return undefined;
	if (
		unfinished !== undefined &&
		!(isRecord(unfinished) && [unfinished.from, unfinished.offset, unfinished.startedAt].every(isNumber))
	)
		return undefined;
	const read =
		orders === ''
			? []
			: orders.split(',').map((text) => readEntry(text, statuses, (moments as { newest?: number }).newest));
	if (!read.every((entry) => entry !== undefined)) return undefined;
	return {
		...moments,
		...(unfinished !== undefined && { unfinished: unfinished as unknown as Unfinished }),
		orders: new Map(read),
	};
}

const SECOND = /^([0-9a-z]+)(?:,([\w-]*|\?))?(?:,([0-9a-z]*))?(?:,([0-9a-z]*))?$/;

function readSecondEntry(key: string, text: unknown, statuses: readonly string[]): [string, Remembered] | undefined {
	const [, at = '', description = '', changes, missing] = SECOND.exec(String(text)) ?? [];
	const status = statuses[Number.parseInt(at, 36)];
	if (status === undefined) return undefined;
	const missingSince = number(missing);
	return [
		key.slice(0, KEY_LENGTH),
		{
			status,
			changes: number(changes) ?? 0,
			...(description !== '?' && { description: description.slice(0, FINGERPRINT_LENGTH) }),
			...(missingSince !== undefined && { missingSince }),
		},
	];
}

/** Version 2 had longer keys, an entry a property, and no date of finished orders: its next poll reads the whole list. */
function readSecond({ statuses, horizon, newest, orders }: Fields): TrackerState | undefined {
	const isMoment = (value: unknown): value is number | null => value === null || Number.isFinite(value);
	if (!isTexts(statuses) || !isRecord(orders) || !isMoment(horizon) || !isMoment(newest)) return undefined;
	const read = Object.entries(orders).map(([key, text]) => readSecondEntry(key, text, statuses));
	if (!read.every((entry) => entry !== undefined)) return undefined;
	return { ...(horizon !== null && { horizon }), ...(newest !== null && { newest }), orders: new Map(read) };
}

/** Version 1 kept the status of every order by its id, and nothing else. */
function readFirst({ statuses }: Fields): TrackerState | undefined {
	if (!isRecord(statuses) || !isTexts(Object.values(statuses))) return undefined;
	const orders = Object.entries(statuses as Record<string, string>).map(([id, status]): [string, Remembered] => [
		keyOf(id.trim()),
		{ status: rememberedStatus(status.trim()), changes: 0 },
	]);
	return { orders: new Map(orders) };
}

const READERS: Record<string, (kept: Fields) => TrackerState | undefined> = {
	1: readFirst,
	2: readSecond,
	3: readThird,
};

/**
 * Reads what n8n has kept for the trigger, of this version or those before.
 * @returns undefined when nothing is kept yet: the next poll takes the baseline
 * @throws ColtError for a state this version cannot read; it is left as it is
 */
export function readState(kept: unknown): TrackerState | undefined {
	if (kept === undefined || kept === null) return undefined;
	const fields = isRecord(kept) ? kept : { version: typeof kept };
	const state = Object.hasOwn(READERS, String(fields.version)) ? READERS[String(fields.version)]?.(fields) : undefined;
	if (state === undefined) throw unreadable(fields.version);
	return state;
}
