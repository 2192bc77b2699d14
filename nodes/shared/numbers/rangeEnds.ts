import { likelihoodOf } from './plan';
import { CALLING_CODES } from '../lifecycle/countryCodes';
import { readOne } from './readings';
import type { Known, ReadNumber, Reading } from './readings';

/** Digits of a text, signs left out. */
export const digitsIn = (text: string): string => text.replace(/\D/g, '');

export const isNumber = (reading: Reading): reading is ReadNumber => 'number' in reading;

/** Fills the shorter with zeros: blocks are written with ends of unequal length (documents 000 and 004). */
const isAfter = (one: string, other: string): boolean => {
	const length = Math.max(one.length, other.length);
	return one.padEnd(length, '0') > other.padEnd(length, '0');
};

/** The number whose last digits, or whose last group, are these: `0-99` and `4750-59`. */
export function endsWithTail(start: ReadNumber, head: string, tail: string): ReadNumber[] {
	const { country, number } = start;
	if (country === undefined) return [];
	const code = CALLING_CODES[country].length + 1;
	const [group = ''] = /\d+$/.exec(head) ?? [];
	const cuts = new Set([tail.length, ...(group.length < digitsIn(head).length ? [group.length] : [])]);
	return [...cuts].flatMap((cut): ReadNumber[] => {
		if (cut >= number.length - code) return [];
		const end = number.slice(0, -cut) + tail;
		const likelihood = likelihoodOf(end.slice(code), country);
		return likelihood > 0 ? [{ number: end, country, likelihood }] : [];
	});
}

/** Every way to read the text after a range's sign as its last number. */
export function endsOf(start: ReadNumber, head: string, tail: string, known: Known): ReadNumber[] {
	const whole = readOne(tail, { country: start.country ?? known.country, checks: true });
	const isWhole = isNumber(whole) && whole.country === start.country;
	const isSaid = isWhole && (/^\(?(?:\+|0)/.test(tail) || digitsIn(tail).length === digitsIn(head).length);
	const short = isSaid || !/^[\d ]+$/.test(tail) ? [] : endsWithTail(start, head, digitsIn(tail));
	const all = [...(isWhole ? [whole] : []), ...short].filter(({ number }) => isAfter(number, start.number));
	return [...new Map(all.map((end) => [end.number, end])).values()];
}
