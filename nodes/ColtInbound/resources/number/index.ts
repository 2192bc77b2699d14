import type { Resource } from '../../../shared/operation/types';
import { activate } from './activate';
import { cancelReservation } from './cancelReservation';
import { getMany } from './getMany';
import { reserve } from './reserve';
import { searchFree } from './searchFree';
import { updateCustomer } from './updateCustomer';

export const number: Resource = {
	value: 'number',
	name: 'Number',
	description: 'Free inbound numbers and your own',
	operations: [searchFree, getMany, reserve, cancelReservation, activate, updateCustomer],
};
