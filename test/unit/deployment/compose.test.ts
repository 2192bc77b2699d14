import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const root = join(__dirname, '..', '..', '..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

interface Service {
	image: string;
	command?: string;
	build?: { context: string; args?: Record<string, string> };
	environment?: Record<string, string>;
	depends_on?: Record<string, { condition: string }>;
	volumes?: string[];
	ports?: string[];
	healthcheck?: { test: string[] };
	restart: string;
	stop_grace_period?: string;
}

interface Compose {
	services: Record<string, Service>;
	volumes: Record<string, unknown>;
}

const text = read('deploy/compose.yaml');
const { services, volumes } = parse(text, { merge: true }) as Compose;
const guide = read('docs/deployment.md');
const N8N = ['main', 'worker', 'webhook'];
const settingsOf = (name: string): Record<string, string> => services[name]?.environment ?? {};

describe('deploy/compose.yaml', () => {
	test('has what queue mode consists of', () => {
		expect(Object.keys(services).sort()).toEqual([...N8N, 'postgres', 'redis'].sort());
		expect(N8N.map((name) => services[name]?.command)).toEqual([undefined, 'worker --concurrency=5', 'webhook']);
	});

	test.each(N8N)('%s runs the image with the package in it, once database and queue are there', (name) => {
		const service = services[name];
		expect(service?.build?.context).toBe('.');
		expect(service?.image).toBe(services['main']?.image);
		expect(service?.depends_on).toEqual({
			postgres: { condition: 'service_healthy' },
			redis: { condition: 'service_healthy' },
		});
	});

	test('every n8n process has the same settings', () => {
		const { N8N_DISABLE_PRODUCTION_MAIN_PROCESS: own, ...main } = settingsOf('main');
		expect(own).toBe('true');
		expect(settingsOf('worker')).toEqual(main);
		expect(settingsOf('webhook')).toEqual(main);
		expect(main).toMatchObject({
			EXECUTIONS_MODE: 'queue',
			OFFLOAD_MANUAL_EXECUTIONS_TO_WORKERS: 'true',
			DB_TYPE: 'postgresdb',
			DB_POSTGRESDB_HOST: 'postgres',
			QUEUE_BULL_REDIS_HOST: 'redis',
			N8N_DEFAULT_BINARY_DATA_MODE: 'database',
			N8N_UNVERIFIED_PACKAGES_ENABLED: 'true',
		});
	});

	test('settings are texts: YAML would read a bare true or number otherwise', () => {
		const values = Object.values(services).flatMap(({ environment = {} }) => Object.values(environment));
		expect(values.filter((value) => typeof value !== 'string')).toEqual([]);
	});

	test('secrets and addresses come from the environment, and their absence is an error', () => {
		const needed = [...text.matchAll(/\$\{(\w+):\?\}/g)].map(([, name]) => name);
		const others = [...text.matchAll(/\$\{(\w+):-/g)].map(([, name]) => name);
		const example = [...read('deploy/env.example').matchAll(/^(\w+)=/gm)].map(([, name]) => name);
		expect([...new Set([...needed, ...others])].sort()).toEqual([...example].sort());
		expect(needed).toEqual(expect.arrayContaining(['N8N_ENCRYPTION_KEY', 'POSTGRES_PASSWORD']));
	});

	test('what n8n must keep is in PostgreSQL and Redis, and no volume hides the package in the image', () => {
		expect(N8N.flatMap((name) => services[name]?.volumes ?? [])).toEqual([]);
		const used = ['postgres', 'redis'].flatMap((name) => services[name]?.volumes ?? []);
		expect(used.map((volume) => volume.split(':')[0]).sort()).toEqual(Object.keys(volumes).sort());
	});

	test('a process gets more time to end than n8n takes for it', () => {
		const grace = Number(settingsOf('worker')['N8N_GRACEFUL_SHUTDOWN_TIMEOUT']);
		for (const name of N8N) expect(Number.parseInt(services[name]?.stop_grace_period ?? '', 10)).toBeGreaterThan(grace);
	});

	test('nothing listens beyond this machine: a proxy with TLS stands before it', () => {
		const ports = Object.values(services).flatMap(({ ports: own = [] }) => own);
		expect(ports.length).toBeGreaterThan(0);
		expect(ports.filter((port) => !port.startsWith('127.0.0.1:'))).toEqual([]);
	});

	test('the guide explains every setting', () => {
		const names = N8N.flatMap((name) => Object.keys(settingsOf(name)));
		const groups = guide.match(/`[A-Z][A-Z0-9_]*(?:…|\*)?`/g) ?? [];
		const explained = (name: string): boolean =>
			groups.some((group) => {
				const plain = group.slice(1, -1);
				return plain.endsWith('…') ? name.startsWith(plain.slice(0, -1)) : plain === name;
			});
		expect([...new Set(names)].filter((name) => !explained(name))).toEqual([]);
	});
});

describe('deploy/Dockerfile', () => {
	const dockerfile = read('deploy/Dockerfile');

	test('puts the package where n8n puts community packages, without npm', () => {
		expect(dockerfile).toMatch(/^FROM docker\.n8n\.io\/n8nio\/n8n:\$\{N8N_VERSION\}$/m);
		expect(dockerfile).toContain('/home/node/.n8n/nodes/node_modules/n8n-nodes-colt');
		expect(dockerfile).not.toMatch(/\bnpm (?:i|ci|install)\b/);
	});

	test('is of the n8n version that the tests run', () => {
		const { dependencies } = JSON.parse(read('scripts/n8n-home/package.json')) as { dependencies: { n8n: string } };
		expect(dockerfile).toContain(`ARG N8N_VERSION=${dependencies.n8n}`);
		expect(text).toContain(`\${N8N_VERSION:-${dependencies.n8n}}`);
		expect(read('deploy/env.example')).toContain(`N8N_VERSION=${dependencies.n8n}`);
	});
});
