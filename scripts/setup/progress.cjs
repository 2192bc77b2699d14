const { spawn } = require('node:child_process');

const EVERY_MS = 5_000;
const TAIL_LINES = 60;

/**
 * Runs a command whose own output matters only if it fails, with a line of progress every five seconds on standard
 * error.
 *
 * @param {string} label what is being done, for the progress line
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<void>} rejects with the last lines of the output when the command fails
 */
async function runWithProgress(label, command, args, options = {}) {
	const started = Date.now();
	const seconds = () => Math.round((Date.now() - started) / 1000);
	process.stderr.write(`${label} …\n`);
	const ticker = setInterval(() => process.stderr.write(`${label} … ${seconds()} s\n`), EVERY_MS);
	try {
		await capture(command, args, options);
	} catch (error) {
		throw new Error(`${label} failed after ${seconds()} s: ${error.message}`);
	} finally {
		clearInterval(ticker);
	}
	process.stderr.write(`${label}: done in ${seconds()} s\n`);
}

function capture(command, args, options) {
	return new Promise((resolve, reject) => {
		const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
		const lines = [];
		const keep = (chunk) => {
			lines.push(...String(chunk).split('\n').filter(Boolean));
			lines.splice(0, Math.max(0, lines.length - TAIL_LINES));
		};
		const end = () => child.kill();
		process.once('exit', end);
		child.stdout.on('data', keep);
		child.stderr.on('data', keep);
		child.once('error', reject);
		child.once('close', (code, signal) => {
			process.off('exit', end);
			if (code === 0) resolve();
			else reject(new Error(`${command} ended with ${signal ?? code}\n${lines.join('\n')}`));
		});
	});
}

module.exports = { runWithProgress };
