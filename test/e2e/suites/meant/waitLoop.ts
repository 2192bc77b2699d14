import { chain, coltNode, node } from '../../stage';
import type { Stage } from '../../stage';
import { waitFor } from '../../../../scripts/lib/waitFor';
import { itemsOf } from '../../../../scripts/n8n/executions';
import type { WorkflowTemplate } from '../../../../scripts/n8n/workflows';
import { bookedNumbers, loseAnswer, RESERVE, stock } from './parts';

const COLT = coltNode('Reserve', { ...RESERVE, options: { lookUpSeconds: 0 } }, { onError: 'continueErrorOutput' });
const WAIT = node('Wait', 'n8n-nodes-base.wait', 1.1, { resume: 'timeInterval', amount: 1, unit: 'seconds' });

/** Reserve; what fails waits and comes back; what succeeds goes on. */
function loop(number: string | undefined): WorkflowTemplate {
	const done = node('Done', 'n8n-nodes-base.noOp', 1, {});
	const template = chain([COLT, done], [{ number }]);
	const to = (name: string) => [{ node: name, type: 'main' as const, index: 0 }];
	return {
		...template,
		nodes: [...template.nodes, WAIT],
		connections: {
			Start: { main: [to('Reserve')] },
			Reserve: { main: [to('Done'), to('Wait')] },
			Wait: { main: [to('Reserve')] },
		},
	};
}

/** An order whose answer was lost comes back into the node through Wait: it is found, not placed a second time. */
export async function loopThroughWait(stage: Stage): Promise<void> {
	const { control } = stage.simulator;
	const [number] = stock(stage, '8145');
	loseAnswer(stage, 'reserveNumbers');
	const running = stage.run(loop(number));
	// The first pass could not see the order; from now on it can be seen.
	const secondPass = waitFor('the second pass', () => {
		const looked = control.calls().filter(({ status }) => status === 403);
		return looked.length > 0 && bookedNumbers(stage).length > 0 ? true : undefined;
	});
	await Promise.race([secondPass.then(async () => await control.clearFaults()), running]);
	const execution = await running;
	expect([execution.status, execution.error?.message]).toEqual(['success', undefined]);
	const passes = execution.runs.filter(({ node: name }) => name === 'Reserve');
	expect(passes.length).toBeGreaterThan(1);
	const [firstError] = passes[0]?.outputs[1]?.map(({ json }) => json.error) ?? [];
	expect(firstError).toMatch(/may exist/i);
	expect(bookedNumbers(stage)).toEqual([number]);
	expect(itemsOf(execution, 'Done')).toMatchObject([{ orderId: control.books()[0]?.id }]);
}
