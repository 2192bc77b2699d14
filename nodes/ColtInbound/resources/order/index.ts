import type { Resource } from '../../../shared/operation/types';
import { get } from './get';

export const order: Resource = {
	value: 'order',
	name: 'Order',
	description: 'How far an order is',
	operations: [get],
};
