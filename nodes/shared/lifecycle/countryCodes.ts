const zoneA = ['AT', 'BE', 'DK', 'FR', 'DE', 'IE', 'IT', 'NL', 'PT', 'ES', 'SE', 'CH', 'GB'] as const;
const zoneB = ['LU', 'SK', 'FI', 'NO', 'CZ', 'RO', 'PL'] as const;
/** Colt's 20 countries as ISO 3166 codes, zone A first (document 000). */
export const COUNTRY_CODES = [...zoneA, ...zoneB] as const;

export type CountryCode = (typeof COUNTRY_CODES)[number];

/** Zone A of document 000. */
export const ZONE_A: readonly CountryCode[] = zoneA;
/** Zone B of document 000. */
export const ZONE_B: readonly CountryCode[] = zoneB;

/** Calling codes without `+` (document 000, "Number Format"). */
export const CALLING_CODES: Record<CountryCode, string> = {
	AT: '43',
	BE: '32',
	DK: '45',
	FR: '33',
	DE: '49',
	IE: '353',
	IT: '39',
	NL: '31',
	PT: '351',
	ES: '34',
	SE: '46',
	CH: '41',
	GB: '44',
	LU: '352',
	SK: '421',
	FI: '358',
	NO: '47',
	CZ: '420',
	RO: '40',
	PL: '48',
};

export const isCountryCode = (value: string): value is CountryCode =>
	(COUNTRY_CODES as readonly string[]).includes(value);

/** English names, as menus show them. */
export const COUNTRY_NAMES: Record<CountryCode, string> = {
	AT: 'Austria',
	BE: 'Belgium',
	CH: 'Switzerland',
	CZ: 'Czech Republic',
	DE: 'Germany',
	DK: 'Denmark',
	ES: 'Spain',
	FI: 'Finland',
	FR: 'France',
	GB: 'United Kingdom',
	IE: 'Ireland',
	IT: 'Italy',
	LU: 'Luxembourg',
	NL: 'Netherlands',
	NO: 'Norway',
	PL: 'Poland',
	PT: 'Portugal',
	RO: 'Romania',
	SE: 'Sweden',
	SK: 'Slovakia',
};

/** ISO 3166 codes of three letters. */
const ALPHA_3: Record<CountryCode, string> = {
	AT: 'AUT',
	BE: 'BEL',
	CH: 'CHE',
	CZ: 'CZE',
	DE: 'DEU',
	DK: 'DNK',
	ES: 'ESP',
	FI: 'FIN',
	FR: 'FRA',
	GB: 'GBR',
	IE: 'IRL',
	IT: 'ITA',
	LU: 'LUX',
	NL: 'NLD',
	NO: 'NOR',
	PL: 'POL',
	PT: 'PRT',
	RO: 'ROU',
	SE: 'SWE',
	SK: 'SVK',
};

/** Names that people use besides the official ones. */
const OTHER_NAMES: Readonly<Record<string, CountryCode>> = {
	uk: 'GB',
	britain: 'GB',
	greatbritain: 'GB',
	england: 'GB',
	scotland: 'GB',
	wales: 'GB',
	northernireland: 'GB',
	unitedkingdomofgreatbritainandnorthernireland: 'GB',
	eire: 'IE',
	republicofireland: 'IE',
	holland: 'NL',
	thenetherlands: 'NL',
	czechia: 'CZ',
	slovakrepublic: 'SK',
};

/** Languages spoken in the 20 countries. */
const LANGUAGES = 'en de fr nl it es pt da sv nb fi cs sk pl ro ga lb'.split(' ');

/** Letters that Unicode does not take apart into a letter and an accent. */
const LETTERS: Readonly<Record<string, string>> = { ø: 'o', ł: 'l', ß: 'ss', æ: 'ae', œ: 'oe' };

/**
 * Letters alone, without case and accents: `Österreich` and `OSTERREICH` are the same. Empty if other characters are
 * among them.
 */
function plainName(text: string): string {
	const letters = text
		.normalize('NFD')
		.toLowerCase()
		.replace(/\p{M}/gu, '')
		.replace(/[øłßæœ]/g, (letter) => LETTERS[letter] ?? '')
		.replace(/[\s.,'’()&-]/g, '');
	return /^[a-z]+$/.test(letters) ? letters : '';
}

/** All names of the 20 countries by their plain form; made at the first use. */
function namesOfAll(): ReadonlyMap<string, CountryCode> {
	const names = new Map<string, CountryCode>(Object.entries(OTHER_NAMES));
	const languages = LANGUAGES.map((language) => new Intl.DisplayNames([language], { type: 'region' }));
	for (const code of COUNTRY_CODES) {
		for (const name of [code, ALPHA_3[code], COUNTRY_NAMES[code], ...languages.map((one) => one.of(code) ?? code)])
			names.set(plainName(name), code);
	}
	return names;
}

let byName: ReadonlyMap<string, CountryCode> | undefined;

/** A country by its code of two or three letters or its name, in any case; undefined for none of the 20. */
export function countryNamed(text: string): CountryCode | undefined {
	const code = text.trim().toUpperCase();
	if (isCountryCode(code)) return code;
	byName ??= namesOfAll();
	return byName.get(plainName(text));
}

/** The country whose calling code an E.164 number (`+…`) starts with; none of the 20 codes is a prefix of another. */
export function countryOfE164(number: string): CountryCode | undefined {
	return COUNTRY_CODES.find((country) => number.startsWith(`+${CALLING_CODES[country]}`));
}
