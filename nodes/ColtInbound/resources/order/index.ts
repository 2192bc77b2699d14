import type { Resource } from '../../../shared/operation/types';
import { get } from './get';
import { getEvent } from './getEvent';

export const order: Resource = {
	value: 'order',
	name: 'Order',
	description: 'How far an order is',
	operations: [get, getEvent],
};
