import { benchBulk } from './benchBulk';
import { benchCallbacks } from './benchCallbacks';
import { benchExecute } from './benchExecute';
import { benchPackage } from './benchPackage';
import { benchRate, benchRates } from './benchRate';
import { benchTrigger } from './trigger/benchTrigger';

/** Each benchmark by the word that selects it: `npm run bench -- package`. They print figures and assert nothing. */
const BENCHMARKS: Readonly<Record<string, () => Promise<void>>> = {
	package: benchPackage,
	execute: benchExecute,
	bulk: benchBulk,
	rate: benchRate,
	rates: benchRates,
	trigger: benchTrigger,
	callbacks: benchCallbacks,
};

async function main(): Promise<void> {
	const chosen = process.argv.slice(2);
	const unknown = chosen.filter((name) => !(name in BENCHMARKS));
	if (unknown.length > 0)
		throw new Error(`Unknown benchmark ${unknown.join(', ')}. There are: ${Object.keys(BENCHMARKS).join(', ')}`);
	for (const [name, run] of Object.entries(BENCHMARKS)) {
		if (chosen.length === 0 || chosen.includes(name)) await run();
	}
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(130));

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
