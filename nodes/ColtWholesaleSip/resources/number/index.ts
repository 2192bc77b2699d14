import type { Resource } from '../../../shared/operation/types';
import { activate } from './activate';
import { convert } from './convert';
import { get } from './get';
import { getMany } from './getMany';
import { getOrderHistory } from './getOrderHistory';
import { reactivate } from './reactivate';
import { reserve } from './reserve';
import { returnNumbers } from './return';
import { searchFree } from './searchFree';
import { updateEndCustomer } from './updateEndCustomer';

export const number: Resource = {
	value: 'number',
	name: 'Number',
	description: 'Free numbers and your own',
	operations: [
		searchFree,
		getMany,
		get,
		reserve,
		activate,
		updateEndCustomer,
		reactivate,
		returnNumbers,
		getOrderHistory,
		convert,
	],
};
