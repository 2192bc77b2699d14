import type { INodeProperties } from 'n8n-workflow';

/**
 * Says in the editor what the contract says: which calls carry names that Colt has not published. Only the operations
 * given are fully documented, or make no call.
 */
export const inferredNotice = (documented: readonly string[]): INodeProperties => ({
	displayName:
		'Colt does not publish the full specification: some names this operation sends or reads are inferred. If Colt refuses one, correct it in Options with Body Patch or Extra Query Parameters.',
	name: 'inferredNotice',
	type: 'notice',
	default: '',
	displayOptions: { hide: { operation: [...documented] } },
});
