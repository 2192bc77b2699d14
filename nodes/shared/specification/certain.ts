import { ENTRIES, depthOf, formatPlace } from '../corrections/place';
import type { Place } from '../corrections/place';
import { certainContainers } from './certainContainers';
import { contradiction } from './contradiction';
import type { Ambient } from './meaning';
import { agreement, isSentAs, isTelling, isWrittenAlike, keysOf, saysTheSame } from './meaning';
import type { SpecName } from './operations';

/** Two names that mean the same beyond doubt, and what says so. */
export interface CertainPair {
	ours: SpecName;
	theirs: SpecName;
	why: string;
}

/**
 * Ways in which two names are known to be the same, the strongest first: each is looked for among
 * what the ones before have left.
 */
type Evidence = 'spelling' | 'words' | 'values' | 'place' | 'elsewhere';

const WHY: Readonly<Record<Evidence, string>> = {
	spelling: 'the same name in the same part',
	words: 'the same words in the same part, and no other name there has them',
	values: 'the same values, and no other name has them',
	place: 'the same words in name and place, and no other name has them',
	elsewhere: 'the same words, in another part, and no other name has them',
};

const parentOf = (place: Place): string => formatPlace(place.slice(0, -1));

/**
 * Leaves of one half of an operation that mean the same beyond doubt: by spelling, words, values and place, if no other
 * name of either side could be meant and nothing of type, format, values, unit and description speaks against it.
 * Everything else is a question.
 */
export function certainPairs(
	ours: readonly SpecName[],
	theirs: readonly SpecName[],
	ambient: Ambient,
	containers = certainContainers(ours, theirs, ambient),
): CertainPair[] {
	const isSamePart = (own: SpecName, other: SpecName): boolean =>
		containers.get(parentOf(own.place)) === parentOf(other.place);
	const pairs = new Map<SpecName, CertainPair>();
	const taken = new Set<SpecName>();
	const leaves = (names: readonly SpecName[]): SpecName[] => names.filter(({ isLeaf }) => isLeaf);
	const [own, others] = [leaves(ours), leaves(theirs)];
	const index = indexOf(others);
	const written = new Map(others.map((name) => [placeKey(name), name]));
	const tests: Readonly<Record<Evidence, (one: SpecName, other: SpecName) => boolean>> = {
		spelling: (one, other) => isSamePart(one, other) && isWrittenAlike(one, other),
		words: (one, other) => isSamePart(one, other) && saysTheSame(one, other),
		values: (one, other) => sharesValues(one, other) && !leavesList(one, other),
		place: (one, other) => agreement(one, other, ambient) === 'wholly' && !leavesList(one, other),
		elsewhere: (one, other) => isTelling(one) && agreement(one, other, ambient) !== 'none' && !leavesList(one, other),
	};
	for (const name of own) {
		const same = written.get(placeKey(name));
		if (same === undefined) continue;
		pairs.set(name, { ours: name, theirs: same, why: 'the same' });
		taken.add(same);
	}
	for (const evidence of Object.keys(tests) as Evidence[]) {
		const fits = (one: SpecName, other: SpecName): boolean => !taken.has(other) && tests[evidence](one, other);
		const found = own
			.filter((name) => !pairs.has(name))
			.map((name) => ({ name, fitting: candidatesFor(name, index, evidence).filter((other) => fits(name, other)) }));
		for (const { name, fitting } of found) {
			const [only] = fitting;
			if (only === undefined || fitting.length > 1) continue;
			if (found.some((other) => other.name !== name && other.fitting.includes(only))) continue;
			pairs.set(name, { ours: name, theirs: only, why: WHY[evidence] });
		}
		for (const { theirs: one } of pairs.values()) taken.add(one);
	}
	return [...pairs.values()].filter(
		({ ours: one, theirs: other }) =>
			contradiction(one, other) === undefined && rivalOf(one, other, candidatesFor(one, index, 'words')) === undefined,
	);
}

const isSameName = (one: SpecName, other: SpecName): boolean => placeKey(one) === placeKey(other);

/**
 * Another name that may be meant: it is in the same part and fits better, or elsewhere it is called
 * as ours is sent.
 */
function rivalOf(ours: SpecName, theirs: SpecName, candidates: readonly SpecName[]): SpecName | undefined {
	const fit = fitness(ours, theirs);
	const isSent = isSameName(ours, theirs) || isSentAs(ours, theirs);
	return candidates.find((other) => {
		if (isSameName(other, theirs)) return false;
		if (parentOf(other.place) === parentOf(theirs.place))
			return (saysTheSame(ours, other) || isSentAs(ours, other, 'or more')) && fitness(ours, other) > fit;
		return !isSent && other.place[0] === theirs.place[0] && isSentAs(ours, other);
	});
}

/** How well type and format fit. */
function fitness(ours: SpecName, theirs: SpecName): number {
	const isType = ours.type === undefined || theirs.type === undefined || ours.type === theirs.type;
	return (isType ? 2 : 0) + (ours.format === theirs.format ? 1 : 0);
}

const placeKey = ({ place }: SpecName): string =>
	place[0] === 'header' ? formatPlace(place).toLowerCase() : formatPlace(place);

interface Index {
	byWord: ReadonlyMap<string, readonly SpecName[]>;
	withValues: readonly SpecName[];
}

function indexOf(names: readonly SpecName[]): Index {
	const byWord = new Map<string, SpecName[]>();
	for (const name of names) {
		for (const word of keysOf(name)) {
			const known = byWord.get(word);
			if (known === undefined) byWord.set(word, [name]);
			else known.push(name);
		}
	}
	return { byWord, withValues: names.filter(({ values }) => (values?.length ?? 0) >= SEVERAL) };
}

/** Only names with a word in common can say the same. */
const candidatesFor = (name: SpecName, { byWord, withValues }: Index, evidence: Evidence): SpecName[] =>
	evidence === 'values' ? [...withValues] : [...new Set(keysOf(name).flatMap((word) => byWord.get(word) ?? []))];

/** A value of each entry there where ours has one, or the other way round: which entry is meant must be said. */
const leavesList = (ours: SpecName, theirs: SpecName): boolean => {
	const inBody = ours.place[0] === 'body' && theirs.place[0] === 'body';
	return inBody && depthOf(ours.place) !== depthOf(theirs.place) && ours.place.includes(ENTRIES);
};

/** As many values as two lists do not have in common by chance. */
const SEVERAL = 3;
const MOST = 0.6;

const plain = (value: unknown): string =>
	String(value)
		.replace(/[^a-zA-Z0-9]/g, '')
		.toLowerCase();

function sharesValues(ours: SpecName, theirs: SpecName): boolean {
	if (ours.values === undefined || theirs.values === undefined) return false;
	const own = new Set([...ours.values, ...Object.keys(ours.logicalValues ?? {})].map(plain));
	const shared = theirs.values.filter((value) => own.has(plain(value))).length;
	return shared >= SEVERAL && shared / Math.max(ours.values.length, theirs.values.length) >= MOST;
}
