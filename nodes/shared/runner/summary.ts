import { shortened } from '../errors/problem';
import type { Effect, Problem } from '../errors/problem';
import { count, firstOf, formatItems } from './itemNumbers';
import type { ItemResult } from './itemResult';

/** Orders named in an error; further ones are only counted. */
const MOST_ORDERS = 100;
/** At most this many items are listed in one error with the reason why they failed. */
const MOST_REASONS = 10;

/** What the runner knows of a node besides the results of its items. */
export interface NodeFacts {
	/** What each call does at Colt. */
	effect?: Effect | undefined;
	/** The number or order an item is about; undefined when it names none. */
	labelOf?: (itemIndex: number) => string | undefined;
}

/** Indexes of the items, by what became of them. */
interface Groups {
	ordered: number[];
	done: number[];
	unclear: number[];
	failed: number[];
	unsent: number[];
}

const orderIdsOf = (result: ItemResult): string[] =>
	'items' in result
		? result.items.map(({ orderId }) => orderId).filter((id): id is string => typeof id === 'string')
		: [];

function groupOf(result: ItemResult, effect: Effect | undefined): keyof Groups {
	if ('skipped' in result) return 'unsent';
	if ('problem' in result) {
		const { kind, outcome } = result.problem;
		if (outcome === 'unknown') return 'unclear';
		return kind === 'cancelled' ? 'unsent' : 'failed';
	}
	return effect === 'order' && orderIdsOf(result).length > 0 ? 'ordered' : 'done';
}

function groupsOf(results: readonly ItemResult[], effect: Effect | undefined): Groups {
	const groups: Groups = { ordered: [], done: [], unclear: [], failed: [], unsent: [] };
	for (const [index, result] of results.entries()) groups[groupOf(result, effect)].push(index);
	return groups;
}

const problemAt = (results: readonly ItemResult[], index: number): Problem =>
	(results[index] as { problem: Problem }).problem;

/** Which other items took effect, or may have, for the first line of the error. */
function othersIn(
	{ ordered, unclear, done }: Groups,
	itemIndex: number,
	effect: Effect | undefined,
): string | undefined {
	const open = unclear.filter((index) => index !== itemIndex).length;
	const changed = effect === 'write' ? done.length : 0;
	const parts = [
		ordered.length === 0
			? ''
			: `${count(ordered.length, 'other item')} ${ordered.length === 1 ? 'is' : 'are'} ordered already`,
		changed === 0 ? '' : `${count(changed, 'other item')} ${changed === 1 ? 'is' : 'are'} done already`,
		open === 0 ? '' : `${count(open, 'other item')} may have been carried out`,
	].filter((part) => part !== '');
	return parts.length === 0 ? undefined : parts.join(' and ');
}

/**
 * The failure that ends a node: the first item's, with the results of the others.
 * @returns undefined when no item failed
 */
export function failureOf(
	results: readonly ItemResult[],
	{ effect, labelOf = () => undefined }: NodeFacts = {},
): { problem: Problem; itemIndex: number } | undefined {
	const itemIndex = results.findIndex((result) => 'problem' in result);
	if (itemIndex < 0) return undefined;
	const problem: Problem = { ...problemAt(results, itemIndex), ...(effect !== undefined && { effect }) };
	if (results.length === 1) return { problem, itemIndex };
	const groups = groupsOf(results, effect);
	const numbered = (index: number, ...facts: Array<string | undefined>): string => {
		const known = [labelOf(index), ...facts].filter((fact) => fact !== undefined);
		return `item ${index + 1}${known.length === 0 ? '' : ` (${known.join(', ')})`}`;
	};
	const others = othersIn(groups, itemIndex, effect);
	const label = labelOf(itemIndex);
	return {
		problem: {
			...problem,
			item: `Item ${itemIndex + 1} of ${results.length}${label === undefined ? '' : ` (${label})`}`,
			...(others !== undefined && { others }),
			batch: batchOf(results, groups, itemIndex, numbered),
			...idsOf(results, problem, effect),
		},
		itemIndex,
	};
}

type Numbered = (index: number, ...facts: Array<string | undefined>) => string;

/** The result of every other item, and what to do before the node is run again. */
function batchOf(results: readonly ItemResult[], groups: Groups, itemIndex: number, numbered: Numbered): string {
	const others = (indexes: readonly number[]): number[] => indexes.filter((index) => index !== itemIndex);
	const reason = (index: number): string =>
		`${numbered(index)}: ${shortened(problemAt(results, index).message).replace(/\s+/g, ' ')}`;
	// The error's own item counts as listed.
	const wrong = firstOf(others(groups.failed).map(reason), MOST_REASONS - 1);
	const placed = firstOf(
		groups.ordered.map((index) => numbered(index, `order ${orderIdsOf(results[index] as ItemResult).join(', ')}`)),
		MOST_ORDERS,
	);
	const unclear = firstOf(
		others(groups.unclear).map((index) => numbered(index, trackingOf(problemAt(results, index)))),
		MOST_ORDERS,
	);
	return [
		wrong.length === 0 ? '' : `Also not done: ${wrong.join('; ')}.`,
		placed.length === 0 ? '' : orderedText(groups.ordered.length, results.length, placed.join(', ')),
		unclear.length === 0
			? ''
			: `Sent, but with an unknown outcome: ${unclear.join(', ')}. Check ${unclear.length === 1 ? 'it' : 'them'} ` +
				`at Colt before you send ${unclear.length === 1 ? 'it' : 'them'} again.`,
		groups.done.length === 0 ? '' : `Done: ${formatItems(groups.done)}.`,
		others(groups.unsent).length === 0 ? '' : `Not sent: ${formatItems(others(groups.unsent))}.`,
	]
		.filter((part) => part !== '')
		.join(' ');
}

const trackingOf = ({ trackingId }: Problem): string | undefined =>
	trackingId === undefined ? undefined : `tracking ID ${trackingId}`;

function orderedText(amount: number, total: number, list: string): string {
	const [is, them, they] = amount === 1 ? ['is', 'it', 'it is'] : ['are', 'them', 'they are'];
	return (
		`${amount} of ${count(total, 'item')} ${is} ordered already: ${list}. Before you run the node again, leave ` +
		`${them} out, or set 'Look for Earlier Orders (Hours)' in its options; otherwise ${they} ordered twice.`
	);
}

/** The same facts as lists, for workflows that read them. */
function idsOf(
	results: readonly ItemResult[],
	{ trackingId }: Problem,
	effect: Effect | undefined,
): Pick<Problem, 'placedOrders' | 'unknownRequests'> {
	const placed = effect === 'order' ? [...new Set(results.flatMap(orderIdsOf))] : [];
	const unknown = results.flatMap((result) =>
		'problem' in result && result.problem.outcome === 'unknown' && result.problem.trackingId !== undefined
			? [result.problem.trackingId]
			: [],
	);
	return {
		...(placed.length > 0 && { placedOrders: firstOf(placed, MOST_ORDERS) }),
		...(unknown.some((id) => id !== trackingId) && { unknownRequests: firstOf([...new Set(unknown)], MOST_ORDERS) }),
	};
}
