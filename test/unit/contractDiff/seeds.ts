import type { Difference } from '../../../scripts/contract-diff/difference';
import type { Choice } from './alteration';
import { alterations } from './alterations';
import type { Copy } from './copy';
import { Random } from './random';

/** What the report must say of an alteration. */
export type Expected = Pick<Difference, 'kind' | 'aspect' | 'name'>;

/** A copy with alterations, and what they must be reported as. */
export interface Seeded {
	copy: Copy;
	expected: Expected[];
	/** Kinds of alteration that were made. */
	kinds: string[];
}

/**
 * Alters a copy at `count` places that a seed chooses: every kind of alteration in turn, each place once, structural
 * ones (names and whether something is there) once in an object.
 */
export function seed(original: Copy, number: number, count: number): Seeded {
	const copy = structuredClone(original);
	const random = new Random(number);
	const seeded: Seeded = { copy, expected: [], kinds: [] };
	const touched = new Set<unknown>();
	const kinds = Object.entries(alterations);
	let barren = 0;
	for (let turn = 0; seeded.expected.length < count; turn += 1) {
		const [kind, alteration] = kinds[turn % kinds.length] as (typeof kinds)[number];
		const free = alteration(copy, random).filter((choice: Choice) =>
			choice.touches.every((place) => place === undefined || !touched.has(place)),
		);
		if (free.length === 0) {
			barren += 1;
			if (barren > kinds.length) throw new Error(`Only ${seeded.expected.length} places can be altered`);
			continue;
		}
		barren = 0;
		const choice = random.pick(free);
		choice.apply();
		choice.touches.forEach((place) => touched.add(place));
		seeded.expected.push(choice.expected);
		seeded.kinds.push(kind);
	}
	return seeded;
}
