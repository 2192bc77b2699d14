import { inspect } from 'node:util';

import type { IDataObject } from 'n8n-workflow';

import { callsEnded, leakedSecrets, findingsOf } from '../playCell';
import type { FaultBench } from '../playCell';
import type { OperationCase } from '../operationCases';
import type { Target } from './targets';

/** One bad input in one place of one operation. */
export interface Attempt {
	operation: OperationCase;
	target: Target;
	bad: unknown;
}

/**
 * `here`: refused by the node, nothing sent. `n8n`: refused by n8n itself. `colt`: answered by a documented error.
 * `valid`: taken after all. `fault`: none of these, which is a defect.
 */
export type Ending = 'here' | 'n8n' | 'colt' | 'valid' | 'fault';

export interface Ended {
	ending: Ending;
	/** What is wrong, for a `fault`. */
	why?: string;
}

/** Words of JavaScript, not of a product. */
const CRASH =
	/is not a function|is not iterable|Cannot (read|convert|set|destructure|assign|mix)|Maximum call stack|circular structure|Invalid (array length|string length|time value)|reading '|of undefined|of null|is not defined|URI malformed|Invalid character in header|Unexpected token/i;
const DOCUMENTED = [400, 401, 403, 404, 405, 406, 413, 415];
const LONGEST_MESSAGE = 4_000;

let attempts = 0;

function judge(told: ReturnType<typeof findingsOf>, asked: number): Ended {
	if (told.done) return { ending: 'valid' };
	const { message, description, kind, outcome, httpStatus } = told;
	const { field, code } = told as { field?: string; code?: string };
	const fault = (why: string): Ended => ({
		ending: 'fault',
		why: `${why}: ${message.slice(0, 300)} | ${description.slice(0, 300)}`,
	});
	if (message === '' || `${message}${description}`.length > LONGEST_MESSAGE)
		return fault(`a message of ${message.length} characters`);
	if (kind === undefined || outcome === undefined) return CRASH.test(message) ? fault('a crash') : { ending: 'n8n' };
	if (kind === 'input') {
		if (asked > 0) return fault(`refused here, but ${asked} requests were made`);
		if (outcome !== 'notSent') return fault('refused here, but not told as not sent');
		return field !== undefined && description.includes(field) ? { ending: 'here' } : fault('the field is not named');
	}
	if (kind === 'configuration')
		return CRASH.test(`${message} ${description}`)
			? fault('a crash')
			: asked > 0
				? fault('n8n refused after requests were made')
				: { ending: 'n8n' };
	if (kind === 'api' && DOCUMENTED.includes(httpStatus ?? 0) && code !== undefined && outcome === 'refused')
		return { ending: 'colt' };
	if (kind === 'api' && httpStatus === 200 && outcome === 'refused' && code !== undefined) return { ending: 'colt' };
	if (kind === 'api' && httpStatus === undefined && outcome === 'refused') return { ending: 'colt' };
	return fault(`${kind}, ${outcome}, HTTP ${httpStatus}`);
}

/** Runs the node with the bad input, and says how that ended. */
export async function attempt(bench: FaultBench, { operation, target, bad }: Attempt): Promise<Ended> {
	const { simulator, engine } = bench;
	attempts += 1;
	simulator.control.reset({ seed: 2_000_000 + attempts });
	const item: IDataObject = { ...operation.stage(simulator, attempts % 10_000), bad: bad as IDataObject };
	const run = await engine
		.run({
			type: operation.type,
			parameters: target.apply(operation.parameters),
			items: [item],
			...(operation.binary && { binary: operation.binary }),
			executionId: `fuzz-${attempts}`,
		})
		.catch((error: unknown) => (error instanceof Error ? error : new Error(inspect(error))));
	// n8n itself gives up on some inputs before the node is asked.
	if (run instanceof Error)
		return CRASH.test(run.message)
			? { ending: 'fault', why: `n8n's engine stopped: ${run.message.slice(0, 300)}` }
			: { ending: 'n8n' };
	await callsEnded(simulator);
	const asked = simulator.control
		.calls()
		.filter(({ operation: called }) => called !== 'authentication.requestToken').length;
	const leaked = leakedSecrets(simulator, run);
	if (leaked.length > 0) return { ending: 'fault', why: `a secret in what the user sees: ${leaked.join(', ')}` };
	if (simulator.control.violations().length > 0)
		return {
			ending: 'fault',
			why: `the simulator contradicts the contract: ${simulator.control.violations().join('; ')}`,
		};
	return judge(findingsOf(run), asked);
}

/** An attempt in one line. */
export const attemptText = ({ operation, target, bad }: Attempt): string =>
	`${operation.name}, ${target.path} = ` +
	`${inspect(bad, { depth: 3, maxArrayLength: 5, maxStringLength: 60, breakLength: Infinity }).slice(0, 160)}`;
