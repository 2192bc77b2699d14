import { toText } from '../text';

/**
 * Signs that show nothing: soft hyphens, direction marks, variation selectors, control characters. Line ends are
 * none.
 */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\ufeff]|(?![\t-\r\x1c-\x1f\x85])\p{Cc}/gu;
/** The same, and every blank but the ordinary one: what an error must not show as if it were nothing. */
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\p{Cc}\u2028\u2029]|(?! )\s/gu;

const LINE_ENDS = /[\n\v\f\r\x1c-\x1f\x85\u2028\u2029]+/g;
const BLANKS = /[^\S\n]|\u2800/g;
/**
 * Signs inside words and numbers: hyphen-minus, hyphen, non-breaking hyphen, minus, bullet, and their small and
 * full-width forms.
 */
const HYPHENS = /[\u2010\u2011\u2212\u2043\ufe63\u02d7]/g;
/** Signs between words and numbers: figure dash, en dash, em dash, bar. */
const DASHES = /[\u2012-\u2015\ufe58\u2e3a\u2e3b]/g;
const DOTS = /[\u00b7\u2022\u2024\u2027\u2219\u22c5]/g;
const SLASHES = /[\u2044\u2215]/g;
const APOSTROPHES = /[\u2018\u2019\u02bc`\u00b4]/g;

/** The zero of each kind of digits that the phone library reads too. */
const ZEROS = [0x0660, 0x06f0];
const FULL_WIDTH = 0xfee0;

const toAscii = (sign: string): string => {
	const code = sign.codePointAt(0) ?? 0;
	if (code > FULL_WIDTH) return String.fromCodePoint(code - FULL_WIDTH);
	const zero = ZEROS.find((first) => code >= first && code < first + 10);
	return zero === undefined ? sign : String(code - zero);
};

/** A word before the number that says what it is; in a `tel:` link it is part of the form (RFC 3966). */
const LABEL =
	/^(?:tel|telephone|telefon|phone|callto|t|[\u260e\u260f\u2706\u{1f4de}\u{1f4f1}])(?:[ .:]|\/\/)+(?=[+(\d])/iu;
/** What a spreadsheet shows in front of a text, and the formula that keeps a number one. */
const APOSTROPHE = /^'+(?=[+(\d])/;
const QUOTED = /^=?["'\u201c\u201e\u00ab]+([^"'\u201c\u201d\u00bb]*)["'\u201c\u201d\u00bb]+$/;
/** A number that was once a float: `496956609000.0`. */
const FLOAT = /^(\+?[1-9]\d{4,})\.0$/;
/** A label for emoji is followed by nothing, often. */
const PHONE_SIGN = /^[\u260e\u260f\u2706\u{1f4de}\u{1f4f1}]\s*/u;

const isPlain = (text: string): boolean => /^[+\d][\d .()/-]*$/.test(text) && !text.endsWith('.0');

/**
 * What was typed, in plain signs: no invisible ones, one kind of blank, hyphen (`-`), dash (`–`), dot, slash and
 * bracket, line ends as `\n`, digits as 0 to 9. No sign that means something is dropped here.
 */
export function plainText(value: unknown): string {
	const written = toText(value).trim();
	if (isPlain(written)) return written;
	const plain = written
		.replace(INVISIBLE, '')
		.replace(/[\uff01-\uff5e\u0660-\u0669\u06f0-\u06f9]/g, toAscii)
		.replace(LINE_ENDS, '\n')
		.replace(BLANKS, ' ')
		.replace(HYPHENS, '-')
		.replace(DASHES, '\u2013')
		.replace(DOTS, '.')
		.replace(SLASHES, '/')
		.replace(APOSTROPHES, "'")
		.replace(/\ufe62/g, '+')
		.replace(/[[{]/g, '(')
		.replace(/[\]}]/g, ')')
		.trim();
	return plain
		.replace(QUOTED, '$1')
		.trim()
		.replace(APOSTROPHE, '')
		.replace(PHONE_SIGN, '')
		.replace(LABEL, '')
		.replace(/[\s,;.]+$/, '')
		.replace(FLOAT, '$1');
}

const LONGEST_SHOWN = 40;

/** What was typed, in quotes and short, with each sign that shows nothing by its code: `"+44<U+00AD>20 8132 4758"`. */
export function shown(value: unknown): string {
	const text = toText(value).trim().slice(0, LONGEST_SHOWN);
	const codeOf = (sign: string): string => (sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
	return `"${text.replace(UNSEEN, (sign) => `<U+${codeOf(sign)}>`)}"`;
}
