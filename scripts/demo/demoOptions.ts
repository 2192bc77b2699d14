import { parseArgs } from 'node:util';

const FAILING = ['activation', 'reservation'] as const;

/** The orders that the demo places. */
export type FailingOrder = (typeof FAILING)[number];

export interface DemoOptions {
	/** Exit at the end of the demo instead of staying up. */
	once: boolean;
	/** Type of the order that the simulator is to fail. */
	fail?: FailingOrder;
	port?: number;
	simulatorPort?: number;
}

export const USAGE = `npm run demo -- [options]
  --once                   exit when the order has ended: 0 only if it completed and the trigger's execution was seen
  --fail activation        let the simulator fail the activation (or the reservation); means --once
  --port <n>               port of the n8n editor (default: a free one)
  --simulator-port <n>     port of the simulated Colt (default: a free one)
  --help`;

/** Reads the command line; `undefined` when help is wanted. Throws on what it does not know. */
export function readOptions(args: readonly string[]): DemoOptions | undefined {
	const { values } = parseArgs({
		args: [...args],
		options: {
			once: { type: 'boolean', default: false },
			fail: { type: 'string' },
			port: { type: 'string' },
			'simulator-port': { type: 'string' },
			help: { type: 'boolean', default: false },
		},
	});
	if (values.help) return undefined;
	return {
		once: values.once || values.fail !== undefined,
		fail: readFailing(values.fail),
		port: readPort('--port', values.port),
		simulatorPort: readPort('--simulator-port', values['simulator-port']),
	};
}

function readPort(name: string, text: string | undefined): number | undefined {
	if (text === undefined) return undefined;
	const port = Number(text);
	if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Error(`${name} ${text} is no port number`);
	return port;
}

function readFailing(text: string | undefined): FailingOrder | undefined {
	const found = FAILING.find((type) => type === text);
	if (text !== undefined && found === undefined) throw new Error(`--fail ${text} is not one of ${FAILING.join(', ')}`);
	return found;
}
