import { wholesaleSip } from '../../../shared/contract/wire.generated';
import { additionalFields, readCollection } from '../../../shared/fields/collection';
import { ownRangeFields } from '../../../shared/fields/numberRange';
import { furtherRangesField, orderBody, readOrderedRanges } from '../../../shared/fields/orderFields';
import { serviceProfileField } from '../../../shared/fields/reseller';
import { checkDigits, RETURN_DIGITS } from '../../../shared/numbers/rangeRules';
import { placedOrder } from '../../../shared/operation/records';
import type { CallOperation } from '../../../shared/operation/types';
import { byNumbers } from '../../../shared/placing/recovery';

/** POST /v1/return/order (document 003); named so because `return` is a word of the language. */
export const returnNumbers: CallOperation = {
	value: 'return',
	name: 'Return',
	action: 'Return number',
	description: 'Cancel a reservation, or deactivate an activated or ported-in number: it is no longer reachable',
	notice: 'Each input item places an order. The number stops working.',
	wire: wholesaleSip.operations.returnNumbers,
	recovery: byNumbers('return', 'return'),
	fields: [...ownRangeFields, additionalFields(serviceProfileField, furtherRangesField)],
	toRequest(params, context) {
		const more = readCollection(params, 'additionalFields');
		const ordered = readOrderedRanges(params, more, context);
		if (context.checks) checkDigits(ordered.ranges, RETURN_DIGITS);
		return { body: orderBody(ordered, more, context), echo: ordered.echo };
	},
	toItem: placedOrder,
};
