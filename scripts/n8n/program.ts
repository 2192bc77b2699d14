/** One process to start. */
export interface ProcessCommand {
	command: string;
	args: readonly string[];
	cwd: string;
	env: Readonly<Record<string, string>>;
	/** Ends what signals to the command's own processes do not reach. Run whenever they are killed. */
	kill?: readonly [command: string, ...args: string[]];
}

/**
 * An n8n that tests, demo and benchmarks can start, wherever it comes from: installed from npm (`npmProgram`) or a
 * Docker image (`dockerProgram`). `ensureN8n()` chooses.
 */
export interface N8nProgram {
	/** For people: version and origin. */
	readonly label: string;
	/** The folder of n8n's own packages, as its processes see it. */
	readonly modules: string;
	/**
	 * A process of n8n.
	 * @param args of n8n's command line: `['start']`, `['worker', '--concurrency=5']`, `['execute', '--id=…']`
	 * @param userFolder its data, on this machine
	 */
	n8n(args: readonly string[], userFolder: string, env: Readonly<Record<string, string>>): ProcessCommand;
	/** A script of this project, run by n8n's Node. */
	script(file: string, args: readonly string[]): ProcessCommand;
}
