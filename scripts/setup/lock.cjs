const { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } = require('node:fs');
const { dirname } = require('node:path');
const { setTimeout: pause } = require('node:timers/promises');

const POLL_MS = 200;

/**
 * Runs `work` while holding the lock file at `path`, so that two processes never install into one folder at once.
 * A lock whose holder no longer runs is taken over. The file holds the holder's process id.
 *
 * @template T
 * @param {string} path lock file; its folder is created
 * @param {() => T | Promise<T>} work
 * @param {(holder: number) => void} [onWait] called once, when somebody else holds the lock
 * @returns {Promise<T>}
 */
async function withLock(path, work, onWait = () => undefined) {
	mkdirSync(dirname(path), { recursive: true });
	let announced = false;
	while (!acquire(path)) {
		if (!announced) onWait(holderOf(path) ?? 0);
		announced = true;
		await pause(POLL_MS);
	}
	const release = () => rmSync(path, { force: true });
	process.once('exit', release);
	try {
		return await work();
	} finally {
		process.off('exit', release);
		release();
	}
}

function acquire(path) {
	try {
		writeFileSync(path, String(process.pid), { flag: 'wx' });
		return true;
	} catch (error) {
		if (error.code !== 'EEXIST') throw error;
	}
	const holder = holderOf(path);
	if (holder !== undefined && !isRunning(holder)) takeAway(path, holder);
	return false;
}

/** Moved aside before it is removed: of several waiting processes only one can move it. */
function takeAway(path, holder) {
	const aside = `${path}.${process.pid}`;
	try {
		renameSync(path, aside);
	} catch (error) {
		if (error.code === 'ENOENT') return;
		throw error;
	}
	const moved = holderOf(aside);
	if (moved !== undefined && moved !== holder) renameSync(aside, path);
	else rmSync(aside, { force: true });
}

function holderOf(path) {
	try {
		return Number(readFileSync(path, 'utf8')) || undefined;
	} catch (error) {
		if (error.code === 'ENOENT') return undefined;
		throw error;
	}
}

function isRunning(pid) {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return error.code === 'EPERM';
	}
}

module.exports = { withLock };
