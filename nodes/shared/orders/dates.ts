/** What an API usually sends: read at once, for lists of many thousand orders. */
const USUAL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?Z$/;

const TIME = String.raw`(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d+))?)?(?: ?([AaPp])[Mm])?`;
const ZONE = String.raw`(?: ?(Z|z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)(?:\[[\w/+-]+\])?)?`;
const WEEKDAY = String.raw`(?:[A-Za-z]{3,9},? )?`;
/** Year first: ISO 8601, also with slashes or dots. */
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})([-/.])(\d{2})\2(\d{2})(?:[Tt ]${TIME})?${ZONE}$`);
/** ISO 8601 without signs. */
const COMPACT = new RegExp(
	String.raw`^(\d{4})(\d{2})(\d{2})(?:[Tt]?(\d{2})(\d{2})(?:(\d{2})(?:[.,](\d+))?)?)?${ZONE}$`,
);
/** The month by its name; HTTP (RFC 9110) writes dates so. */
const DAY_MONTH = new RegExp(
	String.raw`^${WEEKDAY}(\d{1,2})[- ]([A-Za-z]{3,9})[- ,]{1,2}(\d{4})(?:[ T,]{1,2}${TIME})?${ZONE}$`,
);
const MONTH_DAY = new RegExp(String.raw`^${WEEKDAY}([A-Za-z]{3,9}) (\d{1,2}),? (\d{4})(?:,? ${TIME})?${ZONE}$`);
/** Seconds or milliseconds since 1970, also with a fraction, and as .NET writes them. */
const EPOCH = /^(?:\/Date\()?(\d{9,13}(?:\.\d+)?)(?:[+-]\d{4})?(?:\)\/)?$/;

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** No order is older: systems write 1970 or the year 1 for a date they do not have. */
const EARLIEST_MS = Date.UTC(2000, 0);
/** Seconds since the epoch are below it until the year 5138, milliseconds above it since 1973. */
const SECONDS_BELOW = 100_000_000_000;

/** A date, and whether it names its zone and a time of day. */
interface Written {
	/** Milliseconds since the epoch; UTC where no zone is named. */
	utc: number;
	hasZone: boolean;
	hasTime: boolean;
}

type Part = string | undefined;

const monthOf = (name: string): string | undefined => {
	const index = MONTHS.indexOf(name.slice(0, 3).toLowerCase());
	return index < 0 ? undefined : String(index + 1);
};

/** Hours of a clock of 12 hours as those of one of 24. */
function hoursOf(hours: string, half: Part): number {
	if (half === undefined) return Number(hours);
	return (Number(hours) % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
}

function zoneOf(zone: Part): string {
	if (zone === undefined || /[A-Za-z]/.test(zone)) return 'Z';
	const digits = zone.replace(/\D/g, '').padEnd(4, '0');
	return `${zone.slice(0, 1)}${digits.slice(0, 2)}:${digits.slice(2)}`;
}

/** Builds the date as every engine reads it (ISO 8601). */
function written([year, month, day]: [Part, Part, Part], time: readonly Part[], zone: Part): Written | undefined {
	const [hours = '0', minutes = '00', seconds = '00', fraction = '0', half] = time;
	if (year === undefined || month === undefined || day === undefined) return undefined;
	const two = (part: string | number): string => String(part).padStart(2, '0');
	const iso = `${year}-${two(month)}-${two(day)}T${two(hoursOf(hours, half))}:${minutes}:${seconds}.${fraction}`;
	return { utc: Date.parse(iso + zoneOf(zone)), hasZone: zone !== undefined, hasTime: time[0] !== undefined };
}

function readText(text: string): Written | undefined {
	if (USUAL.test(text)) return { utc: Date.parse(text), hasZone: true, hasTime: true };
	const [, epoch] = EPOCH.exec(text) ?? [];
	if (epoch !== undefined) {
		const count = Number(epoch);
		const utc = Math.floor(count < SECONDS_BELOW ? count * 1000 : count);
		return { utc, hasZone: true, hasTime: true };
	}
	const [, year, , month, day, ...rest] = YEAR_FIRST.exec(text) ?? [];
	if (year !== undefined) return written([year, month, day], rest.slice(0, 5), rest[5]);
	const compact = COMPACT.exec(text);
	if (compact !== null) return written([compact[1], compact[2], compact[3]], compact.slice(4, 8), compact[8]);
	const dayFirst = DAY_MONTH.exec(text);
	if (dayFirst !== null)
		return written([dayFirst[3], monthOf(dayFirst[2] ?? ''), dayFirst[1]], dayFirst.slice(4, 9), dayFirst[9]);
	const monthFirst = MONTH_DAY.exec(text);
	if (monthFirst === null) return undefined;
	return written([monthFirst[3], monthOf(monthFirst[1] ?? ''), monthFirst[2]], monthFirst.slice(4, 9), monthFirst[9]);
}

function read(value: unknown): Written | undefined {
	if (typeof value !== 'string' && typeof value !== 'number') return undefined;
	const found = readText(String(value).trim());
	return found !== undefined && found.utc >= EARLIEST_MS ? found : undefined;
}

/**
 * A date of Colt's in milliseconds since the epoch: ISO 8601, year first in other signs, a date with the month's name (HTTP), or
 * a count of seconds or milliseconds. Without a zone it is UTC, wherever n8n runs. What cannot be read, what could be read
 * in two ways (`01/03/2026`) and what is before 2000 counts as not given.
 */
export const toMoment = (value: unknown): number | undefined => read(value)?.utc;

/** What a date can mean, in milliseconds since the epoch: the same twice where it is given to the instant. */
export interface Moment {
	earliest: number;
	latest: number;
}

const HOUR_MS = 3_600_000;
/** Zones lie between these of UTC. */
const EAST_MS = 14 * HOUR_MS;
const WEST_MS = 12 * HOUR_MS;

/**
 * Reads a date as `toMoment` does. How Colt writes it is inferred, and an order that is wrongly taken for an older one would be
 * placed again: a date alone, or a time without a zone, is as wide as what it can mean.
 * @returns undefined for what is no date, or one whose order of day and month is anyone's guess
 */
export function readMoment(value: unknown): Moment | undefined {
	const found = read(value);
	if (found === undefined) return undefined;
	const { utc, hasZone, hasTime } = found;
	if (hasZone) return { earliest: utc, latest: utc };
	return { earliest: utc - EAST_MS, latest: utc + WEST_MS + (hasTime ? 0 : 24 * HOUR_MS) };
}
