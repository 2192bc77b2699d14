import { setTimeout as pause } from 'node:timers/promises';
import type { IDataObject } from 'n8n-workflow';
import { executionsOf, itemsOf, readExecution } from '../n8n/executions';
import type { Execution } from '../n8n/executions';
import { runManually } from '../n8n/storedWorkflows';
import { asText } from '../lib/asText';
import { paint, printLine } from '../lib/terminal';
import type { Stage } from './demoStage';
import { Timeline } from './timeline';

const LOOK_MS = 250;
const STILL_MS = 5_000;
const STORY_TIMEOUT_MS = 300_000;
const TRIGGER_TIMEOUT_MS = 120_000;
const TRIGGER_NODE = 'Colt order changed';
const CHECKS = ['Check activation', 'Check reservation'];

export interface StoryResult {
	succeeded: boolean;
	/** One sentence for the last line. */
	sentence: string;
}

/** Runs the workflow, prints both timelines as they grow, and judges how it ended. */
export async function playStory(stage: Stage): Promise<StoryResult> {
	const { rest } = stage.n8n;
	const timeline = new Timeline(stage.story.nodes, TRIGGER_NODE);
	const id = await runManually(rest, stage.story);
	let execution = await readExecution(rest, id);
	let changes: Execution[] = [];
	const look = async () => {
		execution = await readExecution(rest, id);
		changes = await executionsOf(rest, stage.trigger.id);
		timeline.show(execution, changes);
	};
	const ended = await until(look, () => execution.finished, 'the workflow to end', STORY_TIMEOUT_MS);
	if (!ended) return { succeeded: false, sentence: `the workflow has not ended within ${STORY_TIMEOUT_MS / 1000} s` };
	const order = lastOrder(execution);
	if (order === undefined)
		return { succeeded: false, sentence: `no order was placed: ${execution.error?.message ?? execution.status}` };
	const seen = () => changes.some((change) => itemsOf(change, TRIGGER_NODE).some((item) => sameState(item, order)));
	const noticed = await until(look, seen, "the trigger's execution with that change", TRIGGER_TIMEOUT_MS);
	return judge(execution, order, noticed);
}

/** Looks again and again; on the way a line now and then that says what is waited for. */
async function until(
	look: () => Promise<void>,
	isDone: () => boolean,
	what: string,
	timeoutMs: number,
): Promise<boolean> {
	const started = Date.now();
	let lastSaid = started;
	await look();
	while (!isDone() && Date.now() - started < timeoutMs) {
		if (Date.now() - lastSaid >= STILL_MS) {
			lastSaid = Date.now();
			printLine(paint('dim', `… waiting for ${what}, ${Math.round((lastSaid - started) / 1000)} s`));
		}
		await pause(LOOK_MS);
		await look();
	}
	return isDone();
}

/** The order that was looked at last: the activation, or the reservation if it came no further. */
function lastOrder(execution: Execution): IDataObject | undefined {
	return CHECKS.map((node) => itemsOf(execution, node)[0]).find((item) => item !== undefined);
}

const sameState = (a: IDataObject, b: IDataObject) => a.orderId === b.orderId && a.status === b.status;

function judge(execution: Execution, order: IDataObject, noticed: boolean): StoryResult {
	const state = `${asText(order.orderType)} order ${asText(order.orderId)} ended as "${asText(order.status)}"`;
	const trigger = noticed
		? "the trigger's execution with that change is in n8n"
		: "the trigger's execution with that change was not seen in n8n";
	const completed = execution.status === 'success' && order.status === 'Completed';
	const reason = completed ? '' : ` (${reasonOf(order) ?? execution.error?.message ?? execution.status})`;
	return { succeeded: completed && noticed, sentence: `${state}${reason}; ${trigger}` };
}

/** Colt's own words for why an order failed. */
function reasonOf(order: IDataObject): string | undefined {
	const { code, text } = (order.reason ?? {}) as IDataObject;
	const parts = [asText(code), asText(text ?? order.description)].filter((part) => part !== '');
	return parts.length > 0 ? `Colt's reason: ${parts.join(', ')}` : undefined;
}
