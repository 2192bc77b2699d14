import { inputError } from '../errors/problem';
import { CALLING_CODES, countryOfE164 } from '../lifecycle/countryCodes';
import type { CountryCode } from '../lifecycle/countryCodes';
import { toText } from '../text';
import { readFilled, readSingle, refusalError } from './e164';
import { readCountry } from './readCountry';
import { plainText, shown } from './written';

/** A number range as the API takes it, both ends in E.164 and inclusive. */
export interface NumberRange {
	start: string;
	end: string;
	country: CountryCode;
}

/** Labels of the fields that the two ends come from. */
const RANGE_LABELS = { start: 'Number Range Start', end: 'Number Range End' };

/** What a range is read from. */
export interface RangeInput {
	start: unknown;
	end?: unknown;
	country?: unknown;
}

const isEmpty = (value: unknown): boolean => toText(value).trim() === '';

/** The shorter filled with zeros: blocks are written with ends of unequal length (documents 000 and 004). */
export const padded = (number: string, length: number): string => number.padEnd(length, '0');

/**
 * Is the end before the start? Compared as number prefixes, because ranges are written with ends of different
 * length too: the vendor's own LU sample (document 004) has a start one digit shorter than its end.
 */
export function isBefore(end: string, start: string): boolean {
	const length = Math.max(start.length, end.length);
	return end.length < start.length || padded(end, length) < padded(start, length);
}

/** Digits without calling code, fewer than the start has: the last ones of a number alone. */
function isShortEnd(value: unknown, start: string, country: CountryCode): boolean {
	const digits = plainText(value).replace(/[ .()/\-\u2013]/g, '');
	return /^\d+$/.test(digits) && digits.length < start.length - CALLING_CODES[country].length - 1;
}

const isTooShort = (value: unknown, start: string, label: string): ReturnType<typeof inputError> =>
	inputError(
		label,
		`${shown(value)} has fewer digits than the start ${start}`,
		`Write the whole last number, such as ${start}.`,
		'shortEnd',
	);

/** The end of a range whose start is known; national format is read by the country of the start. */
function readEnd(value: unknown, start: string, country: CountryCode, label: string, checks: boolean): string {
	if (isShortEnd(value, start, country)) throw isTooShort(value, start, label);
	const end = readSingle(value, label, { country, checks, start });
	if (countryOfE164(end) !== country) {
		throw inputError(
			label,
			`${end} is in another country than ${start}`,
			'Both ends of a range must be in one country.',
			'otherCountry',
		);
	}
	if (end.length < start.length) throw isTooShort(value, start, label);
	if (isBefore(end, start)) {
		throw inputError(
			label,
			`${end} comes before the start ${start}`,
			'Swap the two, or leave the end empty for a single number.',
			'reversedRange',
		);
	}
	return end;
}

function countryOfStart(start: string, chosen: CountryCode | undefined, label: string): CountryCode {
	const country = countryOfE164(start);
	if (country === undefined) {
		throw inputError(
			label,
			`${start} is in none of Colt's 20 countries`,
			'Check the calling code after the +.',
			'otherCountry',
		);
	}
	if (chosen !== undefined && chosen !== country) {
		throw inputError(
			'Country',
			`${chosen} does not match ${start}`,
			'Choose From the Number, or correct one of the two.',
			'otherCountry',
		);
	}
	return country;
}

/**
 * Reads the three range fields into one range. The start may contain the whole range, `+44 20 7946 0100-99`, if it can
 * be read in one way only and the end is empty.
 * @param input as typed: an empty end means one single number
 * @param labels what the errors name
 * @param checks false to leave a length that the country does not have to Colt
 * @throws ColtError naming the field: no number, unknown country, ends in different countries, end before start
 */
export function toNumberRange(input: RangeInput, labels = RANGE_LABELS, checks = true): NumberRange {
	const chosen = readCountry(input.country);
	const cell = readFilled(input.start, labels.start, { country: chosen, checks });
	const first = 'start' in cell ? cell.start.number : cell.number;
	const country = countryOfStart(first, chosen, labels.start);
	if (isEmpty(input.end)) return { start: first, end: 'start' in cell ? cell.end.number : first, country };
	if ('start' in cell) {
		throw refusalError(input.start, labels.start, {
			why: 'looks like a range, and there is an end too',
			remedy: `Write the first number here and the last in ${labels.end}, both whole.`,
			check: 'severalNumbers',
		});
	}
	return { start: first, end: readEnd(input.end, first, country, labels.end, checks), country };
}
