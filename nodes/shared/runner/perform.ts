import type { IDataObject } from 'n8n-workflow';

import type { ColtClient } from '../client/client';
import { readPages } from '../client/pages';
import { ColtError } from '../errors/problem';
import type { Operation } from '../operation/types';
import type { Prepared } from './prepare';

/**
 * Makes the call of one item and reads its answer into output objects: one for an order or a record,
 * one per record for a list.
 * @throws ColtError
 */
export async function perform(client: ColtClient, operation: Operation, { call, limit }: Prepared): Promise<IDataObject[]> {
	const { request, trackingId } = call;
	if (operation.isList !== true) {
		const answer = await client.call(call);
		return [{ ...operation.toItem(answer.decoded, request), trackingId, raw: answer.raw as IDataObject }];
	}
	const { records, answer } = await readPages(client, call, limit);
	if (records.length === 0 && operation.emptyListProblem !== undefined) {
		throw new ColtError({ kind: 'api', outcome: 'refused', trackingId, httpStatus: answer.status, ...operation.emptyListProblem(request) });
	}
	return records.map(({ decoded, raw }) => ({ ...operation.toItem(decoded, request), trackingId, raw: raw as IDataObject }));
}
