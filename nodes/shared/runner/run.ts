import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import pLimit from 'p-limit';

import { connect } from '../client/connect';
import type { ColtClient } from '../client/client';
import type { ApiTable } from '../contract/table';
import { describe, toErrorJson, toNodeError, toProblem } from '../errors/present';
import type { Problem } from '../errors/problem';
import { ColtError } from '../errors/problem';
import { findOperation } from '../operation/properties';
import type { CallOperation, LocalOperation, Operation, Resource } from '../operation/types';
import { toText } from '../text';
import { chunk, performBulk, preview } from './bulk';
import type { Row } from '../placing/placeBulk';
import { showHints } from './hints';
import { perform } from './perform';
import { prepare } from './prepare';
import type { Prepared } from './prepare';
import { ownName, retriedSince, runKeyOf } from './runKey';
import { settle } from './settled';
import type { Settled } from './settled';
import { readParams } from './readParams';
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
	/** Settles every one of its items; never rejects. */
	run(client: ColtClient): Promise<Array<[itemIndex: number, settled: Settled]>>;
}

function singleUnits(operation: CallOperation, rows: readonly Row[]): Unit[] {
	return rows.map(({ itemIndex, prepared }) => ({
		itemIndexes: [itemIndex],
		run: async (client) => [[itemIndex, await settle(async () => await perform(client, operation, prepared))]],
	}));
}

function unitsOf(operation: CallOperation, rows: readonly Row[]): Unit[] {
	const { bulk } = operation;
	const [first] = rows;
	if (bulk === undefined || first === undefined) return singleUnits(operation, rows);
	const size = bulk.size(first.prepared.params);
	const shown = rows.filter(({ prepared }) => bulk.isPreview(prepared.params));
	const sent = rows.filter(({ prepared }) => !bulk.isPreview(prepared.params));
	return [
		{
			itemIndexes: shown.map(({ itemIndex }) => itemIndex),
			run: async () => await Promise.resolve(preview(shown, size)),
		},
		...chunk(sent, size).map((part): Unit => ({
			itemIndexes: part.map(({ itemIndex }) => itemIndex),
			run: async (client) => await performBulk(client, operation, bulk, part),
		})),
	];
}

/** Runs the units, a bounded number at once; unless failures are to be continued, none starts after one has failed. */
async function runUnits(
	client: ColtClient,
	units: readonly Unit[],
	results: Settled[],
	goOn: boolean,
	most: number,
): Promise<void> {
	const parallel = pLimit(most);
	let stopped = false;
	const one = async (unit: Unit): Promise<void> => {
		if (stopped) return;
		for (const [itemIndex, settled] of await unit.run(client)) {
			results[itemIndex] = settled;
			if ('problem' in settled && !goOn) stopped = true;
		}
	};
	await Promise.all(units.map(async (unit) => await parallel(async () => await one(unit))));
}

async function runCalls(
	context: IExecuteFunctions,
	operation: CallOperation,
	{ api }: NodeModel,
	goOn: boolean,
): Promise<Settled[]> {
	const { client, ...about } = await connect(context, api);
	const inputs = context.getInputData();
	const { $runIndex } = context.getWorkflowDataProxy(0);
	const runKey = runKeyOf(context);
	const retried = retriedSince(context, runKey, Date.now());
	const execution = runKey === undefined ? undefined : ownName(context);
	const preparation = {
		context,
		runIndex: Number($runIndex),
		runKey,
		...(execution !== undefined && { execution }),
		...(retried !== undefined && { retried }),
		...about,
	};
	const prepared = await Promise.all(
		inputs.map(async (_, itemIndex): Promise<Prepared | { problem: Problem }> => {
			try {
				return await prepare(preparation, operation, itemIndex);
			} catch (error) {
				return { problem: toProblem(error) };
			}
		}),
	);
	const results = prepared.map((one): Settled => ('problem' in one ? one : { skipped: true }));
	const rows = prepared.flatMap((one, itemIndex): Row[] => ('problem' in one ? [] : [{ itemIndex, prepared: one }]));
	if (rows.length < inputs.length && !goOn) return results;
	demandSameSettings(operation, rows);
	const most = rows[0]?.prepared.options?.parallelCalls;
	await runUnits(client, unitsOf(operation, rows), results, goOn, typeof most === 'number' ? most : DEFAULT_PARALLEL);
	return results;
}

async function runLocal(context: IExecuteFunctions, operation: LocalOperation): Promise<Settled[]> {
	const one = async (itemIndex: number): Promise<Settled> =>
		await settle(async () => await Promise.resolve([operation.compute(readParams(context, operation, itemIndex))]));
	return await Promise.all(context.getInputData().map(async (_, itemIndex) => await one(itemIndex)));
}

function outputOf(context: IExecuteFunctions, results: readonly Settled[]): INodeExecutionData[] {
	return results.flatMap((result, itemIndex): INodeExecutionData[] => {
		if ('items' in result) return result.items.map((json) => ({ json, pairedItem: { item: itemIndex } }));
		if (!('problem' in result)) return [];
		const { problem } = result;
		const item: INodeExecutionData = { json: toErrorJson(problem, itemIndex), pairedItem: { item: itemIndex } };
		// n8n moves items to the error output by this property.
		if (context.getNode().onError === 'continueErrorOutput') {
			return [{ ...item, error: toNodeError(context.getNode(), problem, itemIndex) }];
		}
		return [item];
	});
}

/**
 * Runs a node: every input item becomes one call of the chosen operation (or one row of a bulk), a bounded number at
 * once, results in the order of the items. All items are checked before the first call, so that one bad item cannot
 * leave half a batch behind. A failure stops the node after the calls under way have ended, and says which orders were
 * already placed; with Continue On Fail it becomes the item's output.
 */
export async function runNode(context: IExecuteFunctions, model: NodeModel): Promise<INodeExecutionData[][]> {
	const goOn = context.continueOnFail();
	let results: Settled[];
	let mayPlaceOrders = false;
	try {
		const operation = operationOf(context, model.resources);
		mayPlaceOrders = 'wire' in operation && operation.wire.effect !== 'read';
		results =
			'wire' in operation ? await runCalls(context, operation, model, goOn) : await runLocal(context, operation);
	} catch (error) {
		const problem = toProblem(error);
		if (!goOn) throw toNodeError(context.getNode(), problem);
		results = context.getInputData().map(() => ({ problem }));
	}
	const failure = goOn ? undefined : failureOf(results, mayPlaceOrders);
	// n8n keeps nothing of a node that was stopped, so what was sent is told in its log.
	if (failure?.problem.kind === 'cancelled')
		context.logger.warn(`${failure.problem.message}. ${describe(failure.problem, failure.itemIndex)}`);
	if (failure !== undefined) throw toNodeError(context.getNode(), failure.problem, failure.itemIndex);
	showHints(context, results, results.length);
	return [outputOf(context, results)];
}
