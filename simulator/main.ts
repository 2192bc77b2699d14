import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { parseClockMode } from './clock';
import { durationOf } from './control/controlRoutes';
import { startSimulator } from './server';
import { walkThrough } from './walkThrough';

const usage = `Usage: npm run simulator -- [options]
  --port <n>            port on 127.0.0.1; a free one by default
  --clock <mode>        real (default), fast:<factor>, or stepped (time moves only through the control API)
  --seed <n>            seed of all ids; 1 by default
  --latency <time>      delay of every answer, e.g. 20ms
  --order-delay <time>  time from an order to its end, e.g. 5s; 2s by default
  --corrections <file>  speaks the names of a corrections document instead of the contract's
  --client-id <id>, --client-secret <secret>
  --quiet               print the addresses only`;

async function main(): Promise<void> {
	const { values } = parseArgs({
		options: {
			port: { type: 'string', default: '0' },
			clock: { type: 'string', default: 'real' },
			seed: { type: 'string', default: '1' },
			latency: { type: 'string', default: '0' },
			'order-delay': { type: 'string', default: '2s' },
			corrections: { type: 'string' },
			'client-id': { type: 'string' },
			'client-secret': { type: 'string' },
			quiet: { type: 'boolean', default: false },
			help: { type: 'boolean', default: false },
		},
	});
	if (values.help) return console.log(usage);
	const simulator = await startSimulator({
		port: Number(values.port),
		clock: parseClockMode(values.clock),
		seed: Number(values.seed),
		settings: { latencyMs: durationOf(values.latency), orderDelayMs: durationOf(values['order-delay']) },
		...(values.corrections !== undefined && { corrections: await readFile(values.corrections, 'utf8') }),
		clientId: values['client-id'],
		clientSecret: values['client-secret'],
	});
	console.log(walkThrough(simulator, values.quiet));
	for (const signal of ['SIGINT', 'SIGTERM'] as const) {
		process.once(signal, () => void simulator.close().then(() => process.exit(0)));
	}
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exit(1);
});
