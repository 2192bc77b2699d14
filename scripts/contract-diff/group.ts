import type { Findings } from './compare';
import type { Difference, Observation } from './difference';
import type { LineFinder } from './lines';

const ORDER = ['differs documented', 'differs inferred', 'theirsOnly', 'oursOnly documented', 'oursOnly inferred'];

/** Rank of a difference in the report: contradictions of what is documented first, then of what is inferred. */
export const rankOf = ({ kind, source }: Pick<Difference, 'kind' | 'source'>): number =>
	ORDER.indexOf(kind === 'theirsOnly' ? kind : `${kind} ${source.kind}`);

/**
 * Makes one difference of what was observed at several places: of what is one and the same part of their document, and
 * of what holds at every place where a shared part of ours was looked at. In the order of the report.
 */
export function differencesOf({ observations, visits }: Findings, lines: LineFinder): Difference[] {
	const alike = groupBy(observations, ({ kind, aspect, name, ours, theirs }) =>
		JSON.stringify([kind, aspect, name, ours, theirs]),
	);
	return [...alike.values()]
		.flatMap((group) => [...groupBy(group, clusterIn(group, visits)).values()])
		.map((cluster) => difference(cluster, visits, lines))
		.toSorted((a, b) => rankOf(a) - rankOf(b) || a.line - b.line);
}

function groupBy<T>(list: readonly T[], key: (one: T) => unknown): Map<unknown, T[]> {
	const groups = new Map<unknown, T[]>();
	for (const one of list) groups.set(key(one), [...(groups.get(key(one)) ?? []), one]);
	return groups;
}

/** Gives each observation of a group the first one with which it shares a part. */
function clusterIn(
	group: readonly Observation[],
	visits: ReadonlyMap<string, number>,
): (one: Observation) => Observation {
	const leader = new Map<Observation, Observation>();
	const find = (one: Observation): Observation => {
		const next = leader.get(one);
		return next === undefined ? one : find(next);
	};
	const byPart = new Map<string, Observation>();
	const counted = countOurIds(group);
	for (const one of group) {
		const ours = one.ourIds.filter((id) => counted.get(id) === visits.get(id)).map((id) => `ours ${id}`);
		for (const part of [...one.theirIds.map((id) => `theirs ${id}`), ...ours]) {
			const [root, known] = [find(one), byPart.get(part)];
			if (!known) byPart.set(part, root);
			else if (find(known) !== root) leader.set(root, find(known));
		}
	}
	return find;
}

function countOurIds(group: readonly Observation[]): Map<string, number> {
	const counted = new Map<string, number>();
	for (const id of group.flatMap(({ ourIds }) => [...new Set(ourIds)])) counted.set(id, (counted.get(id) ?? 0) + 1);
	return counted;
}

function difference(cluster: Observation[], visits: ReadonlyMap<string, number>, lines: LineFinder): Difference {
	const [first] = cluster as [Observation];
	const counted = countOurIds(cluster);
	// Of the parts that have it wherever they show, the one that shows most.
	const [shared] = [...counted].filter(([id, count]) => visits.get(id) === count).toSorted(([, a], [, b]) => b - a);
	const path = (shared && cluster.map(({ linesById }) => linesById?.get(shared[0])).find(Boolean)) ?? first.line;
	const { kind, aspect, name, source, ours, theirs } = first;
	return {
		kind,
		aspect,
		name,
		source,
		ours,
		theirs,
		path,
		line: lines.lineOf(path),
		places: cluster.map(({ operation, place }) => ({ operation, place })),
	};
}
