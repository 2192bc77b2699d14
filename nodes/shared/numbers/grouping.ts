import { likelihoodOf } from './plan';
import { CALLING_CODES } from '../lifecycle/countryCodes';
import { digitsIn, endsOf, endsWithTail, isNumber } from './rangeEnds';
import { readOne } from './readings';
import type { Cell, Known, ReadNumber, Reading } from './readings';
import { aDecimal, rangeInOneCell, refuse, twoNumbers } from './refusals';
import type { Refused } from './refusals';

/** A sign of grouping that could also part two numbers, and the texts on its sides. */
interface Cut {
	sign: string;
	head: string;
	tail: string;
	headDigits: string;
	tailDigits: string;
}

const CUTS = /(?<=[\d)]) *[-\u2013/.] *(?=[+(\d])|(?<=\d) +(?=[\d(+])/g;

function cutsOf(text: string): Cut[] {
	return [...text.matchAll(CUTS)].map(({ 0: sign, index }) => {
		const [head, tail] = [text.slice(0, index), text.slice(index + sign.length)];
		return {
			sign: sign.trim() === '' ? ' ' : sign,
			head,
			tail,
			headDigits: digitsIn(head),
			tailDigits: digitsIn(tail),
		};
	});
}

/**
 * `81-32-47-58`: hyphens or slashes between all groups only group, unless the last two look like a block: `0-99`,
 * `000-999`.
 */
function groupsAlone(cuts: readonly Cut[]): boolean {
	const first = cuts.findIndex(({ sign }) => sign !== ' ');
	const signs = cuts.slice(Math.max(0, first)).map(({ sign }) => sign);
	if (signs.length < 2 || new Set(signs).size > 1) return false;
	const [before = ''] = /\d+$/.exec(cuts.at(-1)?.head ?? '') ?? [];
	const last = cuts.at(-1)?.tailDigits ?? '';
	const isBlock = /^0+$/.test(before) ? last.endsWith('9') : before.length === 1 && last.length > 1;
	return !isBlock;
}

/** Whether what follows may be a number of its own: it begins with a zero, or like the number before it. */
const looksWhole = ({ headDigits, tailDigits }: Cut): boolean =>
	tailDigits.length >= 4 &&
	(tailDigits.startsWith('0') ||
		(headDigits.length === tailDigits.length && headDigits.slice(0, 2) === tailDigits.slice(0, 2)));

/** Whether there is a whole number on each side of a cut. */
function areNeighbours(cut: Cut, start: ReadNumber, known: Known): boolean {
	if (!looksWhole(cut)) return false;
	const other = readOne(cut.tail, { ...known, country: start.country });
	return isNumber(other) && other.likelihood === 2;
}

/**
 * The part before a cut, as a number. If the whole text is one number, it is the beginning of that
 * number; of digits without calling code and zero also what they are on their own.
 */
function startsOf({ head, tailDigits }: Cut, whole: Reading, known: Known): Reading[] {
	const alone = (): Reading => readOne(head, { ...known, checks: true });
	if (!isNumber(whole)) return [alone()];
	const { country } = whole;
	if (country === undefined) return [];
	const number = whole.number.slice(0, -tailDigits.length);
	const likelihood = likelihoodOf(number.slice(CALLING_CODES[country].length + 1), country);
	const starts: Reading[] = [{ number, country, likelihood }];
	if (/^[1-9]/.test(head)) starts.push(alone());
	// It must be of a known block to count: a part of a number always has a shape that could be.
	return starts.filter((one) => (isNumber(one) ? one.likelihood === 2 : one.refusal.check === 'ambiguousNumber'));
}

/** What a cut makes of a cell. */
interface Parted {
	cell: Cell;
	/** Whether it is meant for sure, although the text is one number as a whole too. */
	isSure?: boolean;
}

/** A dash, or a hyphen between blanks: it separates words and is not part of one. */
const PARTS_WORDS = /\u2013| - /;

function readRangeCut(cut: Cut, known: Known, start: ReadNumber): Parted[] {
	if (known.start?.startsWith(start.number) === true) return [];
	const ends = endsOf(start, cut.head, cut.tail, known);
	const [end] = ends;
	if (end === undefined) return [];
	const isSure = PARTS_WORDS.test(cut.sign) && areNeighbours(cut, start, known);
	return [ends.length === 1 ? { cell: { start, end }, isSure } : { cell: rangeInOneCell }];
}

/** What a cut makes of a cell: a range, two numbers, or nothing that could be meant. */
function readCut(cut: Cut, cuts: readonly Cut[], known: Known, whole: Reading): Parted[] {
	const sign = cut.sign.trim();
	const isOne = isNumber(whole);
	if (sign === '' && !looksWhole(cut)) return [];
	if (sign === '.' && (cut.tailDigits.length > 2 || cuts.filter((one) => one.sign.trim() === '.').length > 1))
		return [];
	const groups = isOne && sign !== '' && groupsAlone(cuts);
	return startsOf(cut, whole, known).flatMap((start): Parted[] => {
		// The part before can be read in two ways, so the range is ambiguous.
		if (!isNumber(start)) {
			const isUnclear = start.refusal.check === 'ambiguousNumber' && sign !== '' && !groups;
			return isUnclear ? [{ cell: rangeInOneCell }] : [];
		}
		if (/[-\u2013]/.test(sign)) return groups ? [] : readRangeCut(cut, known, start);
		if (areNeighbours(cut, start, known)) return [{ cell: twoNumbers }];
		if (sign === '.') return [{ cell: aDecimal }];
		if (sign === '' || groups) return [];
		return endsWithTail(start, cut.head, cut.tailDigits).length > 0 ? [{ cell: twoNumbers }] : [];
	});
}

const keyOf = (cell: Cell): string =>
	'start' in cell ? `${cell.start.number}-${cell.end.number}` : JSON.stringify(cell);

/** A text whose signs may group one number or part two: taken if it can be read in one way only. */
export function readGrouped(text: string, known: Known): Cell {
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

function ambiguous({ number }: ReadNumber, other: Cell): Refused {
	const what = 'start' in other ? `the range ${other.start.number} to ${other.end.number}` : undefined;
	if (what === undefined && 'refusal' in other) return other;
	return refuse(
		`looks like a range: ${number}, or ${String(what)}`,
		`For one number write ${number}. For a range write the first number here and the last in Number Range End.`,
		'severalNumbers',
	);
}
