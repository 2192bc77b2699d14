import fc from 'fast-check';
import metadata from 'libphonenumber-js/metadata.max.json';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

import { CALLING_CODES } from '../../../../nodes/shared/lifecycle/countryCodes';
import type { CountryCode } from '../../../../nodes/shared/lifecycle/countryCodes';

/** A number that exists by the phone library, and its parts. */
export interface Sample {
	country: CountryCode;
	/** Calling code without plus. */
	code: string;
	/** The 0 that is dialled inside the country and is no part of the number; empty where there is none. */
	trunk: '0' | '';
	/** Digits after the calling code. */
	national: string;
	e164: string;
	/** Groups after the calling code, as the library parts them. */
	groups: string[];
}

const TYPES = [
	'fixed line',
	'mobile',
	'toll free',
	'premium',
	'personal',
	'voicemail',
	'UAN',
	'pager',
	'VoIP',
	'shared cost',
];
const TRUNK_PREFIX = 5;
const TYPES_AT = 11;

type Row = Array<string | number | Array<[string] | 0>>;
const rowOf = (country: CountryCode): Row => (metadata.countries as unknown as Record<string, Row>)[country] ?? [];

/** The kinds of number that a country has, with the pattern of each. */
export function typesOf(country: CountryCode): Array<{ type: string; pattern: RegExp }> {
	const patterns = rowOf(country)[TYPES_AT] as Array<[string] | 0>;
	return patterns.flatMap((entry, index) =>
		entry === 0 ? [] : [{ type: TYPES[index] ?? '', pattern: new RegExp(`^(?:${entry[0]})$`) }],
	);
}

/** A number with its parts; undefined when the library does not know it. */
export function toSample(country: CountryCode, national: string): Sample | undefined {
	const code = CALLING_CODES[country];
	const e164 = `+${code}${national}`;
	const parsed = parsePhoneNumberFromString(e164);
	// E.164 ends at 15 digits; the patterns of Germany go on.
	if (parsed?.isValid() !== true || parsed.number !== e164 || e164.length > 16 || parsed.country !== country)
		return undefined;
	const groups = parsed.formatInternational().split(/\D+/).slice(2);
	const trunk = rowOf(country)[TRUNK_PREFIX] === '0' ? '0' : '';
	return { country, code, trunk, national, e164, groups };
}

/** At least `count` random numbers of a country, of each of its kinds equally many. */
export function samplesOf(country: CountryCode, count: number, seed: number): Sample[] {
	const types = typesOf(country);
	const each = Math.ceil(count / types.length);
	return types.flatMap(({ pattern }, index) => {
		const samples: Sample[] = [];
		for (let round = 0; samples.length < each && round < 40; round++) {
			const drawn = fc.sample(fc.stringMatching(pattern), { numRuns: each, seed: seed + index * 100 + round });
			samples.push(...drawn.flatMap((national) => toSample(country, national) ?? []));
		}
		return samples.slice(0, each);
	});
}
