import type { SpecOperation } from './operations';
import { meaningOf, sharedWords, spelledAlike, wordsOf } from './words';

/** An operation of the contract and theirs that does the same. */
export interface OperationPair {
	ours: SpecOperation;
	theirs: SpecOperation;
	isSure: boolean;
	/** Others of theirs that may do the same. */
	alternatives: readonly SpecOperation[];
}

const LIKELY = 0.45;
const MOST_ALTERNATIVES = 4;

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
	const isFree = (our: SpecOperation, their: SpecOperation): boolean =>
		!taken.has(our) && !taken.has(their) && our.isCallback === their.isCallback;
	const pair = (
		our: SpecOperation,
		their: SpecOperation,
		isSure: boolean,
		alternatives: SpecOperation[] = [],
	): void => {
		taken.add(our).add(their);
		pairs.push({ ours: our, theirs: their, isSure, alternatives });
	};
	const path = (operation: SpecOperation): string => pathBelow(operation, basePath);
	const isSamePath = (our: SpecOperation, their: SpecOperation): boolean =>
		withoutVersion(path(our)) === withoutVersion(path(their));
	const isSameMethod = (our: SpecOperation, their: SpecOperation): boolean => our.method === their.method;
	const tests: ReadonlyArray<(our: SpecOperation, their: SpecOperation) => boolean> = [
		(our, their) => isSameMethod(our, their) && shapeOf(path(our)) === shapeOf(path(their)),
		(our, their) => isSameMethod(our, their) && isSamePath(our, their),
		isSamePath,
		(our, their) => isSameMethod(our, their) && saysTheSame(our, their, basePath),
	];
	for (const fits of tests) {
		const fitting = ours.map((our) => theirs.filter((their) => isFree(our, their) && fits(our, their)));
		ours.forEach((our, index) => {
			const [only, ...others] = fitting[index] ?? [];
			if (only === undefined || !isFree(our, only)) return;
			const isWanted = fitting.some((list, other) => other !== index && list.includes(only));
			pair(our, only, others.length === 0 && !isWanted, others);
		});
	}
	const scored = ours
		.flatMap((our) =>
			theirs
				.filter((their) => isFree(our, their))
				.map((their) => ({ our, their, score: scoreOf(our, their, basePath) })),
		)
		.filter(({ score }) => score >= LIKELY)
		.sort((one, other) => other.score - one.score);
	for (const { our, their } of scored) {
		if (!isFree(our, their)) continue;
		const others = scored.filter((one) => one.our === our && one.their !== their).map((one) => one.their);
		pair(our, their, false, others.slice(0, MOST_ALTERNATIVES));
	}
	return pairs.sort((one, other) => ours.indexOf(one.ours) - ours.indexOf(other.ours));
}

/** Whether the words of both paths mean the same, or both have the same id. */
function saysTheSame(ours: SpecOperation, theirs: SpecOperation, basePath: string): boolean {
	const words = (operation: SpecOperation): string =>
		[...new Set(meaningOf(withoutVersion(pathBelow(operation, basePath)).replaceAll('{}', '')))].sort().join(' ');
	const plain = (id = ''): string => id.toLowerCase().replace(/[^a-z0-9]/g, '');
	const hasSameId = plain(ours.id) !== '' && plain(ours.id) === plain(theirs.id);
	return words(ours) === words(theirs)
		? shapeOf(ours.path).endsWith('{}') === shapeOf(theirs.path).endsWith('{}')
		: hasSameId;
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
