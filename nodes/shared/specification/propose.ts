import type { ApiCorrections, NameCorrection, OperationCorrection } from '../corrections/document';
import { formatPlace } from '../corrections/place';
import type { Analysis, Half, NameFinding, OperationFinding } from './analyse';

/** A correction that a person has to decide on. */
export interface Question {
	operation: string;
	half: Half;
	/** The name of the contract in logical names, or Colt's for what the contract lacks. */
	name: string;
	/** What is likeliest, to be taken over into the corrections; undefined where nothing is. */
	proposal?: string | null | NameCorrection;
	alternatives: readonly string[];
	why: string;
}

export interface Proposal {
	/** The sure corrections. */
	corrections: ApiCorrections;
	questions: readonly Question[];
}

const EVERY = '*';

type Entry = string | null | NameCorrection;

/** The corrections that an analysis is sure of, and what a person has to choose. */
export function proposeCorrections({ operations }: Analysis): Proposal {
	const questions: Question[] = [];
	const sure = operations
		.filter(({ theirs }) => theirs !== undefined)
		.map((operation): [OperationFinding, NameFinding[]] => {
			const [taken, open] = decide(operation);
			questions.push(...open, ...missing(operation));
			return [operation, taken];
		});
	return { corrections: compact(sure), questions };
}

/** Names whose correction is sure, and those to be asked about: two in one place, and mandatory ones left out, too. */
function decide({ id, names }: OperationFinding): [NameFinding[], Question[]] {
	const differing = names.filter(({ correction }) => correction !== undefined);
	const places = new Map<string, number>();
	for (const { theirs, ours, half, isStructure } of names) {
		const key = `${half} ${theirs ?? ''}`;
		if (theirs !== undefined && ours.isLeaf && isStructure !== true) places.set(key, (places.get(key) ?? 0) + 1);
	}
	const isTwice = ({ half, theirs, isStructure }: NameFinding): boolean =>
		theirs !== undefined && isStructure !== true && (places.get(`${half} ${theirs}`) ?? 0) > 1;
	const isLost = ({ half, ours, correction }: NameFinding): boolean =>
		half === 'request' && correction === null && ours.isRequired && ours.place[0] === 'path';
	const isOpen = (finding: NameFinding): boolean => !finding.isSure || isTwice(finding) || isLost(finding);
	return [
		differing.filter((finding) => !isOpen(finding)),
		differing.filter(isOpen).map((finding) => ({
			operation: id,
			half: finding.half,
			name: formatPlace(finding.ours.logical),
			...(finding.correction !== undefined && { proposal: finding.correction }),
			alternatives: finding.alternatives,
			why: isLost(finding) ? 'mandatory in the contract, and nothing there means the same' : finding.why,
		})),
	];
}

/** What every request needs there and the contract does not know. */
const missing = ({ id, extra }: OperationFinding): Question[] =>
	extra
		.filter(
			({ half, name, constant }) =>
				half === 'request' && name.isRequired && constant === undefined && isReached(name.place),
		)
		.map(({ half, name }) => ({
			operation: id,
			half,
			name: formatPlace(name.place),
			alternatives: (name.values ?? []).map(String),
			why:
				'mandatory there, and the contract has nothing for it: give it a value in "always"' +
				(name.description === undefined ? '' : ` (${name.description})`),
		}));

/** What is mandatory within an optional part matters only where that part is sent. */
const isReached = (place: readonly string[]): boolean => place.length <= 2;

/** What is the same in every operation that has a name stands once, under `*`. */
function compact(sure: ReadonlyArray<[OperationFinding, NameFinding[]]>): ApiCorrections {
	const everywhere = new Map<
		string,
		{ text: string; entry: Entry; half: Half; name: string; isSame: boolean; count: number }
	>();
	for (const [operation] of sure) {
		for (const finding of operation.names) {
			const name = formatPlace(finding.ours.logical);
			const key = `${finding.half} ${name}`;
			const isTaken = sure.some(([one, taken]) => one === operation && taken.includes(finding));
			const text = isTaken ? JSON.stringify(finding.correction) : 'open';
			const known = everywhere.get(key);
			if (known === undefined)
				everywhere.set(key, {
					text,
					entry: finding.correction ?? null,
					half: finding.half,
					name,
					isSame: isTaken,
					count: 1,
				});
			else {
				known.isSame &&= known.text === text;
				known.count += 1;
			}
		}
	}
	const shared = [...everywhere.values()].filter(({ isSame, count }) => isSame && count > 1);
	const isShared = new Set(shared.map(({ half, name }) => `${half} ${name}`));
	const every = correctionOf(shared.map(({ half, name, entry }) => ({ half, name, entry })));
	const own = sure.map(([operation, taken]): [string, OperationCorrection] => [
		operation.id,
		{
			...(operation.method !== undefined && { method: operation.method as NonNullable<OperationCorrection['method']> }),
			...(operation.path !== undefined && { path: operation.path }),
			...correctionOf(
				taken
					.map((finding) => ({
						half: finding.half,
						name: formatPlace(finding.ours.logical),
						entry: finding.correction ?? null,
					}))
					.filter(({ half, name }) => !isShared.has(`${half} ${name}`)),
			),
			...alwaysOf(operation),
			...(operation.paging !== undefined && { paging: operation.paging }),
		},
	]);
	return Object.fromEntries(
		[[EVERY, every] as [string, OperationCorrection], ...own].filter(
			([, correction]) => Object.keys(correction).length > 0,
		),
	);
}

function correctionOf(entries: ReadonlyArray<{ half: Half; name: string; entry: Entry }>): OperationCorrection {
	const of = (wanted: Half): Record<string, Entry> =>
		Object.fromEntries(entries.filter(({ half }) => half === wanted).map(({ name, entry }) => [name, entry]));
	const [request, answer] = [of('request'), of('answer')];
	return {
		...(Object.keys(request).length > 0 && { request }),
		...(Object.keys(answer).length > 0 && { answer }),
	};
}

function alwaysOf({ extra }: OperationFinding): Pick<OperationCorrection, 'always'> {
	const constants = extra.filter(
		({ half, name, constant }) =>
			half === 'request' && name.isRequired && constant !== undefined && isReached(name.place),
	);
	return constants.length === 0
		? {}
		: { always: Object.fromEntries(constants.map(({ name, constant }) => [formatPlace(name.place), constant])) };
}
