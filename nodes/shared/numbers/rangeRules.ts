import { inputError } from '../errors/problem';
import { DE_LARGEST_UNAPPROVED_BLOCK, isNl088, isSpanishNomadic } from '../lifecycle/countries';
import { padded } from './range';
import type { NumberRange } from './range';

/** Document 001: one range for all customers, 20 for one named customer. */
const MOST_RANGES = 20;
const START = 'Number Range Start';

/**
 * How many numbers a range contains. Ends of different length are filled with zeros: the block 56606-0 to 56606-999 has
 * 1,000 numbers.
 */
export function sizeOf({ start, end }: Pick<NumberRange, 'start' | 'end'>): number {
	const length = Math.max(start.length, end.length);
	return Number(BigInt(padded(end, length).slice(1)) - BigInt(padded(start, length).slice(1))) + 1;
}

/** More digits than any number has. */
const LONGEST = 20;

/** Both ends of a range in one length, so that ranges can be put in order as texts. */
export const paddedRange = ({ start, end }: Pick<NumberRange, 'start' | 'end'>): [low: string, high: string] => [
	padded(start, LONGEST),
	padded(end, LONGEST),
];

/**
 * Whether two ranges have a number in common. Ends of different length are filled with zeros; two single numbers are
 * the same only if all their digits are.
 */
export function overlaps(one: Pick<NumberRange, 'start' | 'end'>, other: Pick<NumberRange, 'start' | 'end'>): boolean {
	if (one.start === one.end && other.start === other.end) return one.start === other.start;
	const [low, high] = paddedRange(one);
	const [otherLow, otherHigh] = paddedRange(other);
	return low <= otherHigh && otherLow <= high;
}

/** Whether a range is one of Dutch 088 numbers, which have rules of their own (document 000). */
export const is088 = ({ start }: Pick<NumberRange, 'start'>): boolean => isNl088(start);

/**
 * Rules of documents 000 and 001 for the ranges of any order.
 * @throws ColtError naming the field
 */
export function checkRanges(ranges: readonly NumberRange[]): void {
	if (ranges.length > MOST_RANGES) {
		throw inputError(
			'Further Ranges',
			`make ${ranges.length} ranges in one order`,
			`Colt takes 1, and ${MOST_RANGES} from customers it has agreed that with. Make more orders of them.`,
			'mixedRanges',
		);
	}
	const [first, ...others] = ranges;
	const foreign = others.find(({ country }) => country !== first?.country);
	if (foreign !== undefined) {
		throw inputError(
			'Further Ranges',
			`have ${foreign.start} in another country than ${String(first?.start)}`,
			'Make one order per country.',
			'mixedRanges',
		);
	}
	const twice = ranges.find((range, index) => ranges.slice(0, index).some((other) => overlaps(range, other)));
	if (twice !== undefined) {
		throw inputError(
			'Further Ranges',
			`contain numbers from ${twice.start}, which are already in the order`,
			'Remove the range that is there twice.',
			'repeatedNumber',
		);
	}
	if (ranges.some(is088) && !ranges.every(is088)) {
		throw inputError(
			'Further Ranges',
			'mix 088 numbers with other area codes',
			'Make an order of the 088 numbers and another of the rest.',
			'mixedRanges',
		);
	}
}

/** How many digits the numbers of a call may have. */
export interface DigitRule {
	least: number;
	most: number;
	/** The document that says so. */
	document: string;
}

/** Lengths 6 to 16 with the plus. */
export const RETURN_DIGITS: DigitRule = { least: 5, most: 15, document: '003' };
/** Pattern `^\+?[1-9]\d{6,15}$`. */
export const RESERVATION_DIGITS: DigitRule = { least: 7, most: 16, document: '004' };

/** @throws ColtError naming the field and its number */
export function checkDigits(ranges: readonly NumberRange[], { least, most, document }: DigitRule): void {
	for (const [index, { start, end }] of ranges.entries()) {
		const odd = [start, end].find((number) => number.length - 1 < least || number.length - 1 > most);
		if (odd === undefined) continue;
		throw inputError(
			index > 0 ? 'Further Ranges' : odd === start ? START : 'Number Range End',
			`${odd} has ${odd.length - 1} digits`,
			`This order takes ${least} to ${most} digits after the + (document ${document}). Write the whole number.`,
			'numberLength',
		);
	}
}

/** 088 numbers are activated by a port-in order (document 000). */
export function refuse088Activation(ranges: readonly NumberRange[]): void {
	if (ranges.some(is088)) {
		throw inputError(
			START,
			'is a Dutch 088 number, which is not activated this way',
			'Use Porting: Port In with the ACM document; it also activates your own 088 numbers.',
			'specialNumber',
		);
	}
}

/** 088 numbers cannot be reactivated (documents 001 and 003). */
export function refuse088Reactivation(ranges: readonly NumberRange[]): void {
	if (ranges.some(is088))
		throw inputError(
			START,
			'is a Dutch 088 number, and those cannot be reactivated',
			'Port it in again with the ACM document.',
			'specialNumber',
		);
}

/** Spanish nomadic numbers cannot be ported (document 000, Spain). */
export function refuseSpanishNomadicPort(ranges: readonly NumberRange[]): void {
	const nomadic = ranges.find(({ start }) => isSpanishNomadic(start));
	if (nomadic !== undefined)
		throw inputError(
			START,
			`${nomadic.start} is a Spanish nomadic number (512, 516), and those cannot be ported`,
			'Order a new number instead.',
			'specialNumber',
		);
}

/** German blocks above 100 need the regulator's approval first (document 000). */
export function checkGermanBlock(ranges: readonly NumberRange[], approved: boolean): void {
	const large = ranges.find((range) => range.country === 'DE' && sizeOf(range) > DE_LARGEST_UNAPPROVED_BLOCK);
	if (large !== undefined && !approved) {
		throw inputError(
			'Regulator Approval (DE)',
			`is not confirmed for a block of ${String(sizeOf(large))} numbers`,
			`Blocks above ${DE_LARGEST_UNAPPROVED_BLOCK} need BNetzA's approval before you assign them. Send the ` +
				'approval to Colt, then add this field and switch it on.',
			'countryNeeds',
		);
	}
}
