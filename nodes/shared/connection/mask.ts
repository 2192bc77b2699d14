/** What may name a person, a number or an order; a report is shown to others. */
const PRIVATE: ReadonlyArray<[pattern: RegExp, instead: string]> = [
	[/[^\s@"'<>]{1,100}@[^\s@"'<>]{1,100}/g, '‹e-mail›'],
	[/\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b/gi, '‹id›'],
	[/\b(?=[\w-]*\d)(?=[\w-]*[A-Za-z])[\w-]{16,}\b/g, '‹id›'],
	[/\+?\d(?:[ ().-]{0,2}\d){3,}/g, '‹number›'],
];

const LONGEST = 300;

/** A text of Colt's without phone numbers, ids and addresses, for a report. */
export function masked(text: string): string {
	const plain = text
		.slice(0, LONGEST * 4)
		.replace(/\s+/g, ' ')
		.trim();
	const left = PRIVATE.reduce((rest, [pattern, instead]) => rest.replace(pattern, instead), plain);
	return left.length > LONGEST ? `${left.slice(0, LONGEST)}…` : left;
}

/** A name of a member; one that is made of data, such as a phone number, is not shown. */
export const maskedName = (name: string): string =>
	name.length <= 60 && /^[\p{L}_$@][\p{L}\d_$.@:/-]*$/u.test(name) && masked(name) === name ? name : '‹value›';

/** A word such as a status; what may be data of a person is not shown. */
export const maskedWord = (value: unknown): string =>
	typeof value === 'string' && /^[A-Za-z][A-Za-z _()/-]{0,39}$/.test(value.trim()) ? value.trim() : '‹value›';

/** How a date is written: `2026-01-05T09:00:00Z` as `9999-99-99T99:99:99Z`. */
export const writingOf = (value: unknown): string =>
	typeof value === 'number'
		? 'a number'
		: typeof value === 'string'
			? value.replace(/\d/g, '9').slice(0, 40)
			: typeof value;

/** Path and names of the query, without their values. */
export function maskedUrl(url: string, template: string): string {
	if (!URL.canParse(url)) return template;
	const names = [...new Set([...new URL(url).searchParams.keys()])].map(maskedName);
	return names.length === 0 ? template : `${template}?${names.join('&')}`;
}
