import type { Resource } from '../../../shared/operation/types';
import { cancelBackfill } from './cancelBackfill';
import { count } from './count';
import { lock } from './lock';
import { requestBackfill } from './requestBackfill';

export const freeNumberSupply: Resource = {
	value: 'freeNumberSupply',
	name: 'Free Number Supply',
	description: 'Count, lock and stock up free numbers of an area (restricted use)',
	operations: [count, lock, requestBackfill, cancelBackfill],
};
