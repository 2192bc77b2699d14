import { wholesaleSip } from '../../../shared/contract/wire.generated';
import { additionalFields, readCollection } from '../../../shared/fields/collection';
import { rangeFields } from '../../../shared/fields/numberRange';
import { furtherRangesField, orderBody, readOrderedRanges } from '../../../shared/fields/orderFields';
import { serviceProfileField } from '../../../shared/fields/reseller';
import { numberItem } from '../../../shared/operation/records';
import type { CallOperation } from '../../../shared/operation/types';

/** POST /v1/checkPortability: asks, orders nothing */
export const checkPortability: CallOperation = {
	value: 'checkPortability',
	name: 'Check Portability',
	action: 'Check portability of number',
	description: 'Ask Colt whether a number or range can be ported in. Orders nothing.',
	wire: wholesaleSip.operations.checkPortability,
	fields: [...rangeFields, additionalFields(serviceProfileField, furtherRangesField)],
	isList: true,
	toRequest(params, context) {
		const more = readCollection(params, 'additionalFields');
		const ordered = readOrderedRanges(params, more, context);
		return { body: orderBody(ordered, more, context), echo: ordered.echo };
	},
	toItem: (record, request) => ({ ...request.echo, ...numberItem(record, request.echo?.country) }),
};
