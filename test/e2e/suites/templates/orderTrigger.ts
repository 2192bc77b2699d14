import { executionsOf, itemsOf } from '../../../../scripts/n8n/executions';
import { waitFor } from '../../../../scripts/lib/waitFor';
import type { Stage } from '../../stage';
import { Live } from './live';

/** A change that comes after the first look is told once. */
export async function orderTrigger(stage: Stage): Promise<void> {
	const { control } = stage.simulator;
	const [order] = control.seed({ orders: [{ type: 'activation', country: 'GB', status: 'In progress' }] }).orders;
	await Live.with(stage, 'order-trigger', {}, async (live) => {
		await waitFor(
			'a poll after the baseline',
			() => control.calls({ operation: 'listOrders' }).length >= 2 || undefined,
		);
		expect(await executionsOf(stage.n8n.rest, live.workflow.id)).toEqual([]);
		control.changeOrder(order?.id ?? '', { status: 'Completed' });
		const [execution] = await live.executions(1);
		if (execution === undefined) throw new Error('No execution');
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
		expect(await executionsOf(stage.n8n.rest, live.workflow.id)).toHaveLength(1);
	});
}
