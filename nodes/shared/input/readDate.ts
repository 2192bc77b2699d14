import { inputError } from '../errors/problem';
import type { CountryCode } from '../lifecycle/countryCodes';
import { TIME_ZONES, toWallTime } from '../lifecycle/timeZones';
import { toText } from '../text';
import { parseDate, wallTimeOf } from './parseDate';
import type { DateParts } from './parseDate';
import { quote } from './quote';
import { demandSingle, isDateObject, isoOf } from './readText';
import { DAY_MS, dayOf, WrittenDate } from './WrittenDate';

const HOW = 'Write it like 2026-12-01.';
/** A spreadsheet's count of days, or a count of seconds or milliseconds: it is unknown which. */
const COUNT = /^\d{4,6}(\.\d+)?$|^\d{9,14}$/;
const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** A day for people: `2 March 2026`. */
const nameOf = (day: string): string => {
	const [year, month, date] = day.split('-').map(Number);
	return `${date} ${MONTHS[(month ?? 1) - 1]} ${year}`;
};

const notADate = (label: string, value: unknown, why: string, how = HOW): Error =>
	inputError(label, `${quote(value)} ${why}`, how, 'notADate');

/**
 * JavaScript's `new Date(2026, 2, 2)` is a midnight of the machine: then the machine's day was meant, as far as one
 * can tell.
 */
function fromJavaScript(date: Date): WrittenDate {
	const offset = -date.getTimezoneOffset();
	const wall = date.getTime() + offset * 60_000;
	const isLocalMidnight = wall % DAY_MS === 0 && date.getTime() % DAY_MS !== 0;
	return isLocalMidnight
		? new WrittenDate(date.toISOString(), wall, true, offset)
		: new WrittenDate(date.toISOString(), date.getTime(), true, 0);
}

function refuseTwoReadings(label: string, text: string, parts: DateParts): void {
	if (parts.isSwappable !== true) return;
	const days = [parts, { ...parts, day: parts.month, month: parts.day }].map((one) => nameOf(dayOf(wallTimeOf(one))));
	throw notADate(label, text, `is ${days.join(' or ')}`);
}

/**
 * A date of any usual spelling, or a date object of an expression; nothing is decided about zones yet.
 * @param label the field's label in the editor
 * @returns undefined when nothing is given
 * @throws ColtError naming the field for what is no date, has two readings (`02/03/2026`) or counts something (`46083`)
 */
export function readWrittenDate(value: unknown, label: string): WrittenDate | undefined {
	if (value instanceof WrittenDate) return value;
	demandSingle(value, label);
	if (isDateObject(value)) {
		const iso = isoOf(value);
		if (iso === undefined) throw notADate(label, 'Invalid DateTime', 'is not a date');
		if (Object.prototype.toString.call(value) === '[object Date]') return fromJavaScript(value as unknown as Date);
		return readWrittenDate(iso, label);
	}
	const text = toText(value).trim();
	if (text === '') return undefined;
	const parts = typeof value === 'boolean' ? undefined : parseDate(text);
	if (parts !== undefined) {
		refuseTwoReadings(label, text, parts);
		return new WrittenDate(text, wallTimeOf(parts), parts.time !== undefined, parts.offsetMinutes);
	}
	if (COUNT.test(text)) throw notADate(label, text, 'is a number: a count of days or seconds is not read as a date');
	throw notADate(label, text, 'is not a date');
}

/**
 * The calendar day that a date is in the order's country. A date without a zone is the day that was written. A moment
 * is the day that the country has then, wherever it was written; midnight where it was written (or in the workflow's
 * zone) most likely means that day, so it is refused if the country has another.
 * @param countries the order's country, or those it may be of: they must agree
 * @param workflowZone the workflow's time zone, if n8n provides it
 * @returns `YYYY-MM-DD`
 * @throws ColtError naming the field when the day is not certain
 */
export function dayIn(
	date: WrittenDate,
	label: string,
	countries: readonly CountryCode[],
	workflowZone?: string,
): string {
	const { moment } = date;
	if (moment === undefined) return date.day;
	const days = new Map<string, string>();
	const note = (day: string, where: string): void => void (days.has(day) || days.set(day, where));
	for (const country of countries) note(dayOf(toWallTime(moment, TIME_ZONES[country])), `in ${country}`);
	if (date.isMidnight) note(date.day, 'where it was written');
	const wall = workflowZone === undefined ? undefined : toWallTime(moment, workflowZone);
	if (wall !== undefined && wall % DAY_MS === 0) note(dayOf(wall), "in the workflow's time zone");
	const [[day] = [date.day], ...others] = days;
	if (others.length === 0) return day;
	const readings = [...days].map(([one, where]) => `${nameOf(one)} ${where}`).join(' and ');
	throw notADate(label, date.text, `is ${readings}`, `Give the day alone, such as ${day}.`);
}
