import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demandFree, freePort } from '../lib/freePort';
import { installPackage } from './installPackage';
import { N8nProcess } from './launch';
import type { N8nProgram } from './program';
import { N8nRest } from './rest';
import type { Login } from './rest';

export interface StartOptions {
	/** From `ensureN8n()`. */
	program: N8nProgram;
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

export const LOGIN: Login = { email: 'demo@example.com', password: 'Colt-demo-1' };

/** n8n answers its health check before it serves its REST interface: both are asked. */
export const SERVER_READY = ['/healthz/readiness', '/rest/settings'];

/** A fresh folder for the data of an n8n process, with the package installed as n8n installs community packages. */
export function makeUserFolder(tarball?: string): string {
	const userFolder = mkdtempSync(join(tmpdir(), 'n8n-nodes-colt-'));
	if (tarball !== undefined) installPackage(tarball, userFolder);
	return userFolder;
}

/**
 * Starts one n8n on 127.0.0.1 with its data in a fresh temporary folder, the packed package installed as n8n installs
 * community packages, and an owner account. It ends with this process, however this process ends.
 */
export async function startN8n({ program, tarball, env, ...options }: StartOptions): Promise<N8nServer> {
	if (options.port !== undefined) await demandFree(options.port);
	const userFolder = makeUserFolder(tarball);
	const port = options.port ?? (await freePort());
	const started = { program, args: ['start'], userFolder, port, env, remove: userFolder, readyPaths: SERVER_READY };
	const n8n = await N8nProcess.start(started);
	const rest = new N8nRest(n8n.url);
	try {
		await n8n.isUp();
		await rest.setUpOwner(LOGIN);
	} catch (error) {
		const tail = n8n.logTail();
		await n8n.stop();
		throw new Error(`${(error as Error).message}. n8n's log ends with:\n${tail}`, { cause: error });
	}
	return {
		url: n8n.url,
		login: LOGIN,
		rest,
		get pid() {
			return n8n.pid;
		},
		userFolder,
		logFile: n8n.logFile,
		logTail: (lines) => n8n.logTail(lines),
		commandEnvironment: async () => await n8n.environment(),
		async crash() {
			if (n8n.exitCode() === undefined) await n8n.kill();
			await n8n.startAgain();
		},
		stop: async (stopOptions) => await n8n.stop(stopOptions),
	};
}
