import { inputError } from '../errors/problem';
import { libraries } from '../libraries';
import { CALLING_CODES } from '../lifecycle/countryCodes';
import type { CountryCode } from '../lifecycle/countryCodes';

/** Digits after `+`; the union of the documented patterns: reservation takes 7 to 16, return 5 to 15. */
const E164 = /^\+[1-9]\d{4,15}$/;

/** Blanks, direction marks that copying from address books leaves behind, hyphens, dots, slashes and brackets. */
const SIGNS = /[\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\u2010-\u2015\u2212./()-]/g;

/** Italy's geographic numbers keep the zero that others write as `(0)` and drop after the calling code (document 000). */
function keepsTrunkZero(text: string, country: CountryCode | undefined): boolean {
	const digits = text.replace(SIGNS, '');
	return /^(\+|00)/.test(digits) ? /^(\+|00)39/.test(digits) : country === 'IT';
}

/** A number without signs and, but for Italy, without a trunk zero written as `(0)`. */
const bare = (text: string, country: CountryCode | undefined): string =>
	text.replace(/\(0\)/g, keepsTrunkZero(text, country) ? '0' : '').replace(SIGNS, '');

const EXAMPLE = 'Write it like +442081324758.';

/**
 * A number in E.164 from what people write: `+44 20 8132 4758`, `0044…`, `020.8132.4758` with a country.
 * Only form is checked here, never whether the number exists: Colt decides that.
 * @param label the field's label, for the error
 * @param country the country of a number without `+`; undefined when it is to be taken from the number
 * @throws ColtError naming the field when it is no number, or not international and no country is known
 */
export function toE164(input: string, label: string, country: CountryCode | undefined): string {
	const written = input.trim();
	if (written === '') throw inputError(label, 'is empty', EXAMPLE, 'missing');
	let digits = bare(written, country);
	if (digits.startsWith('00')) digits = `+${digits.slice(2)}`;
	if (!/^\+?\d+$/.test(digits)) {
		throw inputError(label, `"${written.slice(0, 40)}" is not a phone number`, EXAMPLE, 'notAPhoneNumber');
	}
	if (digits.startsWith('+')) return checked(digits, written, label);
	if (country === undefined) {
		throw inputError(
			label,
			`"${written.slice(0, 40)}" is not in E.164 format`,
			`${EXAMPLE} Or choose the country, then the national format is taken too.`,
			'notAPhoneNumber',
		);
	}
	return checked(nationalToE164(digits, country), written, label);
}

function checked(number: string, written: string, label: string): string {
	if (E164.test(number)) return number;
	throw inputError(
		label,
		`"${written.slice(0, 40)}" is not in E.164 format`,
		`${EXAMPLE} E.164 has 5 to 16 digits after the +.`,
		'notAPhoneNumber',
	);
}

/**
 * National or plus-less international digits to E.164; what the library does not know is joined by the country's rule.
 * The library leaves the trunk zero on numbers too short for the plan, and only Italian numbers have one in E.164.
 */
function nationalToE164(digits: string, country: CountryCode): string {
	const parsed = libraries().parsePhoneNumber(digits, country);
	const isKnown = parsed !== undefined && parsed.countryCallingCode === CALLING_CODES[country];
	if (isKnown && (country === 'IT' || !parsed.nationalNumber.startsWith('0'))) return parsed.number;
	const significant = country === 'IT' ? digits : digits.replace(/^0/, '');
	return `+${CALLING_CODES[country]}${significant}`;
}
