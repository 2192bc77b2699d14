import type { IDataObject } from 'n8n-workflow';
import { executionsOf, waitForEnd } from '../../../../scripts/n8n/executions';
import type { Execution } from '../../../../scripts/n8n/executions';
import { runManually } from '../../../../scripts/n8n/workflows';
import type { WorkflowTemplate } from '../../../../scripts/n8n/workflows';
import { readTemplate } from '../../../../scripts/lib/templates';
import { waitFor } from '../../../../scripts/lib/waitFor';
import type { Stage } from '../../stage';
import { callbackCredential, Hook } from './hook';

const TEMPLATE = 'inbound-callback-and-polling';

/**
 * The template asks again after seconds instead of minutes; not after one, or its items meet those of the callbacks in Remove
 * Duplicates, which looks and writes in two steps.
 */
const askingSoon = (template: WorkflowTemplate): WorkflowTemplate => ({
	...template,
	nodes: template.nodes.map((one) =>
		one.name === 'Wait' ? { ...one, parameters: { ...one.parameters, amount: 4, unit: 'seconds' } } : one,
	),
});

const toldBy = (execution: Execution): IDataObject[] =>
	execution.runs
		.filter(({ node }) => node === 'What happened')
		.flatMap(({ outputs }) => outputs.flat().map(({ json }) => json));

/**
 * The template with callbacks that are lost, that come, and that come twice: every event is told once, by whichever way
 * it was learned of first.
 */
export async function eachEventOnce(stage: Stage): Promise<void> {
	const { inboundControl, callbacks } = stage.simulator;
	const { rest } = stage.n8n;
	const hook = await Hook.open(stage, await callbackCredential(stage), askingSoon(readTemplate(TEMPLATE)));
	const order = async (): Promise<void> => {
		const { status } = await waitForEnd(rest, await runManually(rest, hook.workflow));
		expect(status).toBe('success');
		await callbacks.idle();
	};
	try {
		hook.register();
		callbacks.disturb({ drop: 2 });
		await order();
		expect(callbacks.list().map(({ state }) => state)).toEqual(['dropped', 'dropped']);
		callbacks.disturb({ duplicate: 2 });
		await order();
		callbacks.disturb({ drop: 2 });
		inboundControl.failNext('activation');
		await order();
		const executions = await waitFor('all executions to end', async () => {
			const all = await executionsOf(rest, hook.workflow.id);
			return all.length >= 5 && all.every(({ finished }) => finished) ? all : undefined;
		});
		const expected = inboundControl
			.books()
			.flatMap(({ id, status }) => [`${id}:raised`, `${id}:${status === 'Completed' ? 'completed' : 'failed'}`]);
		expect(expected).toHaveLength(6);
		expect(
			executions
				.flatMap(toldBy)
				.map(({ eventId }) => eventId)
				.sort(),
		).toEqual(expected.sort());
	} finally {
		await hook.close();
	}
}
