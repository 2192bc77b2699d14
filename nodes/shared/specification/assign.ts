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
	/** What says so, or what speaks against it. */
	why?: string;
	/** Others that it might be, the likeliest first. */
	alternatives: readonly SpecName[];
}

const MOST_ALTERNATIVES = 4;
/**
 * Takes the likeliest pairs, each name once. None is certain: a person decides, and is told the
 * others that are likely.
 */
export function assignNames(candidates: readonly Candidate[]): Match[] {
	const sorted = [...candidates].sort((one, other) => other.score - one.score);
	const byOurs = new Map<SpecName, Candidate>();
	const taken = new Set<SpecName>();
	for (const candidate of sorted) {
		if (byOurs.has(candidate.ours) || taken.has(candidate.theirs)) continue;
		byOurs.set(candidate.ours, candidate);
		taken.add(candidate.theirs);
	}
	const ofOurs = new Map<SpecName, Candidate[]>();
	for (const candidate of sorted) {
		const known = ofOurs.get(candidate.ours);
		if (known === undefined) ofOurs.set(candidate.ours, [candidate]);
		else known.push(candidate);
	}
	return [...byOurs.values()].map(({ ours, theirs, score }) => ({
		ours,
		theirs,
		score,
		isSame: false,
		isSure: false,
		alternatives: (ofOurs.get(ours) ?? [])
			.filter((one) => one.theirs !== theirs)
			.slice(0, MOST_ALTERNATIVES)
			.map((one) => one.theirs),
	}));
}
