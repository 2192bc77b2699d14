import type { ApiTable } from '../contract/table';
import { compileCorrections } from '../corrections/compile';
import { CORRECTIONS_FORMAT, CORRECTIONS_VERSION } from '../corrections/document';
import type { CorrectedApi, CorrectionsDocument } from '../corrections/document';
import type { Json } from '../corrections/tree';
import { analyseSpecification } from './analyse';
import type { Analysis, Rest } from './analyse';
import { proposeCorrections } from './propose';
import type { Proposal } from './propose';
import { UnreadableSpecification, readSpecification } from './read';
import type { ParseYaml } from './read';
import { countFindings, reportOf } from './report';
import type { Counts } from './report';

/** What a specification has given. */
export interface ImportedSpecification {
	/** As it names itself. */
	title: string;
	/** OpenAPI or Swagger, and which version. */
	version: string;
	/** The sure corrections, ready for the credential. */
	corrections: CorrectionsDocument;
	/** In Markdown. */
	report: string;
	counts: Counts;
	analysis: Analysis;
	proposal: Proposal;
}

/** What an import needs to know of our own API. */
export interface ImportTarget {
	api: CorrectedApi;
	table: Pick<ApiTable, 'operations' | 'basePath'>;
	/** Our own OpenAPI document of the API. */
	contract: Json;
}

/**
 * Compares Colt's specification with the contract and proposes corrections. Nothing is fetched.
 * @param parseYaml a YAML reader that bounds what aliases expand to
 * @throws UnreadableSpecification that says what is wrong with the text
 */
export async function importSpecification(
	text: string,
	{ api, table, contract }: ImportTarget,
	parseYaml: ParseYaml,
	rest?: Rest,
): Promise<ImportedSpecification> {
	const { document, title, version } = await readSpecification(text, parseYaml);
	const analysis = await analyseSpecification(contract, document, table.basePath, rest);
	const proposal = proposeCorrections(analysis);
	const counts = countFindings(analysis, proposal);
	if (counts.operations === 0)
		throw new UnreadableSpecification(
			`it is a specification of something else (${title || 'without a title'}): none of our operations is in it`,
		);
	compileCorrections(table, proposal.corrections);
	return {
		title,
		version,
		corrections: {
			format: CORRECTIONS_FORMAT,
			version: CORRECTIONS_VERSION,
			source: [title, version].filter(Boolean).join(', '),
			[api]: proposal.corrections,
		},
		report: reportOf(title, analysis, proposal),
		counts,
		analysis,
		proposal,
	};
}
