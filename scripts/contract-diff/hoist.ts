import { visit } from '../../contract/tools/load';
import { type Json, isObject, keysOf, target, top } from './place';

/** References that the upgrader knows how to move. */
const STAYS = /^#\/(definitions\/|(parameters|responses)\/[^/]+$)/;

/**
 * Gives what a `$ref` into the middle of something names a place among the definitions. Bundling files leaves such
 * references, and they would lead nowhere once the upgrader has moved what stands around them.
 */
export function hoistDefinitions(document: Json): void {
	const found = new Map<string, Json>();
	visit(document, ({ $ref }) => {
		if (typeof $ref === 'string' && !STAYS.test($ref))
			found.set($ref, target({ ...top(document), value: { $ref } }).value);
	});
	const names = new Map([...new Set(found.values())].map((part, index) => [part, `Bundled${index + 1}`]));
	const references = new Map([...found].map(([$ref, part]) => [$ref, `#/definitions/${names.get(part) ?? ''}`]));
	// What stands inside another part is moved first, while its own place can still be found.
	const innermostFirst = [...references].toSorted(([a], [b]) => keysOf(b).length - keysOf(a).length);
	for (const [place, $ref] of innermostFirst) put(document, keysOf(place), { $ref });
	document['definitions'] = {
		...(document['definitions'] as Json | undefined),
		...Object.fromEntries([...names].map(([part, name]) => [name, part])),
	};
	visit(document, (node) => {
		const moved = references.get(String(node['$ref']));
		if (moved !== undefined) node['$ref'] = moved;
	});
}

function put(document: Json, keys: readonly string[], value: Json): void {
	let holder: unknown = document;
	for (const key of keys.slice(0, -1)) holder = isObject(holder) ? holder[key] : undefined;
	if (isObject(holder)) holder[keys.at(-1) ?? ''] = value;
}
