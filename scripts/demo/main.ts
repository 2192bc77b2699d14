import { paint, printLine } from '../lib/terminal';
import { readOptions, USAGE } from './demoOptions';
import type { DemoOptions } from './demoOptions';
import { setStage } from './demoStage';
import { playStory } from './story';

const closers: Array<() => Promise<void>> = [];
let closing: Promise<void> | undefined;

/** Ends what runs, the last started first. Called more than once it does it once. */
function close(): Promise<void> {
	closing ??= (async () => {
		for (const closer of closers.reverse()) await closer();
	})();
	return closing;
}

async function leave(code: number): Promise<never> {
	await close();
	process.exit(code);
}

for (const [signal, code] of [
	['SIGINT', 130],
	['SIGTERM', 143],
	['SIGHUP', 129],
] as const) {
	process.on(signal, () => {
		if (closing === undefined) printLine('Stopping …');
		void leave(stayingUp ? 0 : code);
	});
}

let stayingUp = false;

async function demo(options: DemoOptions): Promise<void> {
	const stage = await setStage(options, (closer) => closers.push(closer));
	printLine('');
	const { succeeded, sentence } = await playStory(stage);
	printLine('');
	printLine(succeeded ? paint('green', `✓ ${sentence}`) : paint('red', `✗ ${sentence}`));
	if (options.once) return await leave(succeeded ? 0 : 1);
	const { n8n, colt } = stage;
	printLine(`\nn8n editor  ${n8n.url}  log in as ${n8n.login.email} with ${n8n.login.password}`);
	printLine(`simulator   ${colt.url}`);
	printLine('Ctrl-C ends both and removes their data.');
	stayingUp = succeeded;
}

async function main(args: readonly string[]): Promise<void> {
	let options: DemoOptions | undefined;
	try {
		options = readOptions(args);
	} catch (error) {
		console.error(`${(error as Error).message}\n\n${USAGE}`);
		return await leave(2);
	}
	if (options === undefined) console.log(USAGE);
	else await demo(options);
}

main(process.argv.slice(2)).catch((error: unknown) => {
	console.error(`✗ ${error instanceof Error ? error.message : String(error)}`);
	void leave(1);
});
