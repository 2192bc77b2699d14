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
	| 'otherCountry'
	| 'reversedRange'
	| 'mixedRanges'
	| 'tooLong'
	| 'document'
	| 'option'
	| 'notInCountry'
	| 'countryNeeds'
	| 'specialNumber'
	| 'value';

/** A check's catalogue entry. The error itself says which field, which value and which country. */
export interface CheckEntry {
	meaning: string;
	remedy: string;
	/** Whether the option Local Checks switches it off: it comes from Colt's documents, not from what can be sent at all. */
	isOptional: boolean;
}

const always = (meaning: string, remedy: string): CheckEntry => ({ meaning, remedy, isOptional: false });
const documented = (meaning: string, remedy: string): CheckEntry => ({
	meaning,
	remedy: `${remedy}, or switch Local Checks off if Colt has told you otherwise`,
	isOptional: true,
});

/**
 * Every kind of local check, once: the errors name it in `check`, the page on errors lists it. Nothing is sent after any of them, so
 * the item may be run again once it is corrected.
 */
export const CHECKS: Readonly<Record<Check, CheckEntry>> = {
	missing: always('A field that the call cannot do without is empty', 'Fill it in'),
	notANumber: always(
		'A limit, quantity or time is no number, or not one within its bounds',
		'Use a number within the bounds the error names',
	),
	notAChoice: always('A value is not one of those there are', 'Choose one the error lists'),
	noValue: always(
		'A text is a word for nothing, such as null, or a template that was not evaluated',
		'Leave the field empty, or correct the data or the expression it comes from',
	),
	differs: always(
		'An expression gives the items different values for a setting of the whole node',
		'Give the setting one value for all items, or run the items in groups',
	),
	notADate: always('A date cannot be read as one day', 'Write it like 2026-12-01'),
	notAnId: always('An order ID has characters that none has', 'Give the order ID that Colt returned'),
	notAPhoneNumber: always(
		'A number cannot be read as a phone number',
		'Write it in international format, such as +442081324758',
	),
	otherCountry: always(
		"A number is in none of Colt's countries, or not in the one that was chosen",
		'Correct the number or the country',
	),
	reversedRange: always('A range ends before it starts', 'Swap the two ends'),
	mixedRanges: documented(
		'An order has too many ranges, or ranges that may not stand in one order',
		'Make several orders of them',
	),
	tooLong: always('A text is longer than Colt takes', 'Shorten it'),
	document: always(
		'A file is not there, empty, too large, or of a type that is none for documents',
		'Correct the file, or raise Largest File in the options',
	),
	option: always('A setting of the node cannot be read', 'Correct the setting'),
	notInCountry: documented("Colt's documents do not offer this in the country", 'Leave it out for this country'),
	countryNeeds: documented(
		"Colt's documents demand something for the country that is not given",
		'Fill in what the error names',
	),
	specialNumber: documented(
		"Colt's documents do not allow this for numbers of this kind",
		'Take the way the error names',
	),
	value: always('A value cannot be right', 'Correct it'),
};
