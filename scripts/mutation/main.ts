import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

import { root } from '../setup/setup.cjs';

/** A file's score below this is a failure. */
const LEAST_PERCENT = 90;

/** The part of the report that is read here; `Timeout` is a mutant that never ends, and so found. */
interface Report {
	files: Record<string, { mutants: Array<{ status: string }> }>;
}

interface Score {
	file: string;
	found: number;
	/** Mutants that no test fails for, or no test reaches. */
	missed: number;
	/** Mutants with which the tests could not be loaded: they count neither way. */
	errors: number;
}

const percent = ({ found, missed }: Score): number => (found + missed === 0 ? 100 : (100 * found) / (found + missed));

function scores({ files }: Report): Score[] {
	return Object.entries(files).map(([file, { mutants }]): Score => {
		const count = (...statuses: string[]): number => mutants.filter(({ status }) => statuses.includes(status)).length;
		return { file: basename(file), found: count('Killed', 'Timeout'), missed: count('Survived', 'NoCoverage'), errors: count('RuntimeError', 'CompileError') };
	});
}

const line = (name: string, score: Score): string =>
	`${name.padEnd(16)}${String(score.found).padStart(6)} of ${String(score.found + score.missed).padStart(4)}${percent(score).toFixed(1).padStart(8)} %${score.errors > 0 ? `   ${score.errors} errors` : ''}`;

/** `npm run test:mutation`: the mutation score of each file of the trigger's brain. Arguments go to Stryker. */
function main(): void {
	const { status, error } = spawnSync(join(root, 'node_modules', '.bin', 'stryker'), ['run', ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' });
	if (error) throw error;
	if (status !== 0) process.exit(status ?? 1);
	const found = scores(JSON.parse(readFileSync(join(root, '.build', 'mutation.json'), 'utf8')) as Report);
	console.log('\nmutants found');
	for (const score of found) console.log(line(score.file, score));
	const sum = (key: 'found' | 'missed' | 'errors'): number => found.reduce((total, score) => total + score[key], 0);
	console.log(line('in all', { file: '', found: sum('found'), missed: sum('missed'), errors: sum('errors') }));
	const low = found.filter((score) => percent(score) < LEAST_PERCENT);
	if (low.length === 0) return;
	console.error(`\nBelow ${LEAST_PERCENT} %: ${low.map(({ file }) => file).join(', ')}`);
	process.exitCode = 1;
}

main();
