import { inputError } from '../errors/problem';
import { COUNTRY_CODES, countryNamed } from '../lifecycle/countryCodes';
import type { CountryCode } from '../lifecycle/countryCodes';
import { toText } from '../text';
import { shown } from './written';

/** The stored value of "From the Number". */
export const COUNTRY_FROM_NUMBER = 'auto';

/** What a list of Colt's shows for it, and the names of "Not Given" and the like that an expression may repeat. */
const NONE = ['', COUNTRY_FROM_NUMBER, 'from the number', 'not given'];

/**
 * A country as chosen from a list or given by an expression: its code of two or three letters, or its name in English
 * or in a language spoken there, in any case.
 * @param value as it comes from the field
 * @returns undefined when nothing is given, or From the Number
 * @throws ColtError naming the field if it is not one of the 20
 */
export function readCountry(value: unknown, label = 'Country'): CountryCode | undefined {
	const text = toText(value).trim();
	if (NONE.includes(text.toLowerCase())) return undefined;
	const country = countryNamed(text);
	if (country !== undefined) return country;
	throw inputError(
		label,
		`${shown(text)} is not one of Colt's 20 countries`,
		`Use one of ${COUNTRY_CODES.join(', ')}.`,
		'notAChoice',
	);
}

/** The same where a country must be given. */
export function needCountry(value: unknown, label = 'Country'): CountryCode {
	const country = readCountry(value, label);
	if (country === undefined) throw inputError(label, 'is empty', `Use one of ${COUNTRY_CODES.join(', ')}.`, 'missing');
	return country;
}
