import type { INodeProperties } from 'n8n-workflow';

import type { Field, Resource } from '../operation/types';
import { SIMPLIFY_VERSION } from '../output/shape';

/** Shows what would be sent. */
export const dryRunField: Field & INodeProperties = {
	displayName: 'Dry Run',
	name: 'dryRun',
	type: 'boolean',
	default: false,
	description: 'Whether to check everything and show the request instead of sending it. Nothing is ordered.',
};

/** What the builder of a workflow allows an AI agent; a model cannot fill it in. */
export const allowOrdersField: Field & INodeProperties = {
	displayName: 'Allow Orders',
	name: 'allowOrders',
	type: 'boolean',
	default: false,
	noDataExpression: true,
	description:
		'Whether the AI agent may use this operation, which places orders or changes data at Colt. Orders cost money ' +
		'in production: put a human review between agent and tool.',
};

/** Values of the operations that change something at Colt. */
export const writingOperations = (resources: readonly Resource[]): string[] => [
	...new Set(
		resources
			.flatMap(({ operations }) => operations)
			.flatMap((one) => ('wire' in one && one.wire.effect !== 'read' ? [one.value] : [])),
	),
];

/** The switches of everything that changes something at Colt. */
export function sendingProperties(resources: readonly Resource[]): INodeProperties[] {
	const show = { '@version': [{ _cnd: { gte: SIMPLIFY_VERSION } }], operation: writingOperations(resources) };
	return [
		{ ...allowOrdersField, displayOptions: { show: { ...show, '@tool': [true] } } },
		{ ...dryRunField, displayOptions: { show } },
	];
}
