import { type Alteration, INVENTED, differs, operationsOf } from './alteration';
import type { Copy, Operation, Parameter } from './copy';
import type { Random } from './random';

interface ListedParameter {
	/** Of the operation. */
	id: string;
	operation: Operation;
	index: number;
	key: string;
	parameter: Parameter;
}

/** Parameters of the query as the operations list them. */
function listed(copy: Copy): ListedParameter[] {
	return operationsOf(copy).flatMap(({ id, operation }) =>
		(operation.parameters ?? []).flatMap((entry, index) => {
			const key =
				String((entry as { $ref?: string }).$ref)
					.split('/')
					.at(-1) ?? '';
			const parameter = copy.components.parameters[key];
			return parameter?.in === 'query' ? [{ id, operation, index, key, parameter }] : [];
		}),
	);
}

export function atParameters(
	test: (parameter: Parameter) => boolean,
	aspect: string,
	change: (parameter: Parameter, random: Random) => void,
): Alteration {
	return (copy, random) => {
		const used = new Map(listed(copy).map(({ key, parameter }) => [key, parameter]));
		return [...used]
			.filter(([, parameter]) => test(parameter))
			.map(([key, parameter]) => ({
				expected: differs(aspect, parameter.name),
				touches: [`parameter ${key}`],
				apply: () => change(parameter, random),
			}));
	};
}

export const removeParameter: Alteration = (copy) =>
	listed(copy).map(({ id, operation, index, key, parameter }) => ({
		expected: { kind: 'oursOnly', aspect: 'query parameter', name: parameter.name },
		touches: [`parameter ${key}`, id],
		apply: () => {
			operation.parameters?.splice(index, 1);
		},
	}));

export const addParameter: Alteration = (copy, random) => {
	const name = random.pick(INVENTED);
	return operationsOf(copy).map(({ id, operation }) => ({
		expected: { kind: 'theirsOnly', aspect: 'query parameter', name },
		touches: [id, name],
		apply: () => {
			operation.parameters = [...(operation.parameters ?? []), { name, in: 'query', schema: { type: 'string' } }];
		},
	}));
};
