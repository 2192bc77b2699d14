import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureInstalled, wholeN8n } from '../n8n/home';
import { root } from '../setup/setup.cjs';
import { CORES, testCores } from './cores';

/** Whole older n8n; scripts/n8n-home/older has the recipes. */
const WHOLE = ['2.30.8'];

/** End-to-end tests that an older n8n is run with: nodes, both triggers, credentials, kill and retry. */
const SUITES = [
	'can be loaded',
	'templates in workflows',
	'several items',
	'inbound callbacks',
	'credential',
	'beginning again',
];

/** @returns whether the end-to-end tests pass in this n8n */
async function testWhole(version: string): Promise<boolean> {
	await ensureInstalled(wholeN8n(version));
	console.log(`\n── n8n ${version} ──`);
	const child = spawn(
		join(root, 'node_modules', '.bin', 'jest'),
		['--selectProjects', 'e2e', '--runInBand', '--testPathPatterns', 'e2e/n8n', '-t', SUITES.join('|')],
		{ cwd: root, env: { ...process.env, N8N_COLT_VERSION: version }, stdio: ['ignore', 'inherit', 'inherit'] },
	);
	return await new Promise((resolve, reject) => {
		child.once('error', reject);
		child.once('close', (code) => resolve(code === 0));
	});
}

/**
 * `npm run test:compat`: the engine tests in older n8n-core, then end-to-end tests in older n8n. `-- --cores` runs the
 * first alone, `-- 2.30.8` one n8n alone.
 */
async function main(args: readonly string[]): Promise<void> {
	const versions = args.filter((arg) => !arg.startsWith('--'));
	const unknown = versions.filter((version) => !WHOLE.includes(version));
	if (unknown.length > 0) throw new Error(`No recipe for n8n ${unknown.join(', ')}; there are ${WHOLE.join(', ')}`);
	const failed: string[] = versions.length > 0 ? [] : await testCores();
	const chosen = args.includes('--cores') ? [] : versions.length > 0 ? versions : WHOLE;
	for (const version of chosen) if (!(await testWhole(version))) failed.push(version);
	const total = chosen.length + (versions.length > 0 ? 0 : Object.keys(CORES).length);
	console.log(`\n${total - failed.length} passed, ${failed.length} failed`);
	if (failed.length > 0) process.exitCode = 1;
}

main(process.argv.slice(2)).catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 2;
});
