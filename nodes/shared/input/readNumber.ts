import { inputError } from '../errors/problem';
import { toText } from '../text';
import { quote } from './quote';
import { demandSingle } from './readText';

/** What a number field takes. */
export interface NumberRule {
	/** Whether only whole numbers make sense, as for a count. */
	isWhole?: boolean;
	/** Least value. A positive one, for a field that takes fractions, means "more than 0". */
	min?: number;
	max?: number;
	/** A value that fits, for the remedy. */
	example?: number;
}

/** Digits, with a point before decimals: `1e3`, `1,000` and `0x10` are read differently by different people. */
const DIGITS = /^[+-]?\d+(\.\d+)?$/;

function numberOf(value: unknown): number {
	if (typeof value === 'number') return value;
	const text = typeof value === 'boolean' ? '' : toText(value).trim();
	return DIGITS.test(text) ? Number(text) : Number.NaN;
}

function allowed({ isWhole = false, min, max }: NumberRule): string {
	const kind = isWhole ? 'a whole number' : 'a number';
	if (max !== undefined) return `${kind} from ${min ?? 0} to ${max}`;
	if (min === undefined) return kind;
	if (min <= 0) return `${kind} of ${min} or more`;
	return isWhole && min > 1 ? `${kind} of ${min} or more` : `${kind} above 0`;
}

function fits(number: number, { isWhole = false, min, max }: NumberRule): boolean {
	if (!Number.isFinite(number)) return false;
	if (isWhole && !Number.isSafeInteger(number)) return false;
	if (max !== undefined && number > max) return false;
	if (min === undefined) return true;
	return isWhole || min <= 0 ? number >= min : number > 0;
}

/**
 * A number as a number or as digits (`5`, `"5"`, `"5.0"`). What could be read in two ways (`1,000`, `1e3`) is refused.
 * @param label the field's label in the editor
 * @throws ColtError naming the field and its bounds
 */
export function readNumber(value: unknown, label: string, rule: NumberRule): number {
	demandSingle(value, label);
	const number = numberOf(value);
	if (fits(number, rule)) return number;
	const isEmpty = toText(value).trim() === '';
	const { example = rule.isWhole === true ? 1 : (rule.min ?? 1) } = rule;
	throw inputError(
		label,
		isEmpty ? 'is empty' : `${quote(value)} is not ${allowed(rule)}`,
		`Use for example ${example}, written in digits alone.`,
		isEmpty ? 'missing' : 'notANumber',
	);
}
