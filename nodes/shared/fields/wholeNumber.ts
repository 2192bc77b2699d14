import { inputError } from '../errors/problem';
import { toText } from '../text';

/**
 * A count; undefined when the field is empty.
 * @throws ColtError naming the field when it is no whole number above 0
 */
export function wholeNumber(value: unknown, label: string): number | undefined {
	if (value === undefined || value === null || value === '') return undefined;
	const count = Number(value);
	if (!Number.isInteger(count) || count < 1)
		throw inputError(label, `"${toText(value)}" is not a whole number above 0`, 'Use 1 or more.', 'notANumber');
	return count;
}
