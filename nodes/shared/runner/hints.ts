import type { IExecuteFunctions, NodeExecutionHint } from 'n8n-workflow';

import type { Settled } from './settled';
import { spans } from './summary';

/** How often each of the things happened that are out of the ordinary, by the items they happened to. */
interface Tally {
	adopted: number[];
	resent: number[];
	alreadyPlaced: number[];
	unclear: number[];
}

function tallyOf(results: readonly Settled[]): Tally {
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
 * What happened to the items of a node besides the ordinary, as n8n shows it beside the output: one sentence for each thing.
 * @param total items of the node
 */
export function hintsFor(results: readonly Settled[], total: number): string[] {
	const { adopted, resent, alreadyPlaced, unclear } = tallyOf(results);
	const say = (indexes: number[], what: string): string[] =>
		indexes.length === 0
			? []
			: [
					`${indexes.length} of ${total} orders ${indexes.length === 1 ? 'was' : 'were'} ${what} (items ${spans(indexes)})`,
				];
	return [
		...say(adopted, 'found at Colt after an unclear answer and not sent again'),
		...say(
			resent,
			'sent again, with the same tracking ID, after an unclear answer: Colt had provably not taken the first',
		),
		...say(alreadyPlaced, 'already placed by an earlier try or run and not placed again'),
		...say(unclear, 'left unclear: they may exist at Colt; see the error of each item before you send it again'),
	];
}

/** Shows the hints; n8n versions that know no hints show none. */
export function showHints(context: IExecuteFunctions, results: readonly Settled[], total: number): void {
	const { addExecutionHints } = context as Partial<Pick<IExecuteFunctions, 'addExecutionHints'>>;
	const hints = hintsFor(results, total).map((message): NodeExecutionHint => ({
		message,
		type: message.includes('left unclear') ? 'warning' : 'info',
		location: 'outputPane',
	}));
	if (hints.length > 0) addExecutionHints?.call(context, ...hints);
}
