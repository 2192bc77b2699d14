import { wholesaleSip } from '../../../shared/contract/wire.generated';
import { ownRangeFields, readRange } from '../../../shared/fields/numberRange';
import { pagingFields } from '../../../shared/fields/pagingFields';
import { orderItem } from '../../../shared/operation/records';
import { ORDER_FIRST } from '../../../shared/output/arrange';
import type { CallOperation } from '../../../shared/operation/types';

/** GET /v1/CLIOrderHistory */
export const getOrderHistory: CallOperation = {
	value: 'getOrderHistory',
	name: 'Get Order History',
	action: 'Get order history of number',
	description: 'Every order that was placed for a number or range',
	wire: wholesaleSip.operations.getNumberOrderHistory,
	fields: [...ownRangeFields, ...pagingFields],
	isList: true,
	toRequest(params, { checks }) {
		const { start, end } = readRange(params, checks);
		return { query: { start, end }, echo: { numberRangeStart: start, numberRangeEnd: end } };
	},
	first: ORDER_FIRST,
	toItem: (record, request) => ({ ...request.echo, ...orderItem(record) }),
};
