import type { NameCorrection, PagingCorrection } from '../corrections/document';
import { ENTRIES, formatPlace } from '../corrections/place';
import type { Json } from '../corrections/tree';
import { contradiction } from './contradiction';
import type { Match } from './assign';
import { votesOf } from './match';
import type { Votes } from './match';
import { operationsIn } from './operations';
import type { SpecName, SpecOperation } from './operations';
import { pairOperations, pathBelow } from './pairOperations';
import type { OperationPair } from './pairOperations';
import { matchesOf, partOf, preparePair } from './prepareHalves';
import type { Half, PreparedHalf, PreparedPair } from './prepareHalves';
import { compareValues } from './values';
import { isKnownWord, wordsOf } from './words';

export type { Half };

/** What was found of one name of the contract. */
export interface NameFinding {
	half: Half;
	ours: SpecName;
	/** Where it stands there; undefined where it does not exist. */
	theirs?: string;
	/** Whether one name is several there, or the other way round. */
	isStructure?: true;
	/** What is to be corrected; undefined where it fits. */
	correction?: string | null | NameCorrection;
	isSure: boolean;
	why: string;
	alternatives: readonly string[];
}

/** What was found of one operation. */
export interface OperationFinding {
	id: string;
	/** Theirs; undefined where none does the same. */
	theirs?: SpecOperation;
	isSure: boolean;
	method?: string;
	path?: string;
	paging?: PagingCorrection;
	/** What is not said of it. */
	pagingDoubt?: string;
	/** Other operations there that may do the same, as method and path. */
	alternatives: readonly string[];
	names: readonly NameFinding[];
	/** Names there that the contract lacks, with the value of those that can only have one. */
	extra: ReadonlyArray<{ half: Half; name: SpecName; constant?: unknown; isAlways: boolean }>;
}

export interface Analysis {
	operations: readonly OperationFinding[];
	/** Operations there that the contract lacks. */
	extra: readonly SpecOperation[];
}

/** Each round learns from the sure matches of all operations in the round before. */
const ROUNDS = 2;
const MOST_ALTERNATIVES = 4;

/**
 * Compares a specification with the contract, operation by operation and name by name.
 * @param contract our own OpenAPI document of the API
 * @param rest is called between the steps, none of which takes long
 */
export async function analyseSpecification(
	contract: Json,
	specification: Json,
	basePath: string,
	rest: Rest = async () => {},
): Promise<Analysis> {
	const ours = await eachOf(operationsIn(contract), rest);
	const theirs = await eachOf(operationsIn(specification), rest);
	await rest();
	const pairs = pairOperations(ours, theirs, basePath);
	const prepared: PreparedPair[] = [];
	for (const pair of pairs) {
		await rest();
		prepared.push(preparePair(pair));
	}
	let votes: Votes = new Map();
	for (let round = 0; round < ROUNDS; round += 1) {
		const matches: Match[] = [];
		for (const half of prepared.flatMap(({ halves }) => halves)) {
			await rest();
			matches.push(...matchesOf(half, votes));
		}
		votes = votesOf(matches);
	}
	const paired = new Set(pairs.map((pair) => pair.theirs));
	const operations: OperationFinding[] = [];
	for (const operation of ours) {
		await rest();
		const found = prepared.find(({ pair }) => pair.ours === operation);
		operations.push(
			found === undefined
				? { id: operation.id ?? '', isSure: false, alternatives: [], names: [], extra: [] }
				: findingOf(found.pair, found.halves, votes, basePath),
		);
	}
	return { operations, extra: theirs.filter((operation) => !paired.has(operation)) };
}

/** Lets others run between two steps of a long work. */
export type Rest = () => Promise<void>;

async function eachOf<Value>(values: Iterable<Value>, rest: Rest): Promise<Value[]> {
	const found: Value[] = [];
	for (const value of values) {
		await rest();
		found.push(value);
	}
	return found;
}

function findingOf(
	{ ours, theirs, isSure, alternatives }: OperationPair,
	halves: readonly PreparedHalf[],
	votes: Votes,
	basePath: string,
): OperationFinding {
	const found = halves.map((half) => ({ half, matches: matchesOf(half, votes) }));
	const path = pathBelow(theirs, basePath);
	const paging = halves.map((half) => half.paging).find((one) => one !== undefined);
	return {
		id: ours.id ?? '',
		theirs,
		isSure,
		...(theirs.method !== ours.method && { method: theirs.method }),
		...(path !== ours.path && { path }),
		...(paging !== undefined && { paging: paging.correction }),
		...(paging?.doubt !== undefined && { pagingDoubt: paging.doubt }),
		alternatives: alternatives.map(({ method, path: other }) => `${method} ${other}`),
		names: found.flatMap(({ half, matches }) => namesOf(half, matches)),
		extra: found.flatMap(({ half, matches }) => extraOf(half, matches)),
	};
}

function namesOf(half: PreparedHalf, matches: readonly Match[]): NameFinding[] {
	const byName = new Map(matches.map((match) => [match.ours, match]));
	const structures = new Map(half.structures.map((structure) => [structure.ours, structure]));
	// What is only likely to be the same as another name of ours may still be this one.
	const used = new Set(matches.filter((match) => match.isSure).map((match) => match.theirs));
	const left = half.placed.filter((name) => {
		const original = half.original(name);
		return name.isLeaf && !used.has(original) && !half.settled.has(original);
	});
	return half.ours.flatMap((name): NameFinding[] => {
		const structure = structures.get(name);
		if (structure !== undefined)
			return [
				{
					half: half.half,
					ours: name,
					theirs: structure.theirs.map(({ place }) => formatPlace(place)).join(', '),
					isStructure: true,
					correction: structure.correction,
					isSure: structure.isSure,
					why: structure.why,
					alternatives: [],
				},
			];
		if (half.settled.has(name)) return [];
		const isRoot = half.root !== undefined && formatPlace(half.root.ours) === formatPlace(name.place);
		if (isRoot) return [wrapperFinding(half, name)];
		const match = byName.get(name);
		if (match !== undefined) return name.isLeaf || name.type === 'list' ? [matchFinding(half.half, match)] : [];
		return name.isLeaf ? [absentFinding(half, name, left)] : [];
	});
}

/** Whether a name has a word that is related to one of ours, or one of which nothing is known. */
function mayBeRelated(ours: SpecName, theirs: SpecName): boolean {
	const own = new Set([...ours.place, ...ours.logical].flatMap(wordsOf));
	return wordsOf(theirs.place.at(-1) ?? '').some((word) => own.has(word) || !isKnownWord(word));
}

/** A name that nothing there says: beyond doubt only if nothing that it might be is left over in the same part. */
function absentFinding(half: PreparedHalf, ours: SpecName, left: readonly SpecName[]): NameFinding {
	const their = half.containers.get(partOf(ours));
	const mayMean = (name: SpecName): boolean => {
		const holder = partOf(name);
		if (their !== undefined) return holder === their;
		return ![...half.containers.values()].includes(holder) && mayBeRelated(ours, name);
	};
	const isElsewhere = ours.place[0] === 'header' || (half.half === 'request' && ours.isRequired);
	const possible = left
		.filter((name) => (name.place[0] === ours.place[0] ? mayMean(name) : isElsewhere && !name.place.includes(ENTRIES)))
		.filter((name) => contradiction(ours, name) === undefined && (ours.type !== 'number' || name.type === 'number'))
		.map(half.original);
	return {
		half: half.half,
		ours,
		correction: half.half === 'request' && ours.isRequired ? { to: null, confirmed: true } : null,
		isSure: possible.length === 0,
		why:
			possible.length === 0
				? 'nothing there means the same'
				: 'nothing there says the same; one of those that are left over may mean it',
		alternatives: possible.slice(0, MOST_ALTERNATIVES).map(({ place }) => formatPlace(place)),
	};
}

function wrapperFinding({ half, root }: PreparedHalf, ours: SpecName): NameFinding {
	const theirs = formatPlace(root?.theirs ?? []);
	return {
		half,
		ours,
		theirs,
		correction: theirs,
		isSure: root?.isSure === true,
		why: 'stands in a wrapper',
		alternatives: [],
	};
}

function matchFinding(half: Half, { ours, theirs, isSure, score, why: reason, alternatives }: Match): NameFinding {
	const place = formatPlace(theirs.place);
	const isMoved =
		place !== formatPlace(ours.place) &&
		!(ours.place[0] === 'header' && place.toLowerCase() === formatPlace(ours.place).toLowerCase());
	const values = compareValues(ours, theirs);
	const correction =
		values === undefined ? (isMoved ? place : undefined) : { ...(isMoved && { to: place }), ...values.correction };
	const why = [
		isMoved || !isSure
			? (reason ?? `likely by words, kind and surroundings (${Math.min(99, Math.round(score * 100))} %)`)
			: '',
		values?.why ?? '',
	]
		.filter(Boolean)
		.join('; ');
	return {
		half,
		ours,
		theirs: place,
		...(correction !== undefined && { correction }),
		isSure: isSure && values?.isSure !== false,
		why: why || 'the same',
		alternatives: alternatives.map((name) => formatPlace(name.place)),
	};
}

function extraOf(
	{ half, theirs, settled }: PreparedHalf,
	matches: readonly Match[],
): Array<OperationFinding['extra'][number]> {
	const used = new Set<SpecName>([...settled, ...matches.map((match) => match.theirs)]);
	const required = new Set(theirs.filter(({ isRequired }) => isRequired).map(({ place }) => formatPlace(place)));
	// What is mandatory within an optional part, or in the entries of a list, matters only where that part is sent.
	const isAlways = ({ place }: SpecName): boolean =>
		place.slice(1).every((_, index) => required.has(formatPlace(place.slice(0, index + 2)))) &&
		!place.includes(ENTRIES);
	return theirs
		.filter((name) => name.isLeaf && !used.has(name))
		.map((name) => {
			const constant = name.values?.length === 1 ? name.values[0] : undefined;
			return { half, name, ...(constant !== undefined && { constant }), isAlways: isAlways(name) };
		});
}
