import type { Resource } from '../../../shared/operation/types';
import { activate } from './activate';
import { get } from './get';
import { getMany } from './getMany';
import { reserve } from './reserve';
import { returnNumbers } from './return';
import { searchFree } from './searchFree';

export const number: Resource = {
	value: 'number',
	name: 'Number',
	description: 'Free numbers and the numbers you hold',
	operations: [searchFree, getMany, get, reserve, activate, returnNumbers],
};
