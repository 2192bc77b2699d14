import type { ApiCorrections, NameCorrection, OperationCorrection, PagingCorrection } from '../corrections/document';
import { formatPlace } from '../corrections/place';
import type { Analysis, Half, NameFinding, OperationFinding } from './analyse';

/** A correction that a person has to decide on. */
export interface Question {
	/** The operations that it is the same for. */
	operations: readonly string[];
	/** `operation`: which of theirs does the same. */
	half: Half | 'operation';
	/** The name of the contract in logical names, or Colt's for what the contract lacks. */
	name: string;
	/** What is likeliest, to be taken over into the corrections; undefined where nothing is. */
	proposal?: string | null | NameCorrection | OperationCorrection | PagingCorrection;
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
	const sure = operations.flatMap((operation): Array<[OperationFinding, NameFinding[]]> => {
		if (operation.theirs === undefined) return [];
		if (!operation.isSure) {
			questions.push(operationQuestion(operation));
			return [];
		}
		const [taken, open] = decide(operation);
		questions.push(...open, ...missing(operation), ...pagingQuestion(operation));
		return [[operation, taken]];
	});
	return { corrections: compact(sure), questions: grouped(questions) };
}

/** The same question of several operations is asked once. */
function grouped(questions: readonly Question[]): Question[] {
	const byText = new Map<string, Question>();
	for (const question of questions) {
		const { operations, ...rest } = question;
		const text = JSON.stringify(rest);
		const known = byText.get(text);
		byText.set(text, known === undefined ? question : { ...known, operations: [...known.operations, ...operations] });
	}
	return [...byText.values()];
}

/** An operation that is only likely the same is proposed as a whole: nothing of it is taken. */
function operationQuestion(operation: OperationFinding): Question {
	const { id, theirs, alternatives } = operation;
	const [names] = decide(operation);
	const proposal: OperationCorrection = {
		...(operation.method !== undefined && { method: operation.method as NonNullable<OperationCorrection['method']> }),
		...(operation.path !== undefined && { path: operation.path }),
		...correctionOf(names.map(entryOf)),
		...alwaysOf(operation),
		...(operation.paging !== undefined && { paging: operation.paging }),
	};
	return {
		operations: [id],
		half: 'operation',
		name: id,
		proposal,
		alternatives,
		why: `${theirs?.method ?? ''} ${theirs?.path ?? ''} may do the same, by path, id and names; nothing is taken over`,
	};
}

/** What is not said of the pages: a wrong guess would lose the first of them. */
const pagingQuestion = ({ id, paging, pagingDoubt }: OperationFinding): Question[] =>
	paging === undefined || pagingDoubt === undefined
		? []
		: [{ operations: [id], half: 'request', name: 'paging', proposal: paging, alternatives: [], why: pagingDoubt }];

/** Names whose correction is sure, and those to be asked about: two in one place, and mandatory ones left out, too. */
function decide({ id, names }: OperationFinding): [NameFinding[], Question[]] {
	const differing = names.filter(({ correction, isSure }) => correction !== undefined || !isSure);
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
			operations: [id],
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
		.filter(({ half, constant, isAlways }) => half === 'request' && isAlways && constant === undefined)
		.map(({ half, name }) => ({
			operations: [id],
			half,
			name: formatPlace(name.place),
			alternatives: (name.values ?? []).map(String),
			why:
				'mandatory there, and the contract has nothing for it: give it a value in "always"' +
				(name.description === undefined ? '' : ` (${name.description})`),
		}));

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
			...correctionOf(taken.map(entryOf).filter(({ half, name }) => !isShared.has(`${half} ${name}`))),
			...alwaysOf(operation),
			...(operation.paging !== undefined && operation.pagingDoubt === undefined && { paging: operation.paging }),
		},
	]);
	return Object.fromEntries(
		[[EVERY, every] as [string, OperationCorrection], ...own].filter(
			([, correction]) => Object.keys(correction).length > 0,
		),
	);
}

const entryOf = (finding: NameFinding): { half: Half; name: string; entry: Entry } => ({
	half: finding.half,
	name: formatPlace(finding.ours.logical),
	entry: finding.correction ?? null,
});

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
		({ half, constant, isAlways }) => half === 'request' && isAlways && constant !== undefined,
	);
	return constants.length === 0
		? {}
		: { always: Object.fromEntries(constants.map(({ name, constant }) => [formatPlace(name.place), constant])) };
}
