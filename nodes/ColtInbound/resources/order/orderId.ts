import type { Field } from '../../../shared/operation/types';

/** The Inbound API has no list of orders to choose from (document 002). */
export const orderIdField: Field = {
	displayName: 'Order ID',
	name: 'orderId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 8700206f-c3b3-4c10-8cc2-2490f41eedc0',
	description: 'The order ID that Reserve, Activate or Update Customer returned',
};
