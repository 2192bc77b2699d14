import { inbound } from '../../../shared/contract/wire.generated';
import { additionalFields, readCollection } from '../../../shared/fields/collection';
import { furtherRangesField } from '../../../shared/fields/orderFields';
import { customerReferenceField, serviceProfileField } from '../../../shared/fields/reseller';
import { placedOrder } from '../../../shared/operation/records';
import type { CallOperation } from '../../../shared/operation/types';
import { inboundByNumbers } from '../../../shared/placing/recovery';
import { inboundFreeRangeFields } from '../../inboundFields';
import { inboundBody, productOfferingField, readInboundRanges } from '../../inboundBody';

/** POST numberCollectionReservation */
export const reserve: CallOperation = {
	value: 'reserve',
	name: 'Reserve',
	action: 'Reserve inbound number',
	description: 'Reserve a free inbound number or range, without an end customer; creates an order',
	wire: inbound.operations.reserveNumbers,
	recovery: inboundByNumbers('reservation'),
	fields: [
		...inboundFreeRangeFields,
		additionalFields(customerReferenceField, serviceProfileField, furtherRangesField, productOfferingField),
	],
	toRequest(params, context) {
		const more = readCollection(params, 'additionalFields');
		const ordered = readInboundRanges(params, more, context);
		return { body: inboundBody(ordered, more, context), echo: ordered.echo };
	},
	toItem: placedOrder,
};
