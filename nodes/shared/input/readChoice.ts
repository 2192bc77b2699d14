import { inputError } from '../errors/problem';
import { COUNTRY_CODES, countryNamed, isCountryCode } from '../lifecycle/countryCodes';
import { quote } from './quote';
import { readText } from './readText';

/** An entry of a list: the name that the editor shows, the value that is stored. */
export interface Choice {
	name: string;
	value: string | number | boolean;
}

/** Without case, blanks and signs: `Port In Allocated`, `PortIn_Allocated` and `port-in allocated` are one choice. */
const plain = (text: string): string =>
	text
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]/gu, '');

const withoutBrackets = (name: string): string => name.replace(/\s*\([^)]*\)/g, '');

/** Whether a list offers countries; one entry may say something else, such as "From the Number". */
function offersCountries(choices: readonly Choice[]): boolean {
	const countries = choices.filter(({ value }) => isCountryCode(String(value))).length;
	return countries > 0 && countries >= choices.length - 1;
}

function matching(text: string, choices: readonly Choice[]): Array<Choice['value']> {
	const exact = choices.find(({ value }) => String(value) === text);
	if (exact !== undefined) return [exact.value];
	const wanted = plain(text);
	if (wanted === '') return [];
	const named = choices.filter(({ name, value }) =>
		[String(value), name, withoutBrackets(name)].some((word) => plain(word) === wanted),
	);
	return [...new Set(named.map(({ value }) => value))];
}

/**
 * A choice from a list, by its value or its name, in any case and with blanks and signs left out. In a list of countries
 * every name of one of the 20 is read, also of one that the list does not offer: the operation says why it does not.
 * @param label the field's label in the editor
 * @param isOpen whether a value that is not in the list passes as it is
 * @returns the stored value; '' for an empty value
 * @throws ColtError naming the field and the choices
 */
export function readChoice(value: unknown, label: string, choices: readonly Choice[], isOpen = false): Choice['value'] {
	const text = readText(value, label);
	if (text === '') return '';
	const found = matching(text, choices);
	const [only] = found;
	if (found.length === 1 && only !== undefined) return only;
	if (offersCountries(choices)) {
		const country = countryNamed(text);
		if (country !== undefined) return country;
		throw inputError(
			label,
			`${quote(text)} is not one of Colt's 20 countries`,
			`Use one of ${COUNTRY_CODES.join(', ')}.`,
			'notAChoice',
		);
	}
	if (isOpen) return text;
	throw inputError(
		label,
		`${quote(text)} is not one of its values`,
		`Use one of ${choices.map(({ name }) => name).join(', ')}.`,
		'notAChoice',
	);
}

/** The entries of a list, or of a text that an expression gives instead: JSON, or words divided by commas. */
function entriesOf(value: unknown, label: string): unknown[] {
	if (Array.isArray(value)) return value as unknown[];
	const text = readText(value, label);
	if (text.startsWith('[')) {
		try {
			const list = JSON.parse(text) as unknown;
			if (Array.isArray(list)) return list;
		} catch {
			throw inputError(label, `${quote(text)} is not a list`, 'Divide the values by commas.', 'notAChoice');
		}
	}
	return text.split(',');
}

/**
 * Several choices from a list; empty entries are left out, repeated ones are read once.
 * @throws ColtError naming the field and the choices
 */
export function readChoices(value: unknown, label: string, choices: readonly Choice[]): Array<Choice['value']> {
	const read = entriesOf(value, label).map((entry) => readChoice(entry, label, choices));
	return [...new Set(read)].filter((choice) => choice !== '');
}
