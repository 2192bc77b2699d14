import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import pLimit from 'p-limit';

import { connect } from '../client/connect';
import type { ApiTable } from '../contract/table';
import { toErrorJson, toNodeError, toProblem } from '../errors/present';
import type { Problem } from '../errors/problem';
import { ColtError } from '../errors/problem';
import { findOperation } from '../operation/properties';
import type { Operation, RequestContext, Resource } from '../operation/types';
import { toText } from '../text';
import { perform } from './perform';
import { prepare } from './prepare';
import type { Prepared } from './prepare';

const DEFAULT_PARALLEL = 24;

/** A node: its registry of operations and the API they belong to. */
export interface NodeModel {
	resources: readonly Resource[];
	api: Pick<ApiTable, 'basePath'>;
}

type Settled = { items: IDataObject[] } | { problem: Problem } | { skipped: true };

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

/** Prepares every item before anything is sent, so that one bad item cannot leave half a batch behind. */
function prepareAll(context: IExecuteFunctions, operation: Operation, about: RequestContext, count: number): Array<Prepared | { problem: Problem }> {
	return Array.from({ length: count }, (_, itemIndex) => {
		try {
			return prepare(context, operation, itemIndex, about);
		} catch (error) {
			return { problem: toProblem(error) };
		}
	});
}

async function settle(work: Promise<IDataObject[]>): Promise<Settled> {
	return await work.then(
		(items) => ({ items }),
		(error: unknown) => ({ problem: toProblem(error) }),
	);
}

const placedIds = (results: readonly Settled[]): string[] =>
	results.flatMap((result) => ('items' in result ? result.items.map(({ orderId }) => orderId).filter((id) => typeof id === 'string') : []));

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

interface Run {
	results: Settled[];
	/** The failure that ends the node; absent with Continue On Fail and when all went well. */
	failure?: { problem: Problem; itemIndex?: number };
}

function batchSummary(results: readonly Settled[]): string | undefined {
	if (results.length < 2) return undefined;
	const done = results.filter((result) => 'items' in result).length;
	const failed = results.filter((result) => 'problem' in result).length;
	return `Of ${results.length} items ${done} were done, ${failed} failed and ${results.length - done - failed} were not sent.`;
}

function firstFailure(results: Settled[], operation: Operation): Run {
	const itemIndex = results.findIndex((result) => 'problem' in result);
	if (itemIndex < 0) return { results };
	const { problem } = results[itemIndex] as { problem: Problem };
	const batch = batchSummary(results);
	const placedOrders = operation.wire.effect === 'read' ? [] : placedIds(results);
	return {
		results,
		failure: {
			problem: { ...problem, ...(batch !== undefined && { batch }), ...(placedOrders.length > 0 && { placedOrders }) },
			itemIndex,
		},
	};
}

async function work(context: IExecuteFunctions, { resources, api }: NodeModel, goOn: boolean): Promise<Run> {
	const operation = operationOf(context, resources);
	const { client, ...about } = await connect(context, api);
	const prepared = prepareAll(context, operation, about, context.getInputData().length);
	const unsent = prepared.map((one): Settled => ('problem' in one ? one : { skipped: true }));
	const early = firstFailure(unsent, operation);
	if (early.failure !== undefined && !goOn) return early;
	const parallelCalls = Math.floor(Number(context.getNodeParameter('options.parallelCalls', 0, DEFAULT_PARALLEL)));
	const parallel = pLimit(parallelCalls >= 1 ? parallelCalls : DEFAULT_PARALLEL);
	let stopped = false;
	const one = async (item: Prepared): Promise<Settled> => {
		if (stopped) return { skipped: true };
		const result = await settle(perform(client, operation, item));
		if ('problem' in result && !goOn) stopped = true;
		return result;
	};
	const results = await Promise.all(
		prepared.map(async (item) => ('problem' in item ? item : await parallel(async () => await one(item)))),
	);
	return goOn ? { results } : firstFailure(results, operation);
}

/**
 * Runs a node: every input item becomes one call of the chosen operation, a bounded number at once, results in the
 * order of the items. All items are checked before the first call, so that one bad item cannot leave half a batch
 * behind. A failure stops the node after the calls under way have ended, and says which orders were already placed;
 * with Continue On Fail it becomes the item's output.
 */
export async function runNode(context: IExecuteFunctions, model: NodeModel): Promise<INodeExecutionData[][]> {
	const goOn = context.continueOnFail();
	const run = await work(context, model, goOn).catch((error: unknown): Run => {
		const problem = toProblem(error);
		return goOn
			? { results: context.getInputData().map(() => ({ problem })) }
			: { results: [], failure: { problem } };
	});
	if (run.failure !== undefined) {
		throw toNodeError(context.getNode(), run.failure.problem, run.failure.itemIndex);
	}
	return [outputOf(context, run.results)];
}
