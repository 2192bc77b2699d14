import { toProblem } from '../errors/present';
import { ColtError } from '../errors/problem';

/**
 * Has n8n evaluate the expressions in a field.
 * @param label the field's label in the editor
 * @throws ColtError of kind `input`, naming the field, when an expression fails
 */
export function evaluate(label: string, parameter: () => unknown): unknown {
	try {
		return parameter();
	} catch (error) {
		throw new ColtError({
			kind: 'input',
			message: `${label} cannot be read: ${toProblem(error).message}`,
			remedy: 'Correct the expression, or the data it points at.',
			field: label,
			outcome: 'notSent',
		});
	}
}
