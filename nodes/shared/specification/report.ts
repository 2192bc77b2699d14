import { formatPlace } from '../corrections/place';
import type { Analysis, NameFinding, OperationFinding } from './analyse';
import type { Proposal, Question } from './propose';

/** How the names of a specification compare with the contract's, in numbers. */
export interface Counts {
	operations: number;
	missingOperations: number;
	fits: number;
	corrected: number;
	absent: number;
	questions: number;
}

/** Counts each name of each operation. */
export function countFindings({ operations }: Analysis, { questions }: Proposal): Counts {
	const names = operations.flatMap((operation) => operation.names);
	const isAbsent = ({ theirs }: NameFinding): boolean => theirs === undefined;
	return {
		operations: operations.filter(({ theirs }) => theirs !== undefined).length,
		missingOperations: operations.filter(({ theirs }) => theirs === undefined).length,
		fits: names.filter(({ correction }) => correction === undefined).length,
		corrected: names.filter((name) => name.correction !== undefined && name.isSure && !isAbsent(name)).length,
		absent: names.filter((name) => name.correction !== undefined && isAbsent(name)).length,
		questions: questions.length,
	};
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replace(/\s+/g, ' ');
const row = (...cells: string[]): string => `| ${cells.map(cell).join(' | ')} |`;
const table = (head: string[], rows: string[][]): string[] =>
	rows.length === 0 ? [] : ['', row(...head), row(...head.map(() => '---')), ...rows.map((one) => row(...one))];

const textOf = (correction: Question['proposal']): string =>
	correction === null ? 'nowhere' : typeof correction === 'string' ? correction : JSON.stringify(correction ?? '');

/** A page in Markdown that says, operation by operation, what the comparison has found. */
export function reportOf(title: string, analysis: Analysis, proposal: Proposal): string {
	const counts = countFindings(analysis, proposal);
	return [
		`# Comparison with ${cell(title) || 'a specification'}`,
		'',
		`${counts.operations} of our operations are in it, ${counts.missingOperations} are not. ` +
			`${counts.fits} names fit, ${counts.corrected} are corrected, ${counts.absent} do not exist there, ` +
			`${counts.questions} need a person's choice.`,
		...analysis.operations.flatMap((operation) => operationLines(operation, proposal.questions)),
		...(analysis.extra.length === 0 ? [] : ['', '## Operations that only the specification has', '']),
		...analysis.extra.map(({ method, path, summary }) =>
			`- ${method} ${path} ${cell(summary).slice(0, 120)}`.trimEnd(),
		),
		'',
	].join('\n');
}

function operationLines(operation: OperationFinding, questions: readonly Question[]): string[] {
	const { id, theirs, isSure, names, extra, paging } = operation;
	if (theirs === undefined) return ['', `## ${id}`, '', 'Nothing in the specification does the same.'];
	const own = questions.filter((question) => question.operations.includes(id));
	const isAsked = (name: NameFinding): boolean =>
		own.some(({ half, name: asked }) => half === name.half && asked === formatPlace(name.ours.logical));
	const differing = names.filter((name) => name.correction !== undefined && !isAsked(name));
	const present = differing.filter((name) => name.theirs !== undefined);
	const absent = differing.filter((name) => name.theirs === undefined);
	const isNew = extra.filter(({ half, isAlways }) => half === 'request' && isAlways);
	return [
		'',
		`## ${id}`,
		'',
		`${theirs.method} ${theirs.path}${isSure ? '' : ' (likely, not certain)'}. ` +
			`${names.filter(({ correction }) => correction === undefined).length} names fit.` +
			(paging === undefined ? '' : ` Lists are read otherwise: ${JSON.stringify(paging)}.`),
		...table(
			['Name', 'There', 'Why'],
			present.map(({ half, ours, correction, why }) => [
				`${half} ${formatPlace(ours.logical)}`,
				textOf(correction),
				why,
			]),
		),
		...list(
			'Do not exist there',
			absent.map(({ half, ours }) => `${half} ${formatPlace(ours.logical)}`),
		),
		...list(
			'New and mandatory there',
			isNew.map(
				({ name, constant }) =>
					`${formatPlace(name.place)}${constant === undefined ? '' : ` = ${JSON.stringify(constant)}`}`,
			),
		),
		...table(
			['Needs a choice', 'Likeliest', 'Others', 'Why'],
			own.map(({ half, name, proposal, alternatives, why }) => [
				half === 'operation' ? 'operation' : `${half} ${name}`,
				proposal === undefined ? '' : textOf(proposal),
				alternatives.join(', '),
				why,
			]),
		),
	];
}

const list = (title: string, names: readonly string[]): string[] =>
	names.length === 0 ? [] : ['', `${title}: ${[...new Set(names)].map(cell).join(', ')}.`];
