// Runs one command for a parent and ends it with the parent, however the parent ends: when standard input closes, the
// command's whole process group is stopped. Argument: a JSON object { command, args, cwd, user, logFile, kill,
// stopAfterMs, remove }. `kill` is a command that ends what signals do not reach; `user` { uid, gid } is whose rights
// it runs with. Prints the command's process id. A line "keep" on standard input keeps the folder `remove`.
import { spawn, spawnSync } from 'node:child_process';
import { openSync, rmSync } from 'node:fs';

const { command, args, cwd, user, logFile, kill, stopAfterMs, remove } = JSON.parse(process.argv[2]);
const log = openSync(logFile, 'a');
const child = spawn(command, args, { ...user, cwd, detached: true, stdio: ['ignore', log, log] });
let keep = false;
let stopping = false;

child.once('spawn', () => process.stdout.write(`${child.pid}\n`));
child.once('error', (error) => {
	process.stderr.write(`${error.message}\n`);
	process.exit(1);
});
child.once('exit', (code, signal) => {
	killAll();
	if (remove && !keep && stopping) rmSync(remove, { recursive: true, force: true, maxRetries: 5 });
	process.exit(code ?? (signal === null ? 1 : 128));
});

process.stdin.on('data', (chunk) => {
	if (String(chunk).includes('keep')) keep = true;
});
process.stdin.once('close', stop);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, stop);
process.stdout.on('error', () => undefined);

function stop() {
	if (stopping) return;
	stopping = true;
	signalGroup('SIGTERM');
	setTimeout(killAll, stopAfterMs);
}

function killAll() {
	signalGroup('SIGKILL');
	if (kill) spawnSync(kill[0], kill.slice(1), { stdio: ['ignore', log, log] });
}

function signalGroup(signal) {
	if (child.pid === undefined) return;
	try {
		process.kill(-child.pid, signal);
	} catch (error) {
		if (error.code !== 'ESRCH') throw error;
	}
}
