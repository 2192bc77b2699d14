import { CALLING_CODES, COUNTRY_CODES, countryOfE164 } from '../lifecycle/countryCodes';
import type { CountryCode } from '../lifecycle/countryCodes';
import { isOpenPlan, lengthsOf, likelihoodOf, planOf } from './plan';
import type { Likelihood } from './plan';
import { EXAMPLE, notANumber, refuse } from './refusals';
import type { Refused } from './refusals';

/** One number that was understood. */
export interface ReadNumber {
	/** E.164. */
	number: string;
	/** One of the 20 countries; undefined for a number of another. */
	country: CountryCode | undefined;
	likelihood: Likelihood;
}

export type Reading = ReadNumber | Refused;

/** A range in one cell. */
export interface CellRange {
	start: ReadNumber;
	end: ReadNumber;
}

/** What a cell contains. */
export type Cell = ReadNumber | CellRange | Refused;

/** What a reader may know besides the text. */
export interface Known {
	/** The country of a number without calling code. */
	country: CountryCode | undefined;
	/**
	 * False when the user has switched Local Checks off: a length that the country does not have is left to Colt then.
	 */
	checks: boolean;
	/** The first number of a range whose last one is read: `56606-999` is one number beside `56606-0`. */
	start?: string;
	/** Whether the value was a number and no text: a zero in front is lost then. */
	isNumeric?: boolean;
	/** Whether signs stood among the digits. */
	isGrouped?: boolean;
}

/** Digits after `+`: the union of the documented patterns; reservation takes 7 to 16, return 5 to 15. */
const E164 = /^\+[1-9]\d{4,15}$/;

/** A zero in brackets, that is dialled inside the country alone: `+44 (0)20`. */
const BRACKETED_ZERO = /\( *0 *\)/g;
/** Its placeholder among the digits. */
const ZERO = 'z';

const impossible = (country: CountryCode): Refused =>
	refuse(
		`cannot be a number of ${country}`,
		`Numbers of ${country} have ${lengthsOf(country)} digits after +${CALLING_CODES[country]}. Write the whole ` +
			'number, with +.',
		'impossibleNumber',
	);

const notInUse = (country: CountryCode): Refused =>
	refuse(
		`is in no block of numbers that is in use in ${country}`,
		`Check the number and the country. If it is right all the same, write it with +${CALLING_CODES[country]}.`,
		'impossibleNumber',
	);

/** Italy's and Norway's numbers can begin with a 0 of their own, so there it is kept where the number needs it. */
function withBracketedZero(national: string, country: CountryCode): string {
	if (planOf(country).hasTrunkZero) return national;
	return likelihoodOf(`0${national}`, country) > 0 ? `0${national}` : national;
}

/** A trunk zero that was left behind the calling code, `+49 030 …`, is no part of the number; Italy's zeros are. */
const withoutTrunkZero = (national: string, country: CountryCode): string =>
	planOf(country).hasTrunkZero && national.startsWith('0') ? national.slice(1) : national;

/**
 * A number whose calling code is written as such. The reading is certain: it is only checked against what can
 * exist.
 */
function readInternational(digits: string, { checks }: Known): Reading {
	const country = countryOfE164(`+${digits}`);
	if (country === undefined) {
		const number = `+${digits.replace(ZERO, '')}`;
		return E164.test(number) && number.length <= 16
			? { number, country, likelihood: 1 }
			: refuse('is not in E.164 format', `${EXAMPLE} E.164 has 5 to 15 digits after the +.`);
	}
	const code = CALLING_CODES[country];
	const rest = digits.slice(code.length);
	const hasZero = rest.startsWith(ZERO);
	if (rest.includes(ZERO) && !hasZero) return notANumber;
	const national = hasZero ? withBracketedZero(rest.slice(1), country) : withoutTrunkZero(rest, country);
	if (national.includes(ZERO)) return notANumber;
	const number = `+${code}${national}`;
	const likelihood = likelihoodOf(national, country);
	if (!E164.test(number))
		return refuse('is not in E.164 format', `${EXAMPLE} E.164 has 5 to 16 digits after the +.`, 'notAPhoneNumber');
	return likelihood > 0 || !checks ? { number, country, likelihood } : impossible(country);
}

/** What digits without calling code may be: national numbers that could be meant as written. */
function nationalsOf(digits: string, country: CountryCode): string[] {
	const { callingCode, hasTrunkZero } = planOf(country);
	if (digits.startsWith('0')) return [hasTrunkZero ? digits.slice(1) : digits];
	const behindCode = digits.startsWith(callingCode)
		? [withoutTrunkZero(digits.slice(callingCode.length), country)]
		: [];
	// A spreadsheet drops the first zero of a number, which in Italy is a part of it.
	return [digits, ...(country === 'IT' ? [`0${digits}`] : []), ...behindCode];
}

/** Shortest Italian mobile number of today; shorter ones are as likely a landline number that has lost its zero. */
const ITALIAN_MOBILE = 10;

/**
 * Whether an Italian number may have lost its first zero. A spreadsheet drops it from digits alone, so digits in
 * groups count as written, and so do mobile numbers given as text.
 */
function mayHaveLostZero(digits: string, { isGrouped, isNumeric }: Known): boolean {
	if (isNumeric === true) return true;
	return isGrouped !== true && digits.length < ITALIAN_MOBILE;
}

/** Of several readings those of a known block, if any is; in a range the one that is near the start. */
function likeliest(readings: readonly ReadNumber[], digits: string, known: Known): ReadNumber[] {
	const { start } = known;
	const near = readings.filter(
		({ number }) => start !== undefined && number.length === start.length && number.slice(0, -4) === start.slice(0, -4),
	);
	if (near.length === 1) return near;
	const inUse = readings.filter(({ likelihood }) => likelihood === 2);
	const best = inUse.length > 0 ? inUse : [...readings];
	const [first] = readings;
	const asWritten = `+39${digits}`;
	if (first?.country !== 'IT' || first.number !== asWritten) return best;
	if (first.likelihood === 2 && !mayHaveLostZero(digits, known))
		return best.filter(({ number }) => number !== `+390${digits}`);
	// Nomadic numbers are not among the known blocks, so they never rule out the number as written.
	return [first, ...best.filter(({ number }) => number !== asWritten)];
}

/** The same digits read as a number of another of the 20 countries, its calling code without plus. */
function abroad(digits: string, country: CountryCode): ReadNumber[] {
	return COUNTRY_CODES.filter((other) => other !== country && digits.startsWith(CALLING_CODES[other])).flatMap(
		(other): ReadNumber[] =>
			likelihoodOf(digits.slice(CALLING_CODES[other].length), other) === 2
				? [{ number: `+${digits}`, country: other, likelihood: 2 }]
				: [],
	);
}

function readNational(digits: string, country: CountryCode, known: Known): Reading {
	const least: Likelihood = isOpenPlan(country) ? 2 : 1;
	const possible = nationalsOf(digits, country)
		.map((national): ReadNumber => ({
			number: `+${CALLING_CODES[country]}${national}`,
			country,
			likelihood: likelihoodOf(national, country),
		}))
		.filter(({ likelihood, number }) => likelihood > 0 && E164.test(number));
	const readings = possible.filter(({ likelihood, number }) => likelihood >= (number.startsWith('+395') ? 1 : least));
	const best = likeliest(readings, digits, known);
	const [only] = best;
	if (only === undefined) return possible.length > 0 ? notInUse(country) : impossible(country);
	const isBare = planOf(country).hasTrunkZero && !digits.startsWith('0') && only.number.endsWith(digits);
	const all = best.length === 1 && isBare && only.number !== `+${digits}` ? [only, ...abroad(digits, country)] : best;
	if (all.length === 1) return only;
	return refuse(
		`can be read in ${all.length === 2 ? 'two' : all.length} ways: ${all.map(({ number }) => number).join(' or ')}`,
		'Write the number you mean with its +.',
		'ambiguousNumber',
	);
}

/** Digits, a plus in front, and a {@link ZERO}; undefined when there is more than that. */
function digitsOf(text: string): string | undefined {
	const digits = text.replace(BRACKETED_ZERO, ZERO).replace(/[ .()/\-\u2013]/g, '');
	return /^\+?[\dz]+$/.test(digits) && digits.indexOf(ZERO) === digits.lastIndexOf(ZERO) ? digits : undefined;
}

/** A zero in brackets right behind the calling code says what the digits before it are, with or without a plus. */
function isCallingCode(digits: string): boolean {
	return COUNTRY_CODES.some((country) => CALLING_CODES[country] === digits);
}

/**
 * One number, in plain signs, with whatever signs of grouping.
 * @returns the number, or why it is not taken; a text that can be read in two ways is never taken
 */
export function readOne(text: string, known: Known): Reading {
	const digits = digitsOf(text);
	if (digits === undefined) return notANumber;
	if (digits.startsWith('+')) return readInternational(digits.slice(1), known);
	if (digits.startsWith('00')) return readInternational(digits.slice(2), known);
	const zero = digits.indexOf(ZERO);
	if (zero > 0) return isCallingCode(digits.slice(0, zero)) ? readInternational(digits, known) : notANumber;
	const { country } = known;
	if (country === undefined)
		return refuse(
			'has no calling code',
			`${EXAMPLE} Or choose the country, then the national format is taken too.`,
			'notAPhoneNumber',
		);
	const how = { ...known, isGrouped: digits !== text };
	return zero < 0 ? readNational(digits, country, how) : readBracketed(digits.slice(1), country, how);
}

/** `(0)20 8132 4758`: the zero is the trunk prefix, or in Italy a part of the number. */
function readBracketed(digits: string, country: CountryCode, known: Known): Reading {
	const national = withBracketedZero(digits, country);
	return readNational(planOf(country).hasTrunkZero || national !== digits ? `0${digits}` : digits, country, known);
}
