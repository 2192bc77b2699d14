import { ENTRIES, depthOf, formatPlace } from '../corrections/place';
import type { Place } from '../corrections/place';
import { assignNames } from './assign';
import type { Candidate, Match } from './assign';
import type { CertainPair } from './certain';
import { contradiction } from './contradiction';
import { kindsOf } from './kinds';
import type { SpecName } from './operations';
import { isYesOrNo } from './values';
import { sharedWords, spelledAlike, wordsOf } from './words';

/** What other operations have shown: how often a name of ours was matched with a name of theirs. */
export type Votes = ReadonlyMap<string, ReadonlyMap<string, number>>;

const TAKEN_FROM = 0.5;
const MOSTLY_SHARED = 0.6;
const SEVERAL = 3;

/** What a name is, whatever operation it stands in: its last two steps in logical names. */
export const identityOf = ({ logical }: SpecName): string =>
	logical
		.filter((step) => step !== ENTRIES)
		.slice(-2)
		.join('.');

const lastName = (place: Place): string => place.filter((step) => step !== ENTRIES).at(-1) ?? '';

/**
 * Pairs the names of one half of an operation: what means the same beyond doubt, then for the rest
 * the likeliest by words,
 * spelling, type, values and what surrounds them, which are questions. Each name is in one pair at most.
 */
export function matchNames(
	ours: readonly SpecName[],
	theirs: readonly SpecName[],
	certain: readonly CertainPair[],
	votes: Votes = new Map(),
): Match[] {
	const beyondDoubt = certain.map(({ ours: own, theirs: other, why }): Match => {
		const isSame = keyOf(own) === keyOf(other);
		return { ours: own, theirs: other, score: 1, isSame, isSure: true, why, alternatives: [] };
	});
	const matches = [...beyondDoubt, ...sameNames(ours, theirs, beyondDoubt)];
	const alwaysThere = new Set(ours.filter(({ isRequired }) => isRequired).map(({ place }) => formatPlace(place)));
	// Containers first: their members are looked for in them before anywhere else.
	for (const isLeaf of [false, true]) {
		const open = (names: readonly SpecName[], taken: ReadonlySet<SpecName>): SpecName[] =>
			names.filter((name) => name.isLeaf === isLeaf && !taken.has(name));
		const mine = open(ours, new Set(matches.map((match) => match.ours)));
		const others = open(theirs, new Set(matches.map((match) => match.theirs)));
		matches.push(...assignNames(candidatesOf(mine, others, matches, votes, alwaysThere)));
	}
	return matches;
}

/** Names at the same place that are not certain: containers, and leaves that are of another kind there. */
function sameNames(ours: readonly SpecName[], theirs: readonly SpecName[], certain: readonly Match[]): Match[] {
	const byPlace = new Map(theirs.map((name) => [keyOf(name), name]));
	const taken = new Set(certain.flatMap((match) => [match.ours, match.theirs]));
	return ours.flatMap((name): Match[] => {
		const same = byPlace.get(keyOf(name));
		if (same === undefined || !isSameKind(name, same) || taken.has(name) || taken.has(same)) return [];
		const doubt = name.isLeaf ? (contradiction(name, same) ?? 'another name there may be meant') : undefined;
		const judged = doubt === undefined ? { isSure: true } : { isSure: false, why: doubt };
		return [{ ours: name, theirs: same, score: 1, isSame: true, ...judged, alternatives: [] }];
	});
}

const keyOf = ({ place }: SpecName): string =>
	place[0] === 'header' ? formatPlace(place).toLowerCase() : formatPlace(place);

const isSameKind = (one: SpecName, other: SpecName): boolean =>
	one.isLeaf === other.isLeaf && (one.isLeaf || (one.type === 'list') === (other.type === 'list'));

/** What the only date, switch, id or name on both sides is worth: in the same container, and in the whole half. */
const ONLY_IN_CONTAINER = 0.2;
const ONLY_IN_HALF = 0.1;
/** What is left of a match that takes an optional part's member out of its list. */
const LEAVES_ITS_PART = 0.75;

function candidatesOf(
	ours: readonly SpecName[],
	theirs: readonly SpecName[],
	known: readonly Match[],
	votes: Votes,
	alwaysThere: ReadonlySet<string>,
): Candidate[] {
	const parents = new Map(known.map((match) => [formatPlace(match.ours.place), formatPlace(match.theirs.place)]));
	const [own, others] = [kindsOf(ours), kindsOf(theirs)];
	const isOnly = (our: SpecName, their: SpecName, where: 'container' | 'half'): boolean =>
		own.isOnly(our, where) && others.isOnly(their, where) && own.kindOf(our) === others.kindOf(their);
	const bonus = (our: SpecName, their: SpecName): number => {
		const isSameContainer = parents.get(formatPlace(parentOf(our.place))) === formatPlace(parentOf(their.place));
		if (isSameContainer && isOnly(our, their, 'container')) return ONLY_IN_CONTAINER;
		return isOnly(our, their, 'half') ? ONLY_IN_HALF : 0;
	};
	const factor = (our: SpecName, their: SpecName): number =>
		leavesItsPart(our, their, parents, alwaysThere) ? LEAVES_ITS_PART : 1;
	return ours.flatMap((our) => {
		const voted = votes.get(identityOf(our));
		return theirs.flatMap((their): Candidate[] => {
			if (!isSameKind(our, their)) return [];
			const plain = scoreOf(our, their, parents, voted);
			if (plain + ONLY_IN_CONTAINER < TAKEN_FROM) return [];
			const score = (plain + bonus(our, their)) * factor(our, their);
			return score < TAKEN_FROM ? [] : [{ ours: our, theirs: their, score }];
		});
	});
}

/** Whether a member of an entry's part that may be left out would stand outside of the list. */
function leavesItsPart(
	{ place }: SpecName,
	theirs: SpecName,
	parents: ReadonlyMap<string, string>,
	alwaysThere: ReadonlySet<string>,
): boolean {
	const outer = parentOf(place);
	if (depthOf(theirs.place) >= depthOf(place)) return false;
	if (parents.get(formatPlace(outer)) === formatPlace(parentOf(theirs.place))) return false;
	const ancestors = outer.map((_, index) => place.slice(0, index + 1)).filter((one) => one.at(-1) !== ENTRIES);
	return !ancestors.slice(1).every((one) => alwaysThere.has(formatPlace(one)));
}

/** The most that surroundings, votes and being the only one of a kind add to a score. */
const MOST_BESIDE = 0.26 + 0.08 + ONLY_IN_CONTAINER;

function scoreOf(
	ours: SpecName,
	theirs: SpecName,
	parents: ReadonlyMap<string, string>,
	votes: ReadonlyMap<string, number> | undefined,
): number {
	const own = ownScore(ours, theirs);
	if (own + MOST_BESIDE < TAKEN_FROM) return 0;
	const voted = votes?.get(lastName(theirs.place)) ?? 0;
	return own + contextScore(ours, theirs, parents) * 0.26 + Math.min(0.08, voted * 0.02);
}

const ownScores = new WeakMap<SpecName, WeakMap<SpecName, number>>();

/** What the two names say themselves, whatever surrounds them; each pair is looked at in every round. */
function ownScore(ours: SpecName, theirs: SpecName): number {
	const scoresOf = ownScores.get(ours) ?? new WeakMap<SpecName, number>();
	ownScores.set(ours, scoresOf);
	const known = scoresOf.get(theirs);
	if (known !== undefined) return known;
	const name = nameScore(ours, theirs);
	const values = valueScore(ours, theirs);
	// A list of several values in common says more than a name.
	const said = values >= MOSTLY_SHARED && (theirs.values?.length ?? 0) >= SEVERAL ? Math.max(name, values * 0.9) : name;
	const score = said * 0.62 + typeScore(ours, theirs) * 0.06 + values * 0.12;
	scoresOf.set(theirs, score);
	return score;
}

/** The same names meet in many operations. */
const scores = new Map<string, number>();
const MOST_SCORES = 200_000;

function remembered(key: string, compute: () => number): number {
	const known = scores.get(key);
	if (known !== undefined) return known;
	if (scores.size > MOST_SCORES) scores.clear();
	const score = compute();
	scores.set(key, score);
	return score;
}

const nameScore = (ours: SpecName, theirs: SpecName): number =>
	remembered(
		`name ${lastName(ours.place)} ${parentName(ours.logical)} ${lastName(ours.logical)} ${ours.aliases.join()} ` +
			`${parentName(theirs.place)} ${lastName(theirs.place)}`,
		() => computeNameScore(ours, theirs),
	);

function computeNameScore(ours: SpecName, theirs: SpecName): number {
	const their = lastName(theirs.place);
	const names = [
		lastName(ours.place),
		lastName(ours.logical),
		...ours.aliases.map((alias) => alias.split('.').at(-1) ?? alias),
	];
	const whole = wordsOf([parentName(theirs.place), their].join(' '));
	const scores = names.map((name) => {
		const spelled = spelledAlike(name, their);
		const words = sharedWords(wordsOf(name), wordsOf(their));
		const withParent = sharedWords(wordsOf([parentName(ours.logical), name].join(' ')), whole) * 0.95;
		return Math.max(words, withParent, spelled > 0.6 ? spelled * 0.9 : 0);
	});
	return Math.max(...scores);
}

const parentName = (place: Place): string =>
	place
		.filter((step) => step !== ENTRIES)
		.slice(1, -1)
		.at(-1) ?? '';

/** Whether both stand in the same part: in containers that mean the same, or at least in the same section. */
function contextScore(ours: SpecName, theirs: SpecName, parents: ReadonlyMap<string, string>): number {
	const section = ours.place[0] === theirs.place[0] ? 1 : 0.4;
	const [outer, otherOuter] = [parentOf(ours.place), parentOf(theirs.place)];
	const matched = parents.get(formatPlace(outer));
	if (matched === formatPlace(otherOuter)) return section;
	const [wire, logical, other] = [outer, parentOf(ours.logical), otherOuter].map((place) => place.slice(1).join(' '));
	return (
		section *
		remembered(`context ${wire};${logical};${other}`, () => sharedContext(wire ?? '', logical ?? '', other ?? ''))
	);
}

function sharedContext(wire: string, logical: string, other: string): number {
	const [left, right] = [wordsOf(wire), wordsOf(other)];
	if (left.length === 0 && right.length === 0) return 1;
	// A member that stands higher or deeper than ours is likelier than one in a container of another meaning.
	if (left.length === 0 || right.length === 0) return 0.6;
	return 0.15 + Math.max(sharedWords(left, right), sharedWords(wordsOf(logical), right)) * 0.75;
}

const parentOf = (place: Place): Place => place.slice(0, -1);

function typeScore(ours: SpecName, theirs: SpecName): number {
	if (ours.type === undefined || theirs.type === undefined) return 0.5;
	if (ours.type === theirs.type || isSwitch(ours, theirs)) return 1;
	return ours.isLeaf ? 0.1 : -1;
}

const isSwitch = (ours: SpecName, theirs: SpecName): boolean => ours.type === 'boolean' && isYesOrNo(theirs.values);

/** Values of both in common; neither for nor against where one lists none. */
function valueScore(ours: SpecName, theirs: SpecName): number {
	if (isSwitch(ours, theirs)) return 0.8;
	// A text that people fill in freely is none of a few words.
	if (ours.type === 'text' && ours.values === undefined && (theirs.values?.length ?? 0) > 1) return 0.1;
	if (ours.values === undefined || theirs.values === undefined) return 0.4;
	const words = (values: readonly unknown[]): readonly string[] =>
		values.map((value) => wordsOf(String(value)).join(' '));
	const [mine, others] = [words([...ours.values, ...Object.keys(ours.logicalValues ?? {})]), words(theirs.values)];
	const shared = others.filter((value) =>
		mine.some((one) => one === value || sharedWords(one.split(' '), value.split(' ')) >= 0.6),
	).length;
	return others.length === 0 ? 0.4 : shared / others.length;
}

/** What the sure matches of all operations say, as votes for the next round. */
export function votesOf(matches: readonly Match[]): Votes {
	const votes = new Map<string, Map<string, number>>();
	for (const { ours, theirs, isSure } of matches) {
		if (!isSure) continue;
		const counts = votes.get(identityOf(ours)) ?? new Map<string, number>();
		counts.set(lastName(theirs.place), (counts.get(lastName(theirs.place)) ?? 0) + 1);
		votes.set(identityOf(ours), counts);
	}
	return votes;
}
