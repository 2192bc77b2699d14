import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import openapiTs, { astToString } from 'openapi-typescript';
import { format } from 'prettier';
import { apiNames, contractFiles, loadContract, readContract } from '../../contract/tools/load';
import { CORRECTED_APIS } from '../../nodes/shared/corrections/document';
import { printTables } from './printTables';
import { toLogical } from '../../contract/tools/rename';
import { buildTable } from '../../contract/tools/tables';

const folder = join(__dirname, '..', '..', 'nodes', 'shared', 'contract');
const style = { parser: 'typescript', useTabs: true, singleQuote: true, printWidth: 120 } as const;
const head = (source: string): string =>
	`// Generated from ${source} by \`npm run contract:generate\`. Do not edit.\n\n`;

/** Every generated file by name, formatted; the same contract gives the same text. */
export async function generateFiles(): Promise<Map<string, string>> {
	const files = new Map<string, string>();
	const documents = apiNames.map((api) => [api, loadContract(api)] as const);
	const tables = Object.fromEntries(documents.map(([api, document]) => [api, buildTable(document)]));
	files.set('wire.generated.ts', await format(head('contract/*.openapi.yaml') + printTables(tables), style));
	for (const [api, document] of documents) {
		const nodes = await openapiTs(JSON.stringify(toLogical(document)), { silent: true });
		const text = head(`contract/${contractFiles[api]}`) + withoutComments(astToString(nodes));
		files.set(`${api}.types.generated.ts`, await format(text, style));
	}
	const bundled = CORRECTED_APIS.map((api) => [api, readContract(api).replace(/^\s*#.*\n/gm, '')]);
	files.set(
		'../specification/contracts.generated.json',
		await format(JSON.stringify(Object.fromEntries(bundled)), { ...style, parser: 'json' }),
	);
	return files;
}

/** The generator's own remarks are left out; the contract says what a field means. */
const withoutComments = (source: string): string => source.replace(/^\s*\/\*\*[\s\S]*?\*\/\n/gm, '');

async function main(check: boolean): Promise<number> {
	const stale: string[] = [];
	for (const [name, text] of await generateFiles()) {
		const path = join(folder, name);
		if (existsSync(path) && readFileSync(path, 'utf8') === text) continue;
		stale.push(name);
		if (!check) writeFileSync(path, text);
	}
	if (stale.length === 0) console.log('Generated contract files are current.');
	else if (check) console.error(`Out of date: ${stale.join(', ')}. Run \`npm run contract:generate\`.`);
	else console.log(`Written: ${stale.join(', ')}`);
	return check && stale.length > 0 ? 1 : 0;
}

if (require.main === module) void main(process.argv.includes('--check')).then((code) => process.exit(code));
