import type { Operation } from '../contract/table';
import type { CorrectedOperation } from './compile';
import { namesOf } from './names';
import type { ContractName, Half } from './names';
import type { Place } from './place';

/** A name of the contract, and where Colt has it by the corrections: where the contract has it, if they say nothing. */
export interface NameAtColt extends ContractName {
	/** Empty where Colt, by the corrections, has no such name. */
	places: readonly Place[];
}

/** Every name of one half of an operation with its places at Colt. */
export function namesAtColt(
	operation: Operation,
	half: Half,
	correction: CorrectedOperation | undefined,
): NameAtColt[] {
	const known = [...namesOf(operation, half).values()];
	return known.map((name) => ({ ...name, places: placesOf(name.wire, correction?.[half].ours) }));
}

type Rules = CorrectedOperation['request']['ours'];

/** The nearest correction of the name or of what it stands in decides. */
function placesOf(wire: Place, rules: Rules | undefined): readonly Place[] {
	let node = rules;
	let places: readonly Place[] = [wire];
	for (const [index, step] of wire.entries()) {
		node = node?.steps.get(step);
		if (node === undefined) return places;
		if (node.rule === undefined) continue;
		const rest = wire.slice(index + 1);
		const keyed = Object.values(node.rule.entries?.members ?? {}).flatMap((members) => Object.values(members));
		places = [...node.rule.theirs, ...keyed].map((place) => [...place, ...rest]);
	}
	return places;
}
