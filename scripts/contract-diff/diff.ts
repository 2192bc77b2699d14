import { type ApiName, contractFiles, readContract } from '../../contract/tools/load';
import { type Candidate, candidatesFor, takenBy } from './choose';
import { Findings } from './compare';
import { compareOperations, reportLone } from './compareOperations';
import { SchemaComparison } from './compareSchemas';
import type { Difference } from './difference';
import { differencesOf } from './group';
import { LineFinder } from './lines';
import { operationsIn } from './operations';
import { isSamePath } from './paths';
import type { Specification } from './read';
import { compareServers } from './servers';
import { UnreadableSpecification } from './unreadable';

/** What came of holding a specification against one of our contracts. */
export interface Comparison {
	api: ApiName;
	/** Our file, from the repository's root. */
	file: string;
	/** Operations that both have, and all of ours. */
	matched: number;
	total: number;
	differences: Difference[];
	/** What is no difference, yet worth knowing. */
	notes: string[];
}

/**
 * Holds a specification against the contract it fits best, or the one named.
 * @throws UnreadableSpecification when it fits none and none is named
 */
export function diffContract(specification: Specification, named?: ApiName): Comparison {
	const theirs = operationsIn(specification.document);
	const candidates = candidatesFor(theirs);
	const chosen = candidates.find(({ api }) => api === named) ?? candidates[0];
	if (!chosen || (!named && chosen.pairs.length === 0)) {
		throw new UnreadableSpecification(
			'no path of it is in one of our contracts; say with --contract which one is meant',
		);
	}
	return compareWith(
		chosen,
		candidates.filter((candidate) => candidate !== chosen),
		specification,
		theirs,
	);
}

function compareWith(
	chosen: Candidate,
	others: readonly Candidate[],
	specification: Specification,
	theirs: Candidate['operations'],
): Comparison {
	const { api, operations, alignment, pairs } = chosen;
	const file = `contract/${contractFiles[api]}`;
	const found = new Findings();
	const schemas = new SchemaComparison(found);
	const notes = compareServers(pairs, alignment, found);
	for (const pair of pairs) compareOperations(pair, found, schemas, isSamePath(pair, alignment));
	const paired = new Set(pairs.flatMap(({ ours, theirs: their }) => [ours, their]));
	for (const ours of operations.filter((operation) => !paired.has(operation))) {
		if (ours.webhook === undefined || specification.hasWebhooks) reportLone(ours, 'oursOnly', found);
		else
			notes.push(
				`${specification.version} has no place for ${ours.webhook}, which the vendor sends: it was not compared.`,
			);
	}
	const lone = theirs.filter((operation) => !paired.has(operation));
	const foreign = new Set<unknown>();
	for (const other of others) {
		const taken = takenBy(other, lone).filter((operation) => !foreign.has(operation));
		taken.forEach((operation) => foreign.add(operation));
		if (taken.length > 0)
			notes.push(
				`${taken.length} of its operations are in contract/${contractFiles[other.api]}: compare them with --contract ${other.api}.`,
			);
	}
	for (const their of lone.filter((operation) => !foreign.has(operation))) reportLone(their, 'theirsOnly', found);
	const differences = differencesOf(found, new LineFinder(readContract(api)));
	return { api, file, matched: pairs.length, total: operations.length, differences, notes };
}
