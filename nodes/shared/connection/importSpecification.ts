import { sleep } from 'n8n-workflow';
import type { IDataObject } from 'n8n-workflow';

import { inbound, wholesaleSip } from '../contract/wire.generated';
import type { CorrectedApi } from '../corrections/document';
import { formatPlace } from '../corrections/place';
import { inputError } from '../errors/problem';
import { CORRECTIONS_LABEL } from '../fields/credential';
import { importer } from '../libraries';
import type { Field, LocalOperation } from '../operation/types';
import type { ImportedSpecification } from '../specification/importSpecification';
import { toText } from '../text';

const LABEL = 'Specification';

const sourceField: Field = {
	displayName: 'Read From',
	name: 'specificationSource',
	type: 'options',
	options: [
		{ name: 'File', value: 'file', description: 'A file in the binary data of the item' },
		{ name: 'Text', value: 'text', description: 'The text of the file' },
	],
	default: 'file',
};

const fileField: Field = {
	displayName: 'Input Binary Field',
	name: 'specificationFile',
	type: 'string',
	default: 'data',
	required: true,
	hint: 'The name of the input field that holds the file',
	description: "Colt's OpenAPI or Swagger file, JSON or YAML. It is read here and sent nowhere.",
	showWhen: { specificationSource: ['file'] },
};

const textField: Field = {
	displayName: LABEL,
	name: 'specificationText',
	type: 'string',
	typeOptions: { rows: 5 },
	default: '',
	holdsDocument: true,
	description: "The text of Colt's OpenAPI or Swagger file, JSON or YAML. It is read here and sent nowhere.",
	showWhen: { specificationSource: ['text'] },
};

/** As long as n8n may stand still for a step of the comparison. */
const LONGEST_STEP_MS = 20;

/** Lets n8n do other things once this has run for a while. */
function restNow(): () => Promise<void> {
	let since = performance.now();
	return async () => {
		if (performance.now() - since < LONGEST_STEP_MS) return;
		await sleep(0);
		since = performance.now();
	};
}

const TABLES = { wholesaleSip, inbound };

/** The operation for one API: it calls nobody. */
export const importSpecification = (api: CorrectedApi): LocalOperation => ({
	value: 'importSpecification',
	name: 'Import Specification',
	action: 'Import specification',
	description:
		"Compare Colt's own OpenAPI file with the names this package uses, and get the corrections to paste into " +
		'the credential. Nothing is sent.',
	fields: [sourceField, fileField, textField],
	file: { choice: 'specificationSource', name: 'specificationFile', text: 'specificationText' },
	async compute(params) {
		const text = toText(params.specificationText);
		if (text.trim() === '')
			throw inputError(LABEL, 'is empty', "Give the text or the file of Colt's OpenAPI specification.", 'missing');
		const imported = await importer().importHere(text, api, TABLES[api], restNow());
		if (!('problem' in imported)) return itemsOf(imported);
		throw inputError(
			LABEL,
			`cannot be used: ${imported.problem}`,
			"Use the file that Colt's portal offers under API Documents (OAS specification), as it is.",
			'document',
		);
	},
});

function itemsOf({
	title,
	version,
	corrections,
	report,
	counts,
	analysis,
	proposal,
}: ImportedSpecification): IDataObject[] {
	const asked = new Set(
		proposal.questions.flatMap(({ operations, half, name }) => operations.map((id) => `${id} ${half} ${name}`)),
	);
	const questions = proposal.questions.map(
		({ operations, half, name, proposal: likeliest, alternatives, why }): IDataObject => ({
			kind: 'question',
			operations: [...operations],
			half,
			name,
			...(likeliest !== undefined && { proposal: likeliest }),
			alternatives: [...alternatives],
			why,
		}),
	);
	const findings = analysis.operations.flatMap(({ id, names }) =>
		names
			.filter(({ correction }) => correction !== undefined)
			.map(({ half, ours, correction, why }): IDataObject & { name: string; half: string } => ({
				kind: 'correction',
				operation: id,
				half,
				name: formatPlace(ours.logical),
				correction: correction,
				why,
			}))
			.filter(({ half, name }) => !asked.has(`${id} ${half} ${name}`)),
	);
	const summary: IDataObject = {
		kind: 'summary',
		specification: [title, version].filter(Boolean).join(', '),
		corrections: JSON.stringify(corrections, null, 2),
		pasteInto: `${CORRECTIONS_LABEL} of the Colt credential`,
		report,
		counts: { ...counts },
	};
	return [summary, ...questions, ...findings];
}
