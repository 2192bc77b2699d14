import { randomUUID } from 'node:crypto';
import { root } from '../setup/setup.cjs';
import type { N8nProgram, ProcessCommand } from './program';

/** Where n8n's image has its packages. */
const MODULES = '/usr/local/lib/node_modules/n8n/node_modules';
/** Settings of n8n; the rest of this machine's environment means nothing in a container. */
const PASSED =
	/^(?:N8N_|DB_|QUEUE_|EXECUTIONS_|CREDENTIALS_|OFFLOAD_|GENERIC_TIMEZONE$|EXTERNAL_|NODE_OPTIONS$|WEBHOOK_URL$)/;

/**
 * n8n from a Docker image, such as `docker.n8n.io/n8nio/n8n:2.41.1`. The container shares this machine's network, so
 * that loopback addresses mean the same inside and outside, and has the data folder under the same path, with this
 * user's rights. It is removed when it ends.
 * @param user `id -u` and `id -g`
 */
export function dockerProgram(image: string, user: { uid: number; gid: number }): N8nProgram {
	const run = (options: readonly string[], args: readonly string[]) => {
		const name = `n8n-nodes-colt-${randomUUID()}`;
		const kill = ['docker', 'rm', '--force', '--volumes', name] as const;
		const common = ['run', '--rm', '--name', name, '--network', 'host', '--user', `${user.uid}:${user.gid}`];
		return { command: 'docker', args: [...common, ...options, image, ...args], kill };
	};
	return {
		label: image,
		modules: MODULES,
		n8n(args, userFolder, env): ProcessCommand {
			// The values stay out of the command line: docker takes them from its own environment.
			const names = Object.keys(env).filter((name) => PASSED.test(name));
			const options = [
				'--volume',
				`${userFolder}:${userFolder}`,
				'--workdir',
				userFolder,
				'--env',
				`HOME=${userFolder}`,
			];
			return { ...run([...options, ...names.flatMap((name) => ['--env', name])], args), cwd: userFolder, env };
		},
		script(file, args): ProcessCommand {
			const options = ['--volume', `${root}:${root}:ro`, '--workdir', root, '--entrypoint', 'node'];
			return { ...run(options, [file, ...args]), cwd: root, env: { PATH: process.env['PATH'] ?? '' } };
		},
	};
}
