import { inputError } from '../errors/problem';
import type { ColtError } from '../errors/problem';
import type { CountryCode } from '../lifecycle/countryCodes';
import { toText } from '../text';
import { readCell } from './cell';
import type { Cell, Known } from './readings';
import { EXAMPLE } from './refusals';
import type { Refusal, Refused } from './refusals';
import { shown } from './written';

/** The error of a refused cell, with its field and its content. */
export const refusalError = (value: unknown, label: string, { why, remedy, check }: Refusal): ColtError =>
	inputError(label, `${shown(value)} ${why}`, remedy, check);

/**
 * Reads a cell that must not be empty; see {@link readCell}.
 * @throws ColtError naming the field
 */
export function readFilled(value: unknown, label: string, known: Known): Exclude<Cell, Refused> {
	if (toText(value).trim() === '') throw inputError(label, 'is empty', EXAMPLE, 'missing');
	const cell = readCell(value, known);
	if ('refusal' in cell) throw refusalError(value, label, cell.refusal);
	return cell;
}

/**
 * A number in E.164 from what people write: `+44 20 8132 4758`, `0044…`, `020.8132.4758` with a country. Whether the
 * number exists is for Colt to say; what cannot exist in its country, or can be read as another number, is refused.
 * @param label the field's label, for the error
 * @param country the country of a number without calling code; undefined when it is to be taken from the number
 * @param checks false to leave a length that the country does not have to Colt
 * @throws ColtError naming the field when it is no number, a range, or not international and no country is known
 */
export const toE164 = (value: unknown, label: string, country: CountryCode | undefined, checks = true): string =>
	readSingle(value, label, { country, checks });

/** The same with all that is known besides the text. */
export function readSingle(value: unknown, label: string, known: Known): string {
	const cell = readFilled(value, label, known);
	if ('number' in cell) return cell.number;
	throw refusalError(value, label, {
		why: `looks like a range: ${cell.start.number} to ${cell.end.number}`,
		remedy: 'This field takes one number. Write it whole and with +.',
		check: 'severalNumbers',
	});
}

/** The same for a field that may be empty: undefined then. */
export const optionalE164 = (
	value: unknown,
	label: string,
	country: CountryCode | undefined,
	checks = true,
): string | undefined => (toText(value).trim() === '' ? undefined : toE164(value, label, country, checks));
