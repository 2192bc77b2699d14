import { waitFor } from '../../../scripts/lib/waitFor';
import { pollingEvery, readTemplate } from '../../../scripts/lib/templates';
import { executionsOf, itemsOf } from '../../../scripts/n8n/executions';
import { createWorkflow, publish, unpublish, withCredential } from '../../../scripts/n8n/storedWorkflows';
import { judge } from '../../e2e/suites/kills/truth';
import type { Delivered, Verdict } from '../../e2e/suites/kills/truth';
import { report } from '../report';
import { SIZE } from '../size';
import type { QueueStage } from '../stage';

const TRIGGER = 'Colt order changed';
const LOTS = 6;

/**
 * The order trigger with all processes running, and over a kill of the main process: every change arrives, and none
 * twice but for what a restart repeats under its event id.
 */
export async function pollsOnce({ cluster, simulator, credential }: QueueStage): Promise<void> {
	const { control } = simulator;
	control.change({ latencyMs: 0 });
	control.addAccount({ orders: 200, open: 100 });
	const template = withCredential(pollingEvery(1, readTemplate('order-trigger')), credential);
	const workflow = await createWorkflow(cluster.rest, template);
	await publish(cluster.rest, workflow);
	const polls = () => control.calls({ operation: 'listOrders' }).length;
	const nextPoll = async () => {
		const before = polls();
		// One poll may be under way: what it does not see, the one after it does.
		await waitFor('a poll', () => polls() >= before + 2 || undefined, { everyMs: 20 });
	};
	const delivered = async (): Promise<Verdict> => {
		const executions = await executionsOf(cluster.rest, workflow.id);
		const events = executions.flatMap((execution) => itemsOf(execution, TRIGGER)) as unknown as Delivered[];
		return judge(control.changes(), events);
	};
	const arrived = async (): Promise<Verdict> => {
		await waitFor('every change', async () => (await delivered()).faults.length === 0 || undefined, { everyMs: 500 });
		await nextPoll();
		return await delivered();
	};
	const live = async () => {
		for (let lot = 0; lot < LOTS; lot += 1) {
			await nextPoll();
			control.changeOpen(SIZE.changes / 2 / LOTS);
		}
	};
	await nextPoll();
	await live();
	const first = await arrived();
	expect({ faults: first.faults, repeats: first.repeats }).toEqual({ faults: [], repeats: 0 });
	await live();
	await cluster.main.kill();
	await cluster.main.startAgain();
	const second = await arrived();
	expect(second.faults).toEqual([]);
	await unpublish(cluster.rest, workflow);
	report(`The poll with ${cluster.processes().length} processes, main killed once`, {
		changes: control.changes().length,
		events: second.events,
		lost: second.faults.length,
		'repeats before the kill': first.repeats,
		'after it, under their event ids': second.repeats - first.repeats,
	});
}
