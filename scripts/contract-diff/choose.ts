import { type ApiName, apiNames, loadContract } from '../../contract/tools/load';
import { type ApiOperation, operationsIn } from './operations';
import { type Alignment, type Pair, align, pairOperations } from './paths';
import type { Json } from './place';

/** One of our contracts beside a specification. */
export interface Candidate {
	api: ApiName;
	operations: ApiOperation[];
	alignment: Alignment;
	pairs: Pair[];
}

/** Our own files do not change while the command runs. */
let contracts: Array<Pick<Candidate, 'api' | 'operations'>> | undefined;

/**
 * Our contracts, the one with most operations of the specification first; of equals, the one of which most are there.
 */
export function candidatesFor(theirs: readonly ApiOperation[]): Candidate[] {
	contracts ??= apiNames.map((api) => ({ api, operations: operationsIn(loadContract(api) as unknown as Json) }));
	return contracts
		.map(({ api, operations }) => {
			const alignment = align(operations, theirs);
			return { api, operations, alignment, pairs: pairOperations(operations, theirs, alignment) };
		})
		.toSorted(
			(a, b) =>
				b.pairs.length - a.pairs.length ||
				b.alignment.matched - a.alignment.matched ||
				a.operations.length - b.operations.length,
		);
}

/** Operations of a specification that belong to another of our contracts. */
export function takenBy(candidate: Candidate, theirs: readonly ApiOperation[]): ApiOperation[] {
	const exact = pairOperations(candidate.operations, theirs, candidate.alignment, true);
	return exact.map((pair) => pair.theirs);
}
