import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import pLimit from 'p-limit';

import type { ColtClient } from '../client/client';
import type { ApiTable } from '../contract/table';
import { inbound } from '../contract/wire.generated';
import { describe, headline, toNodeError, toProblem } from '../errors/present';
import type { Effect, Problem } from '../errors/problem';
import { ColtError } from '../errors/problem';
import { isCountryCode } from '../lifecycle/countryCodes';
import { findOperation } from '../operation/properties';
import type { CallOperation, Operation, Resource } from '../operation/types';
import { shaped } from '../output/shape';
import { toText } from '../text';
import { dryRun, dryRunRow } from './dryRun';
import { chunk, performBulk, preview } from './performBulk';
import { connectItems } from './connections';
import { explainRefusal } from './explainRefusal';
import { pause } from '../client/pause';
import { orderMemory } from '../placing/orderMemory';
import { Heartbeat } from '../placing/suspension';
import { findEqualOrders } from './equalOrders';
import { showHints } from './hints';
import { labelOf } from './itemLabel';
import { onErrorOf, outputOf } from './output';
import { perform } from './perform';
import { prepare } from './prepare';
import type { Prepared, Row } from './prepare';
import { executionName, retriedExecution, runKeyOf, runNames } from './runKey';
import { runItem } from './itemResult';
import type { ItemResult } from './itemResult';
import { runLocal, runLook } from './runApart';
import { failureOf } from './summary';
import { demandSameSettings } from './sameSettings';

const DEFAULT_PARALLEL = 40;

/** A node: its registry of operations and the API they belong to. */
export interface NodeModel {
	resources: readonly Resource[];
	api: Pick<ApiTable, 'basePath'>;
}

function operationOf(context: IExecuteFunctions, resources: readonly Resource[]): Operation {
	const resource = toText(context.getNodeParameter('resource', 0));
	const value = toText(context.getNodeParameter('operation', 0));
	const operation = findOperation(resources, resource, value);
	if (operation !== undefined) return operation;
	throw new ColtError({
		kind: 'configuration',
		message: `This node has no operation "${value}" of resource "${resource}"`,
		remedy: 'Choose a resource and an operation from the lists, or update the package.',
		outcome: 'notSent',
	});
}

/** One request to be made, and the input items it is for. */
interface Unit {
	itemIndexes: number[];
	/** Size of the files it sends. */
	fileBytes: number;
	/** Settles every one of its items; never rejects. */
	run(): Promise<Array<[itemIndex: number, settled: ItemResult]>>;
}

/** A row, and the client of the credential that its item resolves to. */
interface ConnectedRow extends Row {
	client: ColtClient;
}

function singleUnits(operation: CallOperation, rows: readonly ConnectedRow[]): Unit[] {
	return rows.map(({ itemIndex, prepared, client }) => ({
		itemIndexes: [itemIndex],
		fileBytes: prepared.fileBytes ?? 0,
		run: async () => [
			[
				itemIndex,
				prepared.unsent === undefined
					? await runItem(async () => await perform(client, operation, prepared), operation.wire.effect)
					: await runItem(async () => await dryRun(client, operation, prepared)),
			],
		],
	}));
}

/** Rows of one client each, in the order of their first items: a bulk order belongs to one client. */
function byClient(rows: readonly ConnectedRow[]): Array<[ColtClient, ConnectedRow[]]> {
	const groups = new Map<ColtClient, ConnectedRow[]>();
	for (const row of rows) {
		const group = groups.get(row.client);
		if (group === undefined) groups.set(row.client, [row]);
		else group.push(row);
	}
	return [...groups];
}

function unitsOf(operation: CallOperation, rows: readonly ConnectedRow[]): Unit[] {
	const { bulk } = operation;
	const [first] = rows;
	if (bulk === undefined || first === undefined) return singleUnits(operation, rows);
	const size = bulk.size(first.prepared.params);
	const chunksOf = (some: readonly ConnectedRow[]): Array<{ client: ColtClient; part: ConnectedRow[] }> =>
		byClient(some).flatMap(([client, own]) => chunk(own, size).map((part) => ({ client, part })));
	const unsent = chunksOf(rows.filter(({ prepared }) => prepared.unsent !== undefined));
	const others = rows.filter(({ prepared }) => prepared.unsent === undefined);
	const shown = others.filter(({ prepared }) => bulk.isPreview(prepared.params));
	const sent = others.filter(({ prepared }) => !bulk.isPreview(prepared.params));
	return [
		{
			itemIndexes: shown.map(({ itemIndex }) => itemIndex),
			fileBytes: 0,
			run: async () => await Promise.resolve(preview(chunksOf(shown).map(({ part }) => part))),
		},
		...unsent.flatMap(({ client, part }, order) =>
			part.map(({ itemIndex }, row): Unit => ({
				itemIndexes: [itemIndex],
				fileBytes: 0,
				run: async () => [
					[itemIndex, await runItem(async () => await dryRunRow(client, operation, [part, order, unsent.length], row))],
				],
			})),
		),
		...chunksOf(sent).map(({ client, part }): Unit => ({
			itemIndexes: part.map(({ itemIndex }) => itemIndex),
			fileBytes: part.reduce((sum, { prepared }) => sum + (prepared.fileBytes ?? 0), 0),
			run: async () => await performBulk(client, operation, bulk, part),
		})),
	];
}

/** Files of requests on their way at once, in bytes; each is in memory several times while it is sent. */
const MOST_FILE_BYTES = 16 * 1_048_576;

/** How many units run at once: with large files fewer than chosen, so that they do not fill the memory. */
function atOnce(units: readonly Unit[], chosen: number): number {
	const largest = units.reduce((most, { fileBytes }) => Math.max(most, fileBytes), 1);
	return Math.max(1, Math.min(chosen, Math.floor(MOST_FILE_BYTES / largest)));
}

/** Runs the units, a bounded number at once; unless errors are continued, none starts after a failure. */
async function runUnits(
	units: readonly Unit[],
	results: ItemResult[],
	continueOnFail: boolean,
	most: number,
): Promise<void> {
	const parallel = pLimit(atOnce(units, most));
	let stopped = false;
	const one = async (unit: Unit): Promise<void> => {
		if (stopped) return;
		for (const [itemIndex, settled] of await unit.run()) {
			results[itemIndex] = settled;
			if ('problem' in settled && !continueOnFail) stopped = true;
		}
	};
	await Promise.all(units.map(async (unit) => await parallel(async () => await one(unit))));
}

/** An item ready to be sent, with the client of its credential; or why it cannot be. */
type PreparedItem = { client: ColtClient; prepared: Prepared } | { problem: Problem };

/** A result as the item's settings want it to look. */
function inShape(operation: CallOperation, result: ItemResult, item: PreparedItem | undefined): ItemResult {
	const shape = item !== undefined && 'prepared' in item ? item.prepared.shape : undefined;
	if (shape === undefined || !('items' in result)) return result;
	return { items: result.items.map((one) => shaped(one, operation, shape)) };
}

/** Colt's names of fields in an error with our labels beside them, and what follows from them. */
function withOurNames(
	operation: CallOperation,
	{ api }: NodeModel,
	result: ItemResult,
	item: PreparedItem | undefined,
): ItemResult {
	if (!('problem' in result) || item === undefined || 'problem' in item) return result;
	const { request } = item.prepared.call;
	const { country } = request.echo ?? {};
	return {
		problem: explainRefusal(result.problem, {
			operation,
			api: api.basePath === inbound.basePath ? 'inbound' : 'wholesaleSip',
			correction: item.client.correctionOf(operation.wire.id),
			sent: request,
			country: typeof country === 'string' && isCountryCode(country) ? country : undefined,
		}),
	};
}

async function runCalls(
	context: IExecuteFunctions,
	operation: CallOperation,
	model: NodeModel,
	continueOnFail: boolean,
): Promise<ItemResult[]> {
	const inputs = context.getInputData();
	const connections = await connectItems(context, model.api, inputs.length);
	const { $runIndex } = context.getWorkflowDataProxy(0);
	const runKey = runKeyOf(context);
	const retried = retriedExecution(context, runKey, Date.now());
	const execution = runKey === undefined ? undefined : executionName(context);
	const heartbeat = operation.wire.effect === 'read' ? undefined : new Heartbeat();
	const preparation = {
		context,
		...(heartbeat !== undefined && { heartbeat }),
		runIndex: Number($runIndex),
		runKey,
		...(execution !== undefined && { execution }),
		...(retried !== undefined && { retried }),
	};
	const prepared = await Promise.all(
		connections.map(async (connection, itemIndex): Promise<PreparedItem> => {
			if ('problem' in connection) return connection;
			try {
				const { client, ...about } = connection;
				return { client, prepared: await prepare({ ...preparation, ...about }, operation, itemIndex) };
			} catch (error) {
				return { problem: toProblem(error) };
			}
		}),
	);
	const readable = prepared.flatMap((one, itemIndex): ConnectedRow[] =>
		'problem' in one ? [] : [{ itemIndex, ...one }],
	);
	const equal = new Map(byClient(readable).flatMap(([, own]) => [...findEqualOrders(operation.wire.id, own)]));
	const results = prepared.map((one, itemIndex): ItemResult => {
		const problem = 'problem' in one ? one.problem : equal.get(itemIndex);
		return problem === undefined ? { skipped: true } : { problem };
	});
	const rows = readable.filter(({ itemIndex }) => !equal.has(itemIndex));
	if (rows.length < inputs.length && !continueOnFail) return results;
	demandSameSettings(operation, rows);
	const most = rows[0]?.prepared.options?.parallelCalls;
	const ended = new AbortController();
	void heartbeat?.beat(pause, ended.signal);
	try {
		await runUnits(
			unitsOf(operation, rows),
			results,
			continueOnFail,
			typeof most === 'number' ? most : DEFAULT_PARALLEL,
		);
	} finally {
		ended.abort();
	}
	return results.map((result, index) =>
		inShape(operation, withOurNames(operation, model, result, prepared[index]), prepared[index]),
	);
}

/** From here on n8n has the items: their orders are not returned to a later run. */
function noteDelivered(context: IExecuteFunctions): void {
	const { $runIndex } = context.getWorkflowDataProxy(0);
	orderMemory.delivered(runNames(executionName(context), context.getNode().id, Number($runIndex)));
}

async function runOperation(
	context: IExecuteFunctions,
	operation: Operation,
	model: NodeModel,
	continueOnFail: boolean,
): Promise<ItemResult[]> {
	if ('wire' in operation) return await runCalls(context, operation, model, continueOnFail);
	if ('look' in operation) return await runLook(context, operation, model.api);
	return await runLocal(context, operation);
}

/**
 * Runs a node: every input item becomes one call of the chosen operation (or one row of a bulk), a bounded number at
 * once, results in the order of the items. All items are checked before the first call, so that one bad item cannot
 * leave half a batch behind. A failure stops the node after the calls under way have ended, and says which orders were
 * already placed; where errors are continued it becomes the item's output.
 */
export async function runNode(context: IExecuteFunctions, model: NodeModel): Promise<INodeExecutionData[][]> {
	const onError = onErrorOf(context);
	const continueOnFail = onError !== 'stop';
	let results: ItemResult[];
	let effect: Effect | undefined;
	try {
		const operation = operationOf(context, model.resources);
		effect = 'wire' in operation ? operation.wire.effect : undefined;
		results = await runOperation(context, operation, model, continueOnFail);
	} catch (error) {
		const problem: Problem = { ...toProblem(error), ...(effect !== undefined && { effect }) };
		if (!continueOnFail) throw toNodeError(context.getNode(), problem);
		results = context.getInputData().map(() => ({ problem }));
	}
	const failure = continueOnFail
		? undefined
		: failureOf(results, { effect, labelOf: (index) => labelOf(context, results[index], index) });
	// n8n keeps no output of a stopped node, so the log says what was sent.
	if (failure?.problem.kind === 'cancelled')
		context.logger.warn(`${headline(failure.problem)} ${describe(failure.problem)}`);
	if (failure !== undefined) throw toNodeError(context.getNode(), failure.problem, failure.itemIndex);
	showHints(context, results, results.length);
	if (effect !== undefined && effect !== 'read') noteDelivered(context);
	return [outputOf(context, results, onError, effect)];
}
