import type { IExecuteFunctions } from 'n8n-workflow';

import { orderMemory } from '../placing/orderMemory';

/** n8n versions before 2 do not offer it. */
type MaybeContext = Partial<Pick<IExecuteFunctions, 'getExecutionContext'>>;

/**
 * What stays the same of an execution when n8n retries it under a new id: the random token in its resume URL, which n8n
 * keeps with the execution's data. Without one, and without an id, the execution is only itself.
 */
function stableKey(context: IExecuteFunctions, executionId: string): string {
	const { $execution } = context.getWorkflowDataProxy(0) as { $execution?: { resumeUrl?: unknown } };
	const url =
		typeof $execution?.resumeUrl === 'string' && URL.canParse($execution.resumeUrl)
			? new URL($execution.resumeUrl)
			: undefined;
	const token = url?.searchParams.get('signature') ?? '';
	return token === '' ? `execution ${executionId}` : `run ${token}`;
}

/**
 * Names the run that an execution belongs to: the same for every try of a node, and for n8n's "Retry execution" of a
 * failed or crashed one. Undefined when n8n gives the execution no id.
 */
export function runKeyOf(context: IExecuteFunctions): string | undefined {
	const executionId = context.getExecutionId();
	if (executionId === undefined || executionId === '') return undefined;
	return orderMemory.runKey(executionName(context), () => stableKey(context, executionId));
}

/** Names an execution: every try of a node has the same name, a retry of the execution another. */
export const executionName = (context: IExecuteFunctions): string =>
	`${context.getWorkflow().id ?? ''}/${context.getExecutionId()}`;

/** Names for what an execution's node run is remembered by: the node in its execution, and its run there. */
export const runNames = (execution: string, nodeId: string, runIndex: number): { execution: string; run: string } => ({
	execution: JSON.stringify([execution, nodeId]),
	run: JSON.stringify([execution, nodeId, runIndex]),
});

/** A start this recent may be that of the retry instead of the first run. */
const JUST_NOW_MS = 5_000;
/** How far back a retry searches if n8n does not say when the first run began. */
const FAR_BACK_MS = 90 * 86_400_000;

/** When the execution began that is being retried. */
export interface RetriedExecution {
	/** Milliseconds of this machine's clock. */
	since: number;
	/** Whether the start is a guess: a found order may be older than the first run. */
	isGuess: boolean;
}

/** When the execution that is being retried began; undefined when nothing is retried. */
export function retriedExecution(
	context: IExecuteFunctions,
	runKey: string | undefined,
	now: number,
): RetriedExecution | undefined {
	if (context.getMode() !== 'retry') return undefined;
	const began = (context as MaybeContext).getExecutionContext?.()?.establishedAt;
	const met = runKey !== undefined && orderMemory.firstExecution(runKey) !== executionName(context);
	return began === undefined || (began > now - JUST_NOW_MS && !met)
		? { since: now - FAR_BACK_MS, isGuess: true }
		: { since: began, isGuess: false };
}
