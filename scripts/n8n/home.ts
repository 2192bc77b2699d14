import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { withLock } from '../setup/lock.cjs';
import { runWithProgress } from '../setup/progress.cjs';
import { nodeBinary, nodeDistribution, npmEnvironment, root } from '../setup/setup.cjs';
import { dockerProgram } from './dockerProgram';
import { npmProgram } from './npmProgram';
import type { N8nProgram } from './program';

const RECIPE_FILES = ['package.json', 'package-lock.json'];

/** Something that npm installs into the cache folder. */
export interface Recipe {
	/** The folder with its package.json and lock file. */
	folder: string;
	/** The beginning of the name of its folder. */
	name: string;
	/** For the progress line. */
	label: string;
	/** Whether it is a whole n8n, whose database driver has to be built. */
	isWhole: boolean;
}

/** A whole n8n of an older version; `scripts/n8n-home/older` has its recipe. */
export const wholeN8n = (version?: string): Recipe => ({
	folder: join(root, 'scripts', 'n8n-home', ...(version === undefined ? [] : ['older', version])),
	name: 'n8n',
	label: `Installing n8n${version === undefined ? '' : ` ${version}`} (2 GB, some minutes, once)`,
	isWhole: true,
});

/**
 * The n8n that tests, demo and benchmarks run: the Docker image that N8N_COLT_IMAGE names, else the one from npm, which
 * is installed when it is missing.
 */
export async function ensureN8n(): Promise<N8nProgram> {
	const image = process.env['N8N_COLT_IMAGE'];
	if (image) return dockerProgram(image, { uid: process.getuid?.() ?? 1000, gid: process.getgid?.() ?? 1000 });
	// Set by scripts/compat/main.ts, to run the same tests in an older n8n.
	return npmProgram(await ensureInstalled(wholeN8n(process.env['N8N_COLT_VERSION'])));
}

/** Where a recipe is installed: in the user's cache folder, keyed by its lock file, shared by all clones. */
function homeOf({ folder, name }: Recipe): string {
	const hash = createHash('sha256');
	for (const file of RECIPE_FILES) hash.update(readFileSync(join(folder, file)));
	return join(cacheFolder(), `${name}-${hash.digest('hex').slice(0, 16)}`);
}

function cacheFolder(): string {
	const base = process.env.N8N_COLT_CACHE || process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
	return join(base, 'n8n-nodes-colt');
}

/**
 * Installs a recipe when it is missing and returns its folder. The folder appears under its final name only when it is
 * complete and has been started once. Installing needs the npm registry, for a whole n8n also a C++ compiler, make and
 * Python.
 */
export async function ensureInstalled(recipe: Recipe): Promise<string> {
	const home = homeOf(recipe);
	if (existsSync(home)) return home;
	const announce = (holder: number) =>
		process.stderr.write(`Waiting for another installation of n8n (process ${holder}) …\n`);
	await withLock(`${home}.lock`, async () => (existsSync(home) ? undefined : install(recipe, home)), announce);
	return home;
}

async function install({ folder, label, isWhole }: Recipe, home: string): Promise<void> {
	removePartial(home);
	const partial = `${home}.partial-${process.pid}`;
	mkdirSync(partial, { recursive: true });
	for (const file of RECIPE_FILES) copyFileSync(join(folder, file), join(partial, file));
	const ci = ['ci', '--legacy-peer-deps', '--ignore-scripts', '--no-audit', '--no-fund'];
	await runWithProgress(label, 'npm', ci, { cwd: partial, env: npmEnvironment() });
	if (isWhole) {
		await buildSqlite(partial);
		await verify(partial);
	}
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
	const folder = join(home, '.verify');
	const { command, args, env } = npmProgram(home).n8n(['--version'], home, {
		...npmEnvironment(),
		N8N_USER_FOLDER: folder,
	});
	await runWithProgress('Starting n8n --version', command, args, { cwd: home, env });
	rmSync(folder, { recursive: true, force: true });
}
