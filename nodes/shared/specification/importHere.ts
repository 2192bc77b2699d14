import { parse } from 'yaml';

import { yamlParser } from './readYaml';
import type { CorrectedApi } from '../corrections/document';
import { formatPlace } from '../corrections/place';
import type { Json } from '../corrections/tree';
import type { Rest } from './analyse';
import contracts from './contracts.generated.json';
import { importSpecification } from './importSpecification';
import type { ImportTarget, ImportedSpecification } from './importSpecification';
import { readOperations } from './operations';
import { suggestFromAnswers } from './proposeFromAnswers';
import type { SuggestedCorrection } from './proposeFromAnswers';
import type { SeenAnswers } from './seenSpecification';

/** Our own contract, which repeats its paging and errors by aliases. */
const contractOf = (api: CorrectedApi): Json =>
	parse(contracts[api], { merge: true, maxAliasCount: -1, logLevel: 'error' }) as Json;

/** Compares a specification with the contract that the package brings; what cannot be read is a problem in words. */
export async function importHere(
	text: string,
	api: CorrectedApi,
	table: ImportTarget['table'],
	rest: Rest,
): Promise<ImportedSpecification | { problem: string }> {
	try {
		return await importSpecification(text, { api, table, contract: contractOf(api) }, yamlParser(rest), rest);
	} catch (error) {
		return { problem: error instanceof Error ? error.message : String(error) };
	}
}

type Sources = ReadonlyMap<string, 'documented' | 'inferred'>;

const known = new Map<CorrectedApi, ReadonlyMap<string, Sources>>();

function readSources(api: CorrectedApi): ReadonlyMap<string, Sources> {
	return new Map(
		readOperations(contractOf(api)).map(({ id = '', request }): [string, Sources] => [
			id,
			new Map(
				request.flatMap(({ logical, source }) =>
					source === undefined ? [] : [[formatPlace(logical), source] as const],
				),
			),
		]),
	);
}

/** Whether the names of an operation's request are documented or inferred, by their logical places; read once. */
export function sourcesOf(api: CorrectedApi, operationId: string): Sources {
	const sources = known.get(api) ?? readSources(api);
	known.set(api, sources);
	return sources.get(operationId) ?? new Map();
}

/** What names that no answer had may be called at Colt; see {@link suggestFromAnswers}. */
export const suggestHere = async (
	api: CorrectedApi,
	basePath: string,
	answers: readonly SeenAnswers[],
	missing: ReadonlyMap<string, ReadonlySet<string>>,
	isName: (name: string) => boolean,
): Promise<SuggestedCorrection[]> => await suggestFromAnswers(contractOf(api), basePath, answers, missing, isName);
