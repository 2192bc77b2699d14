import type { IDataObject } from 'n8n-workflow';
import type { Execution, NodeRun } from '../n8n/executions';
import { paint, say } from '../lib/terminal';

const NODE_WIDTH = 22;

/** Prints what happened in the two workflows, once each, as it becomes known. */
export class Timeline {
	private readonly shown = new Set<string>();

	/** The node runs of the workflow that places orders. */
	story(execution: Execution): void {
		for (const [index, run] of execution.runs.entries()) {
			if (this.isNew(`story ${index}`)) line(run.startedAt, 'workflow', run.node, describe(run));
		}
	}

	/** The items of the trigger's executions. */
	trigger(executions: readonly Execution[], node: string): void {
		for (const execution of executions) {
			const run = execution.runs.find((candidate) => candidate.node === node);
			if (run === undefined || !this.isNew(`trigger ${execution.id}`)) continue;
			for (const { json } of run.outputs.flat()) {
				line(run.startedAt, 'trigger', `execution ${execution.id}`, changeOf(json));
			}
		}
	}

	private isNew(key: string): boolean {
		const isNew = !this.shown.has(key);
		this.shown.add(key);
		return isNew;
	}
}

function line(at: number, who: 'workflow' | 'trigger', what: string, text: string): void {
	const time = new Date(at).toISOString().slice(11, 23);
	say(`${paint('dim', time)}  ${paint(who === 'trigger' ? 'magenta' : 'cyan', who.padEnd(8))}  ${what.padEnd(NODE_WIDTH)} ${text}`);
}

function describe(run: NodeRun): string {
	if (run.error) return paint('red', run.error.message);
	const json = run.outputs.flat()[0]?.json;
	return json === undefined ? '' : factsOf(json);
}

/** What a person wants to see of an item: the order and its status, or the number. */
function factsOf(json: IDataObject): string {
	const { orderId, numberRangeStart, status } = json;
	const subject = orderId === undefined ? numberRangeStart : `order ${String(orderId)}`;
	return [subject, status].filter((part) => part !== undefined).map(String).join('  ');
}

function changeOf(json: IDataObject): string {
	const { orderType, orderId, previousStatus, status } = json;
	return `${String(orderType)} order ${String(orderId)}  ${String(previousStatus ?? 'new')} → ${paint('bold', String(status))}`;
}
