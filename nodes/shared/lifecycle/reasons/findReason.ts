import { isNl088 } from '../countries';
import { REASON_CODES } from './reasonCodes';
import { REASONS } from './reasonTable';
import type { Reason } from './reasonTable';

/** What Colt says of a port that was rejected or waits. */
export interface SaidReason {
	code?: string;
	text?: string;
	/** Two letters; codes mean something in their country alone. */
	country?: string;
	/** A number of the order. */
	number?: string;
}

/** Words without accents, case and signs. */
const wordsOf = (text: string): string[] =>
	text
		.replace(/([a-z])([A-Z])/g, '$1 $2')
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.replaceAll('ł', 'l')
		.toLowerCase()
		.split(/[^a-z0-9]+/)
		.filter((word) => word !== '');

/** A beginning of three letters or less, such as `rio`, must be the whole word. */
const isIn = (beginning: string, words: readonly string[]): boolean =>
	words.some((word) => (beginning.length <= 4 ? word === beginning : word.startsWith(beginning)));

/** How many letters of an entry are in the text; 0 unless all of its words are. */
function weightOf(entry: string, words: readonly string[]): number {
	const beginnings = entry.split(' ');
	return beginnings.every((beginning) => isIn(beginning, words)) ? entry.length : 0;
}

function byWords(text: string): Reason | undefined {
	const words = wordsOf(text);
	const scored = REASONS.map((reason) => ({
		reason,
		weight: Math.max(...reason.words.map((entry) => weightOf(entry, words))),
	})).filter(({ weight }) => weight > 0);
	return scored.toSorted((one, other) => other.weight - one.weight)[0]?.reason;
}

const plainCode = (code: string): string =>
	code
		.toUpperCase()
		.replace(/[^A-Z0-9]/g, '')
		.replace(/^(?:CODE|E17|WBCI)/, '')
		.replace(/^0+(?=.)/, '');

/** Codes that a text begins with (`25 - …`, `Code 6: …`), or that are words in capitals in it (`… (AIF)`). */
function codesIn(text: string): string[] {
	const [, first] = /^\s*(?:code\s*)?([A-Za-z]{0,3}\d{1,4})\s*(?:[-:–.)]|$)/i.exec(text) ?? [];
	return [...(first === undefined ? [] : [first]), ...(text.match(/\b[A-Z]{3,7}\b/g) ?? [])];
}

function byCode({ code, text = '', country, number = '' }: SaidReason): Reason | undefined {
	const given = [...(code === undefined ? [] : [code]), ...codesIn(text)].map(plainCode);
	const lists = REASON_CODES.filter((list) => list.country === country && (list.only === undefined || isNl088(number)));
	for (const { codes } of lists) {
		const known = given.find((one) => Object.hasOwn(codes, one));
		if (known !== undefined) return REASONS.find(({ id }) => id === codes[known]);
	}
	return undefined;
}

/**
 * What a reason that Colt gives means, by its words in any of several languages, else by the code of its country.
 * Words count more: Colt's own codes may be others.
 * @returns undefined for a reason that is not known here; it is then passed on as it came
 */
export function findReason(said: SaidReason): Reason | undefined {
	const found = byWords([said.code ?? '', said.text ?? ''].join(' '));
	return found ?? byCode(said);
}
