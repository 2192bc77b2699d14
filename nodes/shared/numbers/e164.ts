import { inputError } from '../errors/problem';
import type { ColtError } from '../errors/problem';
import type { CountryCode } from '../lifecycle/countryCodes';
import { toText } from '../text';
import { isRange, readCell } from './cell';
import type { Cell } from './cell';
import { EXAMPLE } from './readings';
import type { Known, Refusal } from './readings';
import { shown } from './written';

/** The error of a cell that is not taken, by its field and with what stands in it. */
export const refusalError = (value: unknown, label: string, { why, remedy, check }: Refusal): ColtError =>
	inputError(label, `${shown(value)} ${why}`, remedy, check);

/**
 * Reads a cell that must not be empty; see {@link readCell}.
 * @throws ColtError naming the field
 */
export function readFilled(value: unknown, label: string, known: Known): Exclude<Cell, { refusal: Refusal }> {
	if (toText(value).trim() === '') throw inputError(label, 'is empty', EXAMPLE, 'missing');
	const cell = readCell(value, known);
	if ('refusal' in cell) throw refusalError(value, label, cell.refusal);
	return cell;
}

/**
 * A number in E.164 from what people write: `+44 20 8132 4758`, `0044…`, `020.8132.4758` with a country. Whether the number
 * exists is for Colt to say; what cannot exist in its country, or can be read as another number, is refused.
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
	if (!isRange(cell)) return cell.number;
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
