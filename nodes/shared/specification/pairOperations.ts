import type { SpecOperation } from './operations';
import { sharedWords, spelledAlike, wordsOf } from './words';

/** An operation of the contract and theirs that does the same. */
export interface OperationPair {
	ours: SpecOperation;
	theirs: SpecOperation;
	isSure: boolean;
}

const LIKELY = 0.6;

/** Path below the base path that both share, as far as they share it. */
export function pathBelow(operation: SpecOperation, basePath: string): string {
	const { fullPath, path } = operation;
	return fullPath.startsWith(`${basePath}/`) ? fullPath.slice(basePath.length) : path;
}

const shapeOf = (path: string): string => path.replace(/\{[^}]*\}/g, '{}').toLowerCase();

const withoutVersion = (path: string): string => shapeOf(path).replace(/^\/v\d+(?=\/)/, '');

/**
 * Operations of both documents in pairs: those of the same path and method, then of the same path, then the likeliest
 * by the words of path, id and summary and by the names they take.
 * @param basePath of our own API
 */
export function pairOperations(
	ours: readonly SpecOperation[],
	theirs: readonly SpecOperation[],
	basePath: string,
): OperationPair[] {
	const pairs: OperationPair[] = [];
	const taken = new Set<SpecOperation>();
	const pair = (isSure: boolean, fits: (our: SpecOperation, their: SpecOperation) => boolean): void => {
		for (const our of ours) {
			if (taken.has(our)) continue;
			const their = theirs.find((one) => !taken.has(one) && one.isCallback === our.isCallback && fits(our, one));
			if (their === undefined) continue;
			taken.add(our).add(their);
			pairs.push({ ours: our, theirs: their, isSure });
		}
	};
	const path = (operation: SpecOperation): string => pathBelow(operation, basePath);
	pair(true, (our, their) => our.method === their.method && shapeOf(path(our)) === shapeOf(path(their)));
	pair(true, (our, their) => our.method === their.method && withoutVersion(path(our)) === withoutVersion(path(their)));
	pair(true, (our, their) => withoutVersion(path(our)) === withoutVersion(path(their)));
	const scored = ours
		.flatMap((our) =>
			theirs
				.filter((one) => one.isCallback === our.isCallback)
				.map((their) => ({ our, their, score: scoreOf(our, their, basePath) })),
		)
		.filter(({ score }) => score >= LIKELY)
		.sort((one, other) => other.score - one.score);
	for (const { our, their, score } of scored) {
		if (!taken.has(our) && !taken.has(their)) pair(score >= 0.8, (one, other) => one === our && other === their);
	}
	return pairs.sort((one, other) => ours.indexOf(one.ours) - ours.indexOf(other.ours));
}

function scoreOf(ours: SpecOperation, theirs: SpecOperation, basePath: string): number {
	const [path, otherPath] = [withoutVersion(pathBelow(ours, basePath)), withoutVersion(pathBelow(theirs, basePath))];
	const words = sharedWords(
		wordsOf(`${path} ${ours.id ?? ''}`.replaceAll('{}', '')),
		wordsOf(`${otherPath} ${theirs.id ?? ''}`.replaceAll('{}', '')),
	);
	const names = sharedWords(namesOf(ours), namesOf(theirs));
	const path_ = Math.max(words, spelledAlike(path, otherPath));
	return path_ * 0.55 + names * 0.35 + (ours.method === theirs.method ? 0.1 : 0);
}

const namesOf = ({ request, answer }: SpecOperation): string[] => [
	...new Set(
		[...request, ...answer].flatMap(({ logical, place }) => wordsOf(`${logical.at(-1) ?? ''} ${place.at(-1) ?? ''}`)),
	),
];
