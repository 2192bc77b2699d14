import { itemsOf } from '../../../../scripts/n8n/executions';
import { chain, coltNode } from '../../stage';
import type { Stage } from '../../stage';
import { BRITISH, expectSuccess } from '../lives/parts';
import { note } from './report';

/** Look for Earlier Orders, twice in one process: the second run gives back the orders of the first. */
export async function lookBackTwice(stage: Stage): Promise<void> {
	const { control } = stage.simulator;
	const numbers = ['+442081420001', '+442081420002'];
	control.seed({ numbers: numbers.map((start) => ({ start, country: 'GB' as const, status: 'Activated' as const })) });
	control.change({ acceptRepeats: true });
	const update = coltNode('Update', {
		resource: 'number',
		operation: 'updateEndCustomer',
		updateAction: 'MODIFY',
		numberRangeStart: '={{ $json.number }}',
		endCustomer: BRITISH,
		options: { lookBackHours: 24 },
	});
	const said: string[] = [];
	const run = async () => {
		const execution = await stage.run(
			chain(
				[update],
				numbers.map((number) => ({ number })),
			),
		);
		expectSuccess(execution);
		said.push(...(execution.runs.at(-1)?.hints ?? []));
		return itemsOf(execution, 'Update');
	};
	const first = await run();
	expect(control.books()).toHaveLength(2);
	for (const times of [2, 3]) {
		const again = await run();
		expect([times, again.map(({ orderId }) => orderId)]).toEqual([times, first.map(({ orderId }) => orderId)]);
		expect(again.map(({ alreadyPlaced }) => alreadyPlaced)).toEqual([true, true]);
	}
	note('Look for Earlier Orders, three runs in one process', said, control.books());
	expect(control.books()).toHaveLength(2);
}
