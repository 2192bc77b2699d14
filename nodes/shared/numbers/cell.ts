import { likelihoodOf } from './plan';
import { CALLING_CODES } from '../lifecycle/countryCodes';
import { EXAMPLE, readOne } from './readings';
import type { Known, ReadNumber, Reading, Refusal } from './readings';
import { plainText } from './written';

/** A range that stands in one cell, both ends in E.164. */
export interface CellRange {
	start: ReadNumber;
	end: ReadNumber;
}

/** What a cell holds. */
export type Cell = ReadNumber | CellRange | { refusal: Refusal };

export const isRange = (cell: Cell): cell is CellRange => 'start' in cell;

/** Between the first and the last number of a range, in words and signs of the 20 countries. */
const RANGE_SIGN =
	/ *(?:\.{2,}|\u2026|[-=]+>|[\u2192~\u301c]|[-\u2013]{2,}|(?<=\d) +(?:to|bis|till?|through|thru|tot|t\/m|\u00e0|a|au|al|hasta|at\u00e9|do|a\u017e) +(?=[+(\d])) */iu;
/** Between two numbers that are no range. */
const LIST_SIGN = / *(?:[,;|&\n]+| (?:and|und|or|oder|et|ou|e|y|o|en|of|og|och|ja|i) ) */iu;
/** A second number with its own plus. */
const SECOND_PLUS = /(\d\)?)([ .()/\-\u2013]*)(?=\+)/;
const EXTENSION = /(?:ext|extension|x|#|dw|durchwahl|poste|int)[ .:=]*\d+$/iu;
const SCIENTIFIC = /^[+-]?\d+(?:[.,]\d+)?e[+-]?\d+$/i;

const refuse = (why: string, remedy: string, check: Refusal['check'] = 'notAPhoneNumber'): { refusal: Refusal } => ({
	refusal: { why, remedy, check },
});

const twoNumbers = refuse(
	'looks like two numbers',
	'Give one number, and make an item of each; or give the first and the last of a range in the two range fields.',
	'severalNumbers',
);
const aDecimal = refuse(
	'looks like a decimal number',
	'Format the column of the spreadsheet as text, and give the whole number.',
);
const LOOKS_LIKE_RANGE = 'looks like a range';
const rangeInOneCell = refuse(
	LOOKS_LIKE_RANGE,
	'Write the first number here and the last in Number Range End, both whole and with +.',
	'severalNumbers',
);

/** Digits of a text, signs left out. */
const digitsIn = (text: string): string => text.replace(/\D/g, '');

const isNumber = (reading: Reading): reading is ReadNumber => 'number' in reading;

/** Fills the shorter with zeros: blocks are written with ends of unequal length (documents 000 and 004). */
const isAfter = (one: string, other: string): boolean => {
	const length = Math.max(one.length, other.length);
	return one.padEnd(length, '0') > other.padEnd(length, '0');
};

/** The number whose last digits, or whose last group, are these: `0-99` and `4750-59`. */
function endsWithTail(start: ReadNumber, head: string, tail: string): ReadNumber[] {
	const { country, number } = start;
	if (country === undefined) return [];
	const code = CALLING_CODES[country].length + 1;
	const [group = ''] = /\d+$/.exec(head) ?? [];
	const cuts = new Set([tail.length, ...(group.length < digitsIn(head).length ? [group.length] : [])]);
	return [...cuts].flatMap((cut): ReadNumber[] => {
		if (cut >= number.length - code) return [];
		const end = number.slice(0, -cut) + tail;
		const likelihood = likelihoodOf(end.slice(code), country);
		return likelihood > 0 ? [{ number: end, country, likelihood }] : [];
	});
}

/** Every way to read the text after a range's sign as its last number. */
function endsOf(start: ReadNumber, head: string, tail: string, known: Known): ReadNumber[] {
	const whole = readOne(tail, { country: start.country ?? known.country, checks: true });
	const isWhole = isNumber(whole) && whole.country === start.country;
	const isSaid = isWhole && (/^\(?(?:\+|0)/.test(tail) || digitsIn(tail).length === digitsIn(head).length);
	const short = isSaid || !/^[\d ]+$/.test(tail) ? [] : endsWithTail(start, head, digitsIn(tail));
	const all = [...(isWhole ? [whole] : []), ...short].filter(({ number }) => isAfter(number, start.number));
	return [...new Map(all.map((end) => [end.number, end])).values()];
}

function readRangeOf(head: string, tail: string, known: Known): Cell {
	const start = readOne(head, known);
	if (!isNumber(start)) return start;
	const [end, ...others] = endsOf(start, head, tail, known);
	return end === undefined || others.length > 0 ? rangeInOneCell : { start, end };
}

/** A sign of grouping that could also part two numbers, and the texts on its sides. */
interface Cut {
	sign: string;
	head: string;
	tail: string;
}

function cutsOf(text: string): Cut[] {
	return [...text.matchAll(/(?<=[\d)]) *[-\u2013/.] *(?=[+(\d])|(?<=\d) +(?=[\d(+])/g)].map((match) => ({
		sign: match[0].trim() === '' ? ' ' : match[0],
		head: text.slice(0, match.index),
		tail: text.slice(match.index + match[0].length),
	}));
}

/**
 * `81-32-47-58`: hyphens or slashes between all groups only group, unless the last two look like a block: `0-99`, `000-999`.
 */
function groupsAlone(cuts: readonly Cut[]): boolean {
	const first = cuts.findIndex(({ sign }) => sign !== ' ');
	const signs = cuts.slice(Math.max(0, first)).map(({ sign }) => sign);
	if (signs.length < 2 || new Set(signs).size > 1) return false;
	const [before = ''] = /\d+$/.exec(cuts.at(-1)?.head ?? '') ?? [];
	const last = digitsIn(cuts.at(-1)?.tail ?? '');
	const isBlock = /^0+$/.test(before) ? last.endsWith('9') : before.length === 1 && last.length > 1;
	return !isBlock;
}

/** Two whole numbers with a blank between: the second has its own zero, or is a neighbour of the first. */
function areNeighbours({ head, tail }: Cut, start: ReadNumber, known: Known): boolean {
	const digits = digitsIn(tail);
	if (digits.length < 4) return false;
	const one = digitsIn(head);
	const isSibling = one.length === digits.length && one.slice(0, 2) === digits.slice(0, 2);
	if (!digits.startsWith('0') && !isSibling) return false;
	const other = readOne(tail, { ...known, country: start.country });
	return isNumber(other) && other.likelihood === 2;
}

/**
 * What stands before a cut, as a number. Beside a text that is one number as a whole it is the beginning of that number; of
 * digits without calling code and zero also what they are by themselves.
 */
function startsOf({ head, tail }: Cut, whole: Reading, known: Known): Reading[] {
	const alone = readOne(head, { ...known, checks: true });
	if (!isNumber(whole)) return [alone];
	const { country } = whole;
	if (country === undefined) return [];
	const number = whole.number.slice(0, -digitsIn(tail).length);
	const likelihood = likelihoodOf(number.slice(CALLING_CODES[country].length + 1), country);
	const start: ReadNumber = { number, country, likelihood };
	const isOther = /^[1-9]/.test(head) && (!isNumber(alone) || alone.number !== number);
	// It must be of a known block to count: a part of a number always has a shape that could be.
	return [start, ...(isOther ? [alone] : [])].filter((one) =>
		isNumber(one) ? one.likelihood === 2 : one.refusal.check === 'ambiguousNumber',
	);
}

/** What a cut makes of a cell. */
interface Parted {
	cell: Cell;
	/** Whether it is meant for sure, although the text is one number as a whole too. */
	isSure?: boolean;
}

/** A dash, or a hyphen between blanks: what stands between words, not inside them. */
const PARTS_WORDS = /\u2013| - /;

function readRangeCut(cut: Cut, cuts: readonly Cut[], known: Known, start: ReadNumber, whole: Reading): Parted[] {
	if (isNumber(whole) && (groupsAlone(cuts) || known.start?.startsWith(start.number) === true)) return [];
	const ends = endsOf(start, cut.head, cut.tail, known);
	const [end] = ends;
	if (end === undefined) return [];
	const isSure = PARTS_WORDS.test(cut.sign) && areNeighbours(cut, start, known);
	return [ends.length === 1 ? { cell: { start, end }, isSure } : { cell: rangeInOneCell }];
}

/** What stands before the cut can be read in two ways: a range there is one that cannot be told. */
function readUnclearCut(
	{ refusal }: { refusal: Refusal },
	sign: string,
	cuts: readonly Cut[],
	whole: Reading,
): Parted[] {
	if (refusal.check !== 'ambiguousNumber' || sign === '' || (isNumber(whole) && groupsAlone(cuts))) return [];
	return [{ cell: rangeInOneCell }];
}

/** What a cut makes of a cell: a range, two numbers, or nothing that could be meant. */
function readCut(cut: Cut, cuts: readonly Cut[], known: Known, whole: Reading): Parted[] {
	return startsOf(cut, whole, known).flatMap((start): Parted[] => {
		const sign = cut.sign.trim();
		const tail = digitsIn(cut.tail);
		if (!isNumber(start)) return readUnclearCut(start, sign, cuts, whole);
		if (/[-\u2013]/.test(sign)) return readRangeCut(cut, cuts, known, start, whole);
		if (areNeighbours(cut, start, known)) return [{ cell: twoNumbers }];
		if (sign === '.')
			return tail.length < 3 && cuts.filter((one) => one.sign === cut.sign).length === 1 ? [{ cell: aDecimal }] : [];
		if (sign === '' || (isNumber(whole) && groupsAlone(cuts))) return [];
		return endsWithTail(start, cut.head, tail).length > 0 ? [{ cell: twoNumbers }] : [];
	});
}

const keyOf = (cell: Cell): string =>
	isRange(cell) ? `${cell.start.number}-${cell.end.number}` : JSON.stringify(cell);

/** A text whose signs may group one number or part two: taken if it can be read in one way only. */
function readGrouped(text: string, known: Known): Cell {
	const whole = readOne(text, { ...known, checks: true });
	if (!isNumber(whole) && whole.refusal.check === 'ambiguousNumber') return whole;
	const cuts = cutsOf(text);
	const parted = cuts.flatMap((cut) => readCut(cut, cuts, known, whole));
	const [first] = parted;
	if (first === undefined) return known.checks || isNumber(whole) ? whole : readOne(text, known);
	const sure = parted.filter(({ isSure }) => isSure === true).map(({ cell }) => cell);
	if (!isNumber(whole) || sure.length > 0) {
		const cells = sure.length > 0 ? sure : parted.map(({ cell }) => cell);
		return new Set(cells.map(keyOf)).size === 1 ? (cells[0] as Cell) : rangeInOneCell;
	}
	return ambiguous(whole, first.cell);
}

function ambiguous({ number }: ReadNumber, other: Cell): { refusal: Refusal } {
	const what = isRange(other) ? `the range ${other.start.number} to ${other.end.number}` : undefined;
	if (what === undefined && 'refusal' in other) return other;
	return refuse(
		`${LOOKS_LIKE_RANGE}: ${number}, or ${String(what)}`,
		`For one number write ${number}. For a range write the first number here and the last in Number Range End.`,
		'severalNumbers',
	);
}

/** Refuses at once what no reading can save. */
function refuseForm(text: string): { refusal: Refusal } | undefined {
	if (SCIENTIFIC.test(text))
		return refuse(
			'is in scientific notation, which has lost digits',
			'Format the column of the spreadsheet as text, and give the whole number.',
		);
	if (EXTENSION.test(text) && /[a-z#]/i.test(text))
		return refuse('has an extension', 'Leave the extension out: give the number alone, with +.');
	if (/\d[ ]*\([\d ]+\)$/.test(text))
		return refuse('has digits in brackets at its end', `Leave out what is no part of the number. ${EXAMPLE}`);
	if (!/^[+(\d]/.test(text) || /[-\u2013/(]$/.test(text)) return refuse('is not a phone number', EXAMPLE);
	return undefined;
}

function partsAt(text: string, sign: RegExp): [head: string, tail: string, more: boolean] | undefined {
	const match = sign.exec(text);
	if (match === null) return undefined;
	const tail = text.slice(match.index + match[0].length);
	return [text.slice(0, match.index), tail, sign.test(tail)];
}

/**
 * Reads a cell: one number, or the two ends of a range. The form of the whole text is looked at before any sign is dropped.
 * @param value as it comes from a field or an expression
 */
export function readCell(value: unknown, known: Known): Cell {
	if (typeof value === 'number' && !Number.isSafeInteger(value))
		return refuse('is not a whole number', 'Format the column of the spreadsheet as text, and give the whole number.');
	const text = plainText(value);
	if (/^\+?\d+$/.test(text)) return readOne(text, { ...known, isNumeric: typeof value === 'number' });
	const refused = refuseForm(text);
	if (refused !== undefined) return refused;
	const list = partsAt(text, LIST_SIGN);
	if (list !== undefined) return /\d/.test(list[1]) ? twoNumbers : refuse('is not a phone number', EXAMPLE);
	const range = partsAt(text, RANGE_SIGN);
	if (range !== undefined) return range[2] ? rangeInOneCell : readRangeOf(range[0], range[1], known);
	const second = SECOND_PLUS.exec(text);
	if (second !== null) {
		const [match = '', digit = '', sign = ''] = second;
		const head = text.slice(0, second.index) + digit;
		const isRangeSign = /[-\u2013]/.test(sign);
		return isRangeSign ? readRangeOf(head, text.slice(second.index + match.length), known) : twoNumbers;
	}
	return readGrouped(text, known);
}
