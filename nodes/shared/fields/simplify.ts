import type { INodeProperties } from 'n8n-workflow';

import type { Field, Resource } from '../operation/types';
import { SIMPLIFY_VERSION } from '../output/shape';

/** n8n's switch for flat items. */
export const simplifyField: Field & INodeProperties = {
	displayName: 'Simplify',
	name: 'simplify',
	type: 'boolean',
	default: true,
	description: 'Whether to return a simplified version of the response instead of the raw data',
};

const FROM_VERSION: INodeProperties['displayOptions'] = {
	show: { '@version': [{ _cnd: { gte: SIMPLIFY_VERSION } }] },
};

/** Simplify as a property of a node, from version 2 on. */
export const simplifySetting: INodeProperties = { ...simplifyField, displayOptions: FROM_VERSION };

/** Of a node with operations: shown for those that call Colt. */
export function simplifyProperty(resources: readonly Resource[]): INodeProperties {
	const operations = resources.flatMap((resource) => resource.operations);
	const local = operations.filter((operation) => !('wire' in operation)).map(({ value }) => value);
	return { ...simplifySetting, displayOptions: { ...FROM_VERSION, hide: { operation: local } } };
}
