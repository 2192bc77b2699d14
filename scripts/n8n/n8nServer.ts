import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axios from 'axios';
import { demandFree, freePort } from '../lib/freePort';
import { waitFor } from '../lib/waitFor';
import { nodeBinary } from '../setup/setup.cjs';
import { n8nEnvironment } from './n8nEnvironment';
import { startGuarded } from './guarded';
import type { Guarded } from './guarded';
import { n8nCommand } from './home';
import { installPackage } from './installPackage';
import { N8nRest } from './rest';
import type { Login } from './rest';

export interface StartOptions {
	/** Folder of the installed n8n, from `ensureN8n()`. */
	home: string;
	/** The packed package, from `ensurePacked()`; none for a bare n8n. */
	tarball?: string;
	/** A free one unless given. */
	port?: number;
	/** Further environment variables. */
	env?: Readonly<Record<string, string>>;
}

export interface N8nServer {
	/** The editor's address, without a slash at the end. */
	readonly url: string;
	readonly login: Login;
	readonly rest: N8nRest;
	/** n8n's process id, for measuring; another one after a crash. */
	readonly pid: number;
	readonly userFolder: string;
	readonly logFile: string;
	/** The end of n8n's log, for a failure's report. */
	logTail(lines?: number): string;
	/** The environment of a second n8n process on the same data, such as `n8n execute`. */
	commandEnvironment(): Promise<Record<string, string>>;
	/**
	 * Kills n8n without warning, as a lost machine would, and starts it again on the same data and address. After a
	 * start that failed it starts once more.
	 */
	crash(): Promise<void>;
	/** Ends n8n and everything it started, and removes its folder unless it is to be kept. */
	stop(options?: { keep?: boolean }): Promise<void>;
}

const LOGIN: Login = { email: 'demo@example.com', password: 'Colt-demo-1' };
const START_TIMEOUT_MS = 300_000;

/**
 * Starts one n8n on 127.0.0.1 with its data in a fresh temporary folder, the packed package installed as n8n installs
 * community packages, and an owner account. It ends with this process, however this process ends.
 */
export async function startN8n(options: StartOptions): Promise<N8nServer> {
	if (options.port !== undefined) await demandFree(options.port);
	const userFolder = mkdtempSync(join(tmpdir(), 'n8n-nodes-colt-'));
	const logFile = join(userFolder, 'n8n.log');
	if (options.tarball !== undefined) installPackage(options.tarball, userFolder);
	const port = options.port ?? (await freePort());
	const environment = async (ownPort: number) =>
		n8nEnvironment({ userFolder, port: ownPort, brokerPort: await freePort(), extra: options.env });
	const launch = async (): Promise<Guarded> =>
		await startGuarded({
			command: nodeBinary,
			args: [n8nCommand(options.home), 'start'],
			cwd: userFolder,
			env: await environment(port),
			logFile,
			remove: userFolder,
		});
	let guarded = await launch();
	const url = `http://127.0.0.1:${port}`;
	const logTail = (lines = 40) => readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-lines).join('\n');
	const rest = new N8nRest(url);
	const isUp = async (): Promise<unknown> =>
		await waitFor('n8n to answer', () => answers(url, guarded), { timeoutMs: START_TIMEOUT_MS });
	try {
		await isUp();
		await rest.setUpOwner(LOGIN);
	} catch (error) {
		const tail = logTail();
		await guarded.stop();
		throw new Error(`${(error as Error).message}. n8n's log ends with:\n${tail}`, { cause: error });
	}
	return {
		url,
		login: LOGIN,
		rest,
		get pid() {
			return guarded.pid;
		},
		userFolder,
		logFile,
		logTail,
		commandEnvironment: async () => await environment(await freePort()),
		async crash() {
			if (guarded.exitCode() === undefined) process.kill(-guarded.pid, 'SIGKILL');
			await waitFor('n8n to be gone', () => guarded.exitCode());
			guarded = await launch();
			await isUp();
		},
		stop: async (stopOptions) => await guarded.stop(stopOptions),
	};
}

/** n8n answers its health check before it serves its REST interface: both are asked. */
async function answers(url: string, process: Guarded): Promise<true | undefined> {
	if (process.exitCode() !== undefined) throw new Error(`n8n has ended with ${process.exitCode()}`);
	const ask = async (path: string) => {
		const response = await axios
			.get(`${url}${path}`, { validateStatus: () => true, timeout: 5_000 })
			.catch(refusedIsNotYet);
		return response?.status === 200 && String(response.headers['content-type']).includes('json');
	};
	return (await ask('/healthz/readiness')) && (await ask('/rest/settings')) ? true : undefined;
}

function refusedIsNotYet(error: unknown): undefined {
	if (axios.isAxiosError(error) && ['ECONNREFUSED', 'ECONNRESET', 'ECONNABORTED'].includes(error.code ?? ''))
		return undefined;
	throw error;
}
