import { readGrouped } from './grouping';
import { endsOf, isNumber } from './rangeEnds';
import { readOne } from './readings';
import type { Cell, Known } from './readings';
import { bracketsAtEnd, notANumber, notWhole, rangeInOneCell, scientific, twoNumbers, withExtension } from './refusals';
import type { Refused } from './refusals';
import { toText } from '../text';
import { plainText } from './written';

/** Between the first and the last number of a range, in words and signs of the 20 countries. */
const RANGE_SIGN =
	/ *(?:\.{2,}|\u2026|[-=]+>|[\u2192~\u301c]|[-\u2013]{2,}|(?<=\d) +(?:to|bis|till?|through|thru|tot|t\/m|\u00e0|a|au|al|hasta|at\u00e9|do|a\u017e) +(?=[+(\d])) */iu;
/** Between two numbers that are no range. */
const LIST_SIGN = / *(?:[,;|&\n]+| (?:and|und|or|oder|et|ou|e|y|o|en|of|og|och|ja|i) ) */iu;
/** A second number with its own plus. */
const SECOND_PLUS = /(\d\)?)([ .()/\-\u2013]*)(?=\+)/;
const EXTENSION = /(?:ext|extension|x|#|dw|durchwahl|poste|int)[ .:=]*\d+$/iu;
/** Far more than the longest range with blanks and words. */
const LONGEST = 200;
const SCIENTIFIC = /^[+-]?\d+(?:[.,]\d+)?e[+-]?\d+$/i;

function readRangeOf(head: string, tail: string, known: Known): Cell {
	const start = readOne(head, known);
	if (!isNumber(start)) return start;
	const [end, ...others] = endsOf(start, head, tail, known);
	return end === undefined || others.length > 0 ? rangeInOneCell : { start, end };
}

/** Refuses at once what no reading can save. */
function refuseForm(text: string): Refused | undefined {
	if (SCIENTIFIC.test(text)) return scientific;
	if (EXTENSION.test(text)) return withExtension;
	if (/\d[ ]*\([\d ]+\)$/.test(text)) return bracketsAtEnd;
	if (!/^[+(\d]/.test(text) || /[-\u2013/(]$/.test(text)) return notANumber;
	return undefined;
}

function partsAt(text: string, sign: RegExp): [head: string, tail: string, more: boolean] | undefined {
	const match = sign.exec(text);
	if (match === null) return undefined;
	const tail = text.slice(match.index + match[0].length);
	return [text.slice(0, match.index), tail, sign.test(tail)];
}

/**
 * Reads a cell: one number, or the two ends of a range. The form of the whole text is looked at before any sign is
 * dropped.
 * @param value as it comes from a field or an expression
 */
export function readCell(value: unknown, known: Known): Cell {
	if (typeof value === 'number' && !Number.isSafeInteger(value)) return notWhole;
	if (toText(value).length > LONGEST) return notANumber;
	const text = plainText(value);
	if (/^\+?\d+$/.test(text)) return readOne(text, { ...known, isNumeric: typeof value === 'number' });
	const refused = refuseForm(text);
	if (refused !== undefined) return refused;
	const list = partsAt(text, LIST_SIGN);
	if (list !== undefined) return /\d/.test(list[1]) ? twoNumbers : notANumber;
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
