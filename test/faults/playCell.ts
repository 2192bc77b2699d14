import './silent';

import { inspect } from 'node:util';
import { setTimeout as pause } from 'node:timers/promises';

import type { IDataObject } from 'n8n-workflow';

import { asText } from '../../scripts/lib/asText';
import { waitFor } from '../../scripts/lib/waitFor';
import { startSimulator } from '../../simulator/server';
import type { Simulator } from '../../simulator/server';
import { startEngine } from '../engine/harness';
import type { Engine, Outcome } from '../engine/harness';
import { credentialFor } from '../engine/startSimulated';
import { hasForeignShape } from './columns';
import type { Column, ForeignShape } from './columns';
import type { FaultDuration, Observed, Findings } from './judge';
import type { OperationCase } from './operationCases';

/** A simulator with an engine of its own, in which one cell after the other is played. */
export interface FaultBench {
	simulator: Simulator;
	engine: Engine;
	close(): Promise<void>;
}

/** No client waits longer than this for one cell, in milliseconds of real time. */
const PATIENCE_MS = 120_000;
/** Nothing happens by itself in a cell, and its token lasts. */
const DAY_MS = 86_400_000;
/** The whole stock is laid out by the cells themselves; these few are for searches. */
const STOCK = { singles: 3, tens: 0, hundreds: 0 };

let cells = 0;

/**
 * @param root folder of another build of the package
 * @param hasToken whether the client has its token already, so that a cell is about its own operation
 */
export async function openFaultBench(root?: string, hasToken = true): Promise<FaultBench> {
	const simulator = await startSimulator({
		clock: 'real',
		freeNumbers: STOCK,
		settings: { orderDelayMs: DAY_MS, portStepMs: DAY_MS, tokenMs: DAY_MS, acceptRepeats: true },
	});
	const engine = await startEngine({ coltOAuth2Api: credentialFor(simulator) }, root);
	if (hasToken) await engine.run({ parameters: { resource: 'order', operation: 'getMany', limit: 1 } });
	return { simulator, engine, close: async () => await simulator.close() };
}

/** A call stands in the list when its connection has seen its end, which may be after the client has. */
export const callsEnded = async ({ control }: Simulator): Promise<unknown> =>
	await waitFor(
		'the simulator to see the end of every call',
		() => control.stats().requestsInFlight === 0 || undefined,
		{ everyMs: 2 },
	);

export const sideOf = ({ simulator }: FaultBench, { type }: OperationCase) =>
	type === 'coltInbound' ? simulator.inboundControl : simulator.control;

/** A lasting endless answer ends by itself soon: filling the client's limit over and over would cost minutes. */
const SHORT_ENDLESS = 2_097_152;

/** Lays the fault of a column. */
export function addFault(
	{ simulator }: FaultBench,
	operation: string,
	{ fault: { tokens, ...fault }, besides }: Column,
	lasting: FaultDuration,
): void {
	const { control } = simulator;
	if (tokens !== undefined) control.endTokens(tokens);
	else
		control.addFault({
			...(fault.kind === 'endless' && lasting === 'always' && { mostBytes: SHORT_ENDLESS }),
			...(fault.kind === 'refuse' && { forMs: 60_000 }),
			...fault,
			operation: fault.kind === 'refuse' ? '*' : operation,
			...(lasting === 'always' && fault.kind !== 'refuse' && { rate: 1 }),
		});
	if (besides === 'othersFail') control.addFault({ operation: '*', status: 503, rate: 1 });
	if (besides === 'ordersLate') control.change({ lateMs: 2_000 });
	if (hasForeignShape(besides)) answerOtherwise(control, besides);
}

/** The reads that a look at Colt makes. */
const READS = ['listOrders', 'getNumberOrderHistory', 'getOrder', 'searchInventory', 'searchNumbers'];

function answerOtherwise(
	control: Simulator['control'],
	{ shape, of = READS, failing = [], empty = [] }: ForeignShape,
): void {
	for (const operation of of) control.addFault({ operation, kind: 'reshape', shape, rate: 1 });
	for (const operation of failing) control.addFault({ operation, status: 503, rate: 1 });
	for (const operation of empty) control.addFault({ operation, kind: 'reshape', shape: 'none', rate: 1 });
}

const parametersFor = ({ parameters }: OperationCase, { timeoutSeconds }: Column): IDataObject =>
	timeoutSeconds === undefined
		? parameters
		: { ...parameters, options: { ...(parameters.options as IDataObject | undefined), timeoutSeconds } };

/** Plays one cell: stage, fault, one run of the node, and what the books say. */
export async function play(
	bench: FaultBench,
	operation: OperationCase,
	column: Column,
	lasting: FaultDuration,
): Promise<Observed> {
	const { simulator, engine } = bench;
	const { control } = simulator;
	cells += 1;
	await control.clearFaults();
	control.reset({ seed: cells });
	const item = operation.stage(simulator, cells % 10_000);
	const mine = new Set(
		sideOf(bench, operation)
			.books()
			.map(({ id }) => id),
	);
	const struck = operation.struck ?? operation.wire;
	addFault(bench, struck, column, lasting);
	const reopening =
		column.fault.kind === 'refuse' && lasting === 'once'
			? pause(30).then(async () => await control.clearFaults())
			: undefined;
	const stop = new AbortController();
	const started = Date.now();
	const run = await Promise.race([
		engine.run({
			type: operation.type,
			parameters: parametersFor(operation, column),
			items: [item],
			...(operation.binary && { binary: operation.binary }),
			executionId: `cell-${cells}`,
		}),
		pause(PATIENCE_MS, undefined, { signal: stop.signal, ref: false }),
	]);
	stop.abort();
	await reopening;
	await callsEnded(simulator);
	const calls = control.calls({ operation: operation.wire });
	const orders = sideOf(bench, operation)
		.books()
		.filter(
			({ id, parentId, trackingId }) =>
				!mine.has(id) && trackingId !== null && (parentId === undefined || mine.has(parentId)),
		);
	const carriedOut = calls.filter((call) => call.carriedOut).length;
	const facts = { sent: control.calls({ operation: struck }).length, carriedOut, orders: orders.map(({ id }) => id) };
	if (run === undefined)
		return {
			...facts,
			told: { done: false, message: 'no end', description: '' },
			leaked: [],
			gaveUpAfterMs: Date.now() - started,
		};
	return { ...facts, told: findingsOf(run), leaked: leakedSecrets(simulator, run) };
}

/** What the user is told of the only item. */
export function findingsOf({ error, json }: Outcome): Findings {
	if (error === undefined) return findingsInItem(json[0] ?? {});
	const { problem = {} } = (error.context ?? {}) as { problem?: IDataObject };
	return { done: false, message: error.message, description: error.description ?? '', ...(problem as object) };
}

/** What the user is told by an output item, Continue On Fail being on. */
export function findingsInItem(json: IDataObject): Findings {
	const { error, remedy, orderId, bulkOrderId, safety, outcome } = json;
	if (error !== undefined)
		return {
			...json,
			done: false,
			message: asText(error),
			description: `${asText(remedy)} ${asText(json.trackingId)}`,
		};
	const id = bulkOrderId ?? orderId;
	const how = safety ?? outcome;
	return {
		done: true,
		...(typeof id === 'string' && { orderId: id }),
		...(typeof how === 'string' && { safety: how }),
	};
}

/** Secrets of the simulator that stand anywhere in what a run gave, errors with their causes and stacks included. */
export function leakedSecrets({ world }: Simulator, { run, error, outputs }: Outcome): string[] {
	const seen =
		inspect(error, { depth: 12, maxArrayLength: null, maxStringLength: null }) +
		JSON.stringify([outputs, run.data.resultData.runData]);
	return world.tokens
		.everything()
		.filter((secret) => seen.includes(secret))
		.map((secret) => `${secret.slice(0, 6)}…`);
}
