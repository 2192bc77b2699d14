import type { CorrectedOperation } from '../corrections/compile';
import type { CorrectedApi } from '../corrections/document';
import type { Problem } from '../errors/problem';
import { CORRECTIONS_LABEL } from '../fields/credential';
import { importer } from '../libraries';
import type { CountryCode } from '../lifecycle/countries';
import type { CallOperation, LogicalRequest } from '../operation/types';
import type { LearnedName } from '../refusals/learn';
import { labelsByColtName, labelsByPlace, withLabels } from './coltFields';

/** The call that Colt has refused. */
export interface RefusedItem {
	operation: CallOperation;
	api: CorrectedApi;
	/** How the credential corrects the operation's names. */
	correction: CorrectedOperation | undefined;
	/** What was sent, in logical names. */
	sent?: LogicalRequest;
	/** Of the order, where it is known: some fields have other labels in some countries. */
	country: CountryCode | undefined;
}

/** A remedy of many sentences is not read. */
const MOST_EXPLAINED = 3;

const quote = (text: string): string => `"${text}"`;

/** The field of the form that a name is, if it is one or two; more say nothing. */
function labelOf({ ours }: LearnedName, labels: ReadonlyMap<string, string>): string | undefined {
	const found = new Set(ours.flatMap((logical) => labels.get(logical.replaceAll('[]', '')) ?? []));
	return found.size === 0 || found.size > 3 ? undefined : [...found].join(' or ');
}

const lastOf = (name: string): string =>
	name.split(/[/.[\]#$]+/).findLast((step) => step !== '' && !/^\d+$/.test(step)) ?? name;

/** A message with the label beside the first mention of a name; those that have one already stay. */
function withLabel(message: string, name: string, label: string): string {
	const escaped = lastOf(name).replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
	const mention = new RegExp(`(?<![\\w-])${escaped}(?![\\w-])(?! \\()(["'\`>»]?)`);
	return message.includes(`(${label})`) ? message : message.replace(mention, (all) => `${all} (${label})`);
}

function sourceOf({ api, operation }: RefusedItem, logical: string | undefined): string {
	const source = logical === undefined ? undefined : importer().sourcesOf(api, operation.wire.id).get(logical);
	if (source === 'documented') return "a name from Colt's documents";
	return source === 'inferred' ? 'an inferred name: Colt does not document it' : '';
}

function sentenceFor(one: LearnedName, label: string | undefined, item: RefusedItem): string {
	const field = label === undefined ? 'a value that this package fills in' : `'${label}'`;
	const [logical] = one.ours;
	const source = sourceOf(item, logical);
	if (logical === undefined)
		return (
			`This package has no field for ${quote(one.name)}: give it with Body Patch (JSON) or Extra Query ` +
			"Parameters, or import Colt's specification with Connection: Import Specification."
		);
	if (one.isGuess === true)
		return (
			`${quote(one.name)} is probably ${field}, which this package sends as ` +
			`${quote(one.sent ?? '')}${source === '' ? '' : ` (${source})`}.`
		);
	if (one.complaint === 'unknown') {
		const said = `${quote(one.name)} is what this package sends for ${field}${source === '' ? '' : ` (${source})`}.`;
		return one.proposal === undefined
			? `${said} Leave the field empty, or find Colt's name for it with Connection: Import Specification.`
			: `${said} Colt's name is probably ${quote(lastOf(one.proposal.place))}.`;
	}
	return one.complaint === 'missing' && label !== undefined ? `Fill in ${field}.` : '';
}

/** The proposals of several names in one document. */
function joined(learned: readonly LearnedName[], { api, operation }: RefusedItem): string | undefined {
	const documents = learned.flatMap(({ proposal }) => (proposal === undefined ? [] : [proposal]));
	const [first] = documents;
	if (first === undefined) return undefined;
	const request = Object.fromEntries(documents.map(({ name, place }) => [name, place]));
	return JSON.stringify({ ...first.document, [api]: { [operation.wire.id]: { request } } });
}

/**
 * A refusal of Colt's that names fields, in the words of the form: our label beside each name, what this package sends
 * for it and, where Colt's text tells a name that is near, the correction to paste.
 */
export function explainRefusal(problem: Problem, item: RefusedItem): Problem {
	const labels = labelsByColtName(item.operation, item.country);
	const labelled = withLabels(problem, labels);
	const { refusedNames = [] } = problem;
	if (refusedNames.length === 0 || problem.kind !== 'api') return labelled;
	const { api, correction, sent } = item;
	const learned = importer().learnFromRefusal(refusedNames, {
		api,
		operation: item.operation.wire,
		correction,
		sent: sent && { path: sent.path, query: sent.query, body: sent.body },
	});
	const byPlace = labelsByPlace(item.operation, item.country);
	let { message } = labelled;
	const fields = new Set<string>();
	for (const one of learned) {
		const label = labelOf(one, byPlace);
		if (label === undefined) continue;
		fields.add(label);
		message = withLabel(message, one.name, one.isGuess === true ? `probably ${label}` : label);
	}
	const sentences = learned
		.slice(0, MOST_EXPLAINED)
		.map((one) => sentenceFor(one, labelOf(one, byPlace), item))
		.filter((text) => text !== '');
	const document = joined(learned, item);
	const paste =
		document === undefined
			? ''
			: `If that is right, put this into ${CORRECTIONS_LABEL} of the credential, or add it to what is there: ` +
				document;
	const [only] = fields;
	const field = labelled.field ?? (fields.size === 1 ? only : undefined);
	return {
		...labelled,
		message,
		remedy: [
			problem.outcome === 'unknown' ? problem.remedy : '',
			...new Set(sentences),
			paste,
			problem.outcome === 'unknown' ? '' : problem.remedy,
		]
			.filter((text) => text !== '')
			.join(' '),
		...(field !== undefined && { field }),
		...(document !== undefined && { correction: document }),
	};
}
