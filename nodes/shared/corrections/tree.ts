import { ENTRIES, selectorOf } from './place';
import type { Place, Selector } from './place';

export type Json = Record<string, unknown>;

/** Names of members, and numbers or a member of entries, that lead to one value. */
export type Path = ReadonlyArray<string | number | Selector>;

export const isObject = (value: unknown): value is Json =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** A value that is put together from parts: containers come into being as they are needed. */
export class Tree {
	private root: unknown;

	get value(): unknown {
		return this.root;
	}

	/** Puts a value at a path; what stands there as a container takes the members of another. */
	put(path: Path, value: unknown): void {
		if (path.length === 0) {
			this.root = merge(this.root, value);
			return;
		}
		this.root ??= emptyFor(path[0]);
		let holder = this.root;
		for (const [index, wanted] of path.entries()) {
			const step = typeof wanted === 'object' ? entryOf(holder, wanted) : wanted;
			if (typeof holder !== 'object' || holder === null || Array.isArray(holder) !== (typeof step === 'number')) return;
			const container = holder as Record<string | number, unknown>;
			if (index === path.length - 1) {
				define(container, step, merge(Object.hasOwn(container, step) ? container[step] : undefined, value));
				return;
			}
			if (!Object.hasOwn(container, step)) define(container, step, emptyFor(path[index + 1]));
			holder = container[step];
		}
	}

	/** Puts a value only where nothing stands yet. */
	putIfAbsent(path: Path, value: unknown): void {
		if (at(this.root, path) === undefined) this.put(path, structuredClone(value));
	}
}

/** What stands at a path; undefined when nothing does. */
export function at(value: unknown, path: Path): unknown {
	return path.reduce<unknown>((holder, wanted) => {
		const step = typeof wanted === 'object' ? indexOf(holder, wanted) : wanted;
		return typeof holder === 'object' && holder !== null && Object.hasOwn(holder, step)
			? (holder as Record<string | number, unknown>)[step]
			: undefined;
	}, value);
}

/** Whether an entry of a list is the one that a place means. */
export const isSelected = (entry: unknown, { name, value }: Selector): boolean =>
	isObject(entry) && Object.hasOwn(entry, name) && String(entry[name]) === value;

const indexOf = (list: unknown, selector: Selector): number =>
	Array.isArray(list) ? (list as unknown[]).findIndex((entry) => isSelected(entry, selector)) : -1;

/** Number of the entry, which comes into being if it is not there. */
function entryOf(list: unknown, selector: Selector): number {
	const found = indexOf(list, selector);
	if (found >= 0 || !Array.isArray(list)) return found;
	list.push({ [selector.name]: selector.value });
	return list.length - 1;
}

/**
 * The path of a place for the entries a value came from, outermost first.
 * @throws RangeError when the place goes through fewer lists, and the value is not of the first entry
 */
export function pathOf(place: Place, entries: readonly number[]): Path {
	let used = 0;
	const path = place.map((step) => (step === ENTRIES ? (entries[used++] ?? 0) : (selectorOf(step) ?? step)));
	if (entries.slice(used).some((entry) => entry > 0)) throw new RangeError('holds one entry, and more were given');
	return path;
}

const emptyFor = (step: Path[number] | undefined): unknown =>
	typeof step === 'number' || typeof step === 'object' ? [] : {};

/** Own members only, whatever their name: `__proto__` is a name like any other. */
const define = (container: object, step: string | number, value: unknown): void =>
	void Object.defineProperty(container, step, { value, enumerable: true, configurable: true, writable: true });

function merge(known: unknown, value: unknown): unknown {
	if (!isObject(known) || !isObject(value)) return value;
	return { ...known, ...value };
}
