import { ENTRIES, formatPlace } from '../corrections/place';
import type { Match } from './assign';
import { certainPairs } from './certain';
import type { CertainPair } from './certain';
import { certainContainers } from './certainContainers';
import { datesByKind, sortInTwo } from './listQueries';
import { matchNames } from './match';
import type { Votes } from './match';
import { ambientOf } from './meaning';
import type { Ambient } from './meaning';
import type { SpecName } from './operations';
import { pagingOf } from './paging';
import type { OperationPair } from './pairOperations';
import { keyedEntries, splitTexts, wrappedRoot } from './structures';
import type { Structure, WrappedRoot } from './structures';

/** The two halves of a call. */
export type Half = 'request' | 'answer';

/** One half of a pair of operations, with what does not depend on other operations. */
export interface PreparedHalf {
	half: Half;
	ours: readonly SpecName[];
	theirs: readonly SpecName[];
	/** Theirs as they are compared: what stands in a wrapper as if it stood where ours does. */
	placed: readonly SpecName[];
	/** Which name of theirs a placed one is. */
	original: (placed: SpecName) => SpecName;
	/** What is the same beyond doubt, by placed names. */
	certain: readonly CertainPair[];
	containers: ReadonlyMap<string, string>;
	structures: readonly Structure[];
	root: WrappedRoot | undefined;
	/** Names that a structure or the paging has settled. */
	settled: ReadonlySet<SpecName>;
	paging: ReturnType<typeof pagingOf>;
}

/** Two operations that do the same, half by half. */
export interface PreparedPair {
	pair: OperationPair;
	halves: readonly PreparedHalf[];
}

/** The part of a request or answer that a name stands in. */
export const partOf = ({ place }: SpecName): string => formatPlace(place.slice(0, -1));

/** What does not depend on other operations. */
export function preparePair(pair: OperationPair): PreparedPair {
	const ambient = ambientOf(
		...([pair.ours, pair.theirs].map(({ path, id }) => `${path} ${id ?? ''}`) as [string, string]),
	);
	const halves = (['request', 'answer'] as const).map((half): PreparedHalf => {
		const [ours, theirs] = [pair.ours[half], pair.theirs[half]];
		const root = half === 'answer' ? wrappedRoot(ours, theirs) : undefined;
		const back = new Map(theirs.map((name) => [root === undefined ? name : unwrapped(name, root), name]));
		const placed = [...back.keys()];
		const original = (name: SpecName): SpecName => back.get(name) ?? name;
		const containers = certainContainers(ours, placed, ambient);
		const certain = certainPairs(ours, placed, ambient, containers);
		const known = new Set(certain.flatMap((match) => [match.ours, original(match.theirs)]));
		const open = (names: readonly SpecName[], taken: ReadonlySet<SpecName>): SpecName[] =>
			names.filter((name) => !taken.has(name) && !known.has(name));
		const entries = keyedEntries(open(ours, new Set()), open(theirs, new Set()));
		const taken = new Set(entries.flatMap((one) => [...one.settled, ...one.theirs]));
		const placedOf = new Map([...back].map(([name, own]) => [own, name]));
		const isSamePart = (own: SpecName, other: SpecName): boolean =>
			containers.get(partOf(own)) === partOf(placedOf.get(other) ?? other);
		const splits = splitTexts(open(ours, taken), open(theirs, taken), isSamePart, ambient);
		const paging = half === 'request' ? pagingOf(ours, theirs, pair.theirs.answer) : undefined;
		const lists = half === 'request' ? listQueries(pair, ambient) : [];
		const structures = [...entries, ...splits, ...(paging?.structures ?? []), ...lists];
		const settled = new Set(structures.flatMap((one) => [...one.settled, ...one.theirs]));
		const basis = { half, ours, theirs, placed, original, certain, containers };
		return { ...basis, structures, root, settled, paging };
	});
	return { pair, halves };
}

/** What the query of a list has in another structure; by what can be sorted its answer tells. */
function listQueries({ ours, theirs }: OperationPair, ambient: Ambient): Structure[] {
	const [own, others] = [datesOf(ours.answer), datesOf(theirs.answer)];
	const times = matchNames(own, others, certainPairs(own, others, ambient));
	return [...datesByKind(ours.request, theirs.request), ...sortInTwo(ours.request, theirs.request, times)];
}

const datesOf = (names: readonly SpecName[]): SpecName[] =>
	names.filter(({ isLeaf, format }) => isLeaf && (format === 'date' || format === 'date-time'));

/** Matches of one half; where the answer stands in a wrapper, names are compared from there on. */
export function matchesOf({ ours, placed, original, certain, settled, root }: PreparedHalf, votes: Votes): Match[] {
	const matches = matchNames(
		ours.filter((name) => !settled.has(name)),
		placed.filter((name) => !settled.has(original(name))),
		certain.filter((pair) => !settled.has(pair.ours) && !settled.has(original(pair.theirs))),
		votes,
	);
	return matches.map((match) => ({
		...match,
		theirs: original(match.theirs),
		isSure: match.isSure && (root?.isSure !== false || match.ours.place[0] !== 'body'),
		alternatives: match.alternatives.map(original),
	}));
}

/** A name in the wrapper as if it stood where ours does; what stands beside, under a section of its own. */
function unwrapped(name: SpecName, root: WrappedRoot): SpecName {
	const [outer, inner] = [formatPlace(root.theirs), formatPlace(name.place)];
	if (inner === outer || inner.startsWith(`${outer}.`) || inner.startsWith(`${outer}${ENTRIES}`))
		return { ...name, place: [...root.ours, ...name.place.slice(root.theirs.length)] };
	return name.place[0] === 'body' ? { ...name, place: ['beside', ...name.place.slice(1)] } : name;
}
