import { parse } from 'flatted';
import type { IDataObject, INodeExecutionData, IRunExecutionData, ITaskData } from 'n8n-workflow';
import { waitFor } from '../lib/waitFor';
import type { WaitOptions } from '../lib/waitFor';
import type { N8nRest } from './rest';

const FINAL: ReadonlySet<string> = new Set(['success', 'error', 'canceled', 'crashed']);

/** One run of one node. A node in a loop has several. */
export interface NodeRun {
	node: string;
	/** Milliseconds since the epoch. */
	startedAt: number;
	durationMs: number;
	/** The items of each output. */
	outputs: INodeExecutionData[][];
	/** What n8n shows beside the output. */
	hints: string[];
	error?: { message: string; description?: string };
}

export interface Execution {
	id: string;
	workflowId: string;
	status: string;
	mode: string;
	finished: boolean;
	/** In the order in which they started. */
	runs: NodeRun[];
	error?: { message: string; description?: string };
}

interface StoredExecution {
	id: string;
	workflowId: string;
	status: string;
	mode: string;
	/** Flatted JSON of an IRunExecutionData. */
	data: string;
}

/** Reads one execution with all its node runs. */
export async function readExecution(rest: N8nRest, id: string): Promise<Execution> {
	const stored = await rest.get<StoredExecution>(`/executions/${id}`);
	// An execution that has just begun has no data yet.
	const data = parse(stored.data) as Partial<IRunExecutionData> | undefined;
	const result = data?.resultData;
	return {
		id: stored.id,
		workflowId: stored.workflowId,
		status: stored.status,
		mode: stored.mode,
		finished: FINAL.has(stored.status),
		runs: Object.entries(result?.runData ?? {})
			.flatMap(([node, tasks]) => tasks.map((task) => nodeRun(node, task)))
			.sort((a, b) => a.startedAt - b.startedAt),
		...(result?.error ? { error: shortError(result.error) } : {}),
	};
}

function nodeRun(node: string, task: ITaskData): NodeRun {
	return {
		node,
		startedAt: task.startTime,
		durationMs: task.executionTime,
		outputs: (task.data?.main ?? []).map((items) => items ?? []),
		hints: (task.hints ?? []).map(({ message }) => message),
		...(task.error ? { error: shortError(task.error) } : {}),
	};
}

function shortError(error: object): { message: string; description?: string } {
	const { message, description } = error as { message?: unknown; description?: unknown };
	return { message: String(message), ...(typeof description === 'string' ? { description } : {}) };
}

/** The JSON of all items that the last run of a node put out, of one output or of all. */
export function itemsOf(execution: Execution, node: string, output?: number): IDataObject[] {
	const run = execution.runs.filter((candidate) => candidate.node === node).at(-1);
	if (run === undefined) return [];
	const items = output === undefined ? run.outputs.flat() : (run.outputs[output] ?? []);
	return items.map((item) => item.json);
}

/** Waits until an execution has ended, however it ended, and returns it. */
export async function waitForEnd(rest: N8nRest, id: string, options?: WaitOptions): Promise<Execution> {
	const look = async () => {
		const { status } = await rest.get<StoredExecution>(`/executions/${id}`);
		return FINAL.has(status) ? status : undefined;
	};
	await waitFor(`execution ${id} to end`, look, options);
	return await readExecution(rest, id);
}

/** Whether at least so many executions of a workflow are there, and all have ended; reads none of their data. */
export async function haveEnded(rest: N8nRest, workflowId: string, count: number): Promise<boolean> {
	const filter = JSON.stringify({ workflowId });
	const { results } = await rest.get<{ results: Array<{ status: string }> }>('/executions', { filter, limit: 100 });
	return results.length >= count && results.every(({ status }) => FINAL.has(status));
}

/** All executions of a workflow that n8n has stored, oldest first. */
export async function executionsOf(rest: N8nRest, workflowId: string): Promise<Execution[]> {
	const filter = JSON.stringify({ workflowId });
	const { results } = await rest.get<{ results: Array<{ id: string }> }>('/executions', { filter, limit: 100 });
	const ids = results.map(({ id }) => id).sort((a, b) => Number(a) - Number(b));
	return await Promise.all(ids.map((id) => readExecution(rest, id)));
}
