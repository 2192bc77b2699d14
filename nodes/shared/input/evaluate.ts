import { toProblem } from '../errors/present';
import { ColtError } from '../errors/problem';

/**
 * Has n8n evaluate the expressions in a field.
 * @param label the field's label in the editor
 * @throws ColtError of kind `input`, naming the field, when an expression fails
 */
export function evaluate(label: string, parameter: () => unknown): unknown {
	const evaluated = ((): { value: unknown } | { error: unknown } => {
		try {
			return { value: parameter() };
		} catch (error) {
			return { error };
		}
	})();
	if ('value' in evaluated) return evaluated.value;
	throw new ColtError({
		kind: 'input',
		message: `${label} cannot be read: ${toProblem(evaluated.error).message}`,
		remedy: 'Correct the expression, or the data it points at.',
		field: label,
		outcome: 'notSent',
	});
}
