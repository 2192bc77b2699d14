import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../setup/setup.cjs';
import { RECORD, executedCalls } from './executedCalls';
import { printPage, printTable } from './printPage';
import { coverageRows } from './rows';

const PAGE = 'docs/coverage.md';
const USAGE = `Usage: npm run coverage [-- --write | --check]

One row for each resource: implemented, simulated, executed in n8n, share of documented and inferred fields.

  --write   write ${PAGE}
  --check   exit with 1 when ${PAGE} is out of date`;

/** Runs the command. @returns the exit code */
export async function run(args: string[]): Promise<number> {
	const options = {
		write: { type: 'boolean' },
		check: { type: 'boolean' },
		help: { type: 'boolean', short: 'h' },
	} as const;
	const { values } = parseArgs({ args, options });
	if (values.help) {
		console.log(USAGE);
		return 0;
	}
	const calls = executedCalls();
	const rows = await coverageRows(calls);
	const path = join(root, PAGE);
	const page = printPage(rows);
	if (values.check) {
		const isCurrent = existsSync(path) && readFileSync(path, 'utf8') === page;
		console.log(isCurrent ? `${PAGE} is current.` : `${PAGE} is out of date. Run \`npm run coverage -- --write\`.`);
		return isCurrent ? 0 : 1;
	}
	console.log(printTable(rows));
	if (!calls)
		console.log(`\n${RECORD}, written by an end-to-end run, shows what was executed in n8n (npm run test:e2e).`);
	if (values.write) {
		mkdirSync(dirname(path), { recursive: true });
		writeFileSync(path, page);
		console.log(`\n${PAGE} written.`);
	}
	return 0;
}

if (require.main === module) {
	run(process.argv.slice(2)).then(
		(code) => {
			process.exitCode = code;
		},
		(error: unknown) => {
			console.error(error instanceof Error ? error.message : error);
			process.exitCode = 2;
		},
	);
}
