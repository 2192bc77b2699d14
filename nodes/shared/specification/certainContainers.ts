import { ENTRIES, formatPlace } from '../corrections/place';
import type { Place } from '../corrections/place';
import type { Ambient } from './meaning';
import { agreement, isWrittenAlike, saysTheSame } from './meaning';
import type { SpecName } from './operations';
import { wordsOf } from './words';

const SECTIONS = ['path', 'query', 'header', 'body'];
/** Members that a container must share with ours to be the same by what is in it, and which part of the smaller one. */
const ENOUGH = 3;
const MOST = 0.6;

const parentOf = (place: Place): string => formatPlace(place.slice(0, -1));
const lastOf = (place: Place): string => place.filter((step) => step !== ENTRIES).at(-1) ?? '';

/** Parts of a request or answer that are the same beyond doubt: our place to theirs, the sections among them. */
export function certainContainers(
	ours: readonly SpecName[],
	theirs: readonly SpecName[],
	ambient: Ambient,
): ReadonlyMap<string, string> {
	const found = new Map(SECTIONS.map((section) => [section, section]));
	const [own, others] = [ours, theirs].map((names) => new Containers(names)) as [Containers, Containers];
	const add = (one: SpecName, other: SpecName): void => {
		found.set(formatPlace(one.place), formatPlace(other.place));
		if (one.type === 'list') found.set(`${formatPlace(one.place)}${ENTRIES}`, `${formatPlace(other.place)}${ENTRIES}`);
	};
	const isSamePart = (one: SpecName, other: SpecName): boolean =>
		found.get(parentOf(one.place)) === parentOf(other.place);
	const tests: ReadonlyArray<(one: SpecName, other: SpecName) => boolean> = [
		(one, other) => formatPlace(one.place) === formatPlace(other.place),
		(one, other) => isSamePart(one, other) && isWrittenAlike(one, other),
		(one, other) => isSamePart(one, other) && saysTheSame(one, other),
		(one, other) => agreement(one, other, ambient) === 'wholly',
		(one, other) => isSamePart(one, other) && isRelated(one, other) && own.holdsTheSame(one, others, other),
		(one, other) => agreement(one, other, ambient) !== 'none' && own.holdsTheSame(one, others, other),
	];
	if (own.root?.type === 'list' && others.root?.type === 'list') found.set(`body${ENTRIES}`, `body${ENTRIES}`);
	for (let isNew = true; isNew;) {
		isNew = false;
		for (const test of tests) {
			const taken = new Set(found.values());
			const open = own.all.filter(({ place }) => !found.has(formatPlace(place)));
			const free = others.all.filter(({ place }) => !taken.has(formatPlace(place)));
			const fitting = open.map((one) => free.filter((other) => one.type === other.type && test(one, other)));
			open.forEach((one, index) => {
				const [only] = fitting[index] ?? [];
				if (only === undefined || (fitting[index]?.length ?? 0) > 1) return;
				if (fitting.some((list, other) => other !== index && list.includes(only))) return;
				add(one, only);
				isNew = true;
			});
			// What is certain in a stronger way comes first, in what it holds, too.
			if (isNew) break;
		}
	}
	return found;
}

/** The containers of one side with what is directly in them. */
class Containers {
	readonly all: readonly SpecName[];
	readonly root: SpecName | undefined;
	private readonly members = new Map<string, SpecName[]>();

	constructor(names: readonly SpecName[]) {
		this.all = names.filter(({ isLeaf, place }) => !isLeaf && place.at(-1) !== ENTRIES && place.length > 1);
		this.root = names.find(({ place }) => place.length === 1 && place[0] === 'body');
		for (const name of names) {
			if (name.place.at(-1) === ENTRIES) continue;
			const holder = parentOf(name.place);
			this.members.set(holder, [...(this.members.get(holder) ?? []), name]);
		}
	}

	private membersOf({ place, type }: SpecName): readonly SpecName[] {
		return this.members.get(formatPlace(place) + (type === 'list' ? ENTRIES : '')) ?? [];
	}

	/** Whether most of what is in one is in the other, by the words of the names alone. */
	holdsTheSame(one: SpecName, others: Containers, other: SpecName): boolean {
		const [mine, theirs] = [this.membersOf(one), others.membersOf(other)];
		const smaller = Math.min(mine.length, theirs.length);
		if (smaller < ENOUGH) return false;
		const shared = mine.filter((name) =>
			theirs.some((their) => isWrittenAlike(name, their) || saysTheSame(name, their)),
		).length;
		return shared >= ENOUGH && shared / smaller >= MOST;
	}
}

/** Whether every word of theirs is related to one of ours: `emergencyLocation` and `emergencyAddress`. */
function isRelated(ours: SpecName, theirs: SpecName): boolean {
	const own = new Set([
		...wordsOf(lastOf(ours.place)),
		...wordsOf(lastOf(ours.logical)),
		...ours.place.flatMap(wordsOf),
	]);
	const other = wordsOf(lastOf(theirs.place));
	return other.length > 0 && other.every((word) => own.has(word));
}
