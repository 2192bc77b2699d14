import { wholesaleSip } from '../../../shared/contract/wire.generated';
import { needCountry } from '../../../shared/numbers/readCountry';
import { placedOrder } from '../../../shared/operation/records';
import type { CallOperation } from '../../../shared/operation/types';
import { byPlace } from '../../../shared/placing/recovery';
import { placeFields, quantityFields, supplyBody } from './supplyPlace';

/** POST /v1/freeNumberBackfill/order */
export const requestBackfill: CallOperation = {
	value: 'requestBackfill',
	name: 'Request Backfill',
	action: 'Request backfill of free numbers',
	description:
		'Ask Colt to stock up the free numbers of an area. Restricted use: works only for customers for whom Colt ' +
		'has enabled it.',
	wire: wholesaleSip.operations.requestBackfill,
	recovery: byPlace('backfill'),
	fields: [...placeFields, quantityFields],
	toRequest: (params, context) => ({
		body: supplyBody(params, context),
		echo: { country: needCountry(params.country) },
	}),
	toItem: placedOrder,
};
