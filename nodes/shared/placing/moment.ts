import { toMoment } from '../orders/dates';

/** What a record's time can mean, in milliseconds since the epoch: the same twice where it is told to the instant. */
export interface Moment {
	earliest: number;
	latest: number;
}

const HOUR_MS = 3_600_000;
/** Zones lie between these of UTC. */
const EAST_MS = 14 * HOUR_MS;
const WEST_MS = 12 * HOUR_MS;
const DATE = /^[\d-]+$/;
const WITHOUT_ZONE = /^\d{4}-\d{2}-\d{2}(?:[Tt ][\d:.,]+)?$/;

/**
 * Reads a time as it stands in an order record. How Colt writes it is inferred, and an order that is wrongly taken for an
 * older one would be placed again: a date alone, or a time without a zone, is as wide as what it can mean.
 * @returns undefined for what is no time, or one whose order of day and month is anyone's guess
 */
export function readMoment(value: unknown): Moment | undefined {
	const utc = toMoment(value);
	if (utc === undefined) return undefined;
	const text = typeof value === 'string' ? value.trim() : '';
	if (!WITHOUT_ZONE.test(text)) return { earliest: utc, latest: utc };
	return { earliest: utc - EAST_MS, latest: utc + WEST_MS + (DATE.test(text) ? 24 * HOUR_MS : 0) };
}
