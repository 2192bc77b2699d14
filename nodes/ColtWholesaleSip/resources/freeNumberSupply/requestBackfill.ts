import { wholesaleSip } from '../../../shared/contract/wire.generated';
import { placedOrder } from '../../../shared/operation/records';
import type { CallOperation } from '../../../shared/operation/types';
import { byPlace } from '../../../shared/placing/recovery';
import { toText } from '../../../shared/text';
import { placeFields, quantityFields, supplyBody } from './place';

/** POST /v1/freeNumberBackfill/order */
export const requestBackfill: CallOperation = {
	value: 'requestBackfill',
	name: 'Request Backfill',
	action: 'Request a backfill of free numbers',
	description:
		'Ask Colt to stock up the free numbers of an area. Restricted use: works only for customers whom Colt has enabled it for.',
	wire: wholesaleSip.operations.requestBackfill,
	recovery: byPlace('backfill'),
	fields: [...placeFields, quantityFields],
	toRequest: (params, context) => ({ body: supplyBody(params, context), echo: { country: toText(params.country) } }),
	toItem: placedOrder,
};
