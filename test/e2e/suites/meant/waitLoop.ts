import { itemsOf } from '../../../../scripts/n8n/executions';
import type { WorkflowTemplate } from '../../../../scripts/n8n/storedWorkflows';
import { chain, coltNode, node } from '../../stage';
import type { Stage } from '../../stage';
import { bookedNumbers, loseAnswer, RESERVE, stock } from './parts';
import { note } from './report';

/** Reserve; what fails waits and comes back with its row, once Colt can be read again; what succeeds is done. */
function loop({ simulator }: Stage, number: string | undefined): WorkflowTemplate {
	const reserve = coltNode(
		'Reserve',
		{ ...RESERVE, options: { lookUpSeconds: 0 } },
		{ onError: 'continueErrorOutput' },
	);
	const done = node('Done', 'n8n-nodes-base.noOp', 1, {});
	const clear = node('Colt is back', 'n8n-nodes-base.httpRequest', 4.2, {
		method: 'DELETE',
		url: `${simulator.url}/_control/faults`,
		options: {},
	});
	const wait = node('Wait', 'n8n-nodes-base.wait', 1.1, { resume: 'timeInterval', amount: 1, unit: 'seconds' });
	const template = chain([reserve, done], [{ number }]);
	const to = (...names: string[]) => names.map((name) => ({ node: name, type: 'main' as const, index: 0 }));
	return {
		...template,
		nodes: [...template.nodes, clear, wait],
		connections: {
			Start: { main: [to('Reserve')] },
			Reserve: { main: [to('Done'), to('Colt is back', 'Wait')] },
			Wait: { main: [to('Reserve')] },
		},
		// A loop that finds no end is ended; one that does needs seconds.
		settings: { executionOrder: 'v1', executionTimeout: 240 },
	};
}

/** An order whose answer was lost comes back into the node through Wait: it is found, not placed a second time. */
export async function loopThroughWait(stage: Stage): Promise<void> {
	const [number] = stock(stage, '8145');
	loseAnswer(stage, 'reserveNumbers');
	const execution = await stage.run(loop(stage, number));
	expect([execution.status, execution.error?.message]).toEqual(['success', undefined]);
	const passes = execution.runs.filter(({ node: name }) => name === 'Reserve');
	const said = passes.flatMap(({ outputs }) => outputs.flat().map(({ json }) => json.error ?? json));
	note('A loop through Wait after a lost answer', said, stage.simulator.control.books());
	expect(passes).toHaveLength(2);
	expect(passes[0]?.outputs[1]?.map(({ json }) => json.error)).toEqual([expect.stringMatching(/may exist/i)]);
	expect(bookedNumbers(stage)).toEqual([number]);
	expect(itemsOf(execution, 'Done')).toMatchObject([{ orderId: stage.simulator.control.books()[0]?.id }]);
}
