import { countryNamed, isCountryCode } from '../lifecycle/countryCodes';
import type { CountryCode } from '../lifecycle/countryCodes';
import { fromSplit } from '../numbers/split';
import { optionalText } from '../text';

/** A range as Colt writes it in an answer: its first and last number, not normalised. */
export interface PlainRange {
	start: string;
	end: string;
}

interface RangeRecord {
	start?: unknown;
	end?: unknown;
	lac?: unknown;
	lacExtension?: unknown;
	splitStart?: unknown;
	splitEnd?: unknown;
	country?: unknown;
}

function codeOf(country: unknown): CountryCode | undefined {
	const text = optionalText(country);
	if (text === undefined) return undefined;
	const code = text.toUpperCase();
	return isCountryCode(code) ? code : countryNamed(text);
}

/**
 * Document 000, "Number Format". Whether Italian numbers keep a leading 0 depends on a type that the parts do not show.
 */
function joined({ lac, lacExtension, splitStart, splitEnd, country }: RangeRecord): PlainRange | undefined {
	const code = codeOf(country);
	const areaCode = optionalText(lac);
	const rangeStart = optionalText(splitStart) ?? optionalText(splitEnd);
	if (code === undefined || areaCode === undefined || rangeStart === undefined) return undefined;
	if (code === 'IT' && !areaCode.startsWith('0')) return undefined;
	const rangeEnd = optionalText(splitEnd) ?? rangeStart;
	try {
		const areaCodeExtn = optionalText(lacExtension) ?? '';
		const { start, end } = fromSplit({ country: code, areaCode, areaCodeExtn, rangeStart, rangeEnd });
		return { start, end };
	} catch {
		return undefined;
	}
}

/**
 * Reads a decoded range or number record: full numbers, or Colt's split format (document 000) joined to full ones.
 * A single number may come without an end.
 * @param country of the surrounding record, if the range itself has none
 * @returns undefined when it names no number
 */
export function readRange(value: unknown, country?: unknown): PlainRange | undefined {
	if (typeof value !== 'object' || value === null) return undefined;
	const record = value as RangeRecord;
	const start = optionalText(record.start) ?? optionalText(record.end);
	if (start !== undefined) return { start, end: optionalText(record.end) ?? start };
	return joined({ ...record, country: record.country ?? country });
}

/** Range records of a body or an answer; what names no number is left out. */
export function readRanges(value: unknown, country?: unknown): PlainRange[] {
	return (Array.isArray(value) ? (value as unknown[]) : []).flatMap((row) => readRange(row, country) ?? []);
}
