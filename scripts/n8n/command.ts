import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { N8nProgram } from './program';
import type { N8nServer } from './n8nServer';

const run = promisify(execFile);

interface Ended {
	code?: number;
	signal?: string;
	stdout: string;
	stderr: string;
}

/** n8n's standard output says why it fails. */
function withOutput(error: unknown): Error {
	const { code, signal, stdout, stderr } = error as Ended;
	return new Error(`n8n's command line ended with ${code ?? signal}:\n${`${stdout}${stderr}`.slice(-4_000)}`, {
		cause: error,
	});
}

/**
 * Runs n8n's command line, such as `['execute', '--id=…']`, beside a running server on the same data; returns what it
 * printed.
 */
export async function n8nCli(program: N8nProgram, server: N8nServer, args: readonly string[]): Promise<string> {
	const { command, args: all, cwd, env } = program.n8n(args, server.userFolder, await server.commandEnvironment());
	const options = { cwd, env: { ...env }, maxBuffer: 1 << 28 };
	const { stdout } = await run(command, [...all], options).catch((error: unknown) => Promise.reject(withOutput(error)));
	return stdout;
}
