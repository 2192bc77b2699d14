import type { Resource } from '../../../shared/operation/types';
import { get } from './get';
import { getMany } from './getMany';
import { waitForStatus } from './waitForStatus';

export const order: Resource = {
	value: 'order',
	name: 'Order',
	description: 'Your orders and their status',
	operations: [getMany, get, waitForStatus],
};
