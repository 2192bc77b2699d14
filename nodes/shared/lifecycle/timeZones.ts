import type { CountryCode } from './countries';

/** Where each country's working day is counted: its capital's time zone. */
export const TIME_ZONES: Readonly<Record<CountryCode, string>> = {
	AT: 'Europe/Vienna',
	BE: 'Europe/Brussels',
	CH: 'Europe/Zurich',
	CZ: 'Europe/Prague',
	DE: 'Europe/Berlin',
	DK: 'Europe/Copenhagen',
	ES: 'Europe/Madrid',
	FI: 'Europe/Helsinki',
	FR: 'Europe/Paris',
	GB: 'Europe/London',
	IE: 'Europe/Dublin',
	IT: 'Europe/Rome',
	LU: 'Europe/Luxembourg',
	NL: 'Europe/Amsterdam',
	NO: 'Europe/Oslo',
	PL: 'Europe/Warsaw',
	PT: 'Europe/Lisbon',
	RO: 'Europe/Bucharest',
	SE: 'Europe/Stockholm',
	SK: 'Europe/Bratislava',
};

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
	const known = formats.get(timeZone);
	if (known !== undefined) return known;
	const digits = {
		year: 'numeric',
		month: 'numeric',
		day: 'numeric',
		hour: 'numeric',
		minute: 'numeric',
		second: 'numeric',
	} as const;
	const made = new Intl.DateTimeFormat('en-US', { timeZone, hourCycle: 'h23', ...digits });
	formats.set(timeZone, made);
	return made;
}

/** What a clock in the time zone shows at a moment, as if it were UTC; milliseconds since the epoch. */
export function toWallTime(moment: number, timeZone: string): number {
	if (timeZone === 'UTC') return moment;
	const parts = Object.fromEntries(
		formatOf(timeZone)
			.formatToParts(moment)
			.map(({ type, value }) => [type, Number(value)]),
	);
	const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
	const millisecond = ((moment % 1000) + 1000) % 1000;
	return Date.UTC(year, month - 1, day, hour, minute, second, millisecond);
}

/** The moment at which a clock in the time zone shows that; the later one where the clock is put back or forward. */
export function fromWallTime(wall: number, timeZone: string): number {
	const guess = wall - (toWallTime(wall, timeZone) - wall);
	return wall - (toWallTime(guess, timeZone) - guess);
}

/** A moment as the time zone writes it: ISO 8601 with its offset. */
export function toLocalIso(moment: number, timeZone: string): string {
	const wall = toWallTime(moment, timeZone);
	const minutes = Math.round((wall - moment) / 60_000);
	const two = (value: number): string => String(value).padStart(2, '0');
	const offset = `${minutes < 0 ? '-' : '+'}${two(Math.floor(Math.abs(minutes) / 60))}:${two(Math.abs(minutes) % 60)}`;
	return new Date(wall).toISOString().replace('Z', offset);
}
