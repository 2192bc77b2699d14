import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '../setup/setup.cjs';
import { ensureBinaries } from './binaries';

const REPORT = join(root, '.build', 'test-results', 'queue.json');

interface JestReport {
	numPassedTests: number;
	numFailedTests: number;
	numPendingTests: number;
	numRuntimeErrorTestSuites: number;
}

/**
 * `npm run test:queue`: n8n in queue mode against the simulator; `-- --short` as the CI runs it. COLT_QUEUE_POSTGRES
 * (an empty database) and COLT_QUEUE_REDIS name services that run already, such as those of a cluster; otherwise it
 * starts its own, and installs them where it may.
 */
async function main(args: readonly string[]): Promise<void> {
	if (args.some((arg) => arg !== '--short')) throw new Error('Usage: npm run test:queue [-- --short]');
	if (!process.env['COLT_QUEUE_POSTGRES'] || !process.env['COLT_QUEUE_REDIS']) await ensureBinaries();
	mkdirSync(dirname(REPORT), { recursive: true });
	rmSync(REPORT, { force: true });
	const child = spawn(
		join(root, 'node_modules', '.bin', 'jest'),
		['--selectProjects', 'queue', '--runInBand', '--json', '--outputFile', REPORT],
		{
			cwd: root,
			env: { ...process.env, COLT_QUEUE: args.includes('--short') ? 'short' : 'full' },
			stdio: ['ignore', 'inherit', 'inherit'],
		},
	);
	for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
	const code = await new Promise<number>((resolve, reject) => {
		child.once('error', reject);
		child.once('exit', (ended) => resolve(ended ?? 1));
	});
	const { numPassedTests, ...others } = JSON.parse(readFileSync(REPORT, 'utf8')) as JestReport;
	const failed = others.numFailedTests + others.numPendingTests + others.numRuntimeErrorTestSuites;
	console.log(`\n${numPassedTests} passed, ${failed} failed`);
	process.exitCode = code === 0 && failed > 0 ? 1 : code;
}

main(process.argv.slice(2)).catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	console.log('\n0 passed, 1 failed');
	process.exitCode = 1;
});
