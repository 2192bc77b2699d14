import type { CorrectedApi } from '../corrections/document';
import type { Resource } from '../operation/types';
import { checkConnection } from './checkConnection';
import { importSpecification } from './importSpecification';

/** What is about the connection to Colt and not about numbers. */
export const connection = (api: CorrectedApi): Resource => ({
	value: 'connection',
	name: 'Connection',
	description: "Check the connection to Colt, and fit this package to Colt's own specification",
	operations: [checkConnection(api), importSpecification(api)],
});
