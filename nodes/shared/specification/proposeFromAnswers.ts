import type { NameCorrection } from '../corrections/document';
import { formatPlace } from '../corrections/place';
import type { Json } from '../corrections/tree';
import { analyseSpecification } from './analyse';
import type { NameFinding } from './analyse';
import { seenSpecification } from './seenSpecification';
import type { SeenAnswers } from './seenSpecification';

/** A correction that answers suggest; a person decides. */
export interface SuggestedCorrection {
	operation: string;
	/** The logical place in the answer. */
	name: string;
	proposal: string | NameCorrection;
	alternatives: readonly string[];
	why: string;
}

const placeOf = ({ ours }: NameFinding): string => formatPlace(ours.logical);

/**
 * What names that no answer had may be called at Colt, by the names that came and the contract does not know.
 * @param missing logical places of names that no answer had, by operation
 */
export async function suggestFromAnswers(
	contract: Json,
	basePath: string,
	answers: readonly SeenAnswers[],
	missing: ReadonlyMap<string, ReadonlySet<string>>,
	isName: (name: string) => boolean,
): Promise<SuggestedCorrection[]> {
	const analysis = await analyseSpecification(contract, seenSpecification(answers, basePath, isName), basePath);
	return analysis.operations.flatMap(({ id, names }): SuggestedCorrection[] => {
		const wanted = missing.get(id);
		if (wanted === undefined) return [];
		const found = names.filter(
			(finding) => finding.half === 'answer' && finding.theirs !== undefined && finding.correction !== undefined,
		);
		const told = found.filter((finding) => wanted.has(placeOf(finding)));
		if (told.length === 0) return [];
		// A name in a wrapper is only found where the wrapper is told, too.
		const wrapper = found.filter((finding) => placeOf(finding) === 'body');
		return [...wrapper, ...told].map((finding) => ({
			operation: id,
			name: placeOf(finding),
			proposal: finding.correction as string | NameCorrection,
			alternatives: finding.alternatives,
			why: finding.why,
		}));
	});
}
