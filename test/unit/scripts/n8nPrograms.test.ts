import { dockerProgram } from '../../../scripts/n8n/dockerProgram';
import { n8nEnvironment } from '../../../scripts/n8n/n8nEnvironment';
import { npmProgram } from '../../../scripts/n8n/npmProgram';
import { nodeBinary, root } from '../../../scripts/setup/setup.cjs';

const IMAGE = 'docker.n8n.io/n8nio/n8n:2.41.1';
const docker = dockerProgram(IMAGE, { uid: 1000, gid: 1000 });
const env = {
	PATH: '/usr/bin',
	SECRET_OF_THE_SHELL: 'x',
	N8N_PORT: '5678',
	DB_TYPE: 'sqlite',
	GENERIC_TIMEZONE: 'Etc/UTC',
};

describe('n8n from a Docker image', () => {
	const { command, args, cwd, kill } = docker.n8n(['worker', '--concurrency=5'], '/data', env);
	const name = args[args.indexOf('--name') + 1] ?? '';

	test('one process is one container, with its data under the same path and the network of this machine', () => {
		expect([command, ...args]).toEqual(
			[
				['docker', 'run', '--rm', '--name', name, '--network', 'host', '--user', '1000:1000'],
				['--volume', '/data:/data', '--workdir', '/data', '--env', 'HOME=/data'],
				['--env', 'N8N_PORT', '--env', 'DB_TYPE', '--env', 'GENERIC_TIMEZONE'],
				[IMAGE, 'worker', '--concurrency=5'],
			].flat(),
		);
		expect(cwd).toBe('/data');
	});

	test('values of settings do not stand in the command line', () => {
		expect(args.join(' ')).not.toContain('5678');
		expect(args.join(' ')).not.toContain('SECRET_OF_THE_SHELL');
	});

	test('every setting that n8n is started with is passed on', () => {
		const outer = Object.keys(process.env);
		const settings = n8nEnvironment({ userFolder: '/data', port: 5678, brokerPort: 5679 });
		const own = Object.keys(settings).filter((key) => !outer.includes(key));
		const passed = docker.n8n(['start'], '/data', settings).args;
		expect(own.filter((key) => !passed.includes(key))).toEqual([]);
		expect(own.length).toBeGreaterThan(20);
	});

	test('killing the client leaves the container: it is removed by name', () => {
		expect(kill).toEqual(['docker', 'rm', '--force', '--volumes', name]);
		expect(docker.n8n(['start'], '/data', env).args).not.toContain(name);
	});

	test("a script runs on the image's Node, beside the packages of the image", () => {
		const script = docker.script('/project/load.cjs', [docker.modules]);
		const own = script.args[script.args.indexOf('--name') + 1] ?? '';
		expect(script.args.slice(script.args.indexOf('--user'))).toEqual(
			[
				['--user', '1000:1000', '--volume', `${root}:${root}:ro`, '--workdir', root, '--entrypoint', 'node'],
				[IMAGE, '/project/load.cjs', '/usr/local/lib/node_modules/n8n/node_modules'],
			].flat(),
		);
		expect(own).not.toBe('');
	});
});

describe('n8n from npm', () => {
	test("runs on the project's Node, in the folder of its data", () => {
		expect(npmProgram('/cache/n8n').n8n(['start'], '/data', env)).toEqual({
			command: nodeBinary,
			args: ['/cache/n8n/node_modules/n8n/bin/n8n', 'start'],
			cwd: '/data',
			env,
		});
	});
});
