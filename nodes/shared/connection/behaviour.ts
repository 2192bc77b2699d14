import type { ListRecord } from '../client/pages';
import { plainStatus } from '../lifecycle/plainStatus';
import { toMoment } from '../orders/dates';
import { toText } from '../text';
import { maskedWord } from './mask';

/** Whether Colt does what the contract infers: yes, otherwise, or it could not be told. */
export type Verdict = 'as inferred' | 'otherwise' | 'cannot be told';

/** One thing that was tried. */
export interface Finding {
	what: string;
	verdict: Verdict;
	detail: string;
}

type Fields = Readonly<Record<string, unknown>>;
const fieldsOf = ({ decoded }: ListRecord): Fields =>
	typeof decoded === 'object' && decoded !== null ? (decoded as Fields) : {};

const keyOf = (record: ListRecord | undefined): string | undefined => {
	if (record === undefined) return undefined;
	const { id, start, end, splitStart, lac } = fieldsOf(record);
	const key = id ?? start ?? splitStart;
	return key === undefined ? undefined : JSON.stringify([key, end, lac]);
};

/** What two pages of one record say, beside the list's first page. */
export function judgePages(
	first: readonly ListRecord[],
	one: readonly ListRecord[],
	two: readonly ListRecord[],
): Finding {
	const what = 'Pages';
	const tell = (verdict: Verdict, detail: string): Finding => ({ what, verdict, detail });
	if (first.length < 2) return tell('cannot be told', 'there are fewer than two records');
	if (one.length > 1)
		return tell(
			'otherwise',
			`a page of 1 was asked for and ${one.length} records came: the limit is ignored, or has another name`,
		);
	if (one.length === 0) return tell('otherwise', 'a page of 1 was asked for, and no record came');
	if (two.length === 0) return tell('otherwise', 'the second page of 1 is empty although there are more records');
	const [expectedOne, expectedTwo, gotOne, gotTwo] = [first[0], first[1], one[0], two[0]].map(keyOf);
	if (gotOne === undefined || gotTwo === undefined)
		return tell('cannot be told', 'the records have no readable id or number');
	if (gotOne === gotTwo)
		return tell(
			'otherwise',
			'the second page of 1 brought the first record again: the offset is ignored, or has another name or meaning',
		);
	if (gotOne === expectedOne && gotTwo === expectedTwo)
		return tell('as inferred', 'two pages of 1 gave the first two records');
	return tell(
		'cannot be told',
		'two pages of 1 gave different records, but not the first two: the list may have changed, or has no fixed order',
	);
}

/** Where a list's total stands. */
export function judgeTotal(inHeader: number | undefined, anywhere: number | undefined, header: string): Finding {
	const what = 'Total';
	if (inHeader !== undefined) return { what, verdict: 'as inferred', detail: `header ${header}` };
	return anywhere === undefined
		? {
				what,
				verdict: 'otherwise',
				detail: `no total is told; header ${header} was expected. Lists are read until a page brings nothing new`,
			}
		: {
				what,
				verdict: 'otherwise',
				detail: `the total is not in header ${header}, but was found elsewhere in the answer`,
			};
}

const texts = (records: readonly ListRecord[], field: string): string[] =>
	records.flatMap((record) => {
		const text = toText(fieldsOf(record)[field]).trim();
		return text === '' ? [] : [text];
	});

/** A value to filter by: the rarest of those seen, so that a filter that is ignored shows; undefined where none is. */
export function valueToFilter(records: readonly ListRecord[], field: string): string | undefined {
	const counts = new Map<string, number>();
	for (const text of texts(records, field)) counts.set(text, (counts.get(text) ?? 0) + 1);
	return [...counts].toSorted(([, one], [, other]) => one - other)[0]?.[0];
}

/**
 * Whether a filter by a value was obeyed.
 * @param before the same list without the filter
 */
export function judgeFilter(
	what: string,
	field: string,
	wanted: string,
	before: readonly ListRecord[],
	after: readonly ListRecord[],
): Finding {
	const is = (text: string): boolean => plainStatus(text) === plainStatus(wanted);
	const [seen, got] = [texts(before, field), texts(after, field)];
	const other = got.find((text) => !is(text));
	if (other !== undefined)
		return {
			what,
			verdict: 'otherwise',
			detail:
				`asked for ${maskedWord(wanted)}, and ${maskedWord(other)} came too: the filter is ignored, or has ` +
				'another name',
		};
	if (after.length > 0 && got.length === 0)
		return { what, verdict: 'cannot be told', detail: 'the records do not say what was asked for' };
	if (got.length === 0)
		return seen.some(is)
			? { what, verdict: 'otherwise', detail: `asked for ${maskedWord(wanted)}, which exists, and nothing came` }
			: { what, verdict: 'as inferred', detail: `asked for ${maskedWord(wanted)}, and nothing else came` };
	return seen.some((text) => !is(text))
		? { what, verdict: 'as inferred', detail: `asked for ${maskedWord(wanted)}, and only that came` }
		: {
				what,
				verdict: 'cannot be told',
				detail: `only ${maskedWord(wanted)} came, but there was nothing else before either`,
			};
}

/** A moment between those of the records; undefined where all are the same. */
export function momentBetween(records: readonly ListRecord[], field: string): number | undefined {
	const moments = records
		.flatMap((record) => toMoment(fieldsOf(record)[field]) ?? [])
		.toSorted((one, other) => one - other);
	const [first, last] = [moments[0], moments.at(-1)];
	if (first === undefined || last === undefined || first === last) return undefined;
	const middle = moments[Math.floor(moments.length / 2)] ?? last;
	return middle > first ? middle : last;
}

/** Whether only records from a moment on came. A day of tolerance: a filter may count days. */
export function judgeDates(
	what: string,
	field: string,
	from: number,
	before: readonly ListRecord[],
	after: readonly ListRecord[],
): Finding {
	const momentsOf = (records: readonly ListRecord[]): number[] =>
		records.flatMap((record) => toMoment(fieldsOf(record)[field]) ?? []);
	const DAY_MS = 86_400_000;
	const [seen, got] = [momentsOf(before), momentsOf(after)];
	const isEarlier = (at: number): boolean => at < from;
	if (got.some((at) => at < from - DAY_MS) || (got.some(isEarlier) && got.length >= seen.length))
		return {
			what,
			verdict: 'otherwise',
			detail: 'earlier records came too: the filter is ignored, or has another name or form',
		};
	if (after.length > 0 && got.length === 0)
		return { what, verdict: 'cannot be told', detail: 'the records have no readable date' };
	if (got.length === 0) return { what, verdict: 'otherwise', detail: 'nothing came although there are later records' };
	return seen.some(isEarlier)
		? { what, verdict: 'as inferred', detail: 'only later records came' }
		: { what, verdict: 'cannot be told', detail: 'there were no earlier records' };
}

/** Whether a list came newest first. */
export function judgeOrder(field: string, records: readonly ListRecord[]): Finding {
	const what = 'Order of the list';
	const moments = records.flatMap((record) => toMoment(fieldsOf(record)[field]) ?? []);
	if (new Set(moments).size < 2)
		return { what, verdict: 'cannot be told', detail: 'there are not two records with different dates' };
	const isSorted = moments.every((at, index) => index === 0 || at <= (moments[index - 1] ?? at));
	return isSorted
		? { what, verdict: 'as inferred', detail: 'newest first, as asked for' }
		: { what, verdict: 'otherwise', detail: 'newest first was asked for, and the list is in another order' };
}
