import { ENTRIES } from '../corrections/place';
import type { Place } from '../corrections/place';
import type { SpecName } from './operations';
import { meaningOf } from './words';

/** Words that say how something is packed, not what it is. */
const PACKING = new Set(
	[
		'list array item entry detail info information data object collection set element record related party body',
		'payload request response attribute resource field the of a an for by full value',
	].flatMap((line) => line.split(' ')),
);

/** Words that many names have: two names that differ in one of them are not the same, but a name may do without. */
const WEAK = new Set(['number', 'name', 'code', 'id']);

/** What a name says, in words that mean the same for everybody. */
interface Saying {
	strong: ReadonlySet<string>;
	weak: ReadonlySet<string>;
}

/** What a name of a document means by its own words and by those of what it stands in. */
export interface Meaning {
	/** Its last step, in each way it is called: first as it is sent. */
	sayings: readonly Saying[];
	/** Words of the whole place, without packing. */
	place: ReadonlySet<string>;
}

const isWord = (word: string): boolean => !PACKING.has(word);

function sayingOf(name: string): Saying {
	const words = meaningOf(name).filter(isWord);
	return {
		strong: new Set(words.filter((word) => !WEAK.has(word))),
		weak: new Set(words.filter((word) => WEAK.has(word))),
	};
}

const lastOf = (place: Place): string => place.filter((step) => step !== ENTRIES).at(-1) ?? '';

const wordsOfPlace = (place: Place): string[] =>
	place
		.slice(1)
		.filter((step) => step !== ENTRIES)
		.flatMap((step) => meaningOf(step).filter(isWord));

const known = new WeakMap<SpecName, Meaning>();

/** What a name means; of ours, by the contract's name, the logical name and its aliases. */
export function meaningIn(name: SpecName): Meaning {
	const found = known.get(name);
	if (found !== undefined) return found;
	const names = new Set([
		lastOf(name.place),
		lastOf(name.logical),
		...name.aliases.filter((alias) => !alias.includes('.')),
	]);
	const meaning = {
		sayings: [...names].filter(Boolean).map(sayingOf),
		place: new Set([...wordsOfPlace(name.place), ...wordsOfPlace(name.logical)]),
	};
	known.set(name, meaning);
	return meaning;
}

const isSubset = (some: Iterable<string>, ...wholes: Array<ReadonlySet<string>>): boolean =>
	[...some].every((word) => wholes.some((whole) => whole.has(word)));

const isEqual = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
	one.size === other.size && isSubset(one, other);

/** How well the places of two names that say the same agree. */
export type Agreement = 'none' | 'partly' | 'wholly';

/** Words that need not be said where two operations are compared that both have them. */
export type Ambient = ReadonlySet<string>;

/** Words that both operations have in their paths and ids. */
export const ambientOf = (one: string, other: string): Ambient => {
	const said = new Set(meaningOf(other));
	return new Set(meaningOf(one).filter((word) => said.has(word)));
};

const strongIn = (words: ReadonlySet<string>): string[] => [...words].filter((word) => !WEAK.has(word));

/**
 * Whether two names say the same: every word of either is said by the other or by what it stands in. `wholly` if the
 * places say the same, too; `partly` if the names themselves do and theirs stands in less than ours, and nothing else.
 */
export function agreement(ours: SpecName, theirs: SpecName, ambient: Ambient): Agreement {
	const [own, other] = [meaningIn(ours), meaningIn(theirs)];
	const [[sent], [their]] = [own.sayings, other.sayings];
	if (sent === undefined || their === undefined || !saysTheSame(ours, theirs)) return 'none';
	if (!isSubset(strongIn(other.place), own.place, ambient)) return 'none';
	if (isSubset(strongIn(own.place), other.place, ambient)) return 'wholly';
	return isEqual(sent.strong, their.strong) ? 'partly' : 'none';
}

/** Whether two names say the same to one who knows that they stand in the same part. */
export function saysTheSame(ours: SpecName, theirs: SpecName): boolean {
	const [own, other] = [meaningIn(ours), meaningIn(theirs)];
	const [their] = other.sayings;
	if (their === undefined) return false;
	return own.sayings.some(
		(saying) =>
			hasCommonWord(saying, their) &&
			isSubset(saying.strong, their.strong, other.place) &&
			isSubset(their.strong, saying.strong, own.place) &&
			(saying.weak.size === 0 || their.weak.size === 0 || isEqual(saying.weak, their.weak)),
	);
}

const hasCommonWord = (ours: Saying, theirs: Saying): boolean =>
	[...ours.strong].some((word) => theirs.strong.has(word)) || [...ours.weak].some((word) => theirs.weak.has(word));

/** Whether a name has a word of its own, one that says more than that it is a name, number, code or id. */
export const isTelling = (name: SpecName): boolean => meaningIn(name).sayings.some(({ strong }) => strong.size > 0);

/** Whether theirs has the words of the name that ours is sent as, and `or more`. */
export function isSentAs(ours: SpecName, theirs: SpecName, more?: 'or more'): boolean {
	const [[sent], [their]] = [meaningIn(ours).sayings, meaningIn(theirs).sayings];
	if (sent === undefined || their === undefined || sent.strong.size === 0) return false;
	return more === undefined
		? isEqual(sent.strong, their.strong) && isEqual(sent.weak, their.weak)
		: isSubset(sent.strong, their.strong);
}

const plain = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '');

/** Whether theirs is written as ours is, but for case and punctuation. */
export const isWrittenAlike = (ours: SpecName, theirs: SpecName): boolean => {
	const written = plain(lastOf(theirs.place));
	return written === plain(lastOf(ours.place)) || written === plain(lastOf(ours.logical));
};

/** Words by which names that may say the same are found. */
export const keysOf = (name: SpecName): string[] => [
	...new Set(meaningIn(name).sayings.flatMap(({ strong, weak }) => [...strong, ...weak])),
];
