import type { Problem } from '../errors/problem';
import { inputError } from '../errors/problem';
import { overlaps, paddedRange } from '../numbers/rangeRules';
import type { Row } from './prepare';

interface Range {
	start: string;
	end: string;
}

/** Orders that a number accepts once: a second one of the same kind in the same run is a duplicate row. */
const ONCE_PER_NUMBER: ReadonlySet<string> = new Set([
	'reserveNumbers',
	'cancelReservation',
	'returnNumbers',
	'activateNumbers',
	'reactivateNumbers',
	'portIn',
	'bulkActivate',
	'bulkPortIn',
]);

/** Orders that may be repeated for one number or port. An identical request is a duplicate row. */
const ONCE_PER_REQUEST: ReadonlySet<string> = new Set([
	'updateCustomer',
	'bulkUpdateCustomer',
	'updatePort',
	'cancelBackfill',
]);

/**
 * Equal notes and equal backfill requests are intended. A lock has no number to compare.
 */
export const MAY_REPEAT: ReadonlySet<string> = new Set(['requestBackfill', 'lockFreeNumbers']);

/** Every order operation of the contract has one of the three rules. */
export const REPEAT_RULES: readonly ReadonlySet<string>[] = [ONCE_PER_NUMBER, ONCE_PER_REQUEST, MAY_REPEAT];

const bodyOf = ({ prepared }: Row): Record<string, unknown> => prepared.call.request.body ?? {};

const rangesOf = (row: Row): Range[] => {
	const { ranges } = bodyOf(row);
	return Array.isArray(ranges) ? (ranges as Range[]) : [];
};

/** The ranges that earlier items order, in the order of their numbers; none has a number that another has. */
class OrderedNumbers {
	private readonly taken: Array<{ low: string; range: Range; itemIndex: number }> = [];

	/** The first that is not before a number. */
	private placeOf(low: string): number {
		let [from, to] = [0, this.taken.length];
		while (from < to) {
			const middle = (from + to) >> 1;
			if ((this.taken[middle]?.low ?? '') < low) from = middle + 1;
			else to = middle;
		}
		return from;
	}

	/** The item that orders a number of this range already. */
	find(range: Range): { range: Range; itemIndex: number } | undefined {
		const [low, high] = paddedRange(range);
		for (let index = Math.max(0, this.placeOf(low) - 1); index < this.taken.length; index++) {
			const other = this.taken[index];
			if (other === undefined || other.low > high) return undefined;
			if (overlaps(other.range, range)) return other;
		}
		return undefined;
	}

	add(range: Range, itemIndex: number): void {
		const [low] = paddedRange(range);
		this.taken.splice(this.placeOf(low), 0, { low, range, itemIndex });
	}
}

const rangeText = ({ start, end }: Range): string => (start === end ? start : `${start} to ${end}`);

/** Items are counted from 1, as n8n counts them in its tables. */
function repeated(range: Range | undefined, itemIndex: number, earlier: number): Problem {
	return inputError(
		range === undefined ? 'This item' : 'Number Range Start',
		range === undefined
			? `asks for the same as item ${earlier + 1}: this is item ${itemIndex + 1}`
			: `${rangeText(range)} is ordered twice in this run: by item ${earlier + 1} and by item ${itemIndex + 1}`,
		`Remove item ${itemIndex + 1}, or correct its number. If both are meant, switch Local Checks off.`,
		'repeatedNumber',
	).problem;
}

/** @returns the problem of each row whose number an earlier row orders */
function sameNumbers(rows: readonly Row[]): Array<[itemIndex: number, problem: Problem]> {
	const ordered = new OrderedNumbers();
	return rows.flatMap((row): Array<[number, Problem]> => {
		const ranges = rangesOf(row);
		for (const range of ranges) {
			const earlier = ordered.find(range);
			if (earlier !== undefined) return [[row.itemIndex, repeated(range, row.itemIndex, earlier.itemIndex)]];
		}
		for (const range of ranges) ordered.add(range, row.itemIndex);
		return [];
	});
}

/** @returns the problem of each row whose request an earlier row makes */
function sameRequests(rows: readonly Row[]): Array<[itemIndex: number, problem: Problem]> {
	const seen = new Map<string, number>();
	return rows.flatMap((row): Array<[number, Problem]> => {
		const { request, bodyPatch } = row.prepared.call;
		if (bodyOf(row).action === 'sendNote') return [];
		const key = JSON.stringify([request.path, request.body, bodyPatch]);
		const earlier = seen.get(key);
		if (earlier === undefined) seen.set(key, row.itemIndex);
		else return [[row.itemIndex, repeated(rangesOf(row)[0], row.itemIndex, earlier)]];
		return [];
	});
}

/**
 * Rows of one run that order the same again: the same number, or a range with a number in common, for orders that a
 * number takes once; the very same request for updates. The first of them is kept. Items whose Local Checks are
 * off are not compared. Pure.
 * @param operationId of the contract
 */
export function findEqualOrders(operationId: string, rows: readonly Row[]): Map<number, Problem> {
	const compared = rows.filter(({ prepared }) => prepared.checks !== false);
	if (ONCE_PER_NUMBER.has(operationId)) return new Map(sameNumbers(compared));
	if (ONCE_PER_REQUEST.has(operationId)) return new Map(sameRequests(compared));
	return new Map();
}
