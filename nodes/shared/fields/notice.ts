import { CALLING_CODES } from '../lifecycle/countryCodes';
import type { CountryCode } from '../lifecycle/countryCodes';
import { COUNTRY_FROM_NUMBER } from '../numbers/readCountry';
import type { Field } from '../operation/types';

/** A text between the fields of an operation; it has no value. */
export const noticeField = (name: string, text: string, showWhen: Field['showWhen']): Field => ({
	displayName: text,
	name,
	type: 'notice',
	default: '',
	...(showWhen !== undefined && { showWhen }),
});

/** Whether a field is only a text. */
export const isNotice = ({ type }: Pick<Field, 'type'>): boolean => type === 'notice';

/** A text for the orders of one country: the chosen one, or that of a number in international format. */
export function countryNotices(name: string, country: CountryCode, text: string): Field[] {
	const number = { _cnd: { regex: `^\\s*(\\+|00)${CALLING_CODES[country]}` } };
	return [
		noticeField(name, text, { country: [country] }),
		noticeField(`${name}ByNumber`, text, { country: [COUNTRY_FROM_NUMBER], numberRangeStart: [number] }),
	];
}
