import { distance } from 'fastest-levenshtein';

/** Something with a name, to be found again under another. */
export interface Named {
	name: string;
	/** Other names that are known to mean the same. */
	aliases: readonly string[];
	/** Type in words; undefined when unknown. */
	type: string | undefined;
	/** Names of its own fields. */
	fields: readonly string[];
}

const LIKELY = 0.7;

/** Pairs of names that likely mean the same, the likeliest first; each name is in one pair at most. */
export function likelyRenames<O extends Named, T extends Named>(
	ours: readonly O[],
	theirs: readonly T[],
): Array<[O, T]> {
	const candidates = ours
		.flatMap((our) => theirs.map((their) => ({ our, their, score: likeness(our, their) })))
		.filter(({ score }) => score >= LIKELY)
		.toSorted((a, b) => b.score - a.score);
	const taken = new Set<Named>();
	return candidates.flatMap(({ our, their }) => {
		if (taken.has(our) || taken.has(their)) return [];
		taken.add(our).add(their);
		return [[our, their] as [O, T]];
	});
}

function likeness(ours: Named, theirs: Named): number {
	if (ours.type !== undefined && theirs.type !== undefined && ours.type !== theirs.type) return 0;
	const names = [ours.name, ...ours.aliases].map((name) => nameLikeness(name, theirs.name));
	return Math.max(...names, fieldLikeness(ours.fields, theirs.fields));
}

/** From 0 to 1: the same letters are 1, words of one name among those of the other at least 0.8. */
export function nameLikeness(a: string, b: string): number {
	const spelling = spelledAlike(a, b);
	if (spelling === 1) return 1;
	const [shorter = [], longer = []] = [wordsOf(a), wordsOf(b)].toSorted((one, other) => one.length - other.length);
	const isPart = shorter.length > 0 && shorter.every((word) => longer.some((other) => sameWord(word, other)));
	return isPart ? 0.8 + spelling * 0.19 : spelling >= 0.75 ? spelling * 0.99 : 0;
}

/** From 0 to 1: how alike two texts are spelled, letters and digits alone. */
export function spelledAlike(a: string, b: string): number {
	const [left, right] = [plain(a), plain(b)];
	return left === right ? 1 : 1 - distance(left, right) / Math.max(left.length, right.length);
}

const plain = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '');
const wordsOf = (name: string): string[] =>
	name
		.replace(/([a-z0-9])([A-Z])/g, '$1 $2')
		.toLowerCase()
		.match(/[a-z0-9]+/g) ?? [];

/** The same word, or one cut short: `ref` of `reference`. */
function sameWord(a: string, b: string): boolean {
	const [short, long] = a.length <= b.length ? [a, b] : [b, a];
	return short === long || (short.length >= 3 && long.startsWith(short));
}

/** Objects with nearly the same fields, whatever their names. */
function fieldLikeness(ours: readonly string[], theirs: readonly string[]): number {
	const common = ours.filter((name) => theirs.includes(name)).length;
	return common < 2 ? 0 : (common / new Set([...ours, ...theirs]).size) * 0.9;
}
