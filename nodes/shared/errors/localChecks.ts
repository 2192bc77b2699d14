/** What a local check refuses, before anything is sent. */
export type Check =
	| 'missing'
	| 'notANumber'
	| 'notAChoice'
	| 'notADate'
	| 'noValue'
	| 'differs'
	| 'notAnId'
	| 'notAPhoneNumber'
	| 'ambiguousNumber'
	| 'severalNumbers'
	| 'impossibleNumber'
	| 'shortEnd'
	| 'repeatedNumber'
	| 'numberLength'
	| 'otherCountry'
	| 'reversedRange'
	| 'mixedRanges'
	| 'tooLong'
	| 'document'
	| 'program'
	| 'option'
	| 'noForm'
	| 'notInCountry'
	| 'countryNeeds'
	| 'specialNumber'
	| 'value';

/** A check's catalogue entry. The error itself names the field, the value and the country. */
export interface CheckEntry {
	meaning: string;
	remedy: string;
	/**
	 * Whether the option Local Checks switches it off: it is a rule of Colt's documents or of prudence, not of what can
	 * be sent.
	 */
	isOptional: boolean;
}

const always = (meaning: string, remedy: string): CheckEntry => ({ meaning, remedy, isOptional: false });
const documented = (meaning: string, remedy: string): CheckEntry => ({
	meaning,
	remedy: `${remedy}, or switch Local Checks off if Colt has agreed to it`,
	isOptional: true,
});

/**
 * Every kind of local check, once: errors name it in `check`, the page on errors lists them. Nothing is sent after
 * any of them, so the item may be sent again once it is corrected.
 */
export const CHECKS: Readonly<Record<Check, CheckEntry>> = {
	missing: always('A field that the call cannot do without is empty', 'Fill it in'),
	notANumber: always(
		'A limit, quantity or time is not a number, or is out of range',
		'Use a number within the range that the error names',
	),
	notAChoice: always('A value is not one of the choices', 'Use one that the error lists'),
	noValue: always(
		'A text is a word for an empty value, such as null, or a template that was not evaluated',
		'Leave the field empty, or correct the data or the expression it comes from',
	),
	differs: always(
		'An expression returns different values for a setting of the whole node',
		'Give the setting one value for all items, or run the items in groups',
	),
	notADate: always('A date cannot be read as one day', 'Write it like 2026-12-01'),
	notAnId: always('An order ID has characters that order IDs do not have', 'Use the order ID that Colt returned'),
	notAPhoneNumber: always(
		'A number cannot be read as a phone number',
		'Write it in international format, such as +442081324758',
	),
	ambiguousNumber: always('A number can be read as two different numbers', 'Write the number you mean with its +'),
	severalNumbers: always(
		'A field for one number contains a range or two numbers',
		'Give the first and the last number in the two range fields, or make an item of each',
	),
	impossibleNumber: documented(
		"A number's length or first digits do not exist in its country",
		'Write the whole number, with +',
	),
	numberLength: documented('A number has fewer or more digits than this call takes', 'Write the whole number'),
	shortEnd: always('The end of a range has fewer digits than its start', 'Write the whole last number'),
	repeatedNumber: documented('Two items of one run order the same number', 'Remove one of the two'),
	otherCountry: always(
		'A number is not in a country Colt serves, or not in the chosen one',
		'Correct the number or the country',
	),
	reversedRange: always('A range ends before it starts', 'Swap the two ends'),
	mixedRanges: documented(
		'An order has too many ranges, or ranges that cannot be in one order',
		'Split them into several orders',
	),
	tooLong: always('A text is longer than Colt takes', 'Shorten it'),
	document: always(
		'A file is not there, empty or too large',
		"Correct the file or its name, or raise 'Largest File (MB)' in the options",
	),
	program: {
		meaning: 'A file is a program, such as one with the ending .exe or .js',
		remedy: 'Send the document itself, or switch Local Checks off',
		isOptional: true,
	},
	option: always('A setting of the node cannot be read', 'Correct the setting'),
	noForm: always(
		'By the corrections in the credential Colt has no form for a value',
		'Change the value, or the corrections of the credential if Colt has a form for it after all',
	),
	notInCountry: documented("Colt's documents do not offer this in the country", 'Leave it out for this country'),
	countryNeeds: documented(
		"Colt's documents require something for this country that is missing",
		'Fill in the fields that the error names',
	),
	specialNumber: documented("Colt's documents do not allow this for numbers of this kind", 'Do what the error says'),
	value: always('A value cannot be right', 'Correct it'),
};
