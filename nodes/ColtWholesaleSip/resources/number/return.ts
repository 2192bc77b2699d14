import { wholesaleSip } from '../../../shared/contract/wire.generated';
import { rangeFields, readRange } from '../../../shared/fields/numberRange';
import { orderBody, readServiceProfile, serviceProfileField } from '../../../shared/fields/reseller';
import { placedOrder } from '../../../shared/operation/records';
import type { Operation } from '../../../shared/operation/types';

/** POST /v1/return/order (document 003); named so because `return` is a word of the language. */
export const returnNumbers: Operation = {
	resource: 'number',
	value: 'return',
	name: 'Return',
	action: 'Return a number or range',
	description: 'Cancel a reservation, or deactivate an activated or ported-in number: it is no longer reachable',
	wire: wholesaleSip.operations.returnNumbers,
	fields: [...rangeFields, serviceProfileField],
	toRequest(params, context) {
		const range = readRange(params);
		return {
			body: orderBody(range, readServiceProfile(params, context)),
			echo: { numberRangeStart: range.start, numberRangeEnd: range.end, country: range.country },
		};
	},
	toItem: placedOrder,
};
