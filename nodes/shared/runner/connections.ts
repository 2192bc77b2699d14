import type { IExecuteFunctions } from 'n8n-workflow';

import { Connections } from '../client/connect';
import type { Connection } from '../client/connect';
import type { ApiTable } from '../contract/table';
import { toProblem } from '../errors/present';
import type { Problem } from '../errors/problem';

/** The connection of one input item, or why it has none. */
export type ItemConnection = Connection | { problem: Problem };

/**
 * The connection of every input item: an expression in the credential may give each item another one.
 * @throws the failure itself when all items have the same: then it is the node's and no item's
 */
export async function connectItems(
	context: IExecuteFunctions,
	api: Pick<ApiTable, 'basePath'>,
	count: number,
): Promise<ItemConnection[]> {
	const connections = new Connections(context, api);
	const failures: unknown[] = [];
	const found = await Promise.all(
		Array.from({ length: count }, async (_, itemIndex): Promise<ItemConnection> => {
			try {
				return await connections.of(itemIndex);
			} catch (error) {
				failures.push(error);
				return { problem: toProblem(error) };
			}
		}),
	);
	const messages = new Set(failures.map((error) => toProblem(error).message));
	if (count > 0 && failures.length === count && messages.size === 1) throw failures[0];
	return found;
}
