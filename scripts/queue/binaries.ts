import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runWithProgress } from '../setup/progress.cjs';

/** What PostgreSQL and Redis are started with, by the names of their commands. */
export interface Binaries {
	initdb: string;
	postgres: string;
	redis: string;
}

/** Debian's PostgreSQL keeps its commands apart from the others, in one folder a version. */
const POSTGRES_VERSIONS = '/usr/lib/postgresql';

const PACKAGES = { postgres: 'postgresql', redis: 'redis-server' };

function postgresFolders(): string[] {
	if (!existsSync(POSTGRES_VERSIONS)) return [];
	const versions = readdirSync(POSTGRES_VERSIONS).sort((a, b) => Number(b) - Number(a));
	return versions.map((version) => join(POSTGRES_VERSIONS, version, 'bin'));
}

function find(command: string): string | undefined {
	const folders = [
		...postgresFolders(),
		...(process.env['PATH'] ?? '').split(delimiter),
		'/usr/sbin',
		'/usr/local/bin',
	];
	return folders.map((folder) => join(folder, command)).find((path) => existsSync(path));
}

/** Those that are there. */
const findAll = (): Partial<Binaries> => ({
	initdb: find('initdb'),
	postgres: find('postgres'),
	redis: find('redis-server'),
});

/** Debian's packages of the services that are missing. */
const missing = ({ initdb, postgres, redis }: Partial<Binaries>): string[] => [
	...(initdb && postgres ? [] : [PACKAGES.postgres]),
	...(redis ? [] : [PACKAGES.redis]),
];

/**
 * The commands of PostgreSQL and Redis. What is missing is installed from Debian's packages if this process may do so.
 * @throws Error that says what is missing and how to go on without it
 */
export async function ensureBinaries(): Promise<Binaries> {
	const packages = missing(findAll());
	if (packages.length > 0) await install(packages);
	const found = findAll();
	const { initdb, postgres, redis } = found;
	if (initdb && postgres && redis) return { initdb, postgres, redis };
	throw new Error(`Installed ${packages.join(', ')}, but still missing: ${missing(found).join(', ')}`);
}

async function install(packages: readonly string[]): Promise<void> {
	const apt = find('apt-get');
	if (apt === undefined || process.getuid?.() !== 0)
		throw new Error(
			`The queue tests need ${packages.join(' and ')}, and this process may not install them ` +
				'(it takes apt-get and root). ' +
				'Install them, or give the addresses of running ones in COLT_QUEUE_POSTGRES and COLT_QUEUE_REDIS.',
		);
	// Services of their own are not wanted: the tests start theirs on free ports, with their own data.
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
	await runWithProgress('apt-get update', apt, ['update', '-q'], { env });
	const args = ['install', '-y', '-q', '--no-install-recommends', ...packages];
	await runWithProgress(`Installing ${packages.join(' and ')}`, apt, args, { env });
}
