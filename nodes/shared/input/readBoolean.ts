import { inputError } from '../errors/problem';
import { demandSingle } from './readText';
import { quote } from './quote';
import { toText } from '../text';

const YES = ['true', 'yes', 'y', 'on', '1'];
const NO = ['false', 'no', 'n', 'off', '0'];

/**
 * A switch, whatever an expression, a CSV file, a webhook or a model gives for it: true and false, 1 and 0, or the words
 * true, false, yes, no, y, n, on, off in any case. Anything else is refused, because a wrong guess may place an order.
 * @param label the field's label in the editor
 * @throws ColtError naming the field
 */
export function readBoolean(value: unknown, label: string): boolean {
	if (typeof value === 'boolean') return value;
	demandSingle(value, label);
	const word = toText(value).trim().toLowerCase();
	if (YES.includes(word)) return true;
	if (NO.includes(word)) return false;
	const what = word === '' ? 'is empty' : `${quote(value)} is neither true nor false`;
	throw inputError(label, what, 'Use true or false.', word === '' ? 'missing' : 'notAChoice');
}
