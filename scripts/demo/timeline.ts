import type { IDataObject, INode } from 'n8n-workflow';
import type { Execution, NodeRun } from '../n8n/executions';
import { asText } from '../lib/asText';
import { paint, printLine } from '../lib/terminal';

const STEP_WIDTH = 20;

interface Entry {
	at: number;
	who: 'workflow' | 'trigger';
	step: string;
	text: string;
}

/**
 * Prints what happened in the two workflows, once each and in the order of time, as it becomes known. Of the workflow
 * that places orders it shows the steps that talk to Colt and those that failed, and repeated looks at an order only
 * when something has changed.
 */
export class Timeline {
	private readonly shown = new Set<string>();

	private readonly coltSteps: ReadonlySet<string>;

	constructor(
		storyNodes: readonly INode[],
		private readonly triggerNode: string,
	) {
		this.coltSteps = new Set(
			storyNodes.filter(({ type }) => type.startsWith('n8n-nodes-colt.')).map(({ name }) => name),
		);
	}

	/** Prints what is new. */
	show(story: Execution, changes: readonly Execution[]): void {
		const entries = [
			...story.runs.flatMap((run) => this.ofStory(run)),
			...changes.flatMap((execution) => this.ofTrigger(execution)),
		];
		for (const entry of entries.sort((a, b) => a.at - b.at)) {
			if (this.isNew(`${entry.who} ${entry.step} ${entry.text}`)) print(entry);
		}
	}

	private ofStory(run: NodeRun): Entry[] {
		if (run.error)
			return [
				{ at: run.startedAt + run.durationMs, who: 'workflow', step: run.node, text: paint('red', run.error.message) },
			];
		const json = run.outputs.flat()[0]?.json;
		if (!this.coltSteps.has(run.node) || json === undefined) return [];
		return [{ at: run.startedAt + run.durationMs, who: 'workflow', step: run.node, text: factsOf(json) }];
	}

	private ofTrigger(execution: Execution): Entry[] {
		const runs = execution.runs.filter(({ node }) => node === this.triggerNode);
		return runs.flatMap((run) =>
			run.outputs.flat().map(({ json }): Entry => ({
				at: run.startedAt,
				who: 'trigger',
				step: `execution ${execution.id}`,
				text: changeOf(json),
			})),
		);
	}

	private isNew(key: string): boolean {
		const isNew = !this.shown.has(key);
		this.shown.add(key);
		return isNew;
	}
}

function print({ at, who, step, text }: Entry): void {
	const time = new Date(at).toISOString().slice(11, 23);
	printLine(
		`${paint('dim', time)}  ${paint(who === 'trigger' ? 'magenta' : 'cyan', who.padEnd(8))}  ` +
			`${step.padEnd(STEP_WIDTH)}  ${text}`,
	);
}

/** What a person wants to see of an item: the number, the order, the status. */
function factsOf(json: IDataObject): string {
	const order = asText(json.orderId);
	// A number carries the id of its last order; only an order itself has a type.
	const isNumber = json.status !== undefined && json.orderType === undefined;
	const parts = [
		isNumber ? '' : order && `order ${order}`,
		asText(json.numberRangeStart),
		paint('bold', asText(json.status)),
	];
	return parts.filter((part) => part !== '').join('  ');
}

function changeOf(json: IDataObject): string {
	const { orderType, orderId, previousStatus, status } = json;
	return (
		`order ${asText(orderId)}  ${asText(orderType)}: ${asText(previousStatus) || 'new'} → ` +
		`${paint('bold', asText(status))}`
	);
}
