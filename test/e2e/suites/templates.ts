import { executionsOf, itemsOf } from '../../../scripts/n8n/executions';
import {
	createWorkflow,
	deleteWorkflow,
	publish,
	unpublish,
	withCredential,
} from '../../../scripts/n8n/storedWorkflows';
import { pollingEvery, readTemplate, templateNames } from '../../../scripts/lib/templates';
import { waitFor } from '../../../scripts/lib/waitFor';
import type { Stage } from '../stage';
import { eachEventOnce } from './callbacks/lost';
import { inboundNumberIsActivated } from './inbound';

type Check = (stage: Stage) => Promise<void>;

async function orderReachesItsEnd(stage: Stage): Promise<void> {
	const { control } = stage.simulator;
	const execution = await stage.run(readTemplate('search-reserve-activate-check'));
	expect(execution).toMatchObject({ status: 'success' });
	const [found] = itemsOf(execution, 'Search');
	expect(found).toMatchObject({ country: 'GB', status: 'Free' });
	expect(control.books().map(({ type, status }) => ({ type, status }))).toEqual([
		{ type: 'reservation', status: 'Completed' },
		{ type: 'activation', status: 'Completed' },
	]);
	expect(itemsOf(execution, 'Look at the number')).toMatchObject([
		{ numberRangeStart: found?.numberRangeStart, status: 'Activated' },
	]);
}

async function triggerSeesAChange(stage: Stage): Promise<void> {
	const { rest } = stage.n8n;
	const { control } = stage.simulator;
	const [order] = control.seed({ orders: [{ type: 'activation', country: 'GB', status: 'In progress' }] }).orders;
	const template = pollingEvery(1, readTemplate('order-trigger'));
	const workflow = await createWorkflow(rest, withCredential(template, stage.credential));
	const polls = () => control.calls({ operation: 'listOrders' }).length;
	try {
		await publish(rest, workflow);
		await waitFor('a poll after the baseline', () => polls() >= 2 || undefined);
		expect(await executionsOf(rest, workflow.id)).toEqual([]);
		control.changeOrder(order?.id ?? '', { status: 'Completed' });
		const execution = await waitFor("the trigger's execution", async () => {
			const [first] = await executionsOf(rest, workflow.id);
			return first?.finished ? first : undefined;
		});
		const change = {
			orderId: order?.id,
			orderType: 'activation',
			country: 'GB',
			previousStatus: 'In progress',
			status: 'Completed',
		};
		expect(itemsOf(execution, 'Colt order changed')).toMatchObject([change]);
		expect(itemsOf(execution, 'What changed')).toMatchObject([
			{ sentence: `activation order ${order?.id}: In progress → Completed` },
		]);
		const before = polls();
		await waitFor('two more polls', () => polls() >= before + 2 || undefined);
		expect(await executionsOf(rest, workflow.id)).toHaveLength(1);
	} finally {
		await unpublish(rest, workflow);
		await deleteWorkflow(rest, workflow);
	}
}

/** How each file of workflows/ is executed. */
const CHECKS: Readonly<Record<string, Check>> = {
	'search-reserve-activate-check': orderReachesItsEnd,
	'order-trigger': triggerSeesAChange,
	'inbound-reserve-activate': inboundNumberIsActivated,
	'inbound-callback-and-polling': eachEventOnce,
};

/** Every importable workflow is executed. */
export function templates(stage: () => Stage): void {
	describe('the templates in workflows/', () => {
		beforeEach(() => stage().reset());

		it('are all executed here', () => {
			expect(Object.keys(CHECKS).sort()).toEqual(templateNames().sort());
		});

		it.each(Object.entries(CHECKS))('%s', async (_name, check) => {
			await check(stage());
		});
	});
}
