import type { DateWriting, Writing } from './rule';

/** A value that Colt's way of writing has no form for. */
export class NoSuchValue extends Error {
	override name = 'NoSuchValue';
}

const DAY_MS = 86_400_000;

const keyOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/**
 * Our value as Colt writes it.
 * @param now milliseconds since 1970, for what is counted from now
 * @throws NoSuchValue where Colt has no such value
 */
export function toTheirValue(writing: Writing | undefined, value: unknown, now: number): unknown {
	if (writing === undefined || value === undefined) return value;
	const { values, as, date, plus } = writing;
	if (values !== undefined && Object.hasOwn(values, keyOf(value))) {
		const found = values[keyOf(value)];
		if (found === null) throw new NoSuchValue(`Colt has no value for ${keyOf(value)}`);
		return Array.isArray(found) ? (found as unknown[])[0] : found;
	}
	if (value === null) return value;
	if (date !== undefined) return writeDate(date, value, now);
	if (plus !== undefined && typeof value === 'number') return value - plus;
	if (as === 'text') return keyOf(value);
	if (as === 'number') return asExactNumber(value);
	return value;
}

/** @throws NoSuchValue for a text that a number would change: zeros at its beginning, more digits than a number has */
function asExactNumber(value: unknown): unknown {
	const number = asNumber(value);
	if (typeof value === 'string' && typeof number === 'number' && String(number) !== value.trim())
		throw new NoSuchValue(`Colt has a number here, and ${value} as a number would be ${number}`);
	return number;
}

/** Colt's value as the contract writes it; what is not in the table of values stays as it is. */
export function toOurValue(writing: Writing | undefined, value: unknown, now: number): unknown {
	if (writing === undefined || value === undefined || value === null) return value;
	const { values, as, date, plus } = writing;
	if (values !== undefined) {
		const found = Object.entries(values).find(([, theirs]) => isAmong(theirs, value));
		if (found !== undefined) return ownValue(found[0]);
	}
	if (date !== undefined) return readDate(date, value, now);
	if (plus !== undefined && asNumber(value) !== value) return value;
	if (plus !== undefined && typeof value === 'number') return value + plus;
	if (as === 'text') return asNumber(value);
	if (as === 'number') return keyOf(value);
	return value;
}

const plain = (value: unknown): string =>
	keyOf(value)
		.replace(/[\s_-]+/g, '')
		.toLowerCase();

const isAmong = (theirs: unknown, value: unknown): boolean =>
	(Array.isArray(theirs) ? (theirs as unknown[]) : [theirs]).some((one) => one !== null && plain(one) === plain(value));

/** Keys of a table of values are texts; those of booleans and numbers mean them. */
const ownValue = (key: string): unknown => (key === 'true' ? true : key === 'false' ? false : key);

const asNumber = (value: unknown): unknown =>
	typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value.trim()) ? Number(value) : value;

const PATTERNS: Partial<Record<DateWriting, RegExp>> = {
	'dd/MM/yyyy': /^(?<d>\d{2})\/(?<m>\d{2})\/(?<y>\d{4})$/,
	'dd.MM.yyyy': /^(?<d>\d{2})\.(?<m>\d{2})\.(?<y>\d{4})$/,
	'dd-MM-yyyy': /^(?<d>\d{2})-(?<m>\d{2})-(?<y>\d{4})$/,
	yyyyMMdd: /^(?<y>\d{4})(?<m>\d{2})(?<d>\d{2})$/,
};

/** What is no ISO date or moment is left as it is: Colt decides. */
function writeDate(date: DateWriting, value: unknown, now: number): unknown {
	if (typeof value !== 'string') return value;
	const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(value) ?? [];
	const ms = Date.parse(value);
	if (year === undefined || Number.isNaN(ms)) return value;
	switch (date) {
		case 'day':
			return `${year}-${month}-${day}`;
		case 'epochSeconds':
			return Math.round(ms / 1_000);
		case 'epochMilliseconds':
			return ms;
		case 'daysFromNow':
			return Math.round((ms - now) / DAY_MS);
		case 'secondsFromNow':
			return Math.round((ms - now) / 1_000);
		case 'dd/MM/yyyy':
		case 'dd.MM.yyyy':
		case 'dd-MM-yyyy':
		case 'yyyyMMdd':
			return date
				.replace('yyyy', year)
				.replace('MM', month ?? '')
				.replace('dd', day ?? '');
	}
}

function readDate(date: DateWriting, value: unknown, now: number): unknown {
	const count = asNumber(value);
	if (date === 'day') return value;
	const pattern = PATTERNS[date];
	if (pattern !== undefined) {
		const { y, m, d } = pattern.exec(String(value))?.groups ?? {};
		return y === undefined ? value : `${y}-${m}-${d}`;
	}
	if (typeof count !== 'number') return value;
	const ms: Partial<Record<DateWriting, number>> = {
		epochSeconds: count * 1_000,
		epochMilliseconds: count,
		daysFromNow: now + count * DAY_MS,
		secondsFromNow: now + count * 1_000,
	};
	const moment = new Date(ms[date] ?? Number.NaN);
	return Number.isNaN(moment.getTime()) ? value : moment.toISOString();
}
