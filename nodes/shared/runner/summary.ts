import type { Problem } from '../errors/problem';
import type { Settled } from './settled';

/** Ids named in an error; more than this no one reads, the rest is counted. */
const NAMED = 100;

const named = (ids: readonly string[]): string[] => {
	const all = [...new Set(ids)];
	return all.length > NAMED ? [...all.slice(0, NAMED), `and ${all.length - NAMED} more`] : all;
};

const unknownIds = (results: readonly Settled[]): string[] =>
	results.flatMap((result) =>
		'problem' in result && result.problem.outcome === 'unknown' && result.problem.trackingId !== undefined
			? [result.problem.trackingId]
			: [],
	);

const placedIds = (results: readonly Settled[]): string[] =>
	results.flatMap((result) =>
		'items' in result
			? result.items.map(({ orderId }) => orderId).filter((id): id is string => typeof id === 'string')
			: [],
	);

const indexesOf = (results: readonly Settled[], is: (result: Settled) => boolean): number[] =>
	results.flatMap((result, index) => (is(result) ? [index] : []));

/** Item numbers as short text: `0 to 4, 7`. */
export function spans(indexes: readonly number[]): string {
	const parts: Array<[number, number]> = [];
	for (const index of indexes) {
		const last = parts.at(-1);
		if (last !== undefined && last[1] === index - 1) last[1] = index;
		else parts.push([index, index]);
	}
	return parts.map(([from, to]) => (from === to ? `${from}` : `${from} to ${to}`)).join(', ');
}

function batchSummary(results: readonly Settled[]): string | undefined {
	if (results.length < 2) return undefined;
	const done = indexesOf(results, (result) => 'items' in result);
	const failed = indexesOf(results, (result) => 'problem' in result);
	const unsent = indexesOf(results, (result) => 'skipped' in result);
	const say = (label: string, indexes: number[]): string =>
		indexes.length === 0 ? '' : ` ${label}: ${spans(indexes)}.`;
	return `Of ${results.length} items ${done.length} were done, ${failed.length} failed and ${unsent.length} were not sent.${say('Done', done)}${say('Failed', failed)}${say('Not sent', unsent)}`;
}

/**
 * The failure that ends a node: the first item's, with how far the others got.
 * @returns undefined when no item failed
 */
export function failureOf(
	results: readonly Settled[],
	mayPlaceOrders: boolean,
): { problem: Problem; itemIndex: number } | undefined {
	const itemIndex = results.findIndex((result) => 'problem' in result);
	if (itemIndex < 0) return undefined;
	const { problem } = results[itemIndex] as { problem: Problem };
	const batch = batchSummary(results);
	const placedOrders = mayPlaceOrders ? named(placedIds(results)) : [];
	const unknownRequests = named(unknownIds(results));
	const hasOthers = unknownRequests.some((id) => id !== problem.trackingId);
	return {
		problem: {
			...problem,
			...(batch !== undefined && { batch }),
			...(placedOrders.length > 0 && { placedOrders }),
			...(hasOthers && { unknownRequests }),
		},
		itemIndex,
	};
}
