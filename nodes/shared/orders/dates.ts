/** What an API usually sends: read at once, for lists of many thousand orders. */
const USUAL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?Z$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const DATE_TIME = /^\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?$/;
const ZONED = /^(\d{4}-\d{2}-\d{2})[Tt ](\d{2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?) ?(?:([Zz])|([+-]\d{2}):?(\d{2})?)$/;
/** RFC 1123, as HTTP writes dates. */
const HTTP_DATE = /^[A-Za-z]{3}, \d{1,2} [A-Za-z]{3} \d{4} /;
const EPOCH = /^\d{9,14}$/;

/** No order is older: systems write 1970 or the year 1 for a date they do not have. */
const EARLIEST_MS = Date.UTC(2000, 0);
/** Seconds since the epoch are below it until the year 5138, milliseconds above it since 1973. */
const SECONDS_BELOW = 100_000_000_000;

const fromEpoch = (count: number): number => (count < SECONDS_BELOW ? count * 1000 : count);

/** ISO 8601 as every engine reads it; undefined for other texts. */
function toIso(text: string): string | undefined {
	if (DATE.test(text)) return text;
	if (DATE_TIME.test(text)) return `${text.replace(/[Tt ]/, 'T').replace(',', '.')}Z`;
	const [, date, time, utc, hours, minutes = '00'] = ZONED.exec(text) ?? [];
	return date === undefined || time === undefined
		? undefined
		: `${date}T${time.replace(',', '.')}${utc === undefined ? `${hours}:${minutes}` : 'Z'}`;
}

/**
 * A date of Colt's in milliseconds since the epoch: ISO 8601, an HTTP date, or a count of seconds or milliseconds. Without
 * a zone it is UTC, wherever n8n runs. Colt's dates are not ours to trust: what cannot be read, what could be read in two
 * ways (`01/03/2026`) and what is before 2000 counts as not told.
 */
export function toMoment(value: unknown): number | undefined {
	if (typeof value !== 'string' && typeof value !== 'number') return undefined;
	const text = String(value).trim();
	const moment = USUAL.test(text)
		? Date.parse(text)
		: EPOCH.test(text)
			? new Date(fromEpoch(Number(text))).getTime()
			: Date.parse(HTTP_DATE.test(text) ? text : (toIso(text) ?? ''));
	return moment >= EARLIEST_MS ? moment : undefined;
}
