import type { IExecuteFunctions, NodeExecutionHint } from 'n8n-workflow';

import { DRY_RUN } from '../output/shape';
import type { ItemResult } from './itemResult';
import { count, formatItems } from './itemNumbers';

/** Items to which something unusual happened. */
interface Tally {
	adopted: number[];
	resent: number[];
	alreadyPlaced: number[];
	unclear: number[];
	dryRun: number[];
}

function tallyOf(results: readonly ItemResult[]): Tally {
	const tally: Tally = { adopted: [], resent: [], alreadyPlaced: [], unclear: [], dryRun: [] };
	for (const [itemIndex, result] of results.entries()) {
		if ('problem' in result && result.problem.outcome === 'unknown') tally.unclear.push(itemIndex);
		if (!('items' in result)) continue;
		const [item] = result.items;
		if (item?.alreadyPlaced === true) tally.alreadyPlaced.push(itemIndex);
		else if (item?.outcome === 'adopted') tally.adopted.push(itemIndex);
		else if (item?.outcome === DRY_RUN) tally.dryRun.push(itemIndex);
		else if (item?.outcome === 'resent') tally.resent.push(itemIndex);
	}
	return tally;
}

type Hint = Pick<NodeExecutionHint, 'message'> & { type: 'info' | 'warning' };

/** What happened to the items of each kind, said of one order and of several. */
const HINTS: ReadonlyArray<{ of: keyof Tally; type: Hint['type']; one: string; many: string }> = [
	{
		of: 'dryRun',
		type: 'info',
		one: 'was checked and not sent: a dry run',
		many: 'were checked and not sent: a dry run',
	},
	{
		of: 'adopted',
		type: 'info',
		one: 'was found at Colt after an unclear answer and not sent again',
		many: 'were found at Colt after an unclear answer and not sent again',
	},
	{
		of: 'resent',
		type: 'info',
		one:
			'was sent again with the same tracking ID after an unclear answer, ' +
			'because Colt had certainly not accepted the first',
		many:
			'were sent again with the same tracking IDs after an unclear answer, ' +
			'because Colt had certainly not accepted the first',
	},
	{
		of: 'alreadyPlaced',
		type: 'info',
		one: 'was placed by an earlier try or run and not placed again',
		many: 'were placed by an earlier try or run and not placed again',
	},
	{
		of: 'unclear',
		type: 'warning',
		one: 'has an unknown outcome: it may exist at Colt. Read its error before you send it again',
		many: 'have an unknown outcome: they may exist at Colt. Read their errors before you send them again',
	},
];

/**
 * Unusual things that happened to the items of a node, for the hints n8n shows beside the output: one sentence for
 * each kind, a warning where an order may exist that no item has.
 * @param total items of the node
 */
export function hintsFor(results: readonly ItemResult[], total: number): Hint[] {
	const tally = tallyOf(results);
	const happenings = HINTS.flatMap(({ of, type, one, many }): Hint[] => {
		const indexes = tally[of];
		if (indexes.length === 0) return [];
		const happened = indexes.length === 1 ? one : many;
		const message = `${indexes.length} of ${count(total, 'order')} ${happened} (${formatItems(indexes)})`;
		return [{ message, type }];
	});
	return [...happenings, ...dateNotes(results)];
}

/** What speaks against the port dates of the items: each note once, with its items. */
function dateNotes(results: readonly ItemResult[]): Hint[] {
	const items = new Map<string, number[]>();
	for (const [itemIndex, result] of results.entries()) {
		const note = 'items' in result ? result.items[0]?.portDateNote : undefined;
		if (typeof note === 'string') items.set(note, [...(items.get(note) ?? []), itemIndex]);
	}
	return [...items].map(([note, indexes]) => ({ message: `${note} (${formatItems(indexes)})`, type: 'info' }));
}

/** Shows the hints; n8n versions that know no hints show none. */
export function showHints(context: IExecuteFunctions, results: readonly ItemResult[], total: number): void {
	const { addExecutionHints } = context as Partial<Pick<IExecuteFunctions, 'addExecutionHints'>>;
	const hints = hintsFor(results, total).map((hint): NodeExecutionHint => ({ ...hint, location: 'outputPane' }));
	if (hints.length > 0) addExecutionHints?.call(context, ...hints);
}
