/** What a record's time can mean, in milliseconds since the epoch: the same twice where it is told to the instant. */
export interface Moment {
	earliest: number;
	latest: number;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Zones lie between these hours of UTC. */
const EAST = 14;
const WEST = 12;
/** Later than any moment counted in seconds, earlier than any of this API counted in milliseconds. */
const MOST_SECONDS = 100_000_000_000;

const exactly = (ms: number): Moment | undefined => (Number.isNaN(ms) ? undefined : { earliest: ms, latest: ms });

const counted = (value: number): Moment | undefined =>
	Math.abs(value) < MOST_SECONDS ? { earliest: value * 1_000, latest: value * 1_000 + 999 } : exactly(value);

/**
 * Reads a time as it stands in an order record. How Colt writes it is inferred, and an order that is wrongly taken for an
 * older one would be placed again: a date alone, or a time without a zone, is as wide as what it can mean.
 * @returns undefined for what is no time, or one whose order of day and month is anyone's guess
 */
export function readMoment(value: unknown): Moment | undefined {
	if (typeof value === 'number') return Number.isFinite(value) ? counted(value) : undefined;
	if (typeof value !== 'string') return undefined;
	const text = value.trim();
	if (/^\d{9,14}$/.test(text)) return counted(Number(text));
	if (/(GMT|UTC)$/i.test(text)) return exactly(Date.parse(text));
	const [, day, time, zone] = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)\s*(Z|[+-]\d{2}(?::?\d{2})?)?)?$/i.exec(text) ?? [];
	if (day === undefined) return undefined;
	const utc = Date.parse(`${day}T${time ?? '00:00'}Z`);
	if (Number.isNaN(utc)) return undefined;
	if (zone !== undefined) return exactly(utc - offsetMs(zone));
	return { earliest: utc - EAST * HOUR_MS, latest: utc + WEST * HOUR_MS + (time === undefined ? DAY_MS : 0) };
}

function offsetMs(zone: string): number {
	const [, sign, hours, minutes = '0'] = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone) ?? [];
	const ms = (Number(hours) * 60 + Number(minutes)) * 60_000;
	return sign === undefined ? 0 : sign === '-' ? -ms : ms;
}
