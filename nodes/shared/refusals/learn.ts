import type { Operation } from '../contract/table';
import type { CorrectedOperation } from '../corrections/compile';
import { CORRECTIONS_FORMAT, CORRECTIONS_VERSION } from '../corrections/document';
import type { CorrectedApi, CorrectionsDocument } from '../corrections/document';
import { ENTRIES, depthOf, formatPlace, parsePlace } from '../corrections/place';
import type { Place } from '../corrections/place';
import { namesAtColt } from '../corrections/placesAtColt';
import type { NameAtColt } from '../corrections/placesAtColt';
import { sharedWords, spelledAlike, wordsOf } from '../specification/words';
import type { RefusedName } from './namesInText';

/** What a name in a refusal is in the contract. */
export interface LearnedName extends RefusedName {
	/** Its logical places in the contract, such as `body.action`; several where one name stands in several places. */
	ours: readonly string[];
	/** The name this package sends for it, if it is another. */
	sent?: string;
	/** Whether it is only likely to be that. */
	isGuess?: true;
	/** A correction that may be right, for a person to decide on. */
	proposal?: { name: string; place: string; document: CorrectionsDocument };
}

/** What the names of a refusal are compared with. */
export interface RefusedCall {
	api: CorrectedApi;
	operation: Operation;
	correction?: CorrectedOperation | undefined;
	/** What was sent, in logical names: path, query and body. */
	sent?: Readonly<Record<string, unknown>> | undefined;
}

const NEAR = 0.5;
/** How much better the likeliest must be than the next of another name. */
const MARGIN = 0.08;
/** What the only name that is not known and the only one that is offered need to have in common. */
const PAIRED = 0.12;

const SECTION =
	/^(?:body|query|path|headers?|request|requestbody|params|parameters|payload|root|object|instance|data|json)$/i;

/** The steps of a name as a validator writes it, in lower case: `#/numberRangeList/0/numberRangeStart`. */
function stepsOf(name: string): string[] {
	const steps = name
		.toLowerCase()
		.split(/[/.[\]#$]+/)
		.filter((step) => step !== '' && !/^\d+$/.test(step));
	while (steps.length > 1 && SECTION.test(steps[0] ?? '')) steps.shift();
	return steps;
}

const stepsOfPlace = (place: Place): string[] =>
	place.slice(1).flatMap((step) => (step === ENTRIES ? [] : step.toLowerCase().split('.')));

const endsWith = (steps: readonly string[], end: readonly string[]): boolean =>
	end.length <= steps.length && end.every((step, index) => step === steps[steps.length - end.length + index]);

/** Our names that Colt has under this one; the longest common path decides. */
function sameNames(name: string, ours: readonly NameAtColt[]): NameAtColt[] {
	const steps = stepsOf(name);
	for (let skipped = 0; skipped < steps.length; skipped += 1) {
		const end = steps.slice(skipped);
		const found = ours.filter(({ places }) => places.some((place) => endsWith(stepsOfPlace(place), end)));
		if (found.length > 0) return found;
	}
	return [];
}

/** Whether a request holds something at a logical place. */
function isSent(sent: unknown, [step, ...rest]: readonly string[]): boolean {
	if (step === undefined) return sent !== undefined;
	if (step === ENTRIES) return Array.isArray(sent) && sent.some((entry) => isSent(entry, rest));
	return typeof sent === 'object' && sent !== null && isSent((sent as Record<string, unknown>)[step], rest);
}

/**
 * Our names, those that were sent first: only they can be refused as unknown. Of the others, the simplest places
 * first.
 */
function ourNames({ operation, correction, sent }: RefusedCall): NameAtColt[] {
	const ours = namesAtColt(operation, 'request', correction).filter(({ logical }) => logical.includes('.'));
	const rank = new Map(
		ours.map((our) => [our, (isSent(sent, parsePlace(our.logical)) ? 0 : 100) + our.wire.length + depthOf(our.wire)]),
	);
	return ours.toSorted((one, other) => (rank.get(one) ?? 0) - (rank.get(other) ?? 0));
}

const last = (place: Place | undefined): string => place?.filter((step) => step !== ENTRIES).at(-1) ?? '';
const lastOf = (logical: string): string => logical.split('.').at(-1)?.replaceAll(ENTRIES, '') ?? '';

/** From 0 to 1: how much a name of Colt's is like one of ours, by words and spelling. */
function likeness(name: string, our: NameAtColt): number {
	const own = stepsOf(name).at(-1) ?? '';
	// Lower case has lost where the words of a name begin.
	const written = name.split(/[/.[\]#$]+/).findLast((step) => step.toLowerCase() === own) ?? own;
	const parent = our.logical.split('.').at(-2) ?? '';
	const names = [last(our.wire), lastOf(our.logical), `${parent} ${lastOf(our.logical)}`];
	const scores = names.map((one) => {
		const spelled = spelledAlike(one, written);
		return Math.max(sharedWords(wordsOf(one), wordsOf(written)), spelled > 0.7 ? spelled * 0.9 : 0);
	});
	return Math.max(...scores);
}

function nearest(name: string, ours: readonly NameAtColt[]): NameAtColt[] {
	const ranked = ours
		.filter(({ isLeaf }) => isLeaf)
		.map((our) => ({ our, score: likeness(name, our) }))
		.filter(({ score }) => score >= NEAR)
		.toSorted((one, other) => other.score - one.score);
	const [best] = ranked;
	if (best === undefined) return [];
	const isSame = (one: NameAtColt): boolean => last(one.wire) === last(best.our.wire);
	const next = ranked.find(({ our }) => !isSame(our));
	if (next !== undefined && best.score - next.score < MARGIN) return [];
	return ranked.filter(({ our, score }) => isSame(our) && score === best.score).map(({ our }) => our);
}

/** Where Colt would have our name under its own: beside what stands there now, or at the path it was told with. */
function placeFor(name: string, our: NameAtColt): string {
	const [place = our.wire] = our.places.length > 0 ? our.places : [our.wire];
	const written = name.split(/[/.[\]#$]+/).filter((step) => step !== '' && !/^\d+$/.test(step));
	const own = written.at(-1) ?? name;
	const isTold =
		written.length > 1 && !endsWith(stepsOfPlace(place.slice(0, -1)), stepsOf(written.slice(0, -1).join('.')));
	if (isTold && place[0] === 'body' && !place.includes(ENTRIES)) return formatPlace(['body', ...stripped(written)]);
	return formatPlace([...place.slice(0, -1), own]);
}

function stripped(steps: string[]): string[] {
	return SECTION.test(steps[0] ?? '') ? stripped(steps.slice(1)) : steps;
}

function proposalFor({ api, operation }: RefusedCall, our: NameAtColt, name: string): LearnedName['proposal'] {
	const place = placeFor(name, our);
	const document: CorrectionsDocument = {
		format: CORRECTIONS_FORMAT,
		version: CORRECTIONS_VERSION,
		[api]: { [operation.id]: { request: { [our.logical]: place } } },
	};
	return { name: our.logical, place, document };
}

/**
 * What the names of a refusal are in the contract, and the corrections that follow if a name of Colt's is likely to be
 * one of ours. Pure; nothing is decided.
 */
export function learnFromRefusal(names: readonly RefusedName[], call: RefusedCall): LearnedName[] {
	const ours = ourNames(call);
	const same = new Map(names.map((one) => [one, sameNames(one.name, ours)]));
	const isOurs = (one: RefusedName): boolean => (same.get(one)?.length ?? 0) > 0;
	const unknown = names.filter((one) => isOurs(one) && one.complaint === 'unknown' && one.isOffered !== true);
	const theirs = names.filter((one) => !isOurs(one) && (one.isOffered === true || one.complaint === 'missing'));
	const pairs = pairUp(unknown, theirs, same);
	return names.flatMap((one): LearnedName[] => {
		const known = same.get(one) ?? [];
		const [our] = known;
		const offered = pairs.get(one);
		if (our !== undefined)
			return [
				{
					...one,
					ours: known.map(({ logical }) => logical),
					...(offered !== undefined && {
						proposal: proposalFor(call, our, offered.name),
					}),
				},
			];
		// What a list of known names offers, and nothing asks for, is not told.
		if (one.complaint !== 'missing' || one.isOffered === true || [...pairs.values()].includes(one))
			return one.isOffered === true || [...pairs.values()].includes(one) ? [] : [{ ...one, ours: [] }];
		const near = nearest(one.name, ours);
		const [likeliest] = near;
		if (likeliest === undefined) return [{ ...one, ours: [] }];
		const proposal = proposalFor(call, likeliest, one.name);
		return [
			{
				...one,
				ours: near.map(({ logical }) => logical),
				sent: last(likeliest.places[0] ?? likeliest.wire),
				isGuess: true,
				...(proposal !== undefined && { proposal }),
			},
		];
	});
}

/** Names of ours that Colt does not know, each with the likeliest of those that it tells in the same refusal. */
function pairUp(
	unknown: readonly RefusedName[],
	theirs: readonly RefusedName[],
	same: ReadonlyMap<RefusedName, readonly NameAtColt[]>,
): Map<RefusedName, RefusedName> {
	const pairs = new Map<RefusedName, RefusedName>();
	const isOnly = unknown.length === 1 && theirs.length === 1;
	const ranked = unknown
		.flatMap((one) =>
			theirs.map((other) => ({
				one,
				other,
				score: Math.max(0, ...(same.get(one) ?? []).map((our) => likeness(other.name, our))),
			})),
		)
		.filter(({ score }) => score >= (isOnly ? PAIRED : NEAR))
		.toSorted((one, other) => other.score - one.score);
	for (const { one, other } of ranked) {
		if (pairs.has(one) || [...pairs.values()].includes(other)) continue;
		pairs.set(one, other);
	}
	return pairs;
}
