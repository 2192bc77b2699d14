import { resources } from '../../nodes/ColtWholesaleSip/registry';
import { WRONG_INPUTS } from '../../test/engine/wrongInputs';
import { cell, page, table } from './markdown';

const INTRODUCTION = `# Wrong inputs

Written from \`test/engine/wrongInputs.ts\` by \`npm run docs\`; do not edit. The engine tests run every row.

For every operation, samples of what goes wrong and who says so. What the node refuses names the field, and nothing is sent.
What only Colt can know is answered by the simulator with the documented code, as far as the documents tell. Either way the
error names the item and what to do.`;

const names = new Map(
	resources.flatMap(({ value, name, operations }) =>
		operations.map((operation): [string, string] => [`${value}: ${operation.value}`, `${name}: ${operation.name}`]),
	),
);

/** The page of wrong inputs by operation. */
export const wrongInputsPage = (): string =>
	page(
		INTRODUCTION,
		table(
			['operation', 'input', 'refused by', 'field or answer'],
			WRONG_INPUTS.map(({ operation, what, field, answer }) => [
				names.get(operation) ?? operation,
				cell(what),
				field === undefined ? 'Colt' : 'the node',
				field ??
					(answer?.startsWith('200/')
						? `row error, code ${answer.slice(4)}`
						: `HTTP ${answer?.replace('/', ', code ')}`),
			]),
		),
	);
