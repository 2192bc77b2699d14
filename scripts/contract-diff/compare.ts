import type { Observation, Source } from './difference';
import { idOf, isObject, type Place } from './place';

/** Where a comparison stands: for messages, and for the mark of what has none of its own. */
export interface Standing {
	operation: string;
	/** `request body`, `response 200`, `query parameter`… and the dotted name below it. */
	part: string;
	name: string;
	/** Last part of the name, which may hold dots itself. */
	leaf?: string;
	source: Source;
}

type Said = Omit<Observation, 'operation' | 'place' | 'source'> & { source?: Source };

/** Collects what differs, and counts how often each part of our document was looked at. */
export class Findings {
	readonly observations: Observation[] = [];
	readonly visits = new Map<string, number>();

	/** Notes that parts of our document were looked at, whatever came of it. */
	visit(ids: readonly string[]): void {
		for (const id of new Set(ids)) this.visits.set(id, (this.visits.get(id) ?? 0) + 1);
	}

	add(standing: Standing, said: Said): void {
		const place = [standing.part, standing.name].filter(Boolean).join(' ');
		this.observations.push({ source: standing.source, ...said, operation: standing.operation, place });
	}
}

/** Ids of a place and of what its `$ref` leads to. */
export const idsOf = (site: Place, target: Place, suffix = ''): string[] => [
	...new Set([idOf(site) + suffix, idOf(target) + suffix]),
];

/** The mark of the first place that has one; otherwise what is given. */
export function sourceOf(places: readonly Place[], inherited: Source): Source {
	const marked = places.find(({ value }) => value['x-source'] !== undefined);
	if (!marked) return inherited;
	const { 'x-source': kind, 'x-document': document, 'x-basis': basis } = marked.value;
	const from = kind === 'documented' ? document : basis;
	return { kind: kind === 'documented' ? 'documented' : 'inferred', ...(typeof from === 'string' && { from }) };
}

/** Names that an entry of our document is known under besides its own. */
export function aliasesOf(places: readonly Place[]): string[] {
	return places.flatMap(({ value }) => {
		const { 'x-name': logical, 'x-aliases': aliases } = value;
		const known =
			isObject(aliases) && Array.isArray(aliases)
				? (aliases as string[]).map((alias) => alias.split('.').at(-1) ?? alias)
				: [];
		return [...(typeof logical === 'string' ? [logical] : []), ...known];
	});
}
