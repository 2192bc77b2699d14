import type { NameCorrection } from '../corrections/document';
import type { SpecName } from './operations';
import { meaningOf, plainWords, sharedWords, wordsOf } from './words';

/** How the values of two names that mean the same differ. */
export interface ValueDifference {
	correction: Omit<NameCorrection, 'to'>;
	isSure: boolean;
	why: string;
}

const LIKELY = 0.34;

const plain = (value: unknown): string =>
	String(value)
		.replace(/[\s_-]+/g, '')
		.toLowerCase();

/** Words for yes and no that are known to be a pair. */
const YES_AND_NO: ReadonlyArray<readonly [string, string]> = [
	['y', 'n'],
	['yes', 'no'],
	['true', 'false'],
	['1', '0'],
	['on', 'off'],
	['j', 'n'],
	['ja', 'nein'],
	['oui', 'non'],
	['si', 'no'],
	['s', 'n'],
	['enabled', 'disabled'],
	['active', 'inactive'],
	['allowed', 'denied'],
];

/** Which of two values says no; undefined where neither is known to. */
export function readYesOrNo(values: readonly unknown[] | undefined): { yes: unknown; no: unknown } | undefined {
	if (values?.length !== 2) return undefined;
	for (const [yes, no] of [values, [...values].reverse()]) {
		const [one, other] = [plain(yes), plain(no)];
		const isPair = YES_AND_NO.some(([known, negated]) => one === known && other === negated);
		const isNegated = one.length > 2 && ['not', 'non', 'un', 'no', 'in', 'ex'].some((not) => other === `${not}${one}`);
		if (isPair || isNegated) return { yes, no };
	}
	return undefined;
}

/** Two values of which one says no: `LISTED` and `UNLISTED`. */
export const isYesOrNo = (values: readonly unknown[] | undefined): boolean => readYesOrNo(values) !== undefined;

/** What must be known of the values of a pair beside its names; undefined when they are written alike. */
export function compareValues(ours: SpecName, theirs: SpecName): ValueDifference | undefined {
	if (ours.type === 'boolean' && theirs.type !== 'boolean' && theirs.values?.length === 2) return booleanAsTwo(theirs);
	if (ours.type === 'boolean' && theirs.type === 'boolean') return negation(ours, theirs);
	if (ours.type !== 'number' && ours.values !== undefined && theirs.values !== undefined)
		return tableOf(ours.logicalValues ?? asTable(ours.values), theirs.values);
	if (isDate(ours) && (ours.format !== theirs.format || ours.type !== theirs.type)) return dateWriting(theirs);
	if (ours.type === 'text' && theirs.type === 'number' && ours.values === undefined)
		return { correction: { as: 'number' }, isSure: true, why: 'a number there' };
	if (ours.type === 'number' && theirs.type === 'text')
		return { correction: { as: 'text' }, isSure: true, why: 'a text there' };
	if (ours.type === 'number' && /^(row|line)/.test(ours.logical.at(-1) ?? '') && countsFromZero(theirs))
		return { correction: { plus: 1 }, isSure: true, why: 'counted from 0 there' };
	return undefined;
}

const asTable = (values: readonly unknown[]): Record<string, string> =>
	Object.fromEntries(values.map((value) => [String(value), String(value)]));

const countsFromZero = ({ minimum, description = '', place }: SpecName): boolean =>
	minimum === 0 ||
	/(from|starting at|based on|with) (0|zero)|zero.based/i.test(description) ||
	(minimum === undefined && /index/i.test(place.at(-1) ?? ''));

/** Whether the words of a name say the opposite of what they would say without: `notInVies`, `unlisted`. */
const isNegative = (name: string): boolean =>
	plainWords(name).some((word) => /^(not|non|no|without|un.{4,}|ex)$/.test(word));

const lastOf = (place: readonly string[]): string => place.at(-1) ?? '';

function booleanAsTwo({ values = [], place }: SpecName): ValueDifference {
	const [first, second] = values;
	const { yes, no } = readYesOrNo(values) ?? { yes: first, no: second };
	const isKnown = readYesOrNo(values) !== undefined && !isNegative(lastOf(place));
	return {
		correction: { values: { true: yes, false: no } },
		isSure: isKnown,
		why: isKnown
			? `yes is ${JSON.stringify(yes)} there, no is ${JSON.stringify(no)}`
			: `yes and no are ${JSON.stringify(first)} and ${JSON.stringify(second)} there, which is which must be chosen`,
	};
}

/** `notInVies` and `vatRegistered` may say the opposite: a person must read what is said of them. */
function negation(ours: SpecName, theirs: SpecName): ValueDifference | undefined {
	if (isNegative(lastOf(ours.logical)) === isNegative(lastOf(theirs.place))) return undefined;
	return { correction: { values: { true: false, false: true } }, isSure: false, why: 'may say the opposite there' };
}

/** Logical values by the words that mean the same, where no other value of either side has them. */
function certainValues(ours: Readonly<Record<string, string>>, theirs: readonly unknown[]): Map<string, unknown> {
	const found = new Map<string, unknown>();
	const key = (value: unknown): string => [...meaningOf(String(value))].sort().join(' ');
	const tests: ReadonlyArray<(wire: string, logical: string, value: unknown) => boolean> = [
		(wire, _, value) => wire === value,
		(wire, logical, value) => plain(value) === plain(wire) || plain(value) === plain(logical),
		(wire, logical, value) => key(value) === key(wire) || key(value) === key(logical),
	];
	for (const test of tests) {
		const open = Object.entries(ours).filter(([logical]) => !found.has(logical));
		const taken = new Set(found.values());
		const fitting = open.map(([logical, wire]) =>
			theirs.filter((value) => !taken.has(value) && test(wire, logical, value)),
		);
		open.forEach(([logical], index) => {
			const [only] = fitting[index] ?? [];
			if (only === undefined || (fitting[index]?.length ?? 0) > 1) return;
			if (fitting.some((others, other) => other !== index && others.includes(only))) return;
			found.set(logical, only);
		});
	}
	return found;
}

/**
 * Values that differ. Those that mean the same beyond doubt make a sure table if no value of ours is left over that one
 * of theirs that is left over might mean.
 */
function tableOf(ours: Readonly<Record<string, string>>, theirs: readonly unknown[]): ValueDifference | undefined {
	if (Object.values(ours).every((wire) => theirs.includes(wire))) return undefined;
	const certain = certainValues(ours, theirs);
	const left = Object.entries(ours).filter(([logical]) => !certain.has(logical));
	const open = theirs.filter((value) => ![...certain.values()].includes(value));
	const likely = likelyValues(left, open);
	const table = new Map([...certain, ...likely]);
	const differing = Object.fromEntries([...table].filter(([logical, value]) => value !== ours[logical]));
	const missing = Object.keys(ours).filter((logical) => !table.has(logical));
	if (Object.keys(differing).length === 0 && missing.length === 0) return undefined;
	const isSure = left.length === 0 || open.length === 0;
	return {
		correction: { values: { ...differing, ...Object.fromEntries(missing.map((logical) => [logical, null])) } },
		isSure,
		why: `other values${missing.length === 0 ? '' : `; none there for ${missing.join(', ')}`}${
			isSure ? '' : `; left over there: ${open.map(String).join(', ')}`.slice(0, 300)
		}`,
	};
}

/** For a person to decide on: each of theirs at most once, the likeliest by words first. */
function likelyValues(ours: ReadonlyArray<[string, string]>, theirs: readonly unknown[]): Map<string, unknown> {
	const found = new Map<string, unknown>();
	const scored = ours
		.flatMap(([logical, wire]) =>
			theirs.map((value) => {
				const words = wordsOf(String(value));
				return { logical, value, score: Math.max(...[wire, logical].map((one) => sharedWords(wordsOf(one), words))) };
			}),
		)
		.filter(({ score }) => score >= LIKELY)
		.sort((one, other) => other.score - one.score);
	for (const { logical, value } of scored)
		if (!found.has(logical) && ![...found.values()].includes(value)) found.set(logical, value);
	return found;
}

const isDate = ({ format, logical }: SpecName): boolean =>
	format === 'date' || format === 'date-time' || /(At|Date|Until|Since)$/.test(logical.at(-1) ?? '');

const textOf = (value: unknown): string =>
	typeof value === 'string' || typeof value === 'number' ? String(value) : '';

const PATTERNS = ['dd/MM/yyyy', 'dd.MM.yyyy', 'dd-MM-yyyy', 'yyyyMMdd'] as const;

function dateWriting({
	format,
	type,
	description = '',
	example,
	pattern,
	place,
}: SpecName): ValueDifference | undefined {
	if (type === 'number') return dateAsNumber(place.at(-1) ?? '', description);
	const written = patternIn(description) ?? patternOf(example);
	if (written !== undefined) return { correction: { date: written }, isSure: true, why: `written ${written} there` };
	if (format === 'date') return { correction: { date: 'day' }, isSure: true, why: 'a day without a time there' };
	const isIso = example === undefined || ISO.test(textOf(example));
	const told = [description, pattern ?? '', isIso ? '' : textOf(example)].find((text) => LIKE_A_DATE.test(text));
	if (told === undefined) return undefined;
	return { correction: {}, isSure: false, why: `may be written otherwise there: ${told}`.slice(0, 200) };
}

const ISO = /^\d{4}-\d{2}-\d{2}/;
/** `MM/dd/yyyy`, `TT.MM.JJJJ`, `^\d{2}\.\d{2}\.\d{4}$`, `3/4/2026` */
const LIKE_A_DATE =
	/[dmyjt]{1,4}[./-][dmyjt]{1,4}[./-][dmyjt]{2,4}|\d\{?2?\}?\\?[./]\\?[\\d\d{}]+\\?[./]|\d{1,2}[./]\d{1,2}[./]\d{4}/i;

/** The writing that a text names, in English or German letters; one with a time of day is another. */
function patternIn(description: string): (typeof PATTERNS)[number] | undefined {
	const text = description.toLowerCase().replaceAll('jjjj', 'yyyy').replace(/\btt/g, 'dd').replace(/tt\b/g, 'dd');
	return PATTERNS.find((one) => {
		const at = text.indexOf(one.toLowerCase());
		return at >= 0 && !/^[\s"'t]*hh/.test(text.slice(at + one.length));
	});
}

/** The writing of an example, where its day can be no month. */
function patternOf(example: unknown): (typeof PATTERNS)[number] | undefined {
	const text = textOf(example);
	const [, day, mark] = /^(\d{2})([/.-])\d{2}\2\d{4}$/.exec(text) ?? [];
	if (day !== undefined && Number(day) > 12 && Number(day) <= 31)
		return `dd${mark}MM${mark}yyyy` as (typeof PATTERNS)[number];
	return /^20\d{2}(0[1-9]|1[0-2])([0-2]\d|3[01])$/.test(text) ? 'yyyyMMdd' : undefined;
}

/** A number that stands for a date: what it counts must be said, or it is a question. */
function dateAsNumber(name: string, description: string): ValueDifference {
	const said = `${plainWords(name).join(' ')} ${description.toLowerCase()}`;
	const of = (date: NonNullable<NameCorrection['date']>, isSure: boolean, why: string): ValueDifference => ({
		correction: { date },
		isSure,
		why,
	});
	const isLeft = /(from now|left|remaining|in (days|seconds)|until)/.test(said);
	if (/\bdays?\b/.test(said)) return of('daysFromNow', isLeft, 'days from now there');
	if (/milli|\bms\b/.test(said))
		return of('epochMilliseconds', /epoch|1970|unix/.test(said), 'milliseconds since 1970 there');
	if (/\bseconds?\b/.test(said) && isLeft) return of('secondsFromNow', true, 'seconds from now there');
	return of('epochSeconds', /epoch|1970|unix/.test(said), 'a number there: seconds since 1970, or milliseconds');
}
