import type { IExecuteFunctions } from 'n8n-workflow';

import { toProblem } from '../errors/present';
import { ColtError } from '../errors/problem';
import type { Field } from '../operation/types';

/**
 * The value of a field for one item, as the expressions in it give it; `input/readField` reads it.
 * @throws ColtError of kind `input`, naming the field, when an expression in it fails
 */
export function evaluateField(
	context: Pick<IExecuteFunctions, 'getNodeParameter'>,
	{ name, displayName, default: fallback }: Field,
	itemIndex: number,
): unknown {
	const read = ((): { value: unknown } | { error: unknown } => {
		try {
			return { value: context.getNodeParameter(name, itemIndex, fallback) };
		} catch (error) {
			return { error };
		}
	})();
	if ('value' in read) return read.value;
	const { message } = toProblem(read.error);
	throw new ColtError({
		kind: 'input',
		message: `${displayName} cannot be read: ${message}`,
		remedy: 'Correct the expression, or the data it points at.',
		field: displayName,
		outcome: 'notSent',
	});
}
