import type { Sample } from './librarySample';

/** First and last number of a block of 10 or 100. */
export interface Block {
	first: Sample;
	last: Sample;
	/** How many digits differ. */
	width: number;
}

/** A way people write a range. */
export interface RangeWay {
	name: string;
	write: (this: void, block: Block) => { start: string; end?: string };
	isNational?: boolean;
	/** Whether it can be read otherwise too, or not at all, so that refusing it is right. */
	isOpen?: boolean;
}

const e164 = ({ e164: number }: Sample): string => number;
const national = ({ trunk, national: digits }: Sample): string => trunk + digits;
const grouped = ({ trunk, groups }: Sample): string => trunk + groups.join(' ');
const tail = ({ last, width }: Block): string => last.national.slice(-width);

const both =
	(write: (sample: Sample) => string, sign: string) =>
	({ first, last }: Block) => ({ start: `${write(first)}${sign}${write(last)}` });

const WITH_CODE: RangeWay[] = [
	{ name: 'two fields, E.164', write: ({ first, last }) => ({ start: e164(first), end: e164(last) }) },
	{
		name: 'two fields, 00',
		write: ({ first, last }) => ({ start: `00${e164(first).slice(1)}`, end: `00${e164(last).slice(1)}` }),
	},
	{ name: 'E.164 - E.164', write: both(e164, ' - ') },
	{ name: 'E.164–E.164', write: both(e164, '\u2013') },
	{ name: 'E.164-E.164', write: both(e164, '-') },
	{ name: 'E.164 to E.164', write: both(e164, ' to ') },
	{ name: 'E.164 bis E.164', write: both(e164, ' bis ') },
	{ name: 'E.164..E.164', write: both(e164, '..') },
	{ name: 'E.164 … E.164', write: both(e164, ' \u2026 ') },
	{ name: 'E.164 -> E.164', write: both(e164, ' -> ') },
];

const NATIONAL: RangeWay[] = [
	{ name: 'two fields, national', write: ({ first, last }) => ({ start: grouped(first), end: grouped(last) }) },
	{ name: 'E.164, national end', write: ({ first, last }) => ({ start: e164(first), end: national(last) }) },
	{ name: 'national – national', write: both(grouped, ' \u2013 ') },
	{ name: 'national to national', write: both(national, ' to ') },
];

const OPEN: RangeWay[] = [
	{ name: '4750-59', write: (block) => ({ start: `${grouped(block.first)}-${tail(block)}` }) },
	{ name: '4750 – 59', write: (block) => ({ start: `${e164(block.first)} \u2013 ${tail(block)}` }) },
	{ name: '4750 to 59', write: (block) => ({ start: `${e164(block.first)} to ${tail(block)}` }) },
	{ name: '4750..59', write: (block) => ({ start: `${e164(block.first)}..${tail(block)}` }) },
	{ name: '4750/59', write: (block) => ({ start: `${grouped(block.first)}/${tail(block)}` }) },
	{ name: 'end 59 alone', write: (block) => ({ start: e164(block.first), end: tail(block) }) },
	{
		name: 'end of four digits',
		write: ({ first, last }) => ({ start: national(first), end: last.national.slice(-4) }),
	},
	{
		name: 'stem 0-9',
		write: ({ first, width }) => ({
			start: `${national(first).slice(0, -width)} ${'0'.repeat(width)}-${'9'.repeat(width)}`,
		}),
	},
	{
		name: 'stem-0-9',
		write: ({ first, width }) => ({
			start: `${national(first).slice(0, -width)}-${'0'.repeat(width)}-${'9'.repeat(width)}`,
		}),
	},
	{ name: 'two numbers, comma', write: both(grouped, ', ') },
	{ name: 'two numbers, line end', write: both(grouped, '\n') },
	{ name: 'two numbers, slash', write: both(grouped, ' / ') },
	{ name: 'two numbers, blank', write: both(national, ' ') },
	{ name: 'two numbers, plus', write: both(e164, '') },
];

export const RANGE_WAYS: readonly RangeWay[] = [
	...WITH_CODE,
	...NATIONAL.map((way) => ({ ...way, isNational: true })),
	...OPEN.map((way) => ({ ...way, isNational: true, isOpen: true })),
];
