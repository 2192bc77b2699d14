import { type Place, below, entriesBelow, idOf, isObject, referenced, target } from './place';

/** A schema with all that `$ref` and `allOf` add to it; alternatives (`oneOf`, `anyOf`) are kept beside. */
export interface SchemaView {
	/** Where it stands: the property, the items or the media type that holds it. */
	site: Place;
	/** Where its chain of `$ref` ends. */
	target: Place;
	/** The schemas it consists of; the earlier one wins. */
	fragments: Place[];
	variants: SchemaView[];
	nullable: boolean;
}

/** The schema at a place, read together with what it refers to. */
export function viewOf(site: Place, seen: ReadonlySet<string> = new Set()): SchemaView {
	const inner = new Set(seen);
	const view: SchemaView = {
		site,
		target: target(site),
		fragments: collect(site, inner),
		variants: [],
		nullable: false,
	};
	for (const fragment of [...view.fragments]) {
		for (const key of ['oneOf', 'anyOf']) {
			const branches = entriesBelow(fragment, key).map(([, branch]) => branch);
			view.nullable ||= branches.some(isNull);
			const stated = branches.filter((branch) => !isNull(branch) && !isAlternative(branch));
			const [single] = stated;
			if (single && stated.length === 1) view.fragments.push(...collect(single, inner));
			else
				view.variants.push(
					...stated.filter((branch) => !inner.has(idOf(branch))).map((branch) => viewOf(branch, inner)),
				);
		}
	}
	return view;
}

function collect(place: Place, seen: Set<string>): Place[] {
	if (seen.has(idOf(place))) return [];
	seen.add(idOf(place));
	const next = referenced(place);
	const parts = entriesBelow(place, 'allOf').flatMap(([, part]) => collect(part, seen));
	return [place, ...(next ? collect(next, seen) : []), ...parts];
}

const isNull = ({ value }: Place): boolean => value['type'] === 'null';
/** "One of these fields is mandatory": a branch that only says `required`. */
const isAlternative = ({ value }: Place): boolean =>
	Object.keys(value).every((key) => key === 'required' || key.startsWith('x-'));

/** Properties by name, those of every alternative too. */
export function propertiesOf(view: SchemaView): Map<string, SchemaView> {
	const found = new Map<string, SchemaView>();
	const add = (name: string, property: SchemaView): void => {
		const known = found.get(name);
		if (known)
			known.fragments.push(
				...property.fragments.filter((one) => !known.fragments.some((other) => idOf(other) === idOf(one))),
			);
		else found.set(name, { ...property, fragments: [...property.fragments] });
	};
	for (const fragment of view.fragments) {
		for (const [name, place] of entriesBelow(fragment, 'properties')) add(name, viewOf(place));
	}
	for (const variant of view.variants) propertiesOf(variant).forEach((property, name) => add(name, property));
	return found;
}

/** Mandatory properties with the list that says so; of alternatives, what all of them demand. */
export function requiredOf(view: SchemaView): Map<string, Place> {
	const found = new Map<string, Place>();
	for (const fragment of view.fragments) {
		const list = below(fragment, 'required');
		if (list && Array.isArray(list.value)) {
			for (const name of list.value as unknown[])
				if (typeof name === 'string' && !found.has(name)) found.set(name, fragment);
		}
	}
	const [first, ...others] = view.variants.map(requiredOf);
	first?.forEach((place, name) => {
		if (others.every((other) => other.has(name)) && !found.has(name)) found.set(name, place);
	});
	return found;
}

/** Sets of properties of which one must be there, as the branches that only say `required` state them. */
export function alternativesOf(view: SchemaView): string[][] {
	return view.fragments.flatMap((fragment) =>
		['oneOf', 'anyOf'].flatMap((key) =>
			entriesBelow(fragment, key)
				.filter(([, branch]) => isAlternative(branch) && Array.isArray(branch.value['required']))
				.map(([, branch]) => (branch.value['required'] as string[]).toSorted()),
		),
	);
}

/** Schema of a list's items. */
export function itemsOf(view: SchemaView): SchemaView | undefined {
	for (const fragment of view.fragments) {
		const items = below(fragment, 'items');
		if (items && !Array.isArray(items.value)) return viewOf(items);
	}
	return undefined;
}

/** The first fragment that says something under a key. */
export function holderOf(view: SchemaView, key: string): Place | undefined {
	return view.fragments.find(({ value }) => value[key] !== undefined);
}

/** Type of a schema, inferred from its parts where it is not stated; `null` apart. Undefined when nothing tells. */
export function typeOf(view: SchemaView): { type: string | undefined; nullable: boolean } {
	const stated = holderOf(view, 'type')?.value['type'];
	const types = new Set(stated === undefined ? inferredTypes(view) : [stated].flat().map(String));
	const nullable = types.delete('null') || view.nullable;
	return { type: types.size > 0 ? [...types].toSorted().join(' or ') : undefined, nullable };
}

function inferredTypes(view: SchemaView): string[] {
	if (holderOf(view, 'properties')) return ['object'];
	if (holderOf(view, 'items')) return ['array'];
	const values = valuesOf(view);
	if (values) return values.map((value) => (value === null ? 'null' : typeof value));
	return view.variants.flatMap((variant) => typeOf(variant).type ?? []);
}

/** The values that a schema allows, when it lists them. */
export function valuesOf(view: SchemaView): unknown[] | undefined {
	const listed = holderOf(view, 'enum')?.value['enum'];
	if (Array.isArray(listed)) return listed as unknown[];
	const constant = holderOf(view, 'const');
	if (constant) return [constant.value['const']];
	const branches = view.variants.map(valuesOf);
	return branches.length > 0 && branches.every(isObject) ? branches.flatMap((values) => values ?? []) : undefined;
}
