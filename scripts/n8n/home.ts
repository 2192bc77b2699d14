import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { withLock } from '../setup/lock.cjs';
import { runWithProgress } from '../setup/progress.cjs';
import { nodeBinary, nodeDistribution, npmEnvironment, root } from '../setup/setup.cjs';

const recipe = join(root, 'scripts', 'n8n-home');
const RECIPE_FILES = ['package.json', 'package-lock.json'];

/** Where the local n8n lives: in the user's cache folder, keyed by its lock file, shared by all clones. */
export function n8nHome(): string {
	const hash = createHash('sha256');
	for (const file of RECIPE_FILES) hash.update(readFileSync(join(recipe, file)));
	return join(cacheFolder(), `n8n-${hash.digest('hex').slice(0, 16)}`);
}

function cacheFolder(): string {
	const base = process.env.N8N_COLT_CACHE || process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
	return join(base, 'n8n-nodes-colt');
}

/** n8n's command, to be run with {@link nodeBinary}. */
export function n8nCommand(home: string): string {
	return join(home, 'node_modules', 'n8n', 'bin', 'n8n');
}

/**
 * Installs n8n when it is missing and returns its folder. The folder appears under its final name only when it is
 * complete and has been started once. Installing needs the npm registry, a C++ compiler, make and Python.
 */
export async function ensureN8n(): Promise<string> {
	const home = n8nHome();
	if (existsSync(home)) return home;
	const announce = (holder: number) =>
		process.stderr.write(`Waiting for another installation of n8n (process ${holder}) …\n`);
	await withLock(`${home}.lock`, async () => (existsSync(home) ? undefined : install(home)), announce);
	return home;
}

async function install(home: string): Promise<void> {
	removePartial(home);
	const partial = `${home}.partial-${process.pid}`;
	mkdirSync(partial, { recursive: true });
	for (const file of RECIPE_FILES) copyFileSync(join(recipe, file), join(partial, file));
	const ci = ['ci', '--legacy-peer-deps', '--ignore-scripts', '--no-audit', '--no-fund'];
	await runWithProgress('Installing n8n (2 GB, some minutes, once)', 'npm', ci, {
		cwd: partial,
		env: npmEnvironment(),
	});
	await buildSqlite(partial);
	await verify(partial);
	renameSync(partial, home);
}

/** What an interrupted installation left behind; the caller has the lock, so no other process uses it. */
function removePartial(home: string): void {
	for (const name of readdirSync(dirname(home))) {
		if (name.startsWith(`${basename(home)}.partial-`))
			rmSync(join(dirname(home), name), { recursive: true, force: true });
	}
}

async function buildSqlite(home: string): Promise<void> {
	const gyp = join(home, 'node_modules', 'node-gyp', 'bin', 'node-gyp.js');
	const args = [gyp, 'rebuild', `--nodedir=${await nodeDistribution()}`];
	await runWithProgress('Building sqlite3 (about a minute)', nodeBinary, args, {
		cwd: join(home, 'node_modules', 'sqlite3'),
	});
}

async function verify(home: string): Promise<void> {
	const open = 'new (require("sqlite3").Database)(":memory:", (error) => { if (error) throw error; })';
	await runWithProgress('Opening a database', nodeBinary, ['-e', open], { cwd: home });
	await runWithProgress('Starting n8n --version', nodeBinary, [n8nCommand(home), '--version'], {
		cwd: home,
		env: { ...process.env, N8N_USER_FOLDER: join(home, '.verify') },
	});
	rmSync(join(home, '.verify'), { recursive: true, force: true });
}
