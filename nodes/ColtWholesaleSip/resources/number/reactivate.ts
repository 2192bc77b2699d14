import { wholesaleSip } from '../../../shared/contract/wire.generated';
import { additionalFields, readCollection } from '../../../shared/fields/collection';
import { ownRangeFields } from '../../../shared/fields/numberRange';
import { furtherRangesField, orderBody, readOrderedRanges } from '../../../shared/fields/orderFields';
import { serviceProfileField } from '../../../shared/fields/reseller';
import { placedOrder } from '../../../shared/operation/records';
import type { CallOperation } from '../../../shared/operation/types';
import { refuse088Reactivation } from '../../../shared/numbers/rangeRules';
import { byNumbers } from '../../../shared/placing/recovery';

/** POST /v1/reactivation/order */
export const reactivate: CallOperation = {
	value: 'reactivate',
	name: 'Reactivate',
	action: 'Reactivate number',
	description: 'Bring a quarantined number back to the same end customer',
	wire: wholesaleSip.operations.reactivateNumbers,
	recovery: byNumbers('reactivation', 'reactivation'),
	fields: [...ownRangeFields, additionalFields(serviceProfileField, furtherRangesField)],
	toRequest(params, context) {
		const more = readCollection(params, 'additionalFields');
		const ordered = readOrderedRanges(params, more, context);
		if (context.checks) refuse088Reactivation(ordered.ranges);
		return { body: orderBody(ordered, more, context), echo: ordered.echo };
	},
	toItem: placedOrder,
};
