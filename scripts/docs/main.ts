import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../setup/setup.cjs';
import { pages } from './pages';

const USAGE = `Usage: npm run docs [-- --check]

Writes the generated parts of the pages in docs/: operations, errors, safety, country rules, wrong inputs.

  --check   write nothing; exit with 1 when a page is out of date`;

/** Runs the command. @returns the exit code */
export function run(args: string[], print: (text: string) => void): number {
	const { values } = parseArgs({
		args,
		options: { check: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
	});
	if (values.help) {
		print(USAGE);
		return 0;
	}
	const stale = pages().filter(
		({ path, text }) => !existsSync(join(root, path)) || readFileSync(join(root, path), 'utf8') !== text,
	);
	for (const { path, text } of stale) {
		if (values.check) print(`${path} is out of date. Run \`npm run docs\`.`);
		else {
			mkdirSync(dirname(join(root, path)), { recursive: true });
			writeFileSync(join(root, path), text);
			print(`${path} written.`);
		}
	}
	if (stale.length === 0) print('All pages are current.');
	return values.check && stale.length > 0 ? 1 : 0;
}

if (require.main === module) {
	try {
		process.exitCode = run(process.argv.slice(2), console.log);
	} catch (error) {
		console.error(error instanceof Error ? error.message : error);
		process.exitCode = 2;
	}
}
