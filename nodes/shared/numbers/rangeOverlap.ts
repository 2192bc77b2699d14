/** Digits of the longest number that E.164 and document 003 allow. */
const LONGEST = 16;

/**
 * A number as it is compared with others: its digits, filled up with zeros. Blocks have ends of unequal length
 * (document 004's LU sample starts with 8 and ends with 9 national digits; a German block goes from 56606-0 to
 * 56606-999), so plain integers would put numbers of other countries between them.
 * @param number in international format, with or without `+`
 */
export const filledUp = (number: string): string => number.replace(/\D/g, '').padEnd(LONGEST, '0');

/** Whether two ranges, both ends included, share a number. */
export function rangesOverlap(one: { start: string; end: string }, other: { start: string; end: string }): boolean {
	return filledUp(one.start) <= filledUp(other.end) && filledUp(other.start) <= filledUp(one.end);
}
