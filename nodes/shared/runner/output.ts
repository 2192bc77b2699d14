import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { toErrorJson, toNodeError } from '../errors/present';
import type { Effect, Problem } from '../errors/problem';
import { SIMPLIFY_VERSION } from '../output/shape';
import { toolAnswer } from '../output/toolAnswer';
import type { ItemResult } from './itemResult';
import { isTool } from './sending';

/**
 * Where the errors of items go: they stop the node, or become items of its output, of its error output, or of the
 * answer to the AI agent that called it as a tool.
 */
export type OnError = 'stop' | 'output' | 'errorOutput' | 'toolAnswer';

/**
 * How this node treats the errors of its items. A tool answers with them, unless its user chose otherwise: of a
 * thrown error an agent gets only the first line, or nothing (n8n's Agent 2.2 and 3.1).
 */
export function onErrorOf(context: IExecuteFunctions): OnError {
	const { onError } = context.getNode();
	if (isTool(context)) return onError === 'stopWorkflow' || onError === 'continueErrorOutput' ? 'stop' : 'toolAnswer';
	if (onError === 'continueErrorOutput') return 'errorOutput';
	return context.continueOnFail() ? 'output' : 'stop';
}

/**
 * An item for the error output, with the same JSON in every version of n8n: `error`, `details` and the columns of the
 * input. n8n 2.41 takes an item there whose JSON has no other members than `error`, `message` and `details`, and adds
 * the columns of the input; but it replaces the JSON of every item that has a member `error` beside its JSON
 * (`handleNodeErrorOutput` and `normalizeNodeErrors` in n8n-core's workflow-execute). n8n before 2.40 needs that
 * member to take an item with `details` there. Not enumerable, it is read by those versions and lost in the copy they
 * make, so that nothing replaces the JSON.
 */
function errorOutputItem(
	context: IExecuteFunctions,
	problem: Problem,
	itemIndex: number,
	item: Omit<INodeExecutionData, 'json'>,
): INodeExecutionData {
	const { error, ...details } = toErrorJson(problem, itemIndex);
	const taken: INodeExecutionData = { ...item, json: { error, details } };
	return Object.defineProperty(taken, 'error', {
		value: toNodeError(context.getNode(), problem, itemIndex),
		writable: true,
		enumerable: false,
	});
}

function errorItem(
	context: IExecuteFunctions,
	onError: OnError,
	problem: Problem,
	itemIndex: number,
	row: INodeExecutionData | undefined,
): INodeExecutionData {
	const pairedItem = { item: itemIndex };
	// What an agent put in it knows.
	if (onError === 'toolAnswer') return { json: toErrorJson(problem, itemIndex), pairedItem };
	const item = { pairedItem, ...(row?.binary !== undefined && { binary: row.binary }) };
	if (onError === 'errorOutput') return errorOutputItem(context, problem, itemIndex, item);
	return { ...item, json: { ...row?.json, ...toErrorJson(problem, itemIndex) } };
}

/** The node's output: what the operation gave for each item, or the item's error where errors are continued. */
export function outputOf(
	context: IExecuteFunctions,
	results: readonly ItemResult[],
	onError: OnError,
	effect: Effect | undefined,
): INodeExecutionData[] {
	const rows = context.getInputData();
	const isTold = isTool(context) && context.getNode().typeVersion >= SIMPLIFY_VERSION;
	return results.flatMap((result, itemIndex): INodeExecutionData[] => {
		if ('items' in result) {
			const items = isTold ? toolAnswer(result.items, effect) : result.items;
			return items.map((json: IDataObject) => ({ json, pairedItem: { item: itemIndex } }));
		}
		if (!('problem' in result)) return [];
		const problem: Problem = { ...result.problem, ...(effect !== undefined && { effect }) };
		return [errorItem(context, onError, problem, itemIndex, rows[itemIndex])];
	});
}
