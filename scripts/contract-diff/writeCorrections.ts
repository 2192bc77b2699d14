import { readFile, writeFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { type ApiName, loadContract } from '../../contract/tools/load';
import { inbound, wholesaleSip } from '../../nodes/shared/contract/wire.generated';
import type { CorrectedApi } from '../../nodes/shared/corrections/document';
import type { Json } from '../../nodes/shared/corrections/tree';
import { type ImportedSpecification, importSpecification } from '../../nodes/shared/specification/importSpecification';
import { UnreadableSpecification as NotReadable } from '../../nodes/shared/specification/read';
import { UnreadableSpecification } from './unreadable';

const TABLES = { wholesaleSip, inbound };

/**
 * Writes the corrections that a specification is sure to need, and a report beside them.
 * @returns what needs a person's choice, a line each
 * @throws UnreadableSpecification that says what is wrong with the file
 */
export async function writeCorrections(file: string, api: ApiName, out: string): Promise<string[]> {
	if (api === 'authentication') throw new UnreadableSpecification('there are no corrections for the token endpoint');
	const imported = await importOf(await readFile(file, 'utf8'), api);
	if ('problem' in imported) throw new UnreadableSpecification(imported.problem);
	await writeFile(out, `${JSON.stringify(imported.corrections, null, '\t')}\n`);
	await writeFile(`${out.replace(/\.json$/, '')}.md`, imported.report);
	return imported.proposal.questions.map(({ operations, half, name, proposal, alternatives, why }) => {
		const likeliest = proposal === undefined ? '' : `, likeliest ${JSON.stringify(proposal)}`;
		const others = alternatives.length === 0 ? '' : `, else ${alternatives.join(', ')}`;
		return `${operations.join(', ')} ${half} ${name}${likeliest}${others}: ${why}`;
	});
}

async function importOf(text: string, api: CorrectedApi): Promise<ImportedSpecification | { problem: string }> {
	const target = { api, table: TABLES[api], contract: loadContract(api) as unknown as Json };
	try {
		return await importSpecification(text, target, (yaml): unknown => parse(yaml, { merge: true, logLevel: 'error' }));
	} catch (error) {
		if (error instanceof NotReadable) return { problem: error.message };
		throw error;
	}
}
