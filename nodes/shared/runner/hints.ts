import type { IExecuteFunctions, NodeExecutionHint } from 'n8n-workflow';

import type { ItemResult } from './itemResult';
import { count, formatItems } from './itemNumbers';

/** Items to which something unusual happened. */
interface Tally {
	adopted: number[];
	resent: number[];
	alreadyPlaced: number[];
	unclear: number[];
}

function tallyOf(results: readonly ItemResult[]): Tally {
	const tally: Tally = { adopted: [], resent: [], alreadyPlaced: [], unclear: [] };
	for (const [itemIndex, result] of results.entries()) {
		if ('problem' in result && result.problem.outcome === 'unknown') tally.unclear.push(itemIndex);
		if (!('items' in result)) continue;
		const [item] = result.items;
		if (item?.alreadyPlaced === true) tally.alreadyPlaced.push(itemIndex);
		else if (item?.outcome === 'adopted') tally.adopted.push(itemIndex);
		else if (item?.outcome === 'resent') tally.resent.push(itemIndex);
	}
	return tally;
}

/**
 * Unusual things that happened to the items of a node, for the hints n8n shows beside the output: one sentence for
 * each kind.
 * @param total items of the node
 */
export function hintsFor(results: readonly ItemResult[], total: number): string[] {
	const { adopted, resent, alreadyPlaced, unclear } = tallyOf(results);
	const say = (indexes: number[], one: string, many: string): string[] =>
		indexes.length === 0
			? []
			: [
					`${indexes.length} of ${count(total, 'order')} ${indexes.length === 1 ? one : many} (${formatItems(indexes)})`,
				];
	return [
		...say(
			adopted,
			'was found at Colt after an unclear answer and not sent again',
			'were found at Colt after an unclear answer and not sent again',
		),
		...say(
			resent,
			'was sent again with the same tracking ID after an unclear answer, because Colt had certainly not accepted the first',
			'were sent again with the same tracking IDs after an unclear answer, because Colt had certainly not accepted the first',
		),
		...say(
			alreadyPlaced,
			'was placed by an earlier try or run and not placed again',
			'were placed by an earlier try or run and not placed again',
		),
		...say(
			unclear,
			'has an unknown outcome: it may exist at Colt. Read its error before you send it again',
			'have an unknown outcome: they may exist at Colt. Read their errors before you send them again',
		),
	];
}

/** Shows the hints; n8n versions that know no hints show none. */
export function showHints(context: IExecuteFunctions, results: readonly ItemResult[], total: number): void {
	const { addExecutionHints } = context as Partial<Pick<IExecuteFunctions, 'addExecutionHints'>>;
	const hints = hintsFor(results, total).map((message): NodeExecutionHint => ({
		message,
		type: message.includes('unknown outcome') ? 'warning' : 'info',
		location: 'outputPane',
	}));
	if (hints.length > 0) addExecutionHints?.call(context, ...hints);
}
