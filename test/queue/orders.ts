import { randomUUID } from 'node:crypto';
import type { IDataObject, INode } from 'n8n-workflow';
import { waitFor } from '../../scripts/lib/waitFor';
import { executionsOf, haveEnded, itemsOf } from '../../scripts/n8n/executions';
import type { Execution } from '../../scripts/n8n/executions';
import { createWorkflow, publish, runManually, withCredential } from '../../scripts/n8n/storedWorkflows';
import type { StoredWorkflow } from '../../scripts/n8n/storedWorkflows';
import { chain, coltNode, node } from '../e2e/stage';
import { BRITISH } from '../e2e/suites/lives/parts';
import type { QueueStage } from './stage';

export const UPDATE = 'Update';

/** An order that no status of the number protects: sent twice, it is placed twice. */
export const updateNode = (options: IDataObject, more: Partial<INode> = {}): INode =>
	coltNode(
		UPDATE,
		{
			resource: 'number',
			operation: 'updateEndCustomer',
			updateAction: 'MODIFY',
			numberRangeStart: '={{ $json.number }}',
			endCustomer: BRITISH,
			options: { parallelCalls: 5, ...options },
		},
		more,
	);

/** A published workflow that orders an update for each number that is posted to it. */
export class OrderWorkflow {
	private constructor(
		private readonly stage: QueueStage,
		private readonly stored: StoredWorkflow,
		private readonly path: string,
	) {}

	static async open(stage: QueueStage, options: IDataObject = {}, settings: IDataObject = {}): Promise<OrderWorkflow> {
		const path = randomUUID();
		const nodes = [
			node('Posted', 'n8n-nodes-base.webhook', 2, { httpMethod: 'POST', path, options: {} }, { webhookId: path }),
			node('Numbers', 'n8n-nodes-base.splitOut', 1, {
				fieldToSplitOut: 'body.numbers',
				options: { destinationFieldName: 'number' },
			}),
			updateNode(options),
		];
		const link = (name: string) => ({ main: [[{ node: name, type: 'main' as const, index: 0 }]] });
		const connections = { Posted: link('Numbers'), Numbers: link(UPDATE) };
		const template = withCredential({ name: 'Test: orders', nodes, connections, settings }, stage.credential);
		const stored = await createWorkflow(stage.cluster.rest, template);
		await publish(stage.cluster.rest, stored);
		const workflow = new OrderWorkflow(stage, stored, path);
		await waitFor('the address to answer', async () =>
			(await fetch(workflow.url(), { method: 'GET' })).status === 404 ? true : undefined,
		);
		return workflow;
	}

	private url(): string {
		return `${this.stage.cluster.webhooks[0]?.url ?? ''}/webhook/${this.path}`;
	}

	/** Starts an execution; a webhook process takes the call, a worker runs it. */
	async order(numbers: readonly string[]): Promise<void> {
		const body = JSON.stringify({ numbers });
		const headers = { 'content-type': 'application/json' };
		const call = async () => (await fetch(this.url(), { method: 'POST', headers, body })).status;
		// n8n says that a workflow is published before its address answers.
		await waitFor('the call to be taken', async () => ((await call()) === 200 ? true : undefined));
	}

	/** Waits until so many executions have ended, however they ended; oldest first. */
	async ended(count: number): Promise<Execution[]> {
		const look = async () => (await haveEnded(this.stage.cluster.rest, this.stored.id, count)) || undefined;
		await waitFor(`${count} executions to end`, look, { timeoutMs: 900_000, everyMs: 500 });
		return await this.executions();
	}

	async executions(): Promise<Execution[]> {
		return await executionsOf(this.stage.cluster.rest, this.stored.id);
	}
}

/** Starts a workflow by hand, with its items given; with offloading on, a worker runs it. */
export async function orderByHand(
	stage: QueueStage,
	numbers: readonly string[],
	options: IDataObject = {},
	settings: IDataObject = {},
): Promise<string> {
	const items = numbers.map((number) => ({ number }));
	const template = withCredential({ ...chain([updateNode(options)], items), settings }, stage.credential);
	return await runManually(stage.cluster.rest, await createWorkflow(stage.cluster.rest, template));
}

/** Items of orders that an earlier run had placed. */
export const foundEarlier = (executions: readonly Execution[]): number =>
	executions.flatMap((execution) => itemsOf(execution, UPDATE)).filter(({ alreadyPlaced }) => alreadyPlaced === true)
		.length;
