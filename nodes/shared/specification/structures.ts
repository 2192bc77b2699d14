import type { NameCorrection } from '../corrections/document';
import { ENTRIES, depthOf, formatPlace, isWithin } from '../corrections/place';
import type { Place } from '../corrections/place';
import type { SpecName } from './operations';
import { sharedWords, wordsOf } from './words';

/** A difference of structure: which names of both sides it settles, and the correction of one of ours. */
export interface Structure {
	/** The name of ours that is corrected. */
	ours: SpecName;
	/** Names of ours and of theirs that it settles, for which no other match is looked for. */
	settled: readonly SpecName[];
	theirs: readonly SpecName[];
	correction: NameCorrection;
	isSure: boolean;
	why: string;
}

const last = ({ place }: SpecName): string => place.filter((step) => step !== ENTRIES).at(-1) ?? '';
const parent = ({ place }: SpecName): string => formatPlace(place.slice(0, -1));
const words = (name: SpecName): readonly string[] => wordsOf(last(name));

/** Where the list or object of an answer stands there, if in a wrapper. */
export interface WrappedRoot {
	ours: Place;
	theirs: Place;
	isSure: boolean;
}

/** The list or object of an answer stands in a wrapper, or without the one of ours. */
export function wrappedRoot(ours: readonly SpecName[], theirs: readonly SpecName[]): WrappedRoot | undefined {
	const [root, otherRoot] = [rootOf(ours), rootOf(theirs)];
	if (root === undefined || otherRoot === undefined || root.isLeaf) return undefined;
	const isSame = (root.type === 'list') === (otherRoot.type === 'list');
	const candidates = theirs.filter((name) => name.place[0] === 'body' && !name.isLeaf && name.place.length <= 4);
	const fitting = candidates
		.filter((name) => (name.type === 'list') === (root.type === 'list') && !name.place.includes(ENTRIES))
		.map((name) => ({ name, shared: sharedMembers(ours, root.place, theirs, name.place) }))
		.sort((one, other) => other.shared - one.shared || one.name.place.length - other.name.place.length);
	const [best] = fitting;
	if (best === undefined || best.name === otherRoot || best.shared === 0) return undefined;
	// An object with most members directly in it is no wrapper.
	if (isSame && sharedMembers(ours, root.place, theirs, otherRoot.place) >= best.shared) return undefined;
	const second = fitting.find(
		({ name }) => !isWithin(name.place, best.name.place) && !isWithin(best.name.place, name.place),
	);
	const isSure = best.shared >= 2 && (second === undefined || second.shared * 2 < best.shared);
	return { ours: root.place, theirs: best.name.place, isSure };
}

const rootOf = (names: readonly SpecName[]): SpecName | undefined =>
	names.find(({ place }) => place.length === 1 && place[0] === 'body');

/** How many members directly in two containers share their words. */
function sharedMembers(
	ours: readonly SpecName[],
	outer: Place,
	theirs: readonly SpecName[],
	otherOuter: Place,
): number {
	const membersIn = (names: readonly SpecName[], container: Place): SpecName[] => {
		const prefix = [formatPlace(container), `${formatPlace(container)}${ENTRIES}`];
		return names.filter((name) => prefix.includes(parent(name)) && last(name) !== '' && name.place.at(-1) !== ENTRIES);
	};
	const others = membersIn(theirs, otherOuter).map(words);
	return membersIn(ours, outer).filter((name) =>
		others.some(
			(other) =>
				Math.max(sharedWords(words(name), other), sharedWords(wordsOf(name.logical.at(-1) ?? ''), other)) > 0.6,
		),
	).length;
}

const PARTS: ReadonlyArray<{ first: RegExp; second: RegExp; separator: string }> = [
	{ first: /^(first|given|fore)$/, second: /^(last|sur|family)$/, separator: ' ' },
	{ first: /^(start|from|begin)$/, second: /^(end|to|until)$/, separator: '-' },
];

const rawWords = (name: string): string[] =>
	name
		.replace(/([a-z0-9])([A-Z])/g, '$1 $2')
		.toLowerCase()
		.match(/[a-z]+/g) ?? [];

const wordsInOrder = (name: SpecName): string => rawWords(last(name)).join(' ');

interface TextPair {
	ours: SpecName;
	first: SpecName;
	second: SpecName;
	separator: string;
	/** Whether the parts stand where ours does. */
	isSamePart: boolean;
}

/**
 * One text of ours is two of theirs: a name in first and last name, a window in start and end.
 * @param isSamePart whether the place of theirs is in the part where ours stands
 */
export function splitTexts(
	ours: readonly SpecName[],
	theirs: readonly SpecName[],
	isSamePart: (ours: SpecName, theirs: SpecName) => boolean,
	ambient: ReadonlySet<string>,
): Structure[] {
	const texts = theirs.filter(({ isLeaf, type }) => isLeaf && type !== 'boolean');
	const pairs = ours
		.filter((name) => name.isLeaf && name.type === 'text' && name.values === undefined)
		.flatMap((name) => pairsFor(name, texts, isSamePart))
		.filter((pair) => pair.isSamePart || agreesInPlace(pair.ours, pair.first, ambient))
		.sort((one, other) => Number(other.isSamePart) - Number(one.isSamePart));
	const rivals = (pair: TextPair): number =>
		pairs.filter(
			(other) => other.isSamePart === pair.isSamePart && (other.ours === pair.ours || other.first === pair.first),
		).length;
	const taken = new Set<SpecName>();
	return pairs.flatMap((pair): Structure[] => {
		const { ours: name, first, second, separator } = pair;
		if ([name, first, second].some((one) => taken.has(one))) return [];
		[name, first, second].forEach((one) => taken.add(one));
		return [
			{
				ours: name,
				settled: [name],
				theirs: [first, second],
				correction: { to: [formatPlace(first.place), formatPlace(second.place)], separator },
				isSure: rivals(pair) === 1 && areTexts(first, second),
				why: `one text in two parts, ${last(first)} and ${last(second)}`,
			},
		];
	});
}

/** A part that is written as a date, a moment or a number is not a part of our text. */
const areTexts = (...parts: readonly SpecName[]): boolean =>
	parts.every(
		({ type, format }) => (type === 'text' || type === undefined) && (format === undefined || format === 'time'),
	);

/** Whether theirs stands in as many lists as ours, and in nothing that ours does not stand in. */
const agreesInPlace = (ours: SpecName, theirs: SpecName, ambient: ReadonlySet<string>): boolean => {
	const words = (place: Place): readonly string[] =>
		place
			.slice(1, -1)
			.filter((step) => step !== ENTRIES)
			.flatMap(wordsOf);
	const own = new Set([...words(ours.place), ...words(ours.logical)]);
	const isIn = words(theirs.place).every((word) => own.has(word) || ambient.has(word));
	return isIn && words(theirs.place).length > 0 && depthOf(ours.place) === depthOf(theirs.place);
};

function pairsFor(
	name: SpecName,
	texts: readonly SpecName[],
	isSamePart: (ours: SpecName, theirs: SpecName) => boolean,
): TextPair[] {
	const stems = [last(name), name.logical.at(-1) ?? ''].map((text) => wordsOf(text));
	return texts.flatMap((first) =>
		PARTS.flatMap(({ first: begin, second: end, separator }): TextPair[] => {
			const word = rawWords(last(first)).find((one) => begin.test(one));
			if (word === undefined) return [];
			const rest = rawWords(last(first))
				.filter((one) => one !== word)
				.join(' ');
			const second = texts.find(
				(other) =>
					parent(other) === parent(first) &&
					rawWords(last(other)).some((one) => end.test(one)) &&
					rawWords(last(other))
						.filter((one) => !end.test(one))
						.join(' ') === rest,
			);
			const isStem = stems.some((stem) => sharedWords(stem, wordsOf(rest)) >= 0.75);
			if (second === undefined || !isStem) return [];
			return [{ ours: name, first, second, separator, isSamePart: isSamePart(name, first) }];
		}),
	);
}

/** A list of entries told apart by a type, where theirs has a group of members for each type. */
export function keyedEntries(ours: readonly SpecName[], theirs: readonly SpecName[]): Structure[] {
	return ours
		.filter(({ type, isLeaf }) => type === 'list' && !isLeaf)
		.flatMap((list): Structure[] => {
			const prefix = `${formatPlace(list.place)}${ENTRIES}`;
			const members = ours.filter((name) => parent(name) === prefix && name.isLeaf);
			const key = members.find(({ logicalValues }) => logicalValues !== undefined);
			const values = members.filter((name) => name !== key);
			if (key?.logicalValues === undefined || values.length === 0) return [];
			const outer = depthOf(list.place);
			// What has a name of its own in the contract is no group of the list.
			const plain = ours.filter((name) => name.isLeaf && depthOf(name.place) === outer).map(wordsInOrder);
			const groups = theirs.filter((name) => depthOf(name.place) === outer && !plain.includes(wordsInOrder(name)));
			const found = Object.entries(key.logicalValues).flatMap(([logical, wire]) => {
				const places = values.map((value): [string, SpecName | undefined] => [
					value.logical.at(-1) ?? '',
					memberFor([logical, wire], value, groups, values),
				]);
				return places.some(([, place]) => place === undefined)
					? []
					: [{ logical, places: places as Array<[string, SpecName]> }];
			});
			if (found.length === 0) return [];
			return [
				{
					ours: list,
					settled: [list, ...ours.filter((name) => formatPlace(name.place).startsWith(prefix))],
					theirs: found.flatMap(({ places }) => places.map(([, place]) => place)),
					correction: {
						entries: {
							by: key.logical.at(-1) ?? '',
							members: Object.fromEntries(
								found.map(({ logical, places }) => [
									logical,
									Object.fromEntries(places.map(([name, place]) => [name, formatPlace(place.place)])),
								]),
							),
						},
					},
					isSure: true,
					why: 'entries of a list that are members of their own there',
				},
			];
		});
}

/** The member of theirs whose name holds the words of a type and of a member. */
function memberFor(
	keys: readonly string[],
	value: SpecName,
	theirs: readonly SpecName[],
	all: readonly SpecName[],
): SpecName | undefined {
	const own = rawWords(last(value));
	const candidates = theirs.filter((name) => name.isLeaf && own.every((word) => rawWords(last(name)).includes(word)));
	const scored = candidates
		.map((name) => {
			const rest = rawWords(last(name)).filter((word) => !all.some((one) => rawWords(last(one)).includes(word)));
			return { name, score: Math.max(...keys.map((key) => sharedLetters(rawWords(key.replaceAll('_', ' ')), rest))) };
		})
		.filter(({ score }) => score >= 0.5)
		.sort((one, other) => other.score - one.score);
	return scored[0]?.name;
}

/** Words in common, where one may be the beginning of the other: `id` and `identity`. */
function sharedLetters(one: readonly string[], other: readonly string[]): number {
	if (one.length === 0 || other.length === 0) return 0;
	const alike = (word: string, known: string): boolean =>
		word === known || word.startsWith(known) || known.startsWith(word);
	const shared = one.filter((word) => other.some((known) => alike(word, known))).length;
	return shared / Math.max(one.length, other.length);
}
