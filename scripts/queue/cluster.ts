import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { freePort } from '../lib/freePort';
import { N8nProcess } from '../n8n/launch';
import type { N8nProgram } from '../n8n/program';
import { N8nRest } from '../n8n/rest';
import { LOGIN, SERVER_READY, makeUserFolder } from '../n8n/n8nServer';
import { Gate } from './gate';
import { startServices } from './services';
import type { Services } from './services';

export interface ClusterOptions {
	program: N8nProgram;
	/** The packed package: installed in every process, as the deployment guide says. */
	tarball: string;
	workers: number;
	webhooks: number;
	/** Executions at once in each worker. */
	concurrency: number;
	/** Further environment variables of every process. */
	env?: Readonly<Record<string, string>>;
}

/** n8n's queue mode: one main process, workers and webhook processes, with PostgreSQL and Redis. */
export class Cluster {
	readonly workers: N8nProcess[] = [];

	/** They alone take calls of published workflows. */
	readonly webhooks: N8nProcess[] = [];

	readonly main: N8nProcess;

	readonly rest: N8nRest;

	private constructor(
		private readonly options: ClusterOptions,
		private readonly services: Services,
		/** Between the processes and Redis. */
		readonly redis: Gate,
		private readonly shared: Readonly<Record<string, string>>,
		main: N8nProcess,
	) {
		this.main = main;
		this.rest = new N8nRest(main.url);
	}

	/** Sets everything up; it ends with this process, however this process ends. */
	static async start(options: ClusterOptions): Promise<Cluster> {
		const services = await startServices();
		const redis = await Gate.to({ host: services.redis.hostname, port: Number(services.redis.port || 6379) });
		const shared = { ...sharedSettings(services, redis), ...options.env };
		const main = await startProcess(options, shared, ['start'], SERVER_READY);
		const cluster = new Cluster(options, services, redis, shared, main);
		try {
			// The first process to start makes the tables.
			await main.isUp();
			await cluster.rest.setUpOwner(LOGIN);
			await Promise.all([
				...Array.from({ length: options.workers }, () => cluster.addWorker()),
				...Array.from({ length: options.webhooks }, () => cluster.addWebhook()),
			]);
		} catch (error) {
			const logs = cluster.processes().map((one) => one.logTail());
			await cluster.stop();
			throw new Error(`${(error as Error).message}. The logs end with:\n${logs.join('\n\n')}`, { cause: error });
		}
		return cluster;
	}

	processes(): N8nProcess[] {
		return [this.main, ...this.workers, ...this.webhooks];
	}

	async addWorker(): Promise<N8nProcess> {
		const args = ['worker', `--concurrency=${this.options.concurrency}`];
		return await this.add(this.workers, args, ['/healthz/readiness']);
	}

	async addWebhook(): Promise<N8nProcess> {
		return await this.add(this.webhooks, ['webhook'], ['/healthz/readiness']);
	}

	private async add(list: N8nProcess[], args: readonly string[], readyPaths: readonly string[]): Promise<N8nProcess> {
		const process = await startProcess(this.options, this.shared, args, readyPaths);
		list.push(process);
		await process.isUp();
		return process;
	}

	/** The worker that has begun an execution last, by its log. */
	workerOf(executionId: string): N8nProcess | undefined {
		const line = `Worker started execution ${executionId} (`;
		return this.workers.findLast(({ logFile }) => readFileSync(logFile, 'utf8').includes(line));
	}

	/** Ends all processes, then the services. */
	async stop(): Promise<void> {
		await Promise.all(this.processes().map((process) => process.stop()));
		await this.redis.close();
		await this.services.stop();
	}
}

async function startProcess(
	{ program, tarball }: ClusterOptions,
	shared: Readonly<Record<string, string>>,
	args: readonly string[],
	readyPaths: readonly string[],
): Promise<N8nProcess> {
	const userFolder = makeUserFolder(tarball);
	const port = await freePort();
	const env = { ...shared, QUEUE_HEALTH_CHECK_PORT: String(port) };
	return await N8nProcess.start({ program, args, userFolder, port, env, remove: userFolder, readyPaths });
}

/** The same for every process, as docs/deployment.md has them. */
function sharedSettings({ postgres, redis }: Services, gate: Gate): Record<string, string> {
	const prefix = `n8n-nodes-colt-${randomUUID()}`;
	return {
		EXECUTIONS_MODE: 'queue',
		OFFLOAD_MANUAL_EXECUTIONS_TO_WORKERS: 'true',
		N8N_ENCRYPTION_KEY: 'the-one-key-of-all-processes',
		N8N_DISABLE_PRODUCTION_MAIN_PROCESS: 'true',
		QUEUE_HEALTH_CHECK_ACTIVE: 'true',
		N8N_WORKER_SERVER_ADDRESS: '127.0.0.1',
		DB_TYPE: 'postgresdb',
		DB_POSTGRESDB_HOST: postgres.hostname,
		DB_POSTGRESDB_PORT: postgres.port || '5432',
		DB_POSTGRESDB_DATABASE: postgres.pathname.slice(1),
		DB_POSTGRESDB_USER: decodeURIComponent(postgres.username),
		DB_POSTGRESDB_PASSWORD: decodeURIComponent(postgres.password),
		QUEUE_BULL_REDIS_HOST: '127.0.0.1',
		QUEUE_BULL_REDIS_PORT: String(gate.port),
		QUEUE_BULL_REDIS_USERNAME: decodeURIComponent(redis.username),
		QUEUE_BULL_REDIS_PASSWORD: decodeURIComponent(redis.password),
		QUEUE_BULL_PREFIX: prefix,
		N8N_REDIS_KEY_PREFIX: prefix,
	};
}
