import type { INodeParameters } from 'n8n-workflow';

/** What is needed of n8n's workflow object. */
interface ResolvingWorkflow {
	expression: { getParameterValue(raw: unknown, ...rest: unknown[]): unknown };
}

/** n8n takes a text that begins so for an expression. */
const isExpression = (value: unknown): boolean => typeof value === 'string' && value.startsWith('=');

const mayHoldExpression = (raw: unknown): boolean =>
	typeof raw !== 'object' ||
	raw === null ||
	Object.values(raw as INodeParameters).some(
		(value) => isExpression(value) || (typeof value === 'object' && value !== null),
	);

/**
 * A context that detects whether the credential read through it contains an expression. n8n shows a node the resolved
 * credential only, and reading it costs a look into n8n's database; without an expression one reading is enough for
 * all items.
 *
 * It relies on `NodeExecutionContext._getCredentials` handing its own `workflow` over, and on
 * `CredentialsHelper.getDecrypted` resolving the stored fields by `workflow.expression.getParameterValue` (n8n-core
 * and n8n 2.41.1; 1.123 alike). In other versions nothing is detected, and the credential counts as one with
 * expressions.
 */
export function watchCredential<Context extends object>(
	context: Context,
): {
	watched: Context;
	/** Whether what was read certainly contains no expression. */
	isPlain: () => boolean;
} {
	let seen: boolean | undefined;
	const { workflow } = context as { workflow?: Partial<ResolvingWorkflow> };
	if (typeof workflow?.expression?.getParameterValue !== 'function') return { watched: context, isPlain: () => false };
	const { expression } = workflow as ResolvingWorkflow;
	const getParameterValue = (raw: unknown, ...rest: unknown[]): unknown => {
		seen = seen === true || mayHoldExpression(raw);
		return expression.getParameterValue(raw, ...rest);
	};
	const watchedWorkflow: unknown = Object.create(workflow, {
		expression: { value: Object.create(expression, { getParameterValue: { value: getParameterValue } }) as unknown },
	});
	return {
		watched: Object.create(context, { workflow: { value: watchedWorkflow } }) as Context,
		isPlain: () => seen === false,
	};
}
