import type { IDataObject, INode } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';

import { ColtError } from './problem';
import type { Problem } from './problem';

/** Anything thrown, as a problem: what is not ours is a defect or n8n's own refusal, and is told in its words. */
export function toProblem(error: unknown): Problem {
	if (error instanceof ColtError) return error.problem;
	const message = error instanceof Error ? error.message : String(error);
	const description = error instanceof Error && 'description' in error ? error.description : undefined;
	return {
		kind: 'configuration',
		message,
		remedy: typeof description === 'string' && description !== '' ? description : 'Check the node and its credential.',
		outcome: 'notSent',
	};
}

const OUTCOMES: Record<Problem['outcome'], string> = {
	notSent: 'Nothing was sent to Colt for this item.',
	refused: '',
	unknown: 'It is not known whether Colt carried the request out.',
};

/** The lines under an error in the editor: item, what to do, what Colt's support needs. */
export function describe(problem: Problem, itemIndex: number | undefined): string {
	const facts = [
		problem.httpStatus === undefined ? '' : `HTTP status ${problem.httpStatus}`,
		problem.code === undefined ? '' : `Colt code ${problem.code}`,
		problem.networkCode === undefined ? '' : `network code ${problem.networkCode}`,
		problem.trackingId === undefined ? '' : `tracking ID ${problem.trackingId}`,
	].filter((fact) => fact !== '');
	const placed = problem.placedOrders ?? [];
	const unknown = problem.unknownRequests ?? [];
	return [
		itemIndex === undefined
			? ''
			: `Item ${itemIndex} (the first is 0)${problem.field === undefined ? '' : `, field ${problem.field}`}.`,
		OUTCOMES[problem.outcome],
		problem.remedy,
		problem.batch ?? '',
		placed.length === 0 ? '' : `Orders placed before this failure: ${placed.join(', ')}.`,
		unknown.length === 0 ? '' : `Sent, but with an unknown outcome, under tracking IDs: ${unknown.join(', ')}.`,
		facts.length === 0 ? '' : `(${facts.join(', ')})`,
	]
		.filter((line) => line !== '')
		.join(' ');
}

/** The error n8n shows. */
export function toNodeError(node: INode, problem: Problem, itemIndex?: number): NodeApiError | NodeOperationError {
	const description = describe(problem, itemIndex);
	const at = itemIndex === undefined ? {} : { itemIndex };
	const error =
		problem.kind === 'api' || problem.kind === 'network' || problem.kind === 'authentication'
			? new NodeApiError(
					node,
					{ ...problem },
					{
						message: problem.message,
						description,
						...(problem.httpStatus !== undefined && { httpCode: String(problem.httpStatus) }),
						...at,
					},
				)
			: new NodeOperationError(node, problem.message, { description, ...at });
	// n8n replaces texts that name a common network code; ours says more.
	error.message = problem.message;
	// By this n8n tells a stopped execution from a failed one.
	if (problem.kind === 'cancelled') error.name = 'ColtCallCancelled';
	error.context.problem = { ...problem };
	return error;
}

/** The fields of a continue-on-fail item. */
export function toErrorJson(problem: Problem, itemIndex: number): IDataObject {
	const { message, kind, ...rest } = problem;
	return { error: message, errorKind: kind, itemIndex, ...rest };
}
