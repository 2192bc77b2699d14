import { itemsOf } from '../../../../scripts/n8n/executions';
import { chain, coltNode } from '../../stage';
import type { Stage } from '../../stage';
import { expectSuccess } from './parts';

const supply = (name: string, operation: string, more: object = {}) =>
	coltNode(name, { resource: 'freeNumberSupply', operation, country: 'GB', lac: '20', ...more });

/** Count, lock, reserve by lock, request and cancel a backfill. */
export async function freeNumberSupply(stage: Stage): Promise<void> {
	const execution = await stage.run(
		chain([
			supply('Count', 'count'),
			supply('Lock', 'lock', { additionalFields: { quantity: 1 } }),
			coltNode('Reserve', {
				resource: 'number',
				operation: 'reserve',
				reserveBy: 'lockId',
				lockId: '={{ $json.lockId }}',
				lockCountry: 'GB',
			}),
			supply('Backfill', 'requestBackfill', { additionalFields: { quantity: 5, city: 'London' } }),
			supply('Cancel', 'cancelBackfill', { orderId: { __rl: true, mode: 'id', value: '={{ $json.orderId }}' } }),
		]),
	);
	expectSuccess(execution);
	expect(itemsOf(execution, 'Count')[0]?.count).toBeGreaterThan(0);
	expect(itemsOf(execution, 'Reserve')[0]).toMatchObject({ lockId: itemsOf(execution, 'Lock')[0]?.lockId });
	expect(['Reserve', 'Backfill', 'Cancel'].map((name) => typeof itemsOf(execution, name)[0]?.orderId)).toEqual([
		'string',
		'string',
		'string',
	]);
}
