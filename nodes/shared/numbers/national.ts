import { libraries } from '../libraries';
import type { CountryCode } from '../lifecycle/countryCodes';

const parse = (number: string) => libraries().parsePhoneNumber(number);

/** The number as people of the country write it; undefined when the library does not know the number. */
export const nationalFormat = (number: string): string | undefined => parse(number)?.formatNational();

/** The number with blanks between its parts, `+44 20 8132 4758`; as it is when the library does not know it. */
export const internationalFormat = (number: string): string => parse(number)?.formatInternational() ?? number;

/** Whether the library's numbering plan knows the number as one that can exist. */
export const isInNumberingPlan = (number: string): boolean => parse(number)?.isValid() ?? false;

/** Digit groups of a number as its country writes it, the trunk 0 left out except in Italy; empty when unknown. */
export function nationalGroups(number: string, country: CountryCode): string[] {
	const written = nationalFormat(number);
	if (written === undefined) return [];
	const groups = written.match(/\d+/g) ?? [];
	const [first = '', ...rest] = groups;
	const head = country === 'IT' ? first : first.replace(/^0/, '');
	const joined = [head, ...rest].filter((group) => group !== '');
	return number.endsWith(joined.join('')) ? joined : [];
}
