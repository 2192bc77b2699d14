const { execFileSync } = require('node:child_process');
const { createHash } = require('node:crypto');
const { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { dirname, join, relative } = require('node:path');
const { installedMatches } = require('./installed.cjs');
const { withLock } = require('./lock.cjs');
const { runWithProgress } = require('./progress.cjs');

/** The checkout's root folder. */
const root = join(__dirname, '..', '..');

const modules = join(root, 'node_modules');
const stampPath = join(modules, '.set-up.json');
const lockFile = join(root, 'package-lock.json');

/** The Node binary that every command of this project runs on, from the npm package `node`. */
const nodeBinary = join(modules, 'node', 'bin', 'node');

/** What `node` means in every npm script. npm leaves it out when the binary was not there yet. */
const nodeLink = join(modules, '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');

/**
 * Brings `node_modules` in line with package-lock.json and puts the Node binary in place: what is missing or out of
 * date is installed, nothing else. Silent when everything is current.
 */
async function ensureSetUp() {
	if (isCurrent()) return;
	await withLock(
		join(root, '.build', 'set-up.lock'),
		async () => {
			if (isCurrent()) return;
			if (!installedMatches(lockFile, modules)) await installDependencies();
			if (!existsSync(nodeBinary) || answer(nodeBinary) !== wantedVersion()) await installNode();
			verifyNode();
			linkNode();
			writeFileSync(stampPath, JSON.stringify({ lock: lockHash() }));
		},
		(holder) => process.stderr.write(`Waiting for another set-up in this folder (process ${holder}) …\n`),
	);
}

function isCurrent() {
	if (!existsSync(stampPath) || !existsSync(nodeBinary) || !existsSync(nodeLink)) return false;
	return JSON.parse(readFileSync(stampPath, 'utf8')).lock === lockHash();
}

function lockHash() {
	return createHash('sha256').update(readFileSync(lockFile)).digest('hex');
}

async function installDependencies() {
	mkdirSync(modules, { recursive: true });
	await runWithProgress(
		'Installing dependencies (npm ci)',
		'npm',
		['ci', '--ignore-scripts', '--no-audit', '--no-fund'],
		{
			cwd: root,
			env: npmEnvironment(),
		},
	);
}

/**
 * The folder of the platform's Node package: it holds the headers (`include/node`) that native modules build against.
 * `npm install` removes it as unknown to the lock file while the binary stays, so it may have to be fetched again.
 *
 * @returns {Promise<string>}
 */
async function nodeDistribution() {
	const found = findDistribution();
	if (found !== undefined) return found;
	await installNode();
	const fetched = findDistribution();
	if (fetched === undefined) throw new Error('The npm package node has brought no headers for this platform');
	return fetched;
}

function findDistribution() {
	const prefix = process.platform === 'darwin' && process.arch === 'arm64' ? 'node-bin' : 'node';
	const name = `${prefix}-${process.platform}-${process.arch}`;
	try {
		return dirname(createRequire(join(modules, 'node', 'package.json')).resolve(`${name}/package.json`));
	} catch (error) {
		if (error.code !== 'MODULE_NOT_FOUND') throw error;
		return undefined;
	}
}

/** With --ignore-scripts the `node` package has not fetched its binary: its own script does that. */
async function installNode() {
	await runWithProgress('Installing Node 24', process.execPath, ['installArchSpecificPackage.js'], {
		cwd: join(modules, 'node'),
		env: npmEnvironment(),
	});
}

function linkNode() {
	if (existsSync(nodeLink) || process.platform === 'win32') return;
	rmSync(nodeLink, { force: true });
	symlinkSync(relative(dirname(nodeLink), nodeBinary), nodeLink);
}

function verifyNode() {
	const found = answer(nodeBinary);
	if (found !== wantedVersion()) throw new Error(`${nodeBinary} answers ${found}, wanted ${wantedVersion()}`);
}

function wantedVersion() {
	return `v${JSON.parse(readFileSync(join(modules, 'node', 'package.json'), 'utf8')).version}`;
}

function answer(binary) {
	return execFileSync(binary, ['--version'], { encoding: 'utf8' }).trim();
}

/**
 * The environment for an inner npm, without what an outer `npm run` adds: it would take that one's prefix and script
 * settings for its own.
 */
function npmEnvironment() {
	const outer =
		/^npm_(?:config_(?:local_prefix|prefix|global_prefix|ignore_scripts)|lifecycle_|package_|command$|execpath$)/;
	return Object.fromEntries(Object.entries(process.env).filter(([name]) => !outer.test(name)));
}

module.exports = { root, nodeBinary, ensureSetUp, nodeDistribution, npmEnvironment };
