import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import axios from 'axios';
import { freePort } from '../lib/freePort';
import { waitFor } from '../lib/waitFor';
import { n8nEnvironment } from './n8nEnvironment';
import { startGuarded } from './guarded';
import type { Guarded } from './guarded';
import type { N8nProgram } from './program';

export interface ProcessOptions {
	program: N8nProgram;
	/** n8n's command line: `['start']`, `['worker']`, `['webhook']`. */
	args: readonly string[];
	/** The folder that contains `.n8n`. */
	userFolder: string;
	port: number;
	/** Further environment variables, which win. */
	env?: Readonly<Record<string, string>>;
	/** Removed once the process has been stopped. */
	remove?: string;
	/** What answers with JSON as soon as the process serves. */
	readyPaths: readonly string[];
}

const START_TIMEOUT_MS = 300_000;

/** One process of n8n that can be killed and started again on the same data and address. */
export class N8nProcess {
	readonly url: string;

	readonly logFile: string;

	private constructor(
		private readonly options: ProcessOptions,
		private guarded: Guarded,
		logFile: string,
	) {
		this.url = `http://127.0.0.1:${options.port}`;
		this.logFile = logFile;
	}

	/** Starts it; it ends with this process, however this process ends. Await `isUp` before it is used. */
	static async start(options: ProcessOptions): Promise<N8nProcess> {
		const logFile = join(options.userFolder, 'n8n.log');
		return new N8nProcess(options, await launch(options, logFile), logFile);
	}

	/** Its process id; another one after a crash. */
	get pid(): number {
		return this.guarded.pid;
	}

	/** The end of its log, for a failure's report. */
	logTail(lines = 40): string {
		return readFileSync(this.logFile, 'utf8').trimEnd().split('\n').slice(-lines).join('\n');
	}

	exitCode(): number | undefined {
		return this.guarded.exitCode();
	}

	/** The environment of another n8n process on the same data. */
	async environment(): Promise<Record<string, string>> {
		return await environmentOf({ ...this.options, port: await freePort() });
	}

	/** Waits until it serves. @throws Error with the end of its log when it ends before */
	async isUp(): Promise<void> {
		const look = async (): Promise<true | undefined> => {
			if (this.exitCode() !== undefined) throw new Error(`n8n has ended with ${this.exitCode()}`);
			for (const path of this.options.readyPaths) if (!(await answersJson(`${this.url}${path}`))) return undefined;
			return true;
		};
		await waitFor('n8n to answer', look, { timeoutMs: START_TIMEOUT_MS });
	}

	signal(signal: NodeJS.Signals): void {
		this.guarded.signal(signal);
	}

	/** Kills it without warning, as a lost machine would, and waits until it is gone. */
	async kill(): Promise<void> {
		this.signal('SIGKILL');
		await waitFor('n8n to be gone', () => this.exitCode());
	}

	/** Starts it again after its end. */
	async startAgain(): Promise<void> {
		this.guarded = await launch(this.options, this.logFile);
		await this.isUp();
	}

	async stop(options?: { keep?: boolean }): Promise<void> {
		await this.guarded.stop(options);
	}
}

const environmentOf = async ({ userFolder, port, env }: ProcessOptions): Promise<Record<string, string>> =>
	n8nEnvironment({ userFolder, port, brokerPort: await freePort(), extra: env });

async function launch(options: ProcessOptions, logFile: string): Promise<Guarded> {
	const { program, args, userFolder, remove } = options;
	const command = program.n8n(args, userFolder, await environmentOf(options));
	return await startGuarded({ ...command, logFile, remove });
}

async function answersJson(url: string): Promise<boolean> {
	const response = await axios.get(url, { validateStatus: () => true, timeout: 5_000 }).catch(refusedIsNotYet);
	return response?.status === 200 && String(response.headers['content-type']).includes('json');
}

function refusedIsNotYet(error: unknown): undefined {
	if (axios.isAxiosError(error) && ['ECONNREFUSED', 'ECONNRESET', 'ECONNABORTED'].includes(error.code ?? ''))
		return undefined;
	throw error;
}
