import { COUNTRY_CODES, type CountryCode, ZONE_A, ZONE_B } from '../../nodes/shared/lifecycle/countries';

const ZONES: ReadonlyArray<[string, readonly CountryCode[]]> = [
	['all', COUNTRY_CODES],
	['zone A', ZONE_A],
	['zone B', ZONE_B],
];

/** More exceptions than these are harder to read than the countries themselves. */
const MOST_EXCEPTIONS = 4;

/** A set of countries in as few words as it can be said: `all except DE`, `zone B`, `FR, NL`. */
export function countryList(countries: readonly CountryCode[]): string {
	const ways = ZONES.flatMap(([name, zone]) => {
		const missing = zone.filter((country) => !countries.includes(country));
		const others = countries.filter((country) => !zone.includes(country));
		return missing.length <= MOST_EXCEPTIONS
			? [{ text: [said(name, missing), ...others].join(', '), parts: missing.length + others.length }]
			: [];
	});
	const plain = { text: countries.join(', '), parts: countries.length };
	return [...ways, plain].reduce((best, way) => (way.parts < best.parts ? way : best)).text;
}

/** Exceptions are bracketed, so that what follows them is not taken for one. */
const said = (name: string, missing: readonly CountryCode[]): string =>
	missing.length === 0 ? name : `${name} (except ${missing.join(', ')})`;
