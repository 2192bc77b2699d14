import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

import { root } from '../setup/setup.cjs';

/** `npm run test:faults`: builds the package, then plays it under every fault. Arguments go to jest. */
function run(command: string, ...args: string[]): void {
	const { status, error } = spawnSync(join(root, 'node_modules', '.bin', command), args, {
		cwd: root,
		stdio: 'inherit',
	});
	if (error) throw error;
	if (status !== 0) process.exit(status ?? 1);
}

run('gulp', 'build', '--silent');
run('jest', '--selectProjects', 'faults', '--maxWorkers', '2', ...process.argv.slice(2));
