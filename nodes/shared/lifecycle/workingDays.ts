import type { CountryCode } from './countryCodes';
import { isHoliday, knowsHolidaysOf } from './holidays';
import { fromWallTime, toWallTime } from './timeZones';

const DAY_MS = 86_400_000;

const dayOf = (wall: number): string => new Date(wall).toISOString().slice(0, 10);

/** Whether a day is Saturday or Sunday. @param day `YYYY-MM-DD` */
export function isWeekend(day: string): boolean {
	const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
	return weekday === 0 || weekday === 6;
}

/**
 * Whether a day is Monday to Friday and no public holiday of the country, as far as the table of holidays goes.
 * @param day `YYYY-MM-DD`
 * @param country without one no holiday is known
 */
export const isWorkingDay = (day: string, country?: CountryCode): boolean =>
	!isWeekend(day) && (country === undefined || !isHoliday(country, day));

/**
 * Moves a moment by working days, forwards or (negative) backwards, the time of day kept. Days are those of the
 * calendar in the time zone.
 */
export function addWorkingDays(moment: number, days: number, timeZone = 'UTC', country?: CountryCode): number {
	const step = days < 0 ? -DAY_MS : DAY_MS;
	let left = Math.abs(days);
	let at = toWallTime(moment, timeZone);
	while (left > 0) {
		at += step;
		if (isWorkingDay(dayOf(at), country)) left -= 1;
	}
	return fromWallTime(at, timeZone);
}

/** The day itself or the first working day after it, `YYYY-MM-DD`. */
export function workingDayFrom(day: string, country: CountryCode): string {
	let at = Date.parse(`${day}T00:00:00Z`);
	while (!isWorkingDay(dayOf(at), country)) at += DAY_MS;
	return dayOf(at);
}

/** Years between two moments whose public holidays are not known here; undefined if all are. */
export function unknownHolidays(from: number, to: number): number | undefined {
	const years = [from, to].map((moment) => new Date(moment).getUTCFullYear());
	return years.find((year) => !knowsHolidaysOf(year));
}
