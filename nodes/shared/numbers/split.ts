import { inputError } from '../errors/problem';
import { CALLING_CODES } from '../lifecycle/countryCodes';
import type { CountryCode } from '../lifecycle/countryCodes';
import { toE164 } from './e164';
import { nationalGroups } from './national';
import { isBefore } from './range';
import type { NumberRange } from './range';
import { plainText, shown } from './written';

/** Colt's split format of a range (document 000, "Number Format"). */
export interface SplitRange {
	country: CountryCode;
	/** Without the leading 0, except for Italian geographic numbers. */
	areaCode: string;
	/** Empty in Germany. */
	areaCodeExtn: string;
	rangeStart: string;
	rangeEnd: string;
	/** Italy alone: nomadic numbers drop the leading 0 that geographic ones keep. */
	italianType?: 'geographic' | 'nomadic';
}

/** Digits of the range part: as in the one sample of document 000 (8250 | xxx0); inferred for all else. */
const RANGE_DIGITS = 4;

/** Blanks and dots are left out; a hyphen could part two numbers, and `.0` is what a spreadsheet makes of a number. */
const digitsOnly = (value: string, label: string): string => {
	const digits = plainText(value).replace(/[ .]/g, '');
	if (/^\d*$/.test(digits) && !/\.0+$/.test(value)) return digits;
	throw inputError(label, `${shown(value)} has more than digits`, 'Give digits alone.', 'notAPhoneNumber');
};

/**
 * Italy's geographic numbers keep the 0 of their area code; its nomadic numbers drop it, as all other countries do
 * (documents 000 and 002).
 */
function significantAreaCode({ country, italianType }: SplitRange, areaCode: string): string {
	const bare = areaCode.replace(/^0/, '');
	return country === 'IT' && italianType !== 'nomadic' && areaCode !== '' ? `0${bare}` : bare;
}

/**
 * Joins the four parts to E.164: `+CC` + areaCode without its leading 0 + areaCodeExtn + rangeStart or rangeEnd.
 * @throws ColtError naming the part: no digits, an extension in Germany, end before start,
 *   no E.164 number
 */
export function fromSplit(split: SplitRange): NumberRange {
	const { country } = split;
	const areaCode = significantAreaCode(split, digitsOnly(split.areaCode, 'Area Code'));
	const extension = digitsOnly(split.areaCodeExtn, 'Area Code Extension');
	const start = digitsOnly(split.rangeStart, 'Range Start');
	const end = digitsOnly(split.rangeEnd, 'Range End');
	if (areaCode === '') throw inputError('Area Code', 'is empty', 'Give the area code, such as 3 for +33 3.', 'missing');
	if (start === '') throw inputError('Range Start', 'is empty', 'Give the last digits of the first number.', 'missing');
	if (country === 'DE' && extension !== '')
		throw inputError(
			'Area Code Extension',
			'is not used in Germany',
			'Put all digits after the area code into range start and range end.',
			'value',
		);
	if (end.length < start.length)
		throw inputError(
			'Range End',
			`"${end}" has fewer digits than the start ${start}`,
			'Write both with the same number of digits.',
			'shortEnd',
		);
	if (isBefore(end, start))
		throw inputError('Range End', `${end} comes before the start ${start}`, 'Swap the two.', 'reversedRange');
	const stem = `+${CALLING_CODES[country]}${areaCode}${extension}`;
	return {
		country,
		// Colt's own parts are joined as they are; the notes say whether such a number can exist.
		start: toE164(stem + start, 'Range Start', country, false),
		end: toE164(stem + end, 'Range End', country, false),
	};
}

/**
 * Takes a range apart into Colt's four parts. Where the area code ends is taken from how the country writes its
 * numbers; `fromSplit` of the result gives the same range again.
 * @returns undefined for a range without an area code that both ends share: the four parts cannot say it
 */
export function toSplit(range: NumberRange): SplitRange | undefined {
	const { country, start, end } = range;
	const prefix = `+${CALLING_CODES[country]}`;
	const rest = start.slice(prefix.length);
	const restEnd = end.slice(prefix.length);
	const [area = ''] = nationalGroups(start, country);
	// The two ends can differ only in the range part.
	const common = [...rest].findIndex((digit, index) => digit !== restEnd[index]);
	if (common === 0 || (country !== 'IT' && rest.startsWith('0'))) return undefined;
	const longestStem = common < 0 ? rest.length - 1 : common;
	const areaCode = rest.slice(0, Math.max(1, Math.min(area.length, longestStem)));
	const cut =
		country === 'DE' ? areaCode.length : Math.max(areaCode.length, Math.min(rest.length - RANGE_DIGITS, longestStem));
	return {
		country,
		areaCode,
		areaCodeExtn: rest.slice(areaCode.length, cut),
		rangeStart: rest.slice(cut),
		rangeEnd: restEnd.slice(cut),
		...(country === 'IT' && { italianType: rest.startsWith('0') ? ('geographic' as const) : ('nomadic' as const) }),
	};
}
