import { UnreadableSpecification } from './unreadable';

export type Json = Record<string, unknown>;

/** An object of a document, and the keys that lead to it. */
export interface Place {
	readonly root: Json;
	readonly path: readonly string[];
	readonly value: Json;
}

export const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;

/** The document itself as a place. */
export const top = (root: Json): Place => ({ root, path: [], value: root });

/** The place below another, as it stands: a `$ref` is not followed. Undefined when there is no object. */
export function below(place: Place, ...keys: string[]): Place | undefined {
	let value: unknown = place.value;
	for (const key of keys) value = isObject(value) ? value[key] : undefined;
	return isObject(value) ? { root: place.root, path: [...place.path, ...keys], value } : undefined;
}

/** Every object below a key, by its own key. */
export function entriesBelow(place: Place | undefined, key?: string): Array<[string, Place]> {
	const holder = place && key !== undefined ? below(place, key) : place;
	if (!holder) return [];
	return Object.keys(holder.value).flatMap((name) => {
		const entry = below(holder, name);
		return entry ? [[name, entry] as [string, Place]] : [];
	});
}

/** Name of a place within its document. */
export const idOf = (place: Place): string => place.path.join('\n');

/**
 * Where the chain of `$ref` that starts at a place ends; the place itself when it has none.
 * @throws UnreadableSpecification for a `$ref` that leads nowhere or back to itself
 */
export function target(place: Place): Place {
	const seen = new Set<string>();
	let found = place;
	for (let next = referenced(found); next; next = referenced(found)) {
		if (seen.has(idOf(next)))
			throw new UnreadableSpecification(`$ref ${String(place.value['$ref'])} leads back to itself`);
		seen.add(idOf(next));
		found = next;
	}
	return found;
}

/** What the `$ref` of a place names; undefined when it has none. */
export function referenced(place: Place): Place | undefined {
	const { $ref } = place.value;
	if (typeof $ref !== 'string') return undefined;
	const found = /^#(\/|$)/.test($ref) ? below(top(place.root), ...keysOf($ref)) : undefined;
	if (!found) throw new UnreadableSpecification(`$ref ${$ref} cannot be resolved`);
	return found;
}

/** Keys of a reference within a document. */
export const keysOf = ($ref: string): string[] => $ref.split('/').slice(1).map(unescape);

/** RFC 6901 in a URI fragment: percent-encoded, `~1` for a slash, `~0` for a tilde. */
function unescape(key: string): string {
	return decodeURIComponent(key).replaceAll('~1', '/').replaceAll('~0', '~');
}
