import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { execFile } from 'node:child_process';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { freePort } from '../lib/freePort';
import { waitFor } from '../lib/waitFor';
import { startGuarded } from '../n8n/guarded';
import { ensureBinaries } from './binaries';
import type { Binaries } from './binaries';

/** Where a service listens, as a URL with user and password if it has them. */
export interface Services {
	/** An empty database, such as `postgres://n8n:secret@127.0.0.1:5432/n8n`. */
	postgres: URL;
	/** `redis://127.0.0.1:6379` */
	redis: URL;
	stop(): Promise<void>;
}

type Started = Pick<Services, 'stop'> & { url: URL };

/** The user that nothing belongs to: PostgreSQL refuses to run as root. */
const NOBODY = { uid: 65_534, gid: 65_534 };
const STARTED = { timeoutMs: 60_000, everyMs: 50 };

/**
 * PostgreSQL and Redis for a test: the ones that COLT_QUEUE_POSTGRES (an empty database) and COLT_QUEUE_REDIS name,
 * else own ones on free ports with fresh data, which end with this process. @throws Error that says what is missing
 */
export async function startServices(): Promise<Services> {
	const { COLT_QUEUE_POSTGRES: postgres, COLT_QUEUE_REDIS: redis } = process.env;
	const binaries = postgres && redis ? undefined : await ensureBinaries();
	const database = await given(postgres, () => startPostgres(binaries as Binaries));
	const store = await given(redis, () => startRedis(binaries as Binaries)).catch(async (error: unknown) => {
		await database.stop();
		throw error;
	});
	return {
		postgres: database.url,
		redis: store.url,
		stop: async () => void (await Promise.all([database.stop(), store.stop()])),
	};
}

const given = async (address: string | undefined, start: () => Promise<Started>): Promise<Started> =>
	address ? { url: new URL(address), stop: () => Promise.resolve() } : await start();

async function startPostgres({ initdb, postgres }: Binaries): Promise<Started> {
	const folder = mkdtempSync(join(tmpdir(), 'n8n-nodes-colt-postgres-'));
	const data = join(folder, 'data');
	const user = process.getuid?.() === 0 ? NOBODY : undefined;
	if (user !== undefined) chownSync(folder, user.uid, user.gid);
	const port = await freePort();
	try {
		const init = ['--pgdata', data, '--username', 'n8n', '--auth', 'trust', '--encoding', 'UTF8', '--no-sync'];
		await promisify(execFile)(initdb, [...init, '--locale', 'C'], { ...user, cwd: folder });
		const settings = {
			listen_addresses: '127.0.0.1',
			unix_socket_directories: '',
			max_connections: '200',
			fsync: 'off',
		};
		const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
		const server = await startGuarded({
			command: postgres,
			args: ['-D', data, '-p', String(port), ...options],
			cwd: folder,
			env: environment(),
			logFile: join(folder, 'postgres.log'),
			remove: folder,
			...(user !== undefined && { user }),
		});
		await listens(port, 'PostgreSQL', () => server.exitCode());
		return { url: new URL(`postgres://n8n@127.0.0.1:${port}/postgres`), stop: () => server.stop() };
	} catch (error) {
		rmSync(folder, { recursive: true, force: true });
		throw error;
	}
}

async function startRedis({ redis }: Binaries): Promise<Started> {
	const folder = mkdtempSync(join(tmpdir(), 'n8n-nodes-colt-redis-'));
	const port = await freePort();
	const server = await startGuarded({
		command: redis,
		args: ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', folder],
		cwd: folder,
		env: environment(),
		logFile: join(folder, 'redis.log'),
		remove: folder,
	});
	await listens(port, 'Redis', () => server.exitCode());
	return { url: new URL(`redis://127.0.0.1:${port}`), stop: () => server.stop() };
}

const environment = (): Record<string, string> => ({ PATH: process.env['PATH'] ?? '', LC_ALL: 'C' });

async function listens(port: number, name: string, exitCode: () => number | undefined): Promise<void> {
	const tryOnce = async (): Promise<true | undefined> => {
		if (exitCode() !== undefined) throw new Error(`${name} has ended with ${exitCode()}`);
		return await new Promise((resolve) => {
			const socket = connect(port, '127.0.0.1');
			const settle = (value?: true): void => {
				socket.destroy();
				resolve(value);
			};
			socket.once('connect', () => settle(true));
			socket.once('error', () => settle());
		});
	};
	await waitFor(`${name} to listen`, tryOnce, STARTED);
}
