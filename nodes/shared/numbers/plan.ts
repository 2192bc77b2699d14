import { libraries } from '../libraries';
import { CALLING_CODES } from '../lifecycle/countryCodes';
import type { CountryCode } from '../lifecycle/countryCodes';

/** What the phone library's metadata say of one country. */
interface NumberingPlan {
	callingCode: string;
	/** Whether people dial a 0 before the national number that is no part of it. */
	hasTrunkZero: boolean;
	/** Numbers that can be, by length and first digits. */
	possible: RegExp;
	/** Numbers of a block that is in use. */
	known: RegExp;
	/** The lengths that numbers have, without calling code and trunk 0. */
	lengths: readonly number[];
}

/** Places in the library's record of a country. */
const PATTERN = 2;
const LENGTHS = 3;
const TRUNK_PREFIX = 5;
const TYPES = 11;

/** Countries whose numbers have no fixed length: what is too short or too long there shows in the known blocks alone. */
const OPEN_PLANS: ReadonlySet<CountryCode> = new Set(['AT', 'DE', 'FI', 'IE', 'IT', 'LU', 'SE']);

/**
 * The usual number of each other country. The metadata know also shorter and longer ones of single blocks; such a length is
 * possible in a known block alone, or every number that has lost a digit would pass.
 */
const USUAL: Readonly<Partial<Record<CountryCode, RegExp>>> = {
	BE: /^(?:[1-35-9]\d{7}|4\d{8})$/,
	CH: /^\d{9}$/,
	CZ: /^\d{9}$/,
	DK: /^\d{8}$/,
	ES: /^\d{9}$/,
	FR: /^\d{9}$/,
	GB: /^\d{10}$/,
	NL: /^\d{9}$/,
	NO: /^\d{8}$/,
	PL: /^\d{9}$/,
	PT: /^\d{9}$/,
	RO: /^\d{9}$/,
	SK: /^\d{9}$/,
};

/** Italian nomadic numbers have no leading 0 (documents 000 and 002); the metadata do not know them. */
const ITALIAN_NOMADIC = /^5\d{7,9}$/;

type Metadata = Record<string, unknown[]>;

function readPlan(country: CountryCode): NumberingPlan {
	const record = (libraries().phoneMetadata.countries as unknown as Metadata)[country] ?? [];
	const types = ((record[TYPES] ?? []) as Array<[string] | 0>).flatMap((type) => (type === 0 ? [] : [type[0]]));
	return {
		callingCode: CALLING_CODES[country],
		hasTrunkZero: record[TRUNK_PREFIX] === '0',
		possible: new RegExp(`^(?:${String(record[PATTERN])})$`),
		known: new RegExp(`^(?:${types.join('|')})$`),
		lengths: record[LENGTHS] as number[],
	};
}

const plans = new Map<CountryCode, NumberingPlan>();

/** The numbering plan of a country, read at its first use. */
export function planOf(country: CountryCode): NumberingPlan {
	const known = plans.get(country);
	if (known !== undefined) return known;
	const plan = readPlan(country);
	plans.set(country, plan);
	return plan;
}

export const isOpenPlan = (country: CountryCode): boolean => OPEN_PLANS.has(country);

/** How sure it is that a national number exists: no, it could, or it is of a known block. */
export type Likelihood = 0 | 1 | 2;

/** @param national digits without calling code and without trunk 0 */
export function likelihoodOf(national: string, country: CountryCode): Likelihood {
	const { possible, known } = planOf(country);
	if (!possible.test(national)) return country === 'IT' && ITALIAN_NOMADIC.test(national) ? 1 : 0;
	if (known.test(national)) return 2;
	return isOpenPlan(country) || USUAL[country]?.test(national) === true ? 1 : 0;
}

/** The lengths of a country's numbers as text, for errors: `7, 9 or 10`, `4 to 15`. */
export function lengthsOf(country: CountryCode): string {
	const { lengths } = planOf(country);
	const [first = 0] = lengths;
	const last = lengths.at(-1) ?? first;
	if (lengths.length === 1) return `${first}`;
	if (lengths.length > 2 && last - first === lengths.length - 1) return `${first} to ${last}`;
	return `${lengths.slice(0, -1).join(', ')} or ${last}`;
}
