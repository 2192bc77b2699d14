import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { root } from '../setup/setup.cjs';

/**
 * The pure files of the trigger, each with its tests (test/unit/trigger/*NAME*.test.ts). Left out are
 * those that talk to n8n or Colt (poll, coltOrders, times) and the node's fields.
 */
const FILES: Record<string, string> = {
	collectOrders: 'collectOrders',
	compareOrders: '{compare,eventIds,statusSince}',
	earlierStates: 'earlierStates',
	eventFilters: 'eventFilters',
	events: '{compare,eventIds,redelivery}',
	nearDeadlines: 'nearDeadlines',
	pollOnce: 'poll',
	readChanges: 'readChanges',
	redelivery: 'redelivery',
	reservations: 'reservations',
	retention: '{retention,compareMemory}',
	sample: 'sample',
	savedState: '{savedState,earlierStates}',
	session: 'session',
	state: '{savedState,compare}',
	statusHistory: '{statusHistory,stepsSince,statusSince,compare}',
};

/** A file's score below this is a failure. */
const LEAST_PERCENT = 90;

/** The part of Stryker's report that is read here; `Timeout` is a mutant that never ends, and so found. */
interface Report {
	files: Record<string, { mutants: Array<{ status: string }> }>;
}

interface Score {
	name: string;
	found: number;
	/** Mutants that no test fails for, or no test reaches. */
	missed: number;
	/** Mutants with which the tests could not be loaded: they count neither way. */
	errors: number;
	seconds: number;
}

/** Breaks one file, mutant by mutant. */
function scoreOf(name: string, tests: string): Score {
	console.log(`\n── ${name} ──`);
	const started = Date.now();
	const { status, error } = spawnSync(
		join(root, 'node_modules', '.bin', 'stryker'),
		['run', '--mutate', `nodes/ColtWholesaleSip/trigger/${name}.ts`],
		{
			cwd: root,
			stdio: 'inherit',
			env: { ...process.env, MUTATION_TESTS: tests },
		},
	);
	if (error) throw error;
	if (status !== 0) process.exit(status ?? 1);
	const { files } = JSON.parse(readFileSync(join(root, '.build', 'mutation.json'), 'utf8')) as Report;
	const statuses = Object.values(files).flatMap(({ mutants }) => mutants.map((mutant) => mutant.status));
	const count = (...counted: string[]): number => statuses.filter((one) => counted.includes(one)).length;
	return {
		name,
		found: count('Killed', 'Timeout'),
		missed: count('Survived', 'NoCoverage'),
		errors: count('RuntimeError', 'CompileError'),
		seconds: (Date.now() - started) / 1000,
	};
}

const percent = ({ found, missed }: Score): number => (found + missed === 0 ? 0 : (100 * found) / (found + missed));

const line = (score: Score): string =>
	[
		score.name.padEnd(14),
		String(score.found).padStart(6),
		String(score.found + score.missed).padStart(10),
		percent(score).toFixed(1).padStart(9),
		String(score.errors).padStart(9),
		score.seconds.toFixed(0).padStart(10),
	].join('');

/** `npm run test:mutation`: the mutation score of each file of the trigger's brain, or of those that are named. */
function main(): void {
	const names = process.argv.slice(2);
	const unknown = names.filter((name) => !Object.hasOwn(FILES, name));
	if (unknown.length > 0)
		throw new Error(`Unknown file ${unknown.join(', ')}. Files: ${Object.keys(FILES).join(', ')}`);
	const scores = Object.entries(FILES)
		.filter(([name]) => names.length === 0 || names.includes(name))
		.map(([name, tests]) => scoreOf(name, tests));
	const sum = (key: 'found' | 'missed' | 'errors' | 'seconds'): number =>
		scores.reduce((total, score) => total + score[key], 0);
	console.log('\nfile           found   mutants        %   errors   seconds');
	for (const score of [
		...scores,
		{ name: 'in all', found: sum('found'), missed: sum('missed'), errors: sum('errors'), seconds: sum('seconds') },
	])
		console.log(line(score));
	const low = scores.filter((score) => percent(score) < LEAST_PERCENT);
	if (low.length === 0) return;
	console.error(`\nBelow ${LEAST_PERCENT} %: ${low.map(({ name }) => name).join(', ')}`);
	process.exitCode = 1;
}

main();
