import type { IConnections, IDataObject, INode } from 'n8n-workflow';
import { simulatorCredential } from '../../scripts/lib/simulatorCredential';
import { waitForEnd } from '../../scripts/n8n/executions';
import type { Execution } from '../../scripts/n8n/executions';
import { ensureN8n } from '../../scripts/n8n/home';
import type { N8nProgram } from '../../scripts/n8n/program';
import { startN8n } from '../../scripts/n8n/n8nServer';
import type { N8nServer } from '../../scripts/n8n/n8nServer';
import {
	createCredential,
	createWorkflow,
	deleteWorkflow,
	runManually,
	withCredential,
} from '../../scripts/n8n/storedWorkflows';
import type { StoredCredential, WorkflowTemplate } from '../../scripts/n8n/storedWorkflows';
import { ensurePacked } from '../../scripts/pack';
import { CallRecord } from './callRecord';
import { startSimulator } from '../../simulator/server';
import type { Simulator } from '../../simulator/server';

const RUN_TIMEOUT_MS = 300_000;

/** One real n8n with the packed package, and one simulator, for all end-to-end tests. */
export class Stage {
	private readonly record = new CallRecord();

	private resets = 0;

	private constructor(
		readonly program: N8nProgram,
		readonly n8n: N8nServer,
		readonly simulator: Simulator,
		/** A `coltOAuth2Api` credential for the simulator. */
		readonly credential: StoredCredential,
	) {}

	/** Installs, builds and packs what is missing, then starts both. */
	static async open(): Promise<Stage> {
		const program = await ensureN8n();
		const tarball = await ensurePacked();
		const simulator = await startSimulator({ settings: { orderDelayMs: 200 } });
		try {
			const n8n = await startN8n({ program, tarball });
			const data = simulatorCredential(simulator);
			return new Stage(
				program,
				n8n,
				simulator,
				await createCredential(n8n.rest, { name: 'Colt simulator', type: 'coltOAuth2Api', data }),
			);
		} catch (error) {
			await simulator.close();
			throw error;
		}
	}

	async close(): Promise<void> {
		this.reset();
		this.record.write();
		await this.n8n.stop();
		await this.simulator.close();
	}

	/**
	 * Back to a simulator that nobody has called. Its order ids are others each time, as Colt's are: n8n's process goes
	 * on and remembers the orders of earlier tests by their ids.
	 */
	reset(): void {
		this.record.add(this.simulator.control.calls());
		this.resets += 1;
		this.simulator.control.reset({ seed: 1_000 + this.resets });
		this.simulator.control.clearCalls();
	}

	/** Callbacks that have each become an execution: Colt makes these calls, not n8n. */
	countCallbacks(executions: number): void {
		this.record.count('inbound.callBack', executions);
	}

	/** Stores a workflow, runs it by hand, waits for its end and removes it. The execution may have failed. */
	async run(workflow: WorkflowTemplate, credential = this.credential): Promise<Execution> {
		const { rest } = this.n8n;
		const stored = await createWorkflow(rest, withCredential(workflow, credential));
		try {
			return await waitForEnd(rest, await runManually(rest, stored), { timeoutMs: RUN_TIMEOUT_MS });
		} finally {
			await deleteWorkflow(rest, stored);
		}
	}
}

let position = 0;

/** A node of a test workflow. */
export const node = (
	name: string,
	type: string,
	typeVersion: number,
	parameters: IDataObject,
	more: Partial<INode> = {},
): INode => ({
	id: name,
	name,
	type,
	typeVersion,
	position: [(position += 200), 0],
	parameters: parameters as INode['parameters'],
	...more,
});

/** A Colt Wholesale SIP node. */
export const coltNode = (name: string, parameters: IDataObject, more: Partial<INode> = {}): INode =>
	node(name, 'n8n-nodes-colt.coltWholesaleSip', 2, parameters, {
		credentials: { coltOAuth2Api: { id: '', name: '' } },
		...more,
	});

/** Nodes in a row after a manual trigger that gives these items. */
export function chain(nodes: readonly INode[], items: readonly IDataObject[] = [{}]): WorkflowTemplate {
	const all = [node('Start', 'n8n-nodes-base.manualTrigger', 1, {}), ...nodes];
	const connections: IConnections = {};
	for (const [index, { name }] of nodes.entries()) {
		connections[all[index]?.name ?? ''] = { main: [[{ node: name, type: 'main', index: 0 }]] };
	}
	return {
		name: `Test: ${nodes.map(({ name }) => name).join(', ')}`.slice(0, 120),
		nodes: all,
		connections,
		pinData: { Start: items.map((json) => ({ json })) },
	};
}
