import { join } from 'node:path';
import { nodeBinary, root } from '../setup/setup.cjs';
import type { N8nProgram } from './program';

/** An n8n installed by npm into a folder, run on the project's Node. */
export function npmProgram(home: string, label = 'n8n from npm'): N8nProgram {
	const modules = join(home, 'node_modules');
	return {
		label,
		modules,
		n8n: (args, userFolder, env) => ({
			command: nodeBinary,
			args: [join(modules, 'n8n', 'bin', 'n8n'), ...args],
			cwd: userFolder,
			env,
		}),
		script: (file, args) => ({
			command: nodeBinary,
			args: [file, ...args],
			cwd: root,
			env: { PATH: process.env['PATH'] ?? '' },
		}),
	};
}
