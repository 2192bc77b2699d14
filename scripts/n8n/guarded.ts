import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { nodeBinary, root } from '../setup/setup.cjs';
import type { ProcessCommand } from './program';

export interface GuardedCommand extends ProcessCommand {
	/** Whose rights it runs with, if not this process's. */
	user?: { uid: number; gid: number };
	/** Standard output and error are appended here. */
	logFile: string;
	/** Removed once the command has ended because it was stopped or its parent is gone. */
	remove?: string;
}

export interface Guarded {
	/** Process id of the command itself, not of its guard. */
	readonly pid: number;
	/** The exit code, as soon as the command has ended; `undefined` before. */
	exitCode(): number | undefined;
	/** Sends a signal to the command's whole process group; with SIGKILL also ends what signals do not reach. */
	signal(signal: NodeJS.Signals): void;
	/** Ends the command's whole process group and waits until it is gone. */
	stop(options?: { keep?: boolean }): Promise<void>;
}

const STOP_AFTER_MS = 10_000;

/** Starts a command that ends with this process, also when this process is killed; see guard.mjs. */
export async function startGuarded(command: GuardedCommand): Promise<Guarded> {
	const { env, ...rest } = command;
	const guard = spawn(
		nodeBinary,
		[join(root, 'scripts', 'n8n', 'guard.mjs'), JSON.stringify({ ...rest, stopAfterMs: STOP_AFTER_MS })],
		{
			env,
			// In a process group of its own: what ends this process's group must leave the guard to do its work.
			detached: true,
			stdio: ['pipe', 'pipe', 'inherit'],
		},
	);
	let code: number | undefined;
	const exited = once(guard, 'exit').then(([exitCode]) => {
		code = typeof exitCode === 'number' ? exitCode : 1;
	});
	// Writing to a guard that has just ended is no error: its end is what matters, and that is awaited.
	guard.stdin.on('error', () => undefined);
	const [line] = (await Promise.race([once(guard.stdout, 'data'), exited.then(() => [undefined])])) as [unknown];
	const pid = Number(String(line));
	if (!Number.isInteger(pid) || pid <= 0) throw new Error(`Cannot start ${command.command}`);
	return {
		pid,
		exitCode: () => code,
		signal: (signal) => {
			if (code === undefined) process.kill(-pid, signal);
			const [killer, ...args] = signal === 'SIGKILL' ? (command.kill ?? []) : [];
			if (killer !== undefined) spawnSync(killer, args, { stdio: 'ignore' });
		},
		stop: async ({ keep = false } = {}) => {
			guard.stdin.end(keep ? 'keep\n' : undefined);
			await exited;
			if (!keep && command.remove !== undefined)
				rmSync(command.remove, { recursive: true, force: true, maxRetries: 5 });
		},
	};
}
