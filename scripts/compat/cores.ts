import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureInstalled } from '../n8n/home';
import { root } from '../setup/setup.cjs';

/** n8n-core by version, with the n8n that it came with; scripts/n8n-home/cores has the recipes. */
export const CORES: Readonly<Record<string, string>> = { '1.99.0': '1.100', '2.0.2': '2.0', '2.30.4': '2.30' };

/** Installs one of them when it is missing, and returns its folder. */
const ensureCore = async (version: string): Promise<string> =>
	await ensureInstalled({
		folder: join(root, 'scripts', 'n8n-home', 'cores', version),
		name: 'n8n-core',
		label: `Installing n8n-core ${version} (200 to 400 MB, half a minute, once)`,
		isWhole: false,
	});

/** Runs the engine tests of test/compat in each n8n-core, all at once. @returns the versions that failed */
export async function testCores(): Promise<string[]> {
	const homes: Array<[version: string, home: string]> = [];
	for (const version of Object.keys(CORES)) homes.push([version, await ensureCore(version)]);
	const failed = await Promise.all(
		homes.map(async ([version, home]) => ((await jest(version, home)) === 0 ? [] : [version])),
	);
	return failed.flat();
}

async function jest(version: string, home: string): Promise<number> {
	const name = `n8n-core ${version} (n8n ${CORES[version]})`;
	const started = Date.now();
	const child = spawn(
		join(root, 'node_modules', '.bin', 'jest'),
		['--config', 'test/compat/jest.config.cjs', '--rootDir', root, '--runInBand', '--silent', '--forceExit'],
		{ cwd: root, env: { ...process.env, COLT_CORE: home, COLT_CORE_NAME: name }, stdio: ['ignore', 'pipe', 'pipe'] },
	);
	let output = '';
	for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
	const code = await new Promise<number>((resolve, reject) => {
		child.once('error', reject);
		child.once('close', (ended) => resolve(ended ?? 1));
	});
	const tests = /^Tests:\s+(.*)$/m.exec(output)?.[1] ?? 'no test was run';
	console.log(`${name}: ${tests}, ${Math.round((Date.now() - started) / 1_000)} s`);
	if (code !== 0) console.log(output);
	return code;
}
