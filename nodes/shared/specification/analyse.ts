import type { NameCorrection, PagingCorrection } from '../corrections/document';
import { ENTRIES, formatPlace } from '../corrections/place';
import type { Place } from '../corrections/place';
import type { Json } from '../corrections/tree';
import { datesByKind, sortInTwo } from './listQueries';
import type { Match } from './assign';
import { matchNames, votesOf } from './match';
import type { Votes } from './match';
import { readOperations } from './operations';
import type { SpecName, SpecOperation } from './operations';
import { pagingOf } from './paging';
import { pairOperations, pathBelow } from './pairOperations';
import type { OperationPair } from './pairOperations';
import { keyedEntries, splitTexts, wrappedRoot } from './structures';
import type { Structure } from './structures';
import { compareValues } from './values';

export type Half = 'request' | 'answer';

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
	names: readonly NameFinding[];
	/** Names there that the contract lacks, with the value of those that can only have one. */
	extra: ReadonlyArray<{ half: Half; name: SpecName; constant?: unknown }>;
}

export interface Analysis {
	operations: readonly OperationFinding[];
	/** Operations there that the contract lacks. */
	extra: readonly SpecOperation[];
}

/** Each round learns from the sure matches of all operations in the round before. */
const ROUNDS = 2;

/**
 * Compares a specification with the contract, operation by operation and name by name.
 * @param contract our own OpenAPI document of the API
 */
export function analyseSpecification(contract: Json, specification: Json, basePath: string): Analysis {
	const [ours, theirs] = [readOperations(contract), readOperations(specification)];
	const pairs = pairOperations(ours, theirs, basePath);
	const prepared = pairs.map(preparePair);
	let votes: Votes = new Map();
	for (let round = 0; round < ROUNDS; round += 1)
		votes = votesOf(prepared.flatMap(({ halves }) => halves.flatMap((half) => matchesOf(half, votes))));
	const paired = new Set(pairs.map((pair) => pair.theirs));
	return {
		operations: ours.map((operation) => {
			const found = prepared.find(({ pair }) => pair.ours === operation);
			return found === undefined
				? { id: operation.id ?? '', isSure: false, names: [], extra: [] }
				: findingOf(found.pair, found.halves, votes, basePath);
		}),
		extra: theirs.filter((operation) => !paired.has(operation)),
	};
}

interface PreparedHalf {
	half: Half;
	ours: readonly SpecName[];
	theirs: readonly SpecName[];
	structures: readonly Structure[];
	root: { ours: Place; theirs: Place } | undefined;
	/** Names that a structure or the paging has settled. */
	settled: ReadonlySet<SpecName>;
	/** Names in a wrapper as if they stood where ours do. */
	moved: ReadonlyMap<SpecName, SpecName>;
	paging: PagingCorrection | undefined;
}

interface PreparedPair {
	pair: OperationPair;
	halves: readonly PreparedHalf[];
}

/** What does not depend on other operations. */
function preparePair(pair: OperationPair): PreparedPair {
	const halves = (['request', 'answer'] as const).map((half): PreparedHalf => {
		const [ours, theirs] = [pair.ours[half], pair.theirs[half]];
		const same = new Set(matchNames(ours, theirs).flatMap((match) => (match.isSame ? [match.ours, match.theirs] : [])));
		const open = (names: readonly SpecName[], taken: ReadonlySet<SpecName>): SpecName[] =>
			names.filter((name) => !taken.has(name) && !(name.isLeaf && same.has(name)));
		const entries = keyedEntries(open(ours, new Set()), open(theirs, new Set()));
		const taken = new Set(entries.flatMap((one) => [...one.settled, ...one.theirs]));
		const splits = splitTexts(open(ours, taken), open(theirs, taken));
		const paging = half === 'request' ? pagingOf(ours, theirs) : undefined;
		const lists = half === 'request' ? listQueries(pair) : [];
		const structures = [...entries, ...splits, ...(paging?.structures ?? []), ...lists];
		const root = half === 'answer' ? wrappedRoot(ours, theirs) : undefined;
		const settled = new Set(structures.flatMap((one) => [...one.settled, ...one.theirs]));
		const moved = new Map(root === undefined ? [] : theirs.map((name) => [name, unwrapped(name, root)]));
		return { half, ours, theirs, structures, root, settled, moved, paging: paging?.correction };
	});
	return { pair, halves };
}

/** What the query of a list has in another structure; by what can be sorted its answer tells. */
function listQueries({ ours, theirs }: OperationPair): Structure[] {
	const times = matchNames(datesOf(ours.answer), datesOf(theirs.answer));
	return [...datesByKind(ours.request, theirs.request), ...sortInTwo(ours.request, theirs.request, times)];
}

const datesOf = (names: readonly SpecName[]): SpecName[] =>
	names.filter(({ isLeaf, format }) => isLeaf && (format === 'date' || format === 'date-time'));

/** Matches of one half; where the answer stands in a wrapper, names are compared from there on. */
function matchesOf({ ours, theirs, root, settled, moved }: PreparedHalf, votes: Votes): Match[] {
	const open = (names: readonly SpecName[]): SpecName[] => names.filter((name) => !settled.has(name));
	if (root === undefined) return matchNames(open(ours), open(theirs), votes);
	const back = new Map([...moved].map(([name, inner]) => [inner, name]));
	const original = (name: SpecName): SpecName => back.get(name) ?? name;
	return matchNames(
		open(ours),
		open(theirs).map((name) => moved.get(name) ?? name),
		votes,
	).map((match) => ({
		...match,
		theirs: original(match.theirs),
		alternatives: match.alternatives.map(original),
	}));
}

/** A name in the wrapper as if it stood where ours does; what stands beside, under a section of its own. */
function unwrapped(name: SpecName, root: { ours: Place; theirs: Place }): SpecName {
	const [outer, inner] = [formatPlace(root.theirs), formatPlace(name.place)];
	if (inner === outer || inner.startsWith(`${outer}.`) || inner.startsWith(`${outer}${ENTRIES}`))
		return { ...name, place: [...root.ours, ...name.place.slice(root.theirs.length)] };
	return name.place[0] === 'body' ? { ...name, place: ['beside', ...name.place.slice(1)] } : name;
}

function findingOf(
	{ ours, theirs, isSure }: OperationPair,
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
		...(paging !== undefined && { paging }),
		names: found.flatMap(({ half, matches }) => namesOf(half, matches)),
		extra: found.flatMap(({ half, matches }) => extraOf(half, matches)),
	};
}

function namesOf(half: PreparedHalf, matches: readonly Match[]): NameFinding[] {
	const byName = new Map(matches.map((match) => [match.ours, match]));
	const structures = new Map(half.structures.map((structure) => [structure.ours, structure]));
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
		if (!name.isLeaf) return [];
		return [
			{
				half: half.half,
				ours: name,
				correction: half.half === 'request' && name.isRequired ? { to: null, confirmed: true } : null,
				isSure: true,
				why: 'nothing there means the same',
				alternatives: [],
			},
		];
	});
}

function wrapperFinding({ half, root }: PreparedHalf, ours: SpecName): NameFinding {
	const theirs = formatPlace(root?.theirs ?? []);
	return { half, ours, theirs, correction: theirs, isSure: true, why: 'stands in a wrapper', alternatives: [] };
}

function matchFinding(half: Half, { ours, theirs, isSure, score, alternatives }: Match): NameFinding {
	const place = formatPlace(theirs.place);
	const isMoved =
		place !== formatPlace(ours.place) &&
		!(ours.place[0] === 'header' && place.toLowerCase() === formatPlace(ours.place).toLowerCase());
	const values = compareValues(ours, theirs);
	const correction =
		values === undefined ? (isMoved ? place : undefined) : { ...(isMoved && { to: place }), ...values.correction };
	const why = [
		isMoved ? `same words, kind and surroundings (${Math.min(99, Math.round(score * 100))} %)` : '',
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
	{ half, theirs, settled, root }: PreparedHalf,
	matches: readonly Match[],
): Array<{ half: Half; name: SpecName; constant?: unknown }> {
	const used = new Set<SpecName>([...settled, ...matches.map((match) => match.theirs)]);
	void root;
	return theirs
		.filter((name) => name.isLeaf && !used.has(name))
		.map((name) => ({ half, name, ...(name.values?.length === 1 && { constant: name.values[0] }) }));
}
