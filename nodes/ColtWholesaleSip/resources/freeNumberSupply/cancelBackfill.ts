import { wholesaleSip } from '../../../shared/contract/wire.generated';
import { orderIdFieldNamed, readOrderId } from '../../../shared/fields/orderIdField';
import { PRODUCT } from '../../../shared/fields/reseller';
import { placedOrder } from '../../../shared/operation/records';
import type { CallOperation } from '../../../shared/operation/types';
import { byParent } from '../../../shared/placing/recovery';

/** POST /v1/cancelFreeNumberBackfill/order: only while not yet fulfilled (document 000) */
export const cancelBackfill: CallOperation = {
	value: 'cancelBackfill',
	name: 'Cancel Backfill',
	action: 'Cancel backfill request',
	description:
		'Cancel a backfill request that is not yet fulfilled. Restricted use: works only for customers for whom ' +
		'Colt has enabled it.',
	notice: 'Each input item cancels a backfill request.',
	wire: wholesaleSip.operations.cancelBackfill,
	recovery: byParent('backfillCancellation'),
	fields: [orderIdFieldNamed('The backfill order to cancel')],
	toRequest(params) {
		const orderId = readOrderId(params);
		return { body: { orderId, productOffering: { name: PRODUCT } }, echo: { backfillOrderId: orderId } };
	},
	toItem: placedOrder,
};
