import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { connect } from '../../shared/client/connect';
import { newTrackingId } from '../../shared/client/trackingId';
import { readPages } from '../../shared/client/pages';
import { wholesaleSip } from '../../shared/contract/wire.generated';
import { toNodeError, toProblem } from '../../shared/errors/present';
import { orderItem } from '../../shared/operation/records';
import { toText } from '../../shared/text';

const PAGE = 50;

/** The order picker: the account's orders page by page, filtered by what is typed. */
export async function searchOrders(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const offset = Number(paginationToken ?? 0);
	try {
		const { client } = await connect(this, wholesaleSip);
		const call = {
			operation: wholesaleSip.operations.listOrders,
			request: { query: { sort: '-createdAt' } },
			trackingId: newTrackingId(),
		};
		const { records } = await readPages(client, call, PAGE, offset);
		const results = records
			.map(({ decoded }) => orderItem(decoded))
			.map((order) => ({
				name: [order.orderType, order.status, order.orderId]
					.map(toText)
					.filter((part) => part !== '')
					.join(' · '),
				value: toText(order.orderId),
			}))
			.filter(({ name }) => filter === undefined || name.toLowerCase().includes(filter.toLowerCase()));
		return { results, ...(records.length === PAGE && { paginationToken: String(offset + PAGE) }) };
	} catch (error) {
		throw toNodeError(this.getNode(), toProblem(error));
	}
}
