import { inbound } from '../../../shared/contract/wire.generated';
import { additionalFields, readCollection } from '../../../shared/fields/collection';
import { furtherRangesField } from '../../../shared/fields/orderFields';
import { serviceProfileField } from '../../../shared/fields/reseller';
import { plainItem } from '../../../shared/operation/records';
import type { CallOperation } from '../../../shared/operation/types';
import { inboundByStatus } from '../../../shared/placing/recovery';
import { inboundOwnRangeFields } from '../../inboundFields';
import { inboundBody, productOfferingField, readInboundRanges } from '../../inboundBody';

/** POST numberCollectionReservationCancellation, which creates no order (document 002, "Order ID created: No") */
export const cancelReservation: CallOperation = {
	value: 'cancelReservation',
	name: 'Cancel Reservation',
	action: 'Cancel reservation of inbound number',
	description: 'Release a reserved inbound number or range; creates no order, so there is no order ID to follow',
	wire: inbound.operations.cancelReservation,
	recovery: inboundByStatus(['Reserved']),
	fields: [...inboundOwnRangeFields, additionalFields(serviceProfileField, furtherRangesField, productOfferingField)],
	toRequest(params, context) {
		const more = readCollection(params, 'additionalFields');
		const ordered = readInboundRanges(params, more, context);
		return { body: inboundBody(ordered, more, context), echo: ordered.echo };
	},
	toItem: (answer, request) => ({ ...plainItem(answer, request), orderCreated: false }),
};
