import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import Holidays from 'date-holidays';

import { COUNTRY_CODES } from '../../nodes/shared/lifecycle/countryCodes';
import type { CountryCode } from '../../nodes/shared/lifecycle/countryCodes';
import { root } from '../setup/setup.cjs';

const FILE = 'nodes/shared/lifecycle/holidays.generated.json';
const FIRST_YEAR = 2025;
const LAST_YEAR = 2031;

/**
 * Where the library has a country's holidays by its parts alone: the part whose working days Colt's desk would keep.
 */
const PARTS: Partial<Record<CountryCode, string>> = { GB: 'ENG' };

/** Public holidays of a year that fall on a working day, as `MMDD`: weekends are no working days anyway. */
export function holidaysOf(country: CountryCode, year: number): string {
	const part = PARTS[country];
	const calendar = part === undefined ? new Holidays(country) : new Holidays(country, part);
	const days = calendar
		.getHolidays(year)
		.filter(({ type }) => type === 'public')
		.map(({ date }) => date.slice(0, 10))
		.filter((day) => {
			const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
			return weekday !== 0 && weekday !== 6;
		});
	return [...new Set(days)]
		.map((day) => day.slice(5).replace('-', ''))
		.toSorted()
		.join(' ');
}

/** The table of all 20 countries, as text of its file. */
export function holidayTable(): string {
	const years = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, index) => FIRST_YEAR + index);
	const days = Object.fromEntries(
		COUNTRY_CODES.map((country) => [country, years.map((year) => holidaysOf(country, year))]),
	);
	return `${JSON.stringify({ firstYear: FIRST_YEAR, lastYear: LAST_YEAR, days })}\n`;
}

/** Runs the command. @returns the exit code */
export function run(args: string[]): number {
	const { values } = parseArgs({ args, options: { check: { type: 'boolean' } } });
	const [path, text] = [join(root, FILE), holidayTable()];
	const isCurrent = existsSync(path) && readFileSync(path, 'utf8') === text;
	if (!isCurrent && values.check !== true) writeFileSync(path, text);
	const state = isCurrent ? 'is current' : values.check === true ? 'is out of date. Run `npm run holidays`' : 'written';
	console.log(`${FILE} ${state}.`);
	return isCurrent || values.check !== true ? 0 : 1;
}

if (require.main === module) process.exitCode = run(process.argv.slice(2));
