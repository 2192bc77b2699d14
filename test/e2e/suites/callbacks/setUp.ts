import { randomUUID } from 'node:crypto';
import { executionsOf, itemsOf } from '../../../../scripts/n8n/executions';
import { createWorkflow, deleteWorkflow, withCredential } from '../../../../scripts/n8n/storedWorkflows';
import type { StoredWorkflow } from '../../../../scripts/n8n/storedWorkflows';
import { waitFor } from '../../../../scripts/lib/waitFor';
import type { Stage } from '../../stage';
import { callbackCredential, hookWorkflow, SECRET, TRIGGER } from './hook';

const post = async (url: string, headers: Record<string, string> = {}): Promise<number> =>
	(await fetch(url, { method: 'POST', headers })).status;

async function withStored(
	stage: Stage,
	work: (workflow: StoredWorkflow, webhookId: string) => Promise<void>,
): Promise<void> {
	const webhookId = randomUUID();
	const template = hookWorkflow({ lookUp: 'none' });
	const nodes = template.nodes.map((one) => ({ ...one, webhookId }));
	const workflow = await createWorkflow(
		stage.n8n.rest,
		withCredential({ ...template, nodes }, await callbackCredential(stage)),
	);
	try {
		await work(workflow, webhookId);
	} finally {
		await deleteWorkflow(stage.n8n.rest, workflow);
	}
}

/**
 * The editor's test step: the test address takes one callback, refuses the wrong secret before, and remembers
 * nothing.
 */
export async function testStep(stage: Stage): Promise<void> {
	const { callbacks, inboundControl } = stage.simulator;
	const { rest, url } = stage.n8n;
	await withStored(stage, async (workflow, webhookId) => {
		const address = `${url}/webhook-test/${webhookId}/colt`;
		const [order] = inboundControl.seed({ orders: [{ type: 'activation', country: 'GB' }] }).orders;
		for (const times of [1, 2]) {
			const started = await rest.post<{ waitingForWebhook?: boolean }>(`/workflows/${workflow.id}/run`, {
				triggerToStartFrom: { name: TRIGGER },
			});
			expect(started.waitingForWebhook).toBe(true);
			expect(await post(address, { [SECRET.name]: 'wrong' })).toBe(401);
			callbacks.register({ url: address, authentication: { type: 'header', ...SECRET }, retry: { attempts: 1 } });
			callbacks.send(inboundControl.orderEntry(order?.id ?? ''), 'raised');
			await callbacks.idle();
			const executions = await waitFor(`execution ${times}`, async () => {
				const all = await executionsOf(rest, workflow.id);
				return all.length === times && all.every(({ finished }) => finished) ? all : undefined;
			});
			expect(executions.flatMap((execution) => itemsOf(execution, TRIGGER))).toMatchObject(
				Array(times).fill({ event: 'raised', orderId: order?.id }),
			);
		}
	});
}
