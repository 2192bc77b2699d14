import type { IExecuteFunctions } from 'n8n-workflow';
import pLimit from 'p-limit';

import { Connections } from '../client/connect';
import type { Connection } from '../client/connect';
import type { ApiTable } from '../contract/table';
import { toProblem } from '../errors/present';
import type { Problem } from '../errors/problem';

/** n8n reads the credential from its database for each item: no more at once than leave the database to others. */
const AT_ONCE = 10;

/** The connection of one input item, or why it has none. */
export type ItemConnection = Connection | { problem: Problem };

/**
 * The connection of every input item: an expression in the credential may give each item another one. Without an
 * expression the credential is read once.
 * @throws the failure itself when all items have the same: then it is the node's and no item's
 */
export async function connectItems(
	context: IExecuteFunctions,
	api: Pick<ApiTable, 'basePath'>,
	count: number,
): Promise<ItemConnection[]> {
	if (count === 0) return [];
	const connections = new Connections(context, api);
	const failures: unknown[] = [];
	const limit = pLimit(AT_ONCE);
	const connectItem = async (itemIndex: number): Promise<ItemConnection> => {
		try {
			return await connections.of(itemIndex);
		} catch (error) {
			failures.push(error);
			return { problem: toProblem(error) };
		}
	};
	const first = await connectItem(0);
	const others = Array.from({ length: count - 1 }, async (_, index) => await limit(connectItem, index + 1));
	const found = [first, ...(await Promise.all(others))];
	const messages = new Set(failures.map((error) => toProblem(error).message));
	if (failures.length === count && messages.size === 1) throw failures[0];
	return found;
}
