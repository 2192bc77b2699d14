import type { Check } from '../errors/localChecks';

/** Why a text is not taken, as the parts of an input error after the quoted text. */
export interface Refusal {
	why: string;
	remedy: string;
	check: Check;
}

export interface Refused {
	refusal: Refusal;
}

export const EXAMPLE = 'Write it like +442081324758.';

export const refuse = (why: string, remedy: string, check: Check = 'notAPhoneNumber'): Refused => ({
	refusal: { why, remedy, check },
});

export const notANumber = refuse('is not a phone number', EXAMPLE);

export const twoNumbers = refuse(
	'looks like two numbers',
	'Give one number, and make an item of each; or give the first and the last of a range in the two range fields.',
	'severalNumbers',
);

export const rangeInOneCell = refuse(
	'looks like a range',
	'Write the first number here and the last in Number Range End, both whole and with +.',
	'severalNumbers',
);

const AS_TEXT = 'Format the column of the spreadsheet as text, and give the whole number.';

export const aDecimal = refuse('looks like a decimal number', AS_TEXT);
export const notWhole = refuse('is not a whole number', AS_TEXT);
export const scientific = refuse('is in scientific notation, which has lost digits', AS_TEXT);
export const withExtension = refuse('has an extension', 'Leave the extension out: give the number alone, with +.');
export const bracketsAtEnd = refuse(
	'has digits in brackets at its end',
	`Remove everything that is not part of the number. ${EXAMPLE}`,
);
