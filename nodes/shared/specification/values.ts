import type { NameCorrection } from '../corrections/document';
import type { SpecName } from './operations';
import { sharedWords, wordsOf } from './words';

/** How the values of two names that mean the same differ. */
export interface ValueDifference {
	correction: Omit<NameCorrection, 'to'>;
	isSure: boolean;
	why: string;
}

const plain = (value: unknown): string =>
	String(value)
		.replace(/[\s_-]+/g, '')
		.toLowerCase();

const NEGATIVE = /^(no|n|false|0|off|not|un|non|in|standard|none|normal|disabled|inactive)/;

const negativesOf = (values: readonly unknown[]): readonly unknown[] =>
	values.filter((value) => NEGATIVE.test(plain(value)));

/** Two values of which one says no: `LISTED` and `UNLISTED`. */
export const isYesOrNo = (values: readonly unknown[] | undefined): boolean =>
	values?.length === 2 && negativesOf(values).length === 1;

/** What must be known of the values of a pair beside its names; undefined when they are written alike. */
export function compareValues(ours: SpecName, theirs: SpecName): ValueDifference | undefined {
	if (ours.type === 'boolean' && theirs.values?.length === 2) return booleanAsTwo(theirs.values);
	if (ours.type === 'boolean' && theirs.type === 'boolean') return negation(ours, theirs);
	if (ours.logicalValues !== undefined && theirs.values !== undefined)
		return tableOf(ours.logicalValues, theirs.values);
	if (isDate(ours) && (ours.format !== theirs.format || ours.type !== theirs.type)) return dateWriting(theirs);
	if (ours.type === 'text' && theirs.type === 'number' && ours.values === undefined)
		return { correction: { as: 'number' }, isSure: true, why: 'a number there' };
	if (ours.type === 'number' && theirs.type === 'text')
		return { correction: { as: 'text' }, isSure: true, why: 'a text there' };
	if (ours.type === 'number' && /^(row|line)/.test(ours.logical.at(-1) ?? '') && countsFromZero(theirs))
		return { correction: { plus: 1 }, isSure: true, why: 'counted from 0 there' };
	return undefined;
}

const countsFromZero = ({ minimum, description = '', place }: SpecName): boolean =>
	minimum === 0 ||
	/(from|starting at|based on|with) (0|zero)|zero.based/i.test(description) ||
	(minimum === undefined && /index/i.test(place.at(-1) ?? ''));

function booleanAsTwo(values: readonly unknown[]): ValueDifference | undefined {
	const negative = negativesOf(values);
	const no = negative.length === 1 ? negative[0] : undefined;
	const yes = values.find((value) => value !== no);
	if (no === undefined) {
		const [first, second] = values;
		return {
			correction: { values: { true: first, false: second } },
			isSure: false,
			why: `yes and no are ${JSON.stringify(first)} and ${JSON.stringify(second)} there, which is which must be chosen`,
		};
	}
	return {
		correction: { values: { true: yes, false: no } },
		isSure: true,
		why: `yes is ${JSON.stringify(yes)} there, no is ${JSON.stringify(no)}`,
	};
}

/** `notInVies` and `vatRegistered` say the opposite. */
function negation(ours: SpecName, theirs: SpecName): ValueDifference | undefined {
	const isNegative = (name: string): boolean =>
		/(^|[a-z])(not|non|un|without|no)([A-Z]|$)/.test(name) || /^(no|not|un)[A-Z]/.test(name);
	const [own, other] = [ours.logical.at(-1) ?? '', theirs.place.at(-1) ?? ''];
	if (isNegative(own) === isNegative(other)) return undefined;
	return { correction: { values: { true: false, false: true } }, isSure: true, why: 'says the opposite there' };
}

/** Values by words, each of theirs at most once. */
function tableOf(ours: Readonly<Record<string, string>>, theirs: readonly unknown[]): ValueDifference | undefined {
	const same = Object.values(ours).every((wire) => theirs.some((value) => value === wire));
	if (same) return undefined;
	const open = new Set(theirs.map(String));
	const table: Record<string, string> = {};
	const take = (logical: string, fits: (value: string) => boolean): void => {
		const found = Object.hasOwn(table, logical) ? undefined : [...open].find(fits);
		if (found === undefined) return;
		table[logical] = found;
		open.delete(found);
	};
	const entries = Object.entries(ours);
	for (const [logical, wire] of entries)
		take(logical, (value) => plain(value) === plain(wire) || plain(value) === plain(logical));
	const scored = entries
		.flatMap(([logical, wire]) =>
			[...open].map((value) => ({
				logical,
				value,
				score: Math.max(sharedWords(wordsOf(wire), wordsOf(value)), sharedWords(wordsOf(logical), wordsOf(value))),
			})),
		)
		.sort((one, other) => other.score - one.score);
	let isSure = true;
	for (const { logical, value, score } of scored) {
		if (score < 0.34) break;
		if (!open.has(value) || Object.hasOwn(table, logical)) continue;
		take(logical, (one) => one === value);
		if (score < 0.6) isSure = false;
	}
	const differing = Object.fromEntries(Object.entries(table).filter(([logical, value]) => value !== ours[logical]));
	if (Object.keys(differing).length === 0) return undefined;
	const missing = Object.keys(ours).filter((logical) => !Object.hasOwn(table, logical));
	return {
		correction: { values: differing },
		isSure,
		why: `other values${missing.length === 0 ? '' : `; none there for ${missing.join(', ')}`}`,
	};
}

const isDate = ({ format, logical }: SpecName): boolean =>
	format === 'date' || format === 'date-time' || /(At|Date|Until|Since)$/.test(logical.at(-1) ?? '');

function dateWriting({ format, type, description = '', place }: SpecName): ValueDifference | undefined {
	const name = place.at(-1) ?? '';
	const found = (date: NameCorrection['date'], why: string): ValueDifference => ({
		correction: { ...(date !== undefined && { date }) },
		isSure: true,
		why,
	});
	if (type === 'number') {
		if (/days/i.test(name) || /days (from now|left|remaining)/i.test(description))
			return found('daysFromNow', 'days from now there');
		if (/(in|left|remaining)seconds|seconds(left|remaining)/i.test(name))
			return found('secondsFromNow', 'seconds from now there');
		return found(
			/milli|ms\b/i.test(`${name} ${description}`) ? 'epochMilliseconds' : 'epochSeconds',
			'a count since 1970 there',
		);
	}
	const pattern = (['dd/MM/yyyy', 'dd.MM.yyyy', 'dd-MM-yyyy', 'yyyyMMdd'] as const).find((one) =>
		description.toLowerCase().includes(one.toLowerCase()),
	);
	if (pattern !== undefined) return found(pattern, `written ${pattern} there`);
	return format === 'date' ? found('day', 'a day without a time there') : undefined;
}
