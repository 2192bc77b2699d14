import { inputError } from '../errors/problem';
import { COUNTRY_CODES, countryOfE164, isCountryCode } from '../lifecycle/countryCodes';
import type { CountryCode } from '../lifecycle/countryCodes';
import { toE164 } from './e164';

/** A number range as the API takes it, both ends in E.164 and inclusive. */
export interface NumberRange {
	start: string;
	end: string;
	country: CountryCode;
}

/** The stored value of "From the Number". */
export const COUNTRY_FROM_NUMBER = 'auto';

/** Labels of the fields that the two ends come from. */
const RANGE_LABELS = { start: 'Number Range Start', end: 'Number Range End' };

function chosenCountry(value: string): CountryCode | undefined {
	const code = value.trim().toUpperCase();
	if (code === '' || code === COUNTRY_FROM_NUMBER.toUpperCase()) return undefined;
	if (isCountryCode(code)) return code;
	throw inputError(
		'Country',
		`"${value}" is not one of Colt's 20 countries`,
		`Use one of ${COUNTRY_CODES.join(', ')}, or From the Number.`,
		'notAChoice',
	);
}

/**
 * Is the end before the start? Compared as number prefixes, because ranges are written with ends of different
 * length too: the vendor's own LU sample (document 004) has a start one digit shorter than its end.
 */
export function isBefore(end: string, start: string): boolean {
	const length = Math.max(start.length, end.length);
	return end.length < start.length || end.padEnd(length, '0') < start.padEnd(length, '0');
}

/**
 * Reads the three range fields into one range.
 * @param input as typed: an empty end means one single number
 * @param labels what the errors name
 * @throws ColtError naming the field: no number, unknown country, ends in different countries, end before start
 */
export function toNumberRange(
	input: { start: string; end?: string; country?: string },
	labels = RANGE_LABELS,
): NumberRange {
	const chosen = chosenCountry(input.country ?? COUNTRY_FROM_NUMBER);
	const start = toE164(input.start, labels.start, chosen);
	const end =
		(input.end ?? '').trim() === '' ? start : toE164(input.end as string, labels.end, chosen ?? countryOfE164(start));
	const country = chosen ?? countryOfE164(start);
	if (country === undefined) {
		throw inputError(
			labels.start,
			`${start} is in none of Colt's 20 countries`,
			'Check the calling code after the +.',
			'otherCountry',
		);
	}
	if (countryOfE164(start) !== country) {
		throw inputError(
			'Country',
			`${country} does not match ${start}`,
			'Choose From the Number, or correct one of the two.',
			'otherCountry',
		);
	}
	if (countryOfE164(end) !== country) {
		throw inputError(
			labels.end,
			`${end} is in another country than ${start}`,
			'Both ends of a range must be in one country.',
			'otherCountry',
		);
	}
	if (isBefore(end, start)) {
		throw inputError(
			labels.end,
			`${end} comes before the start ${start}`,
			'Swap the two, or leave the end empty for a single number.',
			'reversedRange',
		);
	}
	return { start, end, country };
}
