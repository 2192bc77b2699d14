import type { IDataObject, INode } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';

import { ColtError, shortened } from './problem';
import type { Effect, Outcome, Problem } from './problem';

/**
 * Anything thrown, as a problem.
 * @param outcome of what is not ours: a defect, or n8n's own refusal. `unknown` where an order may be under way
 */
export function toProblem(error: unknown, outcome: Outcome = 'notSent'): Problem {
	if (error instanceof ColtError) return error.problem;
	const message = error instanceof Error ? error.message : String(error);
	const description = error instanceof Error && 'description' in error ? error.description : undefined;
	return {
		kind: 'configuration',
		message,
		remedy: typeof description === 'string' && description !== '' ? description : 'Check the node and its credential.',
		outcome,
	};
}

const VERDICTS: Record<Effect, Record<Outcome, string>> = {
	order: {
		notSent: 'Nothing was sent',
		refused: 'No order was placed',
		unknown: 'The order may exist at Colt: do not send it again before checking',
	},
	write: {
		notSent: 'Nothing was sent',
		refused: 'Nothing was changed',
		unknown: 'The change may have been made at Colt: do not send it again before checking',
	},
	read: { notSent: 'Nothing was sent', refused: '', unknown: '' },
};

const sentence = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`);

/**
 * The first line of an error, often the only one that is read: what happened, whether the order may exist, and
 * whether other items of the node are ordered.
 */
export function headline({ effect, item, message, others, outcome }: Problem): string {
	const what = shortened(message).replace(/\s+/g, ' ').trim();
	const verdict = effect === undefined ? '' : VERDICTS[effect][outcome];
	const isScoped = others !== undefined && outcome !== 'unknown' && verdict !== '';
	const about = isScoped ? `${verdict} for this item` : verdict;
	const parts = [what, about, others ?? ''].filter((part) => part !== '');
	const all = parts.length === 1 ? what : parts.map(sentence).join(' ');
	return item === undefined ? all : `${item}: ${all}`;
}

/** The lines under an error in the editor: item and field, what to do, what Colt's support needs. */
export function describe(problem: Problem): string {
	const facts = [
		problem.httpStatus === undefined ? '' : `HTTP status ${problem.httpStatus}`,
		problem.code === undefined ? '' : `Colt code ${problem.code}`,
		problem.networkCode === undefined ? '' : `network code ${problem.networkCode}`,
		problem.trackingId === undefined ? '' : `tracking ID ${problem.trackingId}`,
	].filter((fact) => fact !== '');
	const field = problem.field === undefined ? undefined : `field '${problem.field}'`;
	const where = [problem.item, field].filter((part) => part !== undefined).join(', ');
	return [
		where === '' ? '' : `${where.charAt(0).toUpperCase()}${where.slice(1)}.`,
		problem.remedy === '' ? '' : sentence(problem.remedy),
		problem.batch ?? '',
		facts.length === 0 ? '' : `(${facts.join(', ')})`,
	]
		.filter((line) => line !== '')
		.join(' ');
}

/** The error n8n shows. */
export function toNodeError(node: INode, whole: Problem, itemIndex?: number): NodeApiError | NodeOperationError {
	const { refusedNames: _, ...problem } = whole;
	const message = headline(problem);
	const description = describe(problem);
	const at = itemIndex === undefined ? {} : { itemIndex };
	const error =
		problem.kind === 'api' || problem.kind === 'network' || problem.kind === 'authentication'
			? new NodeApiError(
					node,
					{ ...problem },
					{
						message,
						description,
						...(problem.httpStatus !== undefined && { httpCode: String(problem.httpStatus) }),
						...at,
					},
				)
			: new NodeOperationError(node, message, { description, ...at });
	// n8n replaces texts that name a common network code; ours says more.
	error.message = message;
	// n8n recognises a stopped execution by this.
	if (problem.kind === 'cancelled') error.name = 'ColtCallCancelled';
	// The editor would add this index, counted from 0, to a text that counts items from 1.
	if (problem.item !== undefined)
		Object.defineProperty(error.context, 'itemIndex', { value: itemIndex, enumerable: false });
	error.context.problem = { ...problem };
	return error;
}

/**
 * What an output item says about an error: `error` is the first line, the others are the fields of {@link Problem},
 * with `errorKind` for its kind. They are listed on the page on errors; workflows read them by name.
 */
export function toErrorJson(problem: Problem, itemIndex: number): IDataObject {
	const { message: _, kind, effect: _effect, refusedNames: _names, ...rest } = problem;
	return { error: headline(problem), errorKind: kind, itemIndex, ...rest };
}
