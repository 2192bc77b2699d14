import { wholesaleSip } from '../../../shared/contract/wire.generated';
import { ownRangeFields, readRange } from '../../../shared/fields/numberRange';
import { numberItem } from '../../../shared/operation/records';
import type { CallOperation } from '../../../shared/operation/types';
import { toText } from '../../../shared/text';

/** GET /v1/Number with numberRangeStart and numberRangeEnd: the details of a range (document 000). */
export const get: CallOperation = {
	value: 'get',
	name: 'Get',
	action: 'Get number',
	description:
		'Status, end customer, address, registration number and, in France, RIO code of a number or range of yours',
	wire: wholesaleSip.operations.searchInventory,
	fields: ownRangeFields,
	isList: true,
	toRequest(params, { checks }) {
		const { start, end, country } = readRange(params, checks);
		return { query: { start, end, country }, echo: { numberRangeStart: start, numberRangeEnd: end, country } };
	},
	toItem: (record, request) => ({ ...request.echo, ...numberItem(record, request.echo?.country) }),
	emptyListProblem: ({ echo }) => ({
		message:
			'Your inventory at Colt has no number ' + `${toText(echo?.numberRangeStart)} to ${toText(echo?.numberRangeEnd)}`,
		remedy: 'Check the number and the environment of the credential, or use Get Many to list your numbers.',
	}),
};
