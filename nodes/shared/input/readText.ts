import { inputError } from '../errors/problem';
import { toText } from '../text';
import { quote } from './quote';

/** No field of Colt's is near this long, and a longer one would not fit into a request's address. */
const LONGEST_TEXT = 10_000;

/**
 * What programs write where there is no value: JavaScript, SQL and CSV exports, n8n's dates, spreadsheets. `Null` is a
 * surname and passes; `NULL` in capitals is what exports write, so a customer of that name has to be written `Null`.
 */
const WORDS_FOR_NOTHING =
	/^(null|undefined|NULL|NaN|Invalid DateTime|Invalid Date|\[object \w+\]|#(N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!))$/;

/** A template that was not evaluated, from an import or a model: `{{ $json.city }}`. */
const TEMPLATE = /\{\{[^{}]*\$[^{}]*\}\}/;

/** A date object, of JavaScript or of a library as n8n's expressions have it. */
interface DateObject {
	toISO?: () => string | null;
	toISOString?: () => string;
}

/** Whether an object is a date: JavaScript's, luxon's (`$now`) or moment's. */
export const isDateObject = (value: unknown): value is DateObject =>
	typeof value === 'object' &&
	value !== null &&
	(Object.prototype.toString.call(value) === '[object Date]' ||
		typeof (value as DateObject).toISO === 'function' ||
		typeof (value as DateObject).toISOString === 'function');

/** A date object in ISO 8601 with its offset. @returns undefined for an invalid one */
export function isoOf(value: DateObject): string | undefined {
	if (typeof value.toISO === 'function') return value.toISO() ?? undefined;
	try {
		return value.toISOString?.() ?? undefined;
	} catch {
		return undefined;
	}
}

/**
 * Refuses a list or an object where a single value is meant: an expression that points at a whole record instead of one
 * of its fields. As text it would be sent to Colt.
 * @throws ColtError naming the field
 */
export function demandSingle(value: unknown, label: string): void {
	if (typeof value === 'string' && value.length > LONGEST_TEXT) {
		throw inputError(label, `has ${value.length} characters`, `Use at most ${LONGEST_TEXT}.`, 'tooLong');
	}
	if (typeof value !== 'object' || value === null || isDateObject(value)) return;
	const what = Array.isArray(value) ? 'is a list, not a single value' : 'is an object, not a single value';
	throw inputError(label, what, 'Point the expression at one of its fields.');
}

const noValue = (label: string, value: unknown): Error =>
	inputError(
		label,
		`is ${quote(value)}, which means no value`,
		'Leave the field empty, or correct the data or the expression that the value comes from.',
		'noValue',
	);

/**
 * A text, trimmed: what the wire has there are names and ids. A date object becomes ISO 8601.
 * @param label the field's label in the editor
 * @returns '' for null and undefined
 * @throws ColtError naming the field for a list, an object, a word for nothing (`null`, `[object Object]`) and a
 * template
 *   that was not evaluated
 */
export function readText(value: unknown, label: string): string {
	demandSingle(value, label);
	if (isDateObject(value)) {
		const iso = isoOf(value);
		if (iso === undefined) throw noValue(label, 'Invalid DateTime');
		return iso;
	}
	if (typeof value === 'number' && !Number.isFinite(value)) throw noValue(label, value);
	const text = toText(value).trim();
	if (WORDS_FOR_NOTHING.test(text)) throw noValue(label, text);
	if (text.includes('[object Object]'))
		throw inputError(
			label,
			`contains "[object Object]"`,
			'Point the expression at one field of the object.',
			'noValue',
		);
	const [template] = TEMPLATE.exec(text) ?? [];
	if (template !== undefined)
		throw inputError(
			label,
			`contains ${quote(template)}, which n8n has not evaluated`,
			'Switch the field from Fixed to Expression, or correct the data that the value comes from.',
			'noValue',
		);
	return text;
}
