import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from './setup/setup.cjs';

const results = join(root, '.build', 'test-results');
const reportOf = (name: string): string => join(results, `${name}.json`);

interface Part {
	name: string;
	command: readonly string[];
	/** Whether the command is jest and leaves its counts behind. */
	jest: boolean;
}

interface Outcome {
	name: string;
	passed: number;
	failed: number;
	seconds: number;
}

interface JestReport {
	numPassedTests: number;
	numFailedTests: number;
	numPendingTests: number;
	numTodoTests: number;
	numRuntimeErrorTestSuites: number;
}

const script = (name: string, ...command: string[]): Part => ({ name, command, jest: false });
const node = (file: string, ...args: string[]) => [process.execPath, '--import', 'tsx', join(root, file), ...args];
const bin = (name: string, ...args: string[]) => [join(root, 'node_modules', '.bin', name), ...args];
const jest = (name: string, ...args: string[]): Part => ({
	name,
	command: bin(
		'jest',
		'--selectProjects',
		name,
		'--json',
		'--outputFile',
		reportOf(name),
		...(name === 'e2e' ? ['--runInBand'] : []),
		...args,
	),
	jest: true,
});

/** In this order: what is quick to fail first, and the build before what needs the built package. */
const PARTS: readonly Part[] = [
	script('format', ...bin('prettier', '--check', '.', '--log-level', 'warn')),
	script('lint', ...bin('eslint', '.', '--max-warnings', '0')),
	script('typecheck', ...bin('tsc', '--noEmit')),
	script('contract', ...node('scripts/contract/generate.ts', '--check')),
	jest('unit'),
	jest('simulator'),
	script('build', ...bin('gulp', 'build')),
	jest('engine'),
	// Single faults and the whole matrix take minutes: npm run test:faults.
	jest('faults', '--testPathIgnorePatterns', 'faults/matrix.test'),
	// Whole older n8n: npm run test:compat.
	script('compat', ...node('scripts/compat/main.ts', '--cores')),
	script('package', ...node('scripts/package-check.ts')),
	jest('e2e'),
];

/** Runs one part with its output shown. A skipped test counts as failed: there are none. */
async function runPart({ name, command, jest: isJest }: Part): Promise<Outcome> {
	console.log(`\n── ${name} ──`);
	rmSync(reportOf(name), { force: true });
	const started = Date.now();
	const code = await exitCode(command);
	const seconds = (Date.now() - started) / 1000;
	if (!isJest) return { name, passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, seconds };
	const { passed, failed } = readReport(name);
	return { name, passed, failed: code !== 0 && failed === 0 ? 1 : failed, seconds };
}

function exitCode([command = '', ...args]: readonly string[]): Promise<number> {
	return new Promise((resolve, reject) => {
		const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
		child.once('error', reject);
		child.once('exit', (code) => resolve(code ?? 1));
	});
}

function readReport(name: string): { passed: number; failed: number } {
	try {
		const report = JSON.parse(readFileSync(reportOf(name), 'utf8')) as JestReport;
		const failed =
			report.numFailedTests + report.numPendingTests + report.numTodoTests + report.numRuntimeErrorTestSuites;
		return { passed: report.numPassedTests, failed };
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { passed: 0, failed: 1 };
		throw error;
	}
}

function chosenParts(): readonly Part[] {
	const { values } = parseArgs({ options: { only: { type: 'string' } } });
	if (values.only === undefined) return PARTS;
	const names = values.only.split(',').map((name) => name.trim());
	const unknown = names.filter((name) => !PARTS.some((part) => part.name === name));
	if (unknown.length > 0)
		throw new Error(`Unknown part ${unknown.join(', ')}. Parts: ${PARTS.map(({ name }) => name).join(', ')}`);
	return PARTS.filter(({ name }) => names.includes(name));
}

async function main(): Promise<void> {
	const parts = chosenParts();
	mkdirSync(results, { recursive: true });
	const outcomes: Outcome[] = [];
	for (const part of parts) outcomes.push(await runPart(part));
	console.log('\npart         passed   failed   seconds');
	for (const { name, passed, failed, seconds } of outcomes) {
		console.log(
			`${name.padEnd(10)}${String(passed).padStart(9)}${String(failed).padStart(9)}${seconds.toFixed(1).padStart(10)}`,
		);
	}
	const sum = (key: 'passed' | 'failed') => outcomes.reduce((total, outcome) => total + outcome[key], 0);
	console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
	if (sum('failed') > 0) process.exitCode = 1;
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(130));

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 2;
});
