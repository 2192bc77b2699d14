import { inputError } from '../errors/problem';
import { toText } from '../text';
import { COUNTRY_CODES, isCountryCode } from '../lifecycle/countryCodes';
import type { CountryCode } from '../lifecycle/countryCodes';

/**
 * A country as chosen from the list or given by an expression, in any case.
 * @returns undefined when nothing is given
 * @throws ColtError naming the field when it is none of the 20
 */
export function readCountry(value: unknown): CountryCode | undefined {
	const code = toText(value).trim().toUpperCase();
	if (code === '') return undefined;
	if (isCountryCode(code)) return code;
	throw inputError(
		'Country',
		`"${code.slice(0, 40)}" is not one of Colt's 20 countries`,
		`Use one of ${COUNTRY_CODES.join(', ')}.`,
		'notAChoice',
	);
}

/** The same where a country must be given. */
export function needCountry(value: unknown): CountryCode {
	const country = readCountry(value);
	if (country === undefined)
		throw inputError('Country', 'is empty', `Use one of ${COUNTRY_CODES.join(', ')}.`, 'missing');
	return country;
}
