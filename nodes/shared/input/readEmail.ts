import { inputError } from '../errors/problem';
import { quote } from './quote';
import { optionalText } from '../text';

/** One @ between a name and a domain with a dot, without blanks. Whether the address exists is not known here. */
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@.]+$/;

/**
 * An email address, trimmed.
 * @returns undefined for an empty value
 * @throws ColtError naming the field
 */
export function readEmail(value: unknown, label: string): string | undefined {
	const text = optionalText(value);
	if (text === undefined || EMAIL.test(text)) return text;
	throw inputError(label, `${quote(text)} is not an email address`, 'Write it like name@example.com.');
}
