import type { SpecName } from './operations';

/** A pair that may mean the same, and how likely that is. */
export interface Candidate {
	ours: SpecName;
	theirs: SpecName;
	score: number;
}

/** A name of the contract and the name of theirs that means the same. */
export interface Match {
	ours: SpecName;
	theirs: SpecName;
	/** From 0 to a little above 1. */
	score: number;
	/** Whether both stand at the same place. */
	isSame: boolean;
	isSure: boolean;
	/** Others that it might be, the likeliest first. */
	alternatives: readonly SpecName[];
}

const SURE_FROM = 0.68;
const SURE_LEAD = 0.06;
const MOST_ALTERNATIVES = 4;
/** What a pair counts that is not even a candidate. */
const UNLIKELY = 0.3;

/**
 * Takes the likeliest pairs, each name once. A pair is sure if it is likely by itself, and if no exchange with another
 * pair or with a name that is left over would be nearly as likely.
 */
export function assignNames(candidates: readonly Candidate[]): Match[] {
	const sorted = [...candidates].sort((one, other) => other.score - one.score);
	const [byOurs, byTheirs] = [new Map<SpecName, Candidate>(), new Map<SpecName, Candidate>()];
	for (const candidate of sorted) {
		if (byOurs.has(candidate.ours) || byTheirs.has(candidate.theirs)) continue;
		byOurs.set(candidate.ours, candidate);
		byTheirs.set(candidate.theirs, candidate);
	}
	const scores = group(sorted);
	return [...byOurs.values()].map((candidate) => {
		const { ours, theirs, score } = candidate;
		return {
			ours,
			theirs,
			score,
			isSame: false,
			isSure: score >= SURE_FROM && leadOf(candidate, scores, byOurs, byTheirs) >= SURE_LEAD,
			alternatives: (scores.ofOurs.get(ours) ?? [])
				.filter((one) => one.theirs !== theirs)
				.slice(0, MOST_ALTERNATIVES)
				.map((one) => one.theirs),
		};
	});
}

interface Grouped {
	ofOurs: ReadonlyMap<SpecName, Candidate[]>;
	ofTheirs: ReadonlyMap<SpecName, Candidate[]>;
}

function group(candidates: readonly Candidate[]): Grouped {
	const [ofOurs, ofTheirs] = [new Map<SpecName, Candidate[]>(), new Map<SpecName, Candidate[]>()];
	const add = (map: Map<SpecName, Candidate[]>, key: SpecName, candidate: Candidate): void => {
		const known = map.get(key);
		if (known === undefined) map.set(key, [candidate]);
		else known.push(candidate);
	};
	for (const candidate of candidates) {
		add(ofOurs, candidate.ours, candidate);
		add(ofTheirs, candidate.theirs, candidate);
	}
	return { ofOurs, ofTheirs };
}

/** By how much the pair is likelier than the best exchange. */
function leadOf(
	{ ours, theirs, score }: Candidate,
	{ ofOurs, ofTheirs }: Grouped,
	byOurs: ReadonlyMap<SpecName, Candidate>,
	byTheirs: ReadonlyMap<SpecName, Candidate>,
): number {
	const scoreOf = (one: SpecName, other: SpecName): number =>
		ofOurs.get(one)?.find((candidate) => candidate.theirs === other)?.score ?? UNLIKELY;
	const leads = [
		...(ofTheirs.get(theirs) ?? [])
			.filter((rival) => rival.ours !== ours)
			.map((rival) => {
				const taken = byOurs.get(rival.ours);
				return taken === undefined
					? score - rival.score
					: score + taken.score - rival.score - scoreOf(ours, taken.theirs);
			}),
		...(ofOurs.get(ours) ?? [])
			.filter((rival) => rival.theirs !== theirs && !byTheirs.has(rival.theirs))
			.map((rival) => score - rival.score),
	];
	return Math.min(1, ...leads);
}
