import type { Sample } from './librarySample';

/** A way people write a number. */
export interface Way {
	name: string;
	/** Where it is from. */
	source: string;
	write: (this: void, sample: Sample) => string | number | undefined;
	/** Whether the country is chosen beside it. */
	isNational?: boolean;
	/** Whether digits written so can be read as another number too, so that refusing them is right. */
	isOpen?: boolean;
}

const E123 = 'ITU-T E.123';
const RFC = 'RFC 3966';
const DIN = 'DIN 5008 and letterheads';
const SHEET = 'spreadsheets';
const COPY = 'copied from web pages and address books';

const nationalGroups = ({ trunk, groups }: Sample): string[] => [`${trunk}${groups[0] ?? ''}`, ...groups.slice(1)];
const digitsOf = ({ trunk, national }: Sample): string => `${trunk}${national}`;
const pairs = (digits: string): string[] => digits.match(/\d{1,2}/g) ?? [];
const shift = (text: string, zero: number): string =>
	text.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));
const fullWidth = (text: string): string => shift(text.replace('+', '\uff0b'), 0xff10);
const rest = ({ groups }: Sample): string => groups.slice(1).join(' ');
/** Only where the number has more than one group. */
const withGroups =
	(write: (sample: Sample) => string | undefined) =>
	(sample: Sample): string | undefined =>
		sample.groups.length < 2 ? undefined : write(sample);
/** Only where people dial a zero that is no part of the number. */
const withTrunk =
	(write: (sample: Sample) => string) =>
	(sample: Sample): string | undefined =>
		sample.trunk === '' ? undefined : write(sample);

/** With calling code, so that no country is chosen. */
const INTERNATIONAL: Way[] = [
	{ name: '+442081324758', source: 'E.164', write: ({ e164 }) => e164 },
	{ name: '+44 20 8132 4758', source: E123, write: ({ code, groups }) => `+${code} ${groups.join(' ')}` },
	{ name: '00442081324758', source: 'ETSI prefix 00', write: ({ code, national }) => `00${code}${national}` },
	{
		name: '00 44 20 8132 4758',
		source: 'ETSI prefix 00',
		write: ({ code, groups }) => `00 ${code} ${groups.join(' ')}`,
	},
	{ name: '+44-20-8132-4758', source: RFC, write: ({ code, groups }) => `+${code}-${groups.join('-')}` },
	{ name: '+44 20-8132-4758', source: 'Google', write: ({ code, groups }) => `+${code} ${groups.join('-')}` },
	{ name: '+44.20.8132.4758', source: 'web pages', write: ({ code, groups }) => `+${code}.${groups.join('.')}` },
	{ name: '+44.2081324758', source: 'RFC 5733 (EPP)', write: ({ code, national }) => `+${code}.${national}` },
	{ name: '+44/20/81324758', source: DIN, write: ({ code, groups }) => `+${code}/${groups.join('/')}` },
	{ name: 'tel:+442081324758', source: RFC, write: ({ e164 }) => `tel:${e164}` },
	{ name: 'tel:+44-20-8132-4758', source: RFC, write: ({ code, groups }) => `tel:+${code}-${groups.join('-')}` },
	{ name: 'Tel.: +44 20 8132 4758', source: DIN, write: ({ code, groups }) => `Tel.: +${code} ${groups.join(' ')}` },
	{
		name: '+44 (20) 8132 4758',
		source: 'ITU-T E.123, old',
		write: withGroups((one) => `+${one.code} (${one.groups[0]}) ${rest(one)}`),
	},
	{ name: '(+44) 20 8132 4758', source: 'letterheads', write: ({ code, groups }) => `(+${code}) ${groups.join(' ')}` },
	{ name: '+(44) 20 8132 4758', source: 'letterheads', write: ({ code, groups }) => `+(${code}) ${groups.join(' ')}` },
	{
		name: '(0044) 20 8132 4758',
		source: 'letterheads',
		write: ({ code, groups }) => `(00${code}) ${groups.join(' ')}`,
	},
	{
		name: '+44 (0)20 8132 4758',
		source: 'letterheads',
		write: withTrunk(({ code, groups }) => `+${code} (0)${groups.join(' ')}`),
	},
	{
		name: '+44 ( 0 ) 20 8132 4758',
		source: 'letterheads',
		write: withTrunk(({ code, groups }) => `+${code} ( 0 ) ${groups.join(' ')}`),
	},
	{
		name: '0044(0)2081324758',
		source: 'letterheads',
		write: withTrunk(({ code, national }) => `00${code}(0)${national}`),
	},
	{ name: '44(0)2081324758', source: 'letterheads', write: withTrunk(({ code, national }) => `${code}(0)${national}`) },
	{
		name: '+44 020 8132 4758',
		source: 'forms',
		write: withTrunk((one) => `+${one.code} ${nationalGroups(one).join(' ')}`),
	},
	{
		name: '+44 (020) 8132 4758',
		source: 'forms',
		write: withGroups(withTrunk((one) => `+${one.code} (0${one.groups[0]}) ${rest(one)}`)),
	},
	{ name: "'+442081324758", source: SHEET, write: ({ e164 }) => `'${e164}` },
	{ name: '="+442081324758"', source: SHEET, write: ({ e164 }) => `="${e164}"` },
	{ name: 'non-breaking blanks', source: COPY, write: ({ code, groups }) => `+${code}\u00a0${groups.join('\u00a0')}` },
	{ name: 'narrow blanks', source: COPY, write: ({ code, groups }) => `+${code}\u202f${groups.join('\u2009')}` },
	{ name: 'non-breaking hyphens', source: COPY, write: ({ code, groups }) => `+${code}\u2011${groups.join('\u2011')}` },
	{ name: 'soft hyphens', source: COPY, write: ({ code, groups }) => `+${code}\u00ad${groups.join('\u00ad')}` },
	{ name: 'direction marks', source: COPY, write: ({ code, groups }) => `\u202a+${code} ${groups.join(' ')}\u202c` },
	{ name: 'zero-width blanks', source: COPY, write: ({ e164 }) => [...e164].join('\u200b') },
	{ name: 'variation selectors', source: COPY, write: ({ e164 }) => `${e164}\ufe0f`.replace('+', '+\ufe0e') },
	{ name: 'byte order mark, line end', source: 'CSV files', write: ({ e164 }) => `\ufeff${e164}\r\n` },
	{ name: 'full-width digits', source: 'East Asian keyboards', write: ({ e164 }) => fullWidth(e164) },
	{ name: 'Arabic-Indic digits', source: 'Arabic keyboards', write: ({ e164 }) => shift(e164, 0x660) },
];

/** As dialled inside the country, which is chosen. */
const NATIONAL: Way[] = [
	{ name: '020 8132 4758', source: E123, write: (one) => nationalGroups(one).join(' ') },
	{ name: '02081324758', source: 'forms', write: digitsOf },
	{ name: '020-8132-4758', source: 'letterheads', write: (one) => nationalGroups(one).join('-') },
	{ name: '020.8132.4758', source: 'France, Belgium', write: (one) => nationalGroups(one).join('.') },
	{ name: '020/8132 4758', source: DIN, write: withGroups((one) => `${nationalGroups(one)[0]}/${rest(one)}`) },
	{ name: '020 / 8132 4758', source: DIN, write: withGroups((one) => `${nationalGroups(one)[0]} / ${rest(one)}`) },
	{
		name: '020-8132 4758',
		source: 'Netherlands, Sweden',
		write: withGroups((one) => `${nationalGroups(one)[0]}-${rest(one)}`),
	},
	{ name: '(020) 8132 4758', source: E123, write: withGroups((one) => `(${nationalGroups(one)[0]}) ${rest(one)}`) },
	{ name: '(0)20 8132 4758', source: 'letterheads', write: withTrunk(({ groups }) => `(0)${groups.join(' ')}`) },
	{ name: '02 08 13 24 75 8', source: 'by pairs', write: (one) => pairs(digitsOf(one)).join(' ') },
	{ name: "'02081324758", source: SHEET, write: (one) => `'${digitsOf(one)}` },
	{ name: 'national, non-breaking blanks', source: COPY, write: (one) => nationalGroups(one).join('\u00a0') },
	{ name: 'national, soft hyphens', source: COPY, write: (one) => nationalGroups(one).join('\u00ad') },
];

/** What has lost a sign, and may be another number now. */
const OPEN: Way[] = [
	{ name: '44 20 8132 4758', source: SHEET, write: ({ code, groups }) => `${code} ${groups.join(' ')}` },
	{ name: '442081324758 as a number', source: SHEET, write: ({ code, national }) => Number(code + national) },
	{ name: '442081324758.0', source: 'floats', write: ({ code, national }) => `${code}${national}.0` },
	{ name: '+442081324758.0', source: 'floats', write: ({ e164 }) => `${e164}.0` },
	{ name: '02081324758.0', source: 'floats', write: (one) => `${digitsOf(one)}.0` },
	{ name: '2081324758 as a number', source: SHEET, write: ({ national }) => Number(national) },
	{ name: '2081324758', source: SHEET, write: ({ trunk, national }) => (trunk === '' ? undefined : national) },
	{
		name: '44 020 8132 4758',
		source: 'forms',
		write: withTrunk((one) => `${one.code} ${nationalGroups(one).join(' ')}`),
	},
	{ name: '02-08-13-24-75-8', source: 'by pairs', write: (one) => pairs(digitsOf(one)).join('-') },
	{
		name: '020 8132-4758',
		source: DIN,
		write: (one) =>
			nationalGroups(one)
				.join(' ')
				.replace(/ (?=\d+$)/, '-'),
	},
	{
		name: '020 8132/4758',
		source: DIN,
		write: (one) =>
			nationalGroups(one)
				.join(' ')
				.replace(/ (?=\d+$)/, '/'),
	},
	{ name: 'extension behind a hyphen', source: DIN, write: (one) => digitsOf(one).replace(/(\d\d)$/, '-$1') },
	{
		name: '+44 20 8132–4758',
		source: 'letterheads',
		write: ({ code, groups }) => `+${code} ${groups.join(' ').replace(/ (?=\d+$)/, '\u2013')}`,
	},
	{ name: '2.08132e9', source: SHEET, write: ({ national }) => Number(national).toExponential(5) },
	{ name: 'x12', source: 'extensions', write: ({ e164 }) => `${e164} x12` },
];

export const WAYS: readonly Way[] = [
	...INTERNATIONAL,
	...NATIONAL.map((way) => ({ ...way, isNational: true })),
	...OPEN.map((way) => ({ ...way, isNational: true, isOpen: true })),
];
