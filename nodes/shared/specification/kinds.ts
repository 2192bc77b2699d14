import { ENTRIES, formatPlace } from '../corrections/place';
import type { SpecName } from './operations';
import { isYesOrNo } from './values';

/** Kinds of values of which a container often has one alone: then the kind says which it is. */
type Kind = 'date' | 'switch' | 'id' | 'name';

function kindOf({ type, format, values, place }: SpecName): Kind | undefined {
	const name = place.filter((step) => step !== ENTRIES).at(-1) ?? '';
	if (type === 'boolean' || isYesOrNo(values)) return 'switch';
	if (format === 'date' || format === 'date-time') return 'date';
	if (values !== undefined) return undefined;
	if (/(^id|Id|ID|_id)$/.test(name)) return 'id';
	return /name$/i.test(name) && !/(file|user)_?name$/i.test(name) ? 'name' : undefined;
}

/** Which of some names are the only one of their kind, in their container or among all of them. */
export function kindsOf(names: readonly SpecName[]): {
	kindOf: (name: SpecName) => Kind | undefined;
	isOnly: (name: SpecName, where: 'container' | 'half') => boolean;
} {
	const kinds = new Map(names.map((name) => [name, kindOf(name)]));
	const counts = new Map<string, number>();
	const keyOf = (name: SpecName, where: 'container' | 'half'): string | undefined => {
		const kind = kinds.get(name);
		if (kind === undefined) return undefined;
		return where === 'half' ? kind : `${kind} ${formatPlace(name.place.slice(0, -1))}`;
	};
	for (const name of names) {
		for (const where of ['container', 'half'] as const) {
			const key = keyOf(name, where);
			if (key !== undefined) counts.set(key, (counts.get(key) ?? 0) + 1);
		}
	}
	return {
		kindOf: (name) => kinds.get(name),
		isOnly: (name, where) => {
			const key = keyOf(name, where);
			return key !== undefined && counts.get(key) === 1;
		},
	};
}
