import { randomUUID } from 'node:crypto';
import type { IDataObject, INode } from 'n8n-workflow';
import { waitFor } from '../../../../scripts/lib/waitFor';
import { executionsOf } from '../../../../scripts/n8n/executions';
import type { Execution } from '../../../../scripts/n8n/executions';
import {
	createCredential,
	createWorkflow,
	deleteWorkflow,
	publish,
	unpublish,
	withCredential,
} from '../../../../scripts/n8n/storedWorkflows';
import type { StoredCredential, StoredWorkflow, WorkflowTemplate } from '../../../../scripts/n8n/storedWorkflows';
import type { Receiver } from '../../../../simulator/callbacks/receiver';
import type { N8nServer } from '../../../../scripts/n8n/n8nServer';
import type { Simulator } from '../../../../simulator/server';
import { node } from '../../stage';

/** What callbacks are tested with: an n8n of one process or many. */
export interface HookStage {
	simulator: Simulator;
	/** A `coltOAuth2Api` credential for the simulator. */
	credential: StoredCredential;
	n8n: Pick<N8nServer, 'rest' | 'url'>;
}

/** What callbacks of the tests show. */
export const SECRET = { name: 'x-callback-secret', value: 'a-secret-of-the-tests-7f3b' };

export const TRIGGER = 'Callback';

/** A credential for the trigger, by the secret header unless other fields are given. */
export const callbackCredential = async (
	stage: HookStage,
	data: IDataObject = { method: 'header', headerName: SECRET.name, headerSecret: SECRET.value },
): Promise<StoredCredential> =>
	await createCredential(stage.n8n.rest, { name: 'Colt callbacks', type: 'coltCallbackApi', data });

/** The trigger, then these nodes. */
export function hookWorkflow(parameters: IDataObject = {}, nodes: readonly INode[] = []): WorkflowTemplate {
	const empty = { id: '', name: '' };
	const credentials = { coltCallbackApi: empty, ...(parameters.lookUp === 'none' ? {} : { coltOAuth2Api: empty }) };
	const trigger = node(TRIGGER, 'n8n-nodes-colt.coltInboundTrigger', 1, parameters, { credentials });
	const all = [trigger, ...nodes];
	const connections = Object.fromEntries(
		all
			.slice(1)
			.map(({ name }, index) => [
				all[index]?.name ?? '',
				{ main: [[{ node: name, type: 'main' as const, index: 0 }]] },
			]),
	);
	return { name: 'Test: callbacks', nodes: all, connections };
}

/** A published workflow that begins with the trigger. */
export class Hook {
	private constructor(
		private readonly stage: HookStage,
		readonly workflow: StoredWorkflow,
		readonly url: string,
	) {}

	/** Stores and publishes it under an address of its own. */
	static async open(
		stage: HookStage,
		credential: StoredCredential,
		template: WorkflowTemplate = hookWorkflow(),
		colt = stage.credential,
	): Promise<Hook> {
		const webhookId = randomUUID();
		const nodes = template.nodes.map((one) => (one.type.endsWith('coltInboundTrigger') ? { ...one, webhookId } : one));
		const workflow = await createWorkflow(
			stage.n8n.rest,
			withCredential(withCredential({ ...template, nodes }, credential), colt),
		);
		await publish(stage.n8n.rest, workflow);
		const url = `${stage.n8n.url}/webhook/${webhookId}/colt`;
		const hook = new Hook(stage, workflow, url);
		await hook.answers();
		return hook;
	}

	/** n8n says that a workflow is published before its address answers. */
	private async answers(): Promise<void> {
		await waitFor('the address to answer', async () =>
			(await fetch(this.url, { method: 'POST' })).status === 404 ? undefined : true,
		);
	}

	/** The simulator delivers here, without waiting long between attempts. */
	register(more: Partial<Receiver> = {}): void {
		this.stage.simulator.callbacks.register({
			url: this.url,
			authentication: { type: 'header', ...SECRET },
			// n8n may be slow to answer on a busy machine; an answer that comes late is one.
			retry: { attempts: 6, firstDelayMs: 200, longestDelayMs: 2_000, timeoutMs: 300_000 },
			...more,
		});
	}

	/** How many executions n8n has of the workflow. */
	async count(): Promise<number> {
		const filter = JSON.stringify({ workflowId: this.workflow.id });
		return (await this.stage.n8n.rest.get<{ count: number }>('/executions', { filter, limit: 1 })).count;
	}

	/** Waits until so many executions have ended, and returns them. */
	async executions(count: number): Promise<Execution[]> {
		return await waitFor(`${count} executions`, async () => {
			const all = await executionsOf(this.stage.n8n.rest, this.workflow.id);
			return all.length >= count && all.every(({ finished }) => finished) ? all : undefined;
		});
	}

	async off(): Promise<void> {
		await unpublish(this.stage.n8n.rest, this.workflow);
		await waitFor('the address to be off', async () =>
			(await fetch(this.url, { method: 'POST' })).status === 404 ? true : undefined,
		);
	}

	async on(): Promise<void> {
		await publish(this.stage.n8n.rest, this.workflow);
		await this.answers();
	}

	async close(): Promise<void> {
		this.stage.simulator.callbacks.unregister();
		await unpublish(this.stage.n8n.rest, this.workflow);
		await deleteWorkflow(this.stage.n8n.rest, this.workflow);
	}
}
