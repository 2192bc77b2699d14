import { ENTRIES, formatPlace } from '../corrections/place';
import type { Place } from '../corrections/place';
import type { SpecName } from './operations';
import { sharedWords, spelledAlike, wordsOf } from './words';

/** A name of the contract and the name of theirs that means the same. */
export interface Match {
	ours: SpecName;
	theirs: SpecName;
	/** From 0 to a little above 1. */
	score: number;
	/** Whether both stand at the same place. */
	isSame: boolean;
	isSure: boolean;
	/** Others that it might be, the likeliest first. */
	alternatives: readonly SpecName[];
}

/** What other operations have shown: how often a name of ours was matched with a name of theirs. */
export type Votes = ReadonlyMap<string, ReadonlyMap<string, number>>;

const TAKEN_FROM = 0.5;
const SURE_FROM = 0.68;
const SURE_LEAD = 0.06;
const MOST_ALTERNATIVES = 4;
const MOSTLY_SHARED = 0.6;
const SEVERAL = 3;

/** What a name is, whatever operation it stands in: its last two steps in logical names. */
export const identityOf = ({ logical }: SpecName): string =>
	logical
		.filter((step) => step !== ENTRIES)
		.slice(-2)
		.join('.');

const lastName = (place: Place): string => place.filter((step) => step !== ENTRIES).at(-1) ?? '';

interface Candidate {
	ours: SpecName;
	theirs: SpecName;
	score: number;
}

/**
 * Pairs the names of one half of an operation: those at the same place first, then the likeliest by words, spelling,
 * type, values and what surrounds them. Each name is in one pair at most.
 */
export function matchNames(ours: readonly SpecName[], theirs: readonly SpecName[], votes: Votes = new Map()): Match[] {
	const matches = sameNames(ours, theirs);
	// Containers first: their members are looked for in them before anywhere else.
	for (const isLeaf of [false, true]) {
		const open = (names: readonly SpecName[], taken: ReadonlySet<SpecName>): SpecName[] =>
			names.filter((name) => name.isLeaf === isLeaf && !taken.has(name));
		const mine = open(ours, new Set(matches.map((match) => match.ours)));
		const others = open(theirs, new Set(matches.map((match) => match.theirs)));
		matches.push(...assign(candidatesOf(mine, others, matches, votes)));
	}
	return matches;
}

function sameNames(ours: readonly SpecName[], theirs: readonly SpecName[]): Match[] {
	const byPlace = new Map(theirs.map((name) => [keyOf(name), name]));
	return ours.flatMap((name): Match[] => {
		const same = byPlace.get(keyOf(name));
		if (same === undefined || !isSameKind(name, same)) return [];
		return [{ ours: name, theirs: same, score: 1, isSame: true, isSure: true, alternatives: [] }];
	});
}

const keyOf = ({ place }: SpecName): string =>
	place[0] === 'header' ? formatPlace(place).toLowerCase() : formatPlace(place);

const isSameKind = (one: SpecName, other: SpecName): boolean =>
	one.isLeaf === other.isLeaf && (one.isLeaf || (one.type === 'list') === (other.type === 'list'));

function candidatesOf(
	ours: readonly SpecName[],
	theirs: readonly SpecName[],
	known: readonly Match[],
	votes: Votes,
): Candidate[] {
	const parents = new Map(known.map((match) => [formatPlace(match.ours.place), formatPlace(match.theirs.place)]));
	return ours.flatMap((our) =>
		theirs
			.filter((their) => isSameKind(our, their))
			.map((their) => ({ ours: our, theirs: their, score: scoreOf(our, their, parents, votes) }))
			.filter(({ score }) => score >= TAKEN_FROM),
	);
}

function scoreOf(ours: SpecName, theirs: SpecName, parents: ReadonlyMap<string, string>, votes: Votes): number {
	const name = nameScore(ours, theirs);
	const voted = votes.get(identityOf(ours))?.get(lastName(theirs.place)) ?? 0;
	const context = contextScore(ours, theirs, parents);
	const values = valueScore(ours, theirs);
	// A list of several values in common says more than a name.
	const said = values >= MOSTLY_SHARED && (theirs.values?.length ?? 0) >= SEVERAL ? Math.max(name, values * 0.9) : name;
	const score = said * 0.62 + context * 0.26 + typeScore(ours, theirs) * 0.06 + values * 0.12;
	return score + Math.min(0.08, voted * 0.02);
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
		`name ${lastName(ours.place)} ${parentName(ours.logical)} ${lastName(ours.logical)} ${ours.aliases.join()} ${parentName(theirs.place)} ${lastName(theirs.place)}`,
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
	if (ours.type === theirs.type) return 1;
	return ours.isLeaf ? 0.1 : -1;
}

/** Values of both in common; neither for nor against where one lists none. */
function valueScore(ours: SpecName, theirs: SpecName): number {
	if (ours.values === undefined || theirs.values === undefined) return 0.4;
	const words = (values: readonly unknown[]): readonly string[] =>
		values.map((value) => wordsOf(String(value)).join(' '));
	const [mine, others] = [words([...ours.values, ...Object.keys(ours.logicalValues ?? {})]), words(theirs.values)];
	const shared = others.filter((value) =>
		mine.some((one) => one === value || sharedWords(one.split(' '), value.split(' ')) >= 0.6),
	).length;
	return others.length === 0 ? 0.4 : shared / others.length;
}

function assign(candidates: readonly Candidate[]): Match[] {
	const sorted = [...candidates].sort((one, other) => other.score - one.score);
	const [taken, matches] = [new Set<SpecName>(), [] as Match[]];
	for (const { ours, theirs, score } of sorted) {
		if (taken.has(ours) || taken.has(theirs)) continue;
		taken.add(ours).add(theirs);
		const others = sorted.filter(
			(one) =>
				(one.ours === ours) !== (one.theirs === theirs) &&
				(one.ours === ours ? !taken.has(one.theirs) : !taken.has(one.ours)),
		);
		const next = others[0]?.score ?? 0;
		const alternatives = sorted
			.filter((one) => one.ours === ours && one.theirs !== theirs)
			.slice(0, MOST_ALTERNATIVES)
			.map((one) => one.theirs);
		matches.push({
			ours,
			theirs,
			score,
			isSame: false,
			isSure: score >= SURE_FROM && score - next >= SURE_LEAD,
			alternatives,
		});
	}
	return matches;
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
