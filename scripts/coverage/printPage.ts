import { loadContract } from '../../contract/tools/load';
import { countNames } from './countFields';
import { table } from '../docs/markdown';
import { APIS, type Row } from './rows';

const yesNo = (value: boolean): string => (value ? 'yes' : 'no');

/** `67 % (10 of 15)`: the share of fields that the vendor's documents name. */
function share({ documented, inferred }: Row['fields']): string {
	const all = documented + inferred;
	return all === 0 ? 'no fields' : `${Math.round((documented / all) * 100)} % (${documented} of ${all})`;
}

/** The share of each API's names, each counted once. */
const namesOf = (api: (typeof APIS)[number]['api']): string => share(countNames(loadContract(api)));

/** One row for a terminal, the executed calls included. */
export function printTable(rows: readonly Row[]): string {
	const head = [
		'resource',
		'method and path',
		'in the nodes',
		'simulated',
		'executed in n8n',
		'documented',
		'inferred',
	];
	const parts = APIS.map(({ api, title }) => {
		const own = rows.filter((row) => row.api === api);
		return `${title}\n${columns([head, ...own.map(cellsOf)])}\n${totals(own)}`;
	});
	return parts.join('\n\n');
}

function cellsOf(row: Row): string[] {
	const { documented, inferred } = row.fields;
	const all = documented + inferred;
	const percent = (count: number): string => `${all === 0 ? 0 : Math.round((count / all) * 100)} % (${count})`;
	const executed = row.executed === undefined ? 'no record' : row.executed === 0 ? 'no' : `yes (${row.executed})`;
	return [
		row.id,
		`${row.method} ${row.path}`,
		inNodes(row),
		yesNo(row.simulated),
		executed,
		percent(documented),
		percent(inferred),
	];
}

/** The operations that use a resource; a long list is cut in a terminal. */
function inNodes({ implemented }: Row): string {
	const [first, ...others] = implemented;
	if (first === undefined) return 'no';
	return others.length > 0 ? `${first} + ${others.length}` : first;
}

function totals(rows: readonly Row[]): string {
	const count = (test: (row: Row) => boolean): string => `${rows.filter(test).length} of ${rows.length}`;
	const executed = rows.some((row) => row.executed === undefined)
		? 'no record of an end-to-end run'
		: `${count((row) => (row.executed ?? 0) > 0)} executed in n8n`;
	const [first] = rows;
	const names = first === undefined ? '' : `, names documented: ${namesOf(first.api)}`;
	return (
		`${count((row) => row.implemented.length > 0)} implemented, ${count((row) => row.simulated)} simulated, ` +
		`${executed}${names}`
	);
}

function columns(table: readonly string[][]): string {
	const widths = (table[0] ?? []).map((_, column) => Math.max(...table.map((cells) => (cells[column] ?? '').length)));
	return table
		.map((cells) =>
			cells
				.map((cell, column) => cell.padEnd(widths[column] ?? 0))
				.join('  ')
				.trimEnd(),
		)
		.join('\n');
}

const INTRODUCTION = `# Coverage

One row for each resource of the vendor's APIs. Written from the contract, the nodes' registries, the simulator and the
importable workflows by \`npm run coverage -- --write\`; do not edit.

- **In the nodes**: the operations that use it, by the names of their menus.
- **Simulated**: the simulator answers it (or, for the callback, sends it).
- **Workflow**: the importable workflows that call it. The end-to-end tests run each of them in a real n8n; after such a
  run \`npm run coverage\` also shows how often each resource was called.
- **Documented**: the share of its parameters and fields whose names are in the vendor's documents. The others are
  inferred and marked so in the contract.

Each name counted once, however many resources have it:

${table(
	['API', 'names that are documented'],
	APIS.map(({ api, title }) => [title, namesOf(api)]),
)}
`;

/** The page for the documentation; nothing in it changes from run to run. */
export function printPage(rows: readonly Row[]): string {
	const tables = APIS.map(({ api, title }) => {
		const lines = rows.filter((row) => row.api === api).map(pageLine);
		return (
			`## ${title}\n\n| resource | method and path | in the nodes | simulated | workflow | documented |\n| --- | ` +
			`--- | --- | --- | --- | --- |\n${lines.join('\n')}\n`
		);
	});
	return [INTRODUCTION, ...tables].join('\n');
}

function pageLine(row: Row): string {
	const cells = [
		row.id,
		`\`${row.method} ${row.path}\``,
		row.implemented.join(', ') || 'no',
		yesNo(row.simulated),
		row.templates.join(', ') || 'none',
		share(row.fields),
	];
	return `| ${cells.join(' | ')} |`;
}
