#!/usr/bin/env node
// Runs a TypeScript file or a dependency's command on this project's Node, after setting up what is missing.
//   node scripts/run.mjs <file.ts | command> [arguments]
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { delimiter, join } from 'node:path';
import setUp from './setup/setup.cjs';

const { ensureSetUp, nodeBinary, root } = setUp;
const FORWARDED = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'];

const [target, ...args] = process.argv.slice(2);
if (target === undefined) {
	console.error('Usage: node scripts/run.mjs <file.ts | command> [arguments]');
	process.exit(2);
}

try {
	await ensureSetUp();
} catch (error) {
	console.error(`Set-up failed: ${error.message}`);
	process.exit(1);
}

const bin = join(root, 'node_modules', '.bin');
const [command, commandArgs] = target.endsWith('.ts')
	? [nodeBinary, ['--import', 'tsx', target, ...args]]
	: [join(bin, target), args];

const child = spawn(command, commandArgs, {
	stdio: 'inherit',
	cwd: root,
	env: { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}` },
});
for (const signal of FORWARDED) process.on(signal, () => child.kill(signal));

child.once('error', (error) => {
	console.error(`Cannot run ${target}: ${error.message}`);
	process.exit(1);
});
child.once('exit', (code, signal) => {
	process.exit(code ?? 128 + (constants.signals[signal] ?? 0));
});
