import { executionsOf, itemsOf } from '../../../../scripts/n8n/executions';
import { waitFor } from '../../../../scripts/lib/waitFor';
import type { Stage } from '../../stage';
import { Live } from './live';

/** A change that comes after the first look is told once, also if the poll fails that should see it. */
export async function orderTrigger(stage: Stage): Promise<void> {
	const { control } = stage.simulator;
	const [order] = control.seed({ orders: [{ type: 'activation', country: 'GB', status: 'In progress' }] }).orders;
	await Live.with(stage, 'order-trigger', {}, async (live) => {
		await waitFor(
			'a poll after the baseline',
			() => control.calls({ operation: 'listOrders' }).length >= 2 || undefined,
		);
		expect(await executionsOf(stage.n8n.rest, live.workflow.id)).toEqual([]);
		// The poll that should see the change fails; the next one sees it.
		control.addFault({ operation: 'listOrders', status: 403, code: '001', count: 1 });
		control.changeOrder(order?.id ?? '', { status: 'Completed' });
		const told = async () =>
			(await executionsOf(stage.n8n.rest, live.workflow.id)).filter(({ status }) => status === 'success');
		const execution = await waitFor('the change to be told', async () => (await told())[0]);
		expect(control.faults()).toEqual([]);
		expect(itemsOf(execution, 'Colt order changed')).toMatchObject([
			{
				orderId: order?.id,
				orderType: 'activation',
				country: 'GB',
				previousStatus: 'In progress',
				status: 'Completed',
			},
		]);
		expect(itemsOf(execution, 'What changed')).toMatchObject([
			{ sentence: `activation order ${order?.id}: In progress → Completed` },
		]);
		await live.polls(2);
		expect(await told()).toHaveLength(1);
	});
}
