import { type ApiName, apiNames, loadContract } from '../contract/load';
import { type ApiOperation, operationsIn } from './operations';
import { type Alignment, type Pair, align, pairOperations } from './paths';
import type { Json } from './place';

/** One of our contracts beside a specification. */
export interface Candidate {
	api: ApiName;
	document: Json;
	operations: ApiOperation[];
	alignment: Alignment;
	pairs: Pair[];
}

/** Our contracts, the one with most operations of the specification first; of equals, the one of which most are there. */
export function candidatesFor(theirs: readonly ApiOperation[]): Candidate[] {
	return apiNames
		.map((api) => {
			const document = loadContract(api) as unknown as Json;
			const operations = operationsIn(document);
			const alignment = align(operations, theirs);
			return { api, document, operations, alignment, pairs: pairOperations(operations, theirs, alignment) };
		})
		.toSorted((a, b) => b.pairs.length - a.pairs.length || b.alignment.matched - a.alignment.matched || a.operations.length - b.operations.length);
}

/** Operations of a specification that belong to another of our contracts. */
export function takenBy(candidate: Candidate, theirs: readonly ApiOperation[]): ApiOperation[] {
	const exact = pairOperations(candidate.operations, theirs, candidate.alignment, true);
	return exact.map((pair) => pair.theirs);
}
