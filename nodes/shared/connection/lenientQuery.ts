import type { LearnedName } from '../refusals/learn';
import { toText } from '../text';

/** A query in logical names. */
export type Query = Record<string, unknown>;

/** A query without some of its names. */
export const omit = (query: Query, names: readonly string[]): Query =>
	Object.fromEntries(Object.entries(query).filter(([name]) => !names.includes(name)));

/** How a list is asked for again after a refusal: without what is not known, and with the name that it tells. */
export function changeAfter(
	learned: readonly LearnedName[],
	sent: Query,
	whole: Query,
): { without: string[]; extraQuery: Record<string, string> } | undefined {
	const without: string[] = [];
	const extraQuery: Record<string, string> = {};
	for (const { ours, complaint, proposal, name } of learned) {
		const own = ours.flatMap((place) => /^query\.(\w+)$/.exec(place)?.[1] ?? []);
		if (complaint === 'unknown') without.push(...own.filter((one) => one in sent));
		const [wanted] = own;
		if (proposal === undefined || wanted === undefined || whole[wanted] === undefined) continue;
		const offered = proposal.place.replace(/^query\./, '');
		without.push(wanted);
		extraQuery[complaint === 'missing' ? name : offered] = toText(whole[wanted]);
	}
	return without.length === 0 && Object.keys(extraQuery).length === 0 ? undefined : { without, extraQuery };
}
