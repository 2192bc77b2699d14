import type { IDataObject } from 'n8n-workflow';
import type { Execution } from '../../../../scripts/n8n/executions';
import { executionsOf, waitForEnd } from '../../../../scripts/n8n/executions';
import { runManually } from '../../../../scripts/n8n/storedWorkflows';
import type { WorkflowTemplate } from '../../../../scripts/n8n/storedWorkflows';
import { readTemplate } from '../../../../scripts/lib/templates';
import { waitFor } from '../../../../scripts/lib/waitFor';
import type { Stage } from '../../stage';
import { callbackCredential, Hook } from './hook';

const TEMPLATE = 'inbound-callback-and-polling';

/** The template asks again after a second instead of minutes. */
const askingSoon = (template: WorkflowTemplate): WorkflowTemplate => ({
	...template,
	nodes: template.nodes.map((one) =>
		one.name === 'Wait' ? { ...one, parameters: { ...one.parameters, amount: 1, unit: 'seconds' } } : one,
	),
});

const toldBy = (execution: Execution): IDataObject[] =>
	execution.runs
		.filter(({ node }) => node === 'What happened')
		.flatMap(({ outputs }) => outputs.flat().map(({ json }) => json));

/** An order placed by the template, and the execution that placed it and asks for it. */
interface Ordered {
	execution: string;
	orderId: string;
}

/** The template at work. Orders end, and callbacks come, only when they are told to. */
class Polling {
	constructor(
		private readonly stage: Stage,
		private readonly hook: Hook,
	) {}

	/** Orders by the template, and waits until it has asked for the order and seen it open. */
	async order(): Promise<Ordered> {
		const { inboundControl, callbacks } = this.stage.simulator;
		const before = inboundControl.books().length;
		callbacks.disturb({ drop: 2 });
		const execution = await runManually(this.stage.n8n.rest, this.hook.workflow);
		const orderId = await waitFor('the order', () => inboundControl.books()[before]?.id);
		await waitFor('the template to ask', () =>
			inboundControl.calls({ operation: 'inbound.getOrder' }).some(({ path }) => path.includes(orderId))
				? true
				: undefined,
		);
		return { execution, orderId };
	}

	/** The order comes to its end, and the template sees it. */
	async end({ execution, orderId }: Ordered, status: string): Promise<void> {
		this.stage.simulator.inboundControl.changeOrder(orderId, { status });
		expect((await waitForEnd(this.stage.n8n.rest, execution)).status).toBe('success');
	}

	/** A callback comes twice: it starts one execution, which is awaited. The polling execution may go on meanwhile. */
	async callTwice({ execution, orderId }: Ordered, event: 'raised' | 'completed'): Promise<void> {
		const { inboundControl, callbacks } = this.stage.simulator;
		const others = async () =>
			(await executionsOf(this.stage.n8n.rest, this.hook.workflow.id)).filter(({ id }) => id !== execution);
		const before = (await others()).length;
		for (let times = 0; times < 2; times += 1) callbacks.send(inboundControl.orderEntry(orderId), event);
		await callbacks.idle();
		await waitFor("the callback's execution", async () => {
			const all = await others();
			return all.length > before && all.every(({ finished }) => finished) ? true : undefined;
		});
	}
}

/**
 * The template with callbacks that are lost, that come first, that come late, and that come twice: every event is told
 * once, by whichever way it was learned of first. Never by both at the same moment: Remove Duplicates looks and writes
 * in two steps.
 */
export async function eachEventOnce(stage: Stage): Promise<void> {
	const { inboundControl, callbacks } = stage.simulator;
	const hook = await Hook.open(stage, await callbackCredential(stage), askingSoon(readTemplate(TEMPLATE)));
	try {
		hook.register();
		// Longer than the test lasts: an order ends when the test ends it.
		inboundControl.change({ orderDelayMs: 86_400_000 });
		const polling = new Polling(stage, hook);
		const lost = await polling.order();
		await polling.end(lost, 'Completed');
		const called = await polling.order();
		await polling.callTwice(called, 'raised');
		await polling.end(called, 'Completed');
		await polling.callTwice(called, 'completed');
		const failed = await polling.order();
		await polling.end(failed, 'Failed with error');
		expect(callbacks.list().filter(({ state }) => state === 'dropped')).toHaveLength(6);

		const told = (await hook.executions(5)).flatMap(toldBy).map(({ eventId }) => eventId);
		const ends = inboundControl.books().map(({ id, status }) => [id, status === 'Completed' ? 'completed' : 'failed']);
		const expected = ends.flatMap(([id, end]) => [`${id}:raised`, `${id}:${end}`]);
		expect(expected).toHaveLength(6);
		expect(told.sort()).toEqual(expected.sort());
	} finally {
		await hook.close();
	}
}
