import type { CountryCode } from './countryCodes';
import table from './holidays.generated.json';

/**
 * Nationwide public holidays on working days, one text of `MMDD` for each year (`npm run holidays` writes the table
 * from the library date-holidays). No document of Colt names its holidays: that its porting desks keep these is
 * inferred. Regional holidays are not in it; of the United Kingdom it has England's.
 */
const DAYS: Readonly<Record<CountryCode, readonly string[]>> = table.days;

/** The years that the table has. */
export const HOLIDAY_YEARS = { first: table.firstYear, last: table.lastYear } as const;

/** Whether the table has a year; of another one nothing is known. */
export const knowsHolidaysOf = (year: number): boolean => year >= HOLIDAY_YEARS.first && year <= HOLIDAY_YEARS.last;

/**
 * Whether a day is a public holiday.
 * @param day `YYYY-MM-DD`; a weekend is no working day and is not in the table
 */
export function isHoliday(country: CountryCode, day: string): boolean {
	const days = DAYS[country][Number(day.slice(0, 4)) - HOLIDAY_YEARS.first];
	return days?.split(' ').includes(day.slice(5).replace('-', '')) ?? false;
}
