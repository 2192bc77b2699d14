import type { IExecuteFunctions } from 'n8n-workflow';

import type { ApiTable } from '../contract/table';
import type { ConnectionOperation, LocalOperation } from '../operation/types';
import { connectItems } from './connections';
import { withFileText } from './readFile';
import { readParams } from './readParams';
import { runItem } from './itemResult';
import type { ItemResult } from './itemResult';

/** Runs an operation that calls nobody, for every item. */
export async function runLocal(context: IExecuteFunctions, operation: LocalOperation): Promise<ItemResult[]> {
	const one = async (itemIndex: number): Promise<ItemResult> =>
		await runItem(async () => {
			const params = readParams(context, operation, itemIndex);
			return [await operation.compute(await withFileText(context, operation, params, itemIndex))].flat();
		});
	return await Promise.all(context.getInputData().map(async (_, itemIndex) => await one(itemIndex)));
}

/** Runs an operation that looks at the connection, for one item after the other: it measures times. */
export async function runLook(
	context: IExecuteFunctions,
	operation: ConnectionOperation,
	api: Pick<ApiTable, 'basePath'>,
): Promise<ItemResult[]> {
	const results: ItemResult[] = [];
	const connections = await connectItems(context, api, context.getInputData().length);
	for (const [itemIndex, connection] of connections.entries()) {
		results.push(
			'problem' in connection
				? connection
				: await runItem(async () => await operation.look(readParams(context, operation, itemIndex), connection.client)),
		);
	}
	return results;
}
