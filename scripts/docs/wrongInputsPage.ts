import { resources } from '../../nodes/ColtWholesaleSip/registry';
import { WRONG_INPUTS } from '../../test/engine/wrongInputs';
import type { Parts } from './markers';
import { cell, table } from './markdown';

const names = new Map(
	resources.flatMap(({ value, name, operations }) =>
		operations.map((operation): [string, string] => [`${value}: ${operation.value}`, `${name}: ${operation.name}`]),
	),
);

/** The generated part of docs/wrong-inputs.md: a sample in each row. */
export const wrongInputsParts = (): Parts => ({
	samples: table(
		['operation', 'input', 'refused by', 'field or answer'],
		WRONG_INPUTS.map(({ operation, what, field, answer }) => [
			names.get(operation) ?? operation,
			cell(what),
			field === undefined ? 'Colt' : 'the node',
			field ??
				(answer?.startsWith('200/') ? `row error, code ${answer.slice(4)}` : `HTTP ${answer?.replace('/', ', code ')}`),
		]),
	),
});
