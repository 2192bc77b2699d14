import type { PlainRange } from '../orders/ranges';
import { internationalFormat } from '../numbers/national';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A day as people say it, UTC: "25 Nov", of another year "25 Nov 2025". */
export function dayText(moment: number, now = Date.now()): string {
	const date = new Date(moment);
	const year = date.getUTCFullYear();
	const day = `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()] ?? ''}`;
	return year === new Date(now).getUTCFullYear() ? day : `${day} ${year}`;
}

/** Colt writes full numbers with and without the +. */
export const withPlus = (number: string): string =>
	/^[1-9]\d*$/.test(number.trim()) ? `+${number.trim()}` : number.trim();

/** A range as it is read: "+44 20 7946 0950", "+44 20 7946 0950 to 0959". */
export function rangeText({ start, end }: PlainRange): string {
	const first = internationalFormat(withPlus(start));
	if (end === start) return first;
	const last = internationalFormat(withPlus(end)).split(' ');
	const same = first.split(' ').slice(0, -1).join(' ') === last.slice(0, -1).join(' ');
	return `${first} to ${same ? (last.at(-1) ?? '') : last.join(' ')}`;
}

/** A range as the field of the first number reads it. */
export const rangeValue = ({ start, end }: PlainRange): string =>
	start === end ? withPlus(start) : `${withPlus(start)} to ${withPlus(end)}`;

/** Parts of an entry, those that are not known left out. */
export const joinWords = (parts: ReadonlyArray<string | undefined>): string =>
	parts.filter((part) => part !== undefined && part !== '').join(' · ');

/** A number in international format, of the text that was typed; undefined if it is none. */
export function typedNumber(filter: string): string | undefined {
	const text = filter.replace(/[\s()./-]/g, '').replace(/^00/, '+');
	return /^\+[1-9]\d{6,15}$/.test(text) ? text : undefined;
}
