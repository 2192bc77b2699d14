import type { INodePropertyOptions } from 'n8n-workflow';

import { byName } from '../byName';
import type { OrderType } from '../contract/logicalTypes';

/** The order types of the contract, as people read them. */
export const ORDER_TYPE_NAMES: Record<OrderType, string> = {
	reservation: 'Reservation',
	return: 'Return',
	activation: 'Activation',
	updateCustomer: 'End Customer Update',
	portIn: 'Port In',
	portOut: 'Port Out',
	portUpdate: 'Port Update',
	reactivation: 'Reactivation',
	backfill: 'Free Number Backfill',
	backfillCancellation: 'Free Number Backfill Cancellation',
	bulkActivation: 'Bulk Activation',
	bulkPortIn: 'Bulk Port In',
	bulkUpdateCustomer: 'Bulk End Customer Update',
};

/** The order types of the contract. */
export const ORDER_TYPES: readonly string[] = Object.keys(ORDER_TYPE_NAMES);

/** The order types as menu entries, by name. */
export const ORDER_TYPE_OPTIONS: INodePropertyOptions[] = Object.entries(ORDER_TYPE_NAMES)
	.map(([value, name]) => ({ name, value }))
	.sort(byName);
