import { DAY_MS } from './WrittenDate';

/** The parts of a date as written. */
export interface DateParts {
	year: number;
	month: number;
	day: number;
	/** Time of day in milliseconds; undefined for a day alone. */
	time?: number;
	/** Minutes east of UTC; undefined without a zone. */
	offsetMinutes?: number;
	/** Weekday as written, Sunday is 0. */
	weekday?: number;
	/** Set where day and month could be the other way round: `02/03/2026`. */
	isSwappable?: boolean;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const WEEKDAY = /^(?:(Sun|Mon|Tue|Wed|Thu|Fri|Sat)[a-z]*\.?,?\s+)?/i.source;
const MONTH =
	/(Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?/
		.source;
const ORDINAL = '(?:st|nd|rd|th)?';

const monthOf = (name = ''): number => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
const weekdayOf = (name: string | undefined): { weekday?: number } =>
	name === undefined ? {} : { weekday: WEEKDAYS.indexOf(name.slice(0, 3).toLowerCase()) };

/** A way to write a day: how it begins a text, and what its groups are. */
interface Spelling {
	pattern: RegExp;
	read: (groups: string[]) => DateParts;
}

const SPELLINGS: readonly Spelling[] = [
	// 2026-12-01, 2026/12/1, 2026.12.01
	{
		pattern: /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/,
		read: ([year, , month, day]) => ({ year: Number(year), month: Number(month), day: Number(day) }),
	},
	// 20261201, as ISO 8601 and iCalendar have it
	{
		pattern: /^(\d{4})(\d{2})(\d{2})(?!\d)/,
		read: ([year, month, day]) => ({ year: Number(year), month: Number(month), day: Number(day) }),
	},
	// 1.12.2026, 1. 12. 2026: with points the day comes first in all of Colt's countries
	{
		pattern: /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d)/,
		read: ([day, month, year]) => ({ year: Number(year), month: Number(month), day: Number(day) }),
	},
	// 01/12/2026, 01-12-2026: the day first in Europe, the month first in America
	{
		pattern: /^(\d{1,2})([-/])(\d{1,2})\2(\d{4})(?!\d)/,
		read: ([first, , second, year]) =>
			Number(second) > 12
				? { year: Number(year), month: Number(first), day: Number(second) }
				: {
						year: Number(year),
						month: Number(second),
						day: Number(first),
						isSwappable: Number(first) <= 12 && first?.padStart(2, '0') !== second?.padStart(2, '0'),
					},
	},
	// 1 December 2026, 1-Dec-2026, Tue, 1 Dec 2026 (RFC 2822)
	{
		pattern: new RegExp(`${WEEKDAY}(\\d{1,2})${ORDINAL}[\\s-]+${MONTH},?[\\s-]+(\\d{4})(?!\\d)`, 'i'),
		read: ([weekday, day, month, year]) => ({
			year: Number(year),
			month: monthOf(month),
			day: Number(day),
			...weekdayOf(weekday),
		}),
	},
	// December 1, 2026, Tue Dec 01 2026 (JavaScript)
	{
		pattern: new RegExp(`${WEEKDAY}${MONTH}\\s+(\\d{1,2})${ORDINAL},?\\s+(\\d{4})(?!\\d)`, 'i'),
		read: ([weekday, month, day, year]) => ({
			year: Number(year),
			month: monthOf(month),
			day: Number(day),
			...weekdayOf(weekday),
		}),
	},
];

const TIME = /^(?:[Tt]|,?\s+)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?/;
/** 20260301T230000, beside a day without signs alone. */
const BASIC_TIME = /^[Tt](\d{2})(\d{2})(\d{2})?(?!\d)/;
/** `Z`, ` UTC`, `+01:00`, `+0100`, `+01`, ` GMT+0100 (Central European Standard Time)`. */
const ZONE = /^\s*(?:(Z|UTC|GMT)|(?:UTC|GMT)?([+\u2212-])(\d{2})(?::?(\d{2}))?)(?:\s+\([^)]*\))?$/i;
/** No zone is farther from UTC. */
const LARGEST_OFFSET = 14 * 60;

function readTime(text: string, isBasic: boolean): { time: number; rest: string } | undefined {
	const found = TIME.exec(text) ?? (isBasic ? BASIC_TIME.exec(text) : null);
	if (found === null) return undefined;
	const [whole, hours, minutes, seconds = '0', fraction = '0'] = found;
	if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) return undefined;
	const milliseconds = Math.floor(Number(`0.${fraction}`) * 1_000);
	const time = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1_000 + milliseconds;
	return { time, rest: text.slice(whole.length) };
}

/** @returns null for what is no zone, `{}` for none */
function readZone(text: string): { offsetMinutes?: number } | null {
	if (text === '') return {};
	const found = ZONE.exec(text);
	if (found === null) return null;
	const [, utc, sign, hours, minutes = '0'] = found;
	if (utc !== undefined) return { offsetMinutes: 0 };
	const offset = Number(hours) * 60 + Number(minutes);
	if (offset > LARGEST_OFFSET || Number(minutes) > 59) return null;
	return { offsetMinutes: sign === '+' ? offset : -offset };
}

function isCalendarDay({ year, month, day, weekday }: DateParts): boolean {
	if (year < 1900 || year > 2199) return false;
	const date = new Date(Date.UTC(year, month - 1, day));
	if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return false;
	return weekday === undefined || date.getUTCDay() === weekday;
}

/** Calendar and clock of a date as written, as if they were UTC; milliseconds since the epoch. */
export const wallTimeOf = ({ year, month, day, time = 0 }: DateParts): number =>
	Math.floor(Date.UTC(year, month - 1, day) / DAY_MS) * DAY_MS + time;

/**
 * Reads a date as people, spreadsheets, mails and programs write it.
 * @param text trimmed
 * @returns undefined for what is no date, or a day that the calendar does not have
 */
export function parseDate(text: string): DateParts | undefined {
	for (const [index, { pattern, read }] of SPELLINGS.entries()) {
		const found = pattern.exec(text);
		if (found === null) continue;
		const [whole, ...groups] = found;
		const date = read(groups);
		if (!isCalendarDay(date)) return undefined;
		const after = text.slice(whole.length);
		if (after === '') return date;
		const clock = readTime(after, index === 1);
		if (clock === undefined) return undefined;
		const zone = readZone(clock.rest);
		return zone === null ? undefined : { ...date, time: clock.time, ...zone };
	}
	return undefined;
}
